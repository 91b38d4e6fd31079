import type { Console, ExitCode } from './cli/command.ts';
import { runTranslate, type TranslateCommand } from './cli/translate.ts';
import type { Config } from './config.ts';
import { enginesOf } from './configured-engines.ts';
import type { Library } from './core/changes/ports/library.ts';
import { whenToldToEnd } from './ending.ts';
import { createFileEditor } from './files/saving/file-editor.ts';
import { createTranslationStore } from './files/saving/translations.ts';
import { createSpending } from './files/spending/spending.ts';
import { personHere } from './person-here.ts';

/**
 * Time that an engine has to answer once somebody asked to stop: who asked kills it ten seconds later. Milliseconds.
 */
const DEADLINE = 9500;

/** Where the command runs. */
interface Around {
  readonly library: Library;
  /** The package’s own folder. */
  readonly home: string;
  readonly console: Console;
}

/**
 * `visavis translate`, with what it needs of files and engines. A signal ends a run after the batch under way; once
 * more, or after the deadline, it ends at once.
 */
export async function translateArticle(
  command: TranslateCommand,
  config: Config,
  { library, home, console }: Around,
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
  const editor = createFileEditor(config.root, Date.now, { author: () => person });
  const { mostCharacters, tokenPrice } = config.engines;
  const ports = {
    ...{ library, mostCharacters, tokenPrice, pacer: editor.readers.pacer },
    store: createTranslationStore(editor),
    engines: await enginesOf(config, home),
    spending: createSpending(config.root, { now: Date.now }),
    now: () => new Date().toISOString(),
    isCancelled: () => cancelled,
  };
  return runTranslate(command, ports, console).finally(forget);
}
