import path from 'node:path';
import { type Command, parseCommand } from './cli/arguments.ts';
import { runCandidates } from './cli/candidates.ts';
import { chosenArticles, runCheck } from './cli/check.ts';
import { type Console, type ExitCode, type Output, UsageError } from './cli/command.ts';
import { HELP } from './cli/help.ts';
import type { MergeCommand } from './cli/merge-driver.ts';
import { runRules } from './cli/rules.ts';
import { shellWord } from './cli/shell-word.ts';
import { runForms, runTerms } from './cli/terms.ts';
import { runTranslate, type TranslateCommand } from './cli/translate.ts';
import { runUserAdd } from './cli/user.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { EngineError } from './core/changes/ports/engine.ts';
import type { Library } from './core/changes/ports/library.ts';
import { PageError } from './core/changes/ports/page-fetcher.ts';
import { StoreError } from './core/changes/ports/store-error.ts';
import type { Versions } from './core/model/versions.ts';
import { whenToldToEnd } from './ending.ts';
import { sayNotWritten } from './files/disk/not-saved.ts';
import { readInput, readVersion, UnreadableInput } from './files/disk/read-input.ts';
import { writeFileDurably } from './files/disk/write-file.ts';
import { programVersion } from './files/kept/program-version.ts';
import { createStartCache } from './files/kept/start-cache.ts';
import { openLibrary } from './files/loading/library.ts';
import { AlreadyServed } from './files/lock/lock-file.ts';
import { createFileEditor } from './files/saving/file-editor.ts';
import { createTranslationStore } from './files/saving/translations.ts';
import { createSpending } from './files/spending/spending.ts';
import { mergeLines } from './files/thread/merge-lines.ts';
import { createPacer } from './files/thread/pacer.ts';
import { UnreadableDocument } from './formats/document/blocks/document.ts';
import { personHere } from './person-here.ts';
import { chooseRoot, holdsTexts, isFolder, type Root } from './root.ts';
import { versionOf } from './version.ts';

/** Where a command runs: what it reads and writes besides its files. */
export interface Surroundings {
  /** The package’s own folder. */
  readonly home: string;
  readonly console: Console;
  /** Where a file goes that nobody named. */
  readonly output: Output;
  /** Asked for by the commands that have settings. */
  readonly environment: () => Readonly<Record<string, string | undefined>>;
  /** The current folder. Asked for by the commands that work in one. */
  readonly here: () => string;
  /** Standard input to its end, for the command that reads it. */
  readonly input: () => Buffer;
  /** What somebody types who is asked for it: the first line of standard input, unseen on a terminal. */
  readonly secret: (question: string) => Promise<string>;
}

/** Errors that are one sentence for a person. */
const SENTENCES = [UsageError, UnreadableInput, UnreadableDocument, PageError, ConfigError, StoreError, EngineError];

/**
 * Reads the command line and runs one command, to its exit code; null for a server, which goes on after this returns.
 * Whatever goes wrong is said on the console.
 */
export async function runProgram(argv: readonly string[], around: Surroundings): Promise<ExitCode | null> {
  try {
    return await main(parseCommand(argv), around);
  } catch (error) {
    const isServed = error instanceof AlreadyServed;
    const isForeseen = isServed || SENTENCES.some((kind) => error instanceof kind);
    const { message, stack } = error as Error;
    for (const line of isForeseen ? sentencesOf(error as Error) : (stack ?? message).split('\n'))
      around.console.err(`visavis: ${line}\n`);
    return isServed ? 1 : 2;
  }
}

/**
 * A sentence is a line, whatever line breaks are in the names that it quotes; each setting that is wrong has its own.
 */
function sentencesOf(error: Error): readonly string[] {
  return error instanceof ConfigError ? error.message.split('\n') : [error.message];
}

async function main(command: Command, around: Surroundings): Promise<ExitCode | null> {
  const { console, home } = around;
  if (command.name === 'help') for (const line of HELP.trimEnd().split('\n')) console.out(line);
  else if (command.name === 'version') console.out(`${versionOf(home)}\n`);
  else if (command.name === 'rules') return runRules(command.format, console);
  else if (command.name === 'init') {
    const { init } = await import('./init.ts');
    return init(command, { home, here: around.here() }, console);
  } else if (command.name === 'user add') {
    const { passwordHash } = await import('./http/guard/password.ts');
    return runUserAdd(command, { ask: around.secret, hash: passwordHash }, console);
  } else if (command.name === 'merge-driver') return mergeFiles(command, around);
  else return run(command, settingsOf(command, around), around);
  return 0;
}

interface Settings {
  readonly config: Config;
  readonly root: Root;
}

/** The settings and the folder they come to, which is told where it may surprise. */
function settingsOf({ name }: Command, { home, here, environment, console }: Surroundings): Settings {
  const given = environment();
  const root = chooseRoot(given['VISAVIS_ROOT'] ?? '', { home, here: here() });
  const config = readConfig(given, root.folder);
  if (name === 'model fetch') return { config, root };
  if (name !== 'serve' && !holdsTexts(root.folder))
    throw new UsageError(
      `There is no content/ and no glossary/ in ${root.folder}; “visavis init ${shellWord(root.folder)}” makes them, and VISAVIS_ROOT names another folder.`,
    );
  if (!isFolder(root.folder))
    throw new UsageError(`There is no folder ${root.folder}; set VISAVIS_ROOT to one that has content/ and glossary/.`);
  if (root.isSurprising) console.err(`${root.why}\n`);
  return { config, root };
}

