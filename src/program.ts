import path from 'node:path';
import { type Command, parseCommand } from './cli/arguments.ts';
import { runCandidates } from './cli/candidates.ts';
import { runCheck } from './cli/check.ts';
import { chosenArticles } from './cli/chosen-articles.ts';
import { type Console, type ExitCode, type Output, UsageError } from './cli/command.ts';
import { runRules } from './cli/rules.ts';
import { shellWord } from './cli/shell-word.ts';
import { runForms, runTerms } from './cli/terms.ts';
import { runUserAdd } from './cli/user.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { EngineError } from './core/changes/ports/engine.ts';
import type { Library } from './core/changes/ports/library.ts';
import { PageError } from './core/changes/ports/page-fetcher.ts';
import { StoreError } from './core/changes/ports/store-error.ts';
import { readInput, UnreadableInput } from './files/disk/read-input.ts';
import { programVersion } from './files/kept/program-version.ts';
import { createStartCache } from './files/kept/start-cache.ts';
import { openLibrary } from './files/loading/library.ts';
import { AlreadyServed } from './files/lock/lock-file.ts';
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

/**
 * What only some commands need, such as the server and the engines, is loaded when one of them runs, so that a check
 * starts at once.
 */
async function main(command: Command, around: Surroundings): Promise<ExitCode | null> {
  const { console, home } = around;
  switch (command.name) {
    case 'help':
      for (const line of command.text.trimEnd().split('\n')) console.out(line);
      return 0;
    case 'version':
      console.out(`${versionOf(home)}\n`);
      return 0;
    case 'rules':
      return runRules(command.format, console);
    case 'init': {
      const { init } = await import('./init.ts');
      return init(command, { home, here: around.here() }, console);
    }
    case 'user add': {
      const { passwordHash } = await import('./http/guard/password.ts');
      return runUserAdd(command, { ask: around.secret, hash: passwordHash }, console);
    }
    case 'merge-driver': {
      const { mergeFiles } = await import('./merge-files.ts');
      return mergeFiles(command, console);
    }
    default:
      return runInFolder(command, settingsOf(command, around), around);
  }
}

/** Commands that have settings, and a folder. */
type InFolder = Exclude<Command, { name: 'help' | 'version' | 'rules' | 'init' | 'user add' | 'merge-driver' }>;

/** Commands about the texts and the glossary there. */
type OnLibrary = Exclude<InFolder, { name: 'serve' | 'model fetch' | 'add' }>;

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

async function runInFolder(command: InFolder, settings: Settings, around: Surroundings): Promise<ExitCode | null> {
  const { config, root } = settings;
  const { home, console, input } = around;
  switch (command.name) {
    case 'serve': {
      const { serve } = await import('./serve.ts');
      await serve(config, home, { console, readOnly: command.readOnly });
      if (!root.isSurprising) console.err(`${root.why}\n`);
      return null;
    }
    case 'model fetch': {
      const { fetchLocalModel } = await import('./local-model.ts');
      return fetchLocalModel(config, console);
    }
    case 'add': {
      const { addArticle } = await import('./add-article.ts');
      const glossary = async () => (await open(config, home)).current().glossary;
      return addArticle(command, config.root, { console, input, glossary, version: versionOf(home) });
    }
    default:
      return runOnLibrary(command, await open(config, home), { ...around, config });
  }
}

async function runOnLibrary(
  command: OnLibrary,
  library: Library,
  { config, home, here, console, output, input, environment }: Surroundings & { readonly config: Config },
): Promise<ExitCode> {
  const snapshot = library.current();
  switch (command.name) {
    case 'import': {
      const { importFile } = await import('./import-file.ts');
      return importFile(command, config.root, { library, person: await personHere(config), console, input });
    }
    case 'export': {
      const { exportFile } = await import('./export-file.ts');
      return exportFile(command, config.root, { snapshot, console, output, version: versionOf(home) });
    }
    case 'translate': {
      const { translateArticle } = await import('./translate-article.ts');
      return translateArticle(command, config, { library, home, console });
    }
    case 'check': {
      if (command.candidates) return runCandidates(snapshot, chosenArticles(snapshot, command.slugs), console);
      const below = belowFolder(config.root, environment()['GITHUB_WORKSPACE'] ?? here());
      return runCheck(snapshot, command, { console, below, version: versionOf(home) });
    }
    case 'forms':
      return runForms(command.id, snapshot.glossary, console);
    case 'terms':
      return runTerms(await readInput(command.file, input), snapshot.glossary, console);
  }
}

function open(config: Config, home: string): Promise<Library> {
  return openLibrary(config.root, { watch: false, cache: createStartCache(config.cache, () => programVersion(home)) });
}

/** Where a root stands in a folder, the checkout that a build server works on or the current one; '' outside of it. */
function belowFolder(root: string, folder: string): string {
  const below = path.relative(folder, root).split(path.sep).join('/');
  return below === '' || below.startsWith('..') || path.isAbsolute(below) ? '' : `${below}/`;
}