/**
 * What only some commands need, such as the server and the engines, is loaded when one of them runs, so that a check
 * starts at once.
 */
async function run(
  command: Exclude<Command, { name: 'help' | 'version' | 'rules' | 'init' | 'user add' | 'merge-driver' }>,
  { config, root }: Settings,
  { home, here, console, output, input, environment }: Surroundings,
): Promise<ExitCode | null> {
  if (command.name === 'serve') {
    const { serve } = await import('./serve.ts');
    await serve(config, home, { console, readOnly: command.readOnly });
    if (!root.isSurprising) console.err(`${root.why}\n`);
    return null;
  }
  if (command.name === 'model fetch') return fetchFiles(config, console);
  if (command.name === 'add') {
    const { addArticle } = await import('./add-article.ts');
    const glossary = async () => (await open(config, home)).current().glossary;
    return addArticle(command, config.root, { console, input, glossary, version: versionOf(home) });
  }
  const library = await open(config, home);
  if (command.name === 'import') {
    const { importFile } = await import('./import-file.ts');
    return importFile(command, config.root, { library, person: await personHere(config), console, input });
  }
  const snapshot = library.current();
  if (command.name === 'forms') return runForms(command.id, snapshot.glossary, console);
  if (command.name === 'check' && command.candidates) {
    return runCandidates(snapshot, chosenArticles(snapshot, command.slugs), console);
  }
  if (command.name === 'export') {
    const { exportFile } = await import('./export-file.ts');
    return exportFile(command, config.root, { snapshot, console, output, version: versionOf(home) });
  }
  if (command.name === 'translate') return translate(command, { config, home, library, console });
  if (command.name === 'check')
    return runCheck(snapshot, command, {
      console,
      below: belowFolder(config.root, environment()['GITHUB_WORKSPACE'] ?? here()),
      version: versionOf(home),
    });
  return runTerms(await readInput(command.file, input), snapshot.glossary, console);
}

/** Where git calls it, there are no settings to be read. */
async function mergeFiles(command: MergeCommand, { console }: Surroundings): Promise<ExitCode> {
  const { runMergeDriver } = await import('./cli/merge-driver.ts');
  const ports = {
    read: readVersion,
    write: (file: string, text: string, before: string) =>
      writeFileDurably(file, text, before).catch((error: unknown) => {
        throw sayNotWritten(error, file);
      }),
    mergeLines: ({ base, ours, theirs }: Versions<string>) => mergeLines(ours, base, theirs),
  };
  return runMergeDriver(command, ports, console);
}

function open(config: Config, home: string): Promise<Library> {
  return openLibrary(config.root, { watch: false, cache: createStartCache(config.cache, () => programVersion(home)) });
}

/** Where a root stands in a folder, the checkout that a build server works on or the current one; '' outside of it. */
function belowFolder(root: string, folder: string): string {
  const below = path.relative(folder, root).split(path.sep).join('/');
  return below === '' || below.startsWith('..') || path.isAbsolute(below) ? '' : `${below}/`;
}

/** Fetches the local model, with a line a file that counts up where somebody watches. */
async function fetchFiles({ engines: { local } }: Config, console: Console): Promise<ExitCode> {
  const tell = (file: string, done: number, total: number) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${file}: ${(done / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB`);
  };
  const { fetchModel } = await import('./engines/model-fetch.ts');
  const { FRENCH_ENGLISH } = await import('./engines/model-files.ts');
  await fetchModel(local.url, local.folder, FRENCH_ENGLISH, tell);
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.err(`The model is in ${local.folder}.\n`);
  return 0;
}

/**
 * Time that an engine has to answer once somebody asked to stop: who asked kills it ten seconds later. Milliseconds.
 */
const DEADLINE = 9500;

/** A signal ends a run after the batch under way; once more, or after the deadline, it ends at once. */
async function translate(
  command: TranslateCommand,
  { config, home, library, console }: { config: Config; home: string; library: Library; console: Console },
): Promise<ExitCode> {
  let cancelled = false;
  const forget = whenToldToEnd(() => {
    cancelled = true;
    console.err('visavis: waiting for the answer under way, to save it; once more to end at once.\n');
    setTimeout(() => {
      console.err('visavis: the engine did not answer within 10 seconds; what had arrived before is saved.\n');
      process.exit(1);
    }, DEADLINE).unref();
  });
  const person = await personHere(config);
  const store = createTranslationStore(config.root, createFileEditor(config.root, Date.now, { author: () => person }));
  const { mostCharacters, tokenPrice } = config.engines;
  const { enginesOf } = await import('./configured-engines.ts');
  const ports = {
    ...{ library, store, mostCharacters, tokenPrice },
    engines: await enginesOf(config, home),
    spending: createSpending(config.root, { now: Date.now }),
    pacer: createPacer(),
    now: () => new Date().toISOString(),
    isCancelled: () => cancelled,
  };
  return runTranslate(command, ports, console).finally(forget);
}
