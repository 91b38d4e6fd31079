import { parseArgs } from 'node:util';
import { isRuleId, RULE_IDS, type RuleId } from '../core/checks/rules.ts';
import { nearestWord } from '../core/text/nearest-word.ts';
import { choicesOf, chosenOptions, EXPORT_OPTION_NAMES } from '../formats/book/export-options.ts';
import { type AddCommand, readAddCommand } from './add-command.ts';
import type { CheckCommand } from './check.ts';
import { CHECK_FORMATS } from './check-report.ts';
import { formatOf, UsageError } from './command.ts';
import type { ExportCommand } from './export.ts';
import { EXPORT_SWITCHES } from './export-switches.ts';
import { HELP, helpOn } from './help.ts';
import { type ImportCommand, readImportCommand } from './import-command.ts';
import type { InitCommand } from './init.ts';
import type { MergeCommand } from './merge-driver.ts';
import { RULES_FORMATS, type RulesFormat } from './rules.ts';
import type { TranslateCommand } from './translate.ts';
import { readUserCommand, type UserCommand } from './user.ts';

/** The server; one that only reads takes no lock, so that any number runs beside one that writes. */
export interface ServeCommand {
  readonly name: 'serve';
  readonly readOnly: boolean;
}

/** What a person asked for on the command line. */
export type Command =
  | { readonly name: 'help'; readonly text: string }
  | { readonly name: 'version' }
  | InitCommand
  | ServeCommand
  | ({ readonly name: 'check'; readonly candidates: boolean } & CheckCommand)
  | { readonly name: 'rules'; readonly format: RulesFormat }
  | { readonly name: 'terms'; readonly file: string }
  | { readonly name: 'forms'; readonly id: string }
  | AddCommand
  | ImportCommand
  | ExportCommand
  | TranslateCommand
  | MergeCommand
  | UserCommand
  | { readonly name: 'model fetch' };

/** Every option that any command has. */
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  format: { type: 'string' },
  candidates: { type: 'boolean' },
  rules: { type: 'boolean' },
  skip: { type: 'string', multiple: true },
  forms: { type: 'string' },
  engine: { type: 'string' },
  all: { type: 'boolean' },
  compare: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  slug: { type: 'string' },
  chapter: { type: 'string' },
  'allow-private': { type: 'boolean' },
  with: { type: 'string' },
  approve: { type: 'string' },
  glossary: { type: 'string' },
  example: { type: 'boolean' },
  write: { type: 'boolean' },
  theirs: { type: 'boolean' },
  article: { type: 'string' },
  output: { type: 'string', short: 'o' },
  ...EXPORT_SWITCHES,
  'read-only': { type: 'boolean' },
  role: { type: 'string' },
} as const;

type OptionName = Exclude<keyof typeof OPTIONS, 'help' | 'version'>;
type Values = ReturnType<typeof read>['values'];

/** How the words of one command are read. */
interface Reading {
  readonly options: readonly OptionName[];
  /** @throws {UsageError} */
  readonly read: (values: Values, rest: readonly string[]) => Command;
}

/** Every command, in the order in which they are named. A further one is one line here. */
const COMMANDS: Readonly<Record<string, Reading>> = {
  init: { options: ['glossary', 'example'], read: initCommand },
  serve: { options: ['read-only'], read: serveCommand },
  check: { options: ['format', 'candidates', 'rules', 'skip'], read: checkCommand },
  add: { options: ['slug', 'chapter', 'allow-private', 'with', 'approve'], read: readAddCommand },
  import: { options: ['write', 'theirs', 'article', 'format'], read: readImportCommand },
  translate: { options: ['engine', 'all', 'dry-run', 'compare'], read: translateCommand },
  export: { options: ['format', 'output', ...EXPORT_OPTION_NAMES], read: exportCommand },
  'model fetch': { options: [], read: () => ({ name: 'model fetch' }) },
  terms: { options: ['forms'], read: termsCommand },
  'user add': { options: ['role'], read: readUserCommand },
  'merge-driver': { options: [], read: mergeCommand },
};

/** @throws {UsageError} saying what is wrong and what there is */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = read(argv);
  if (values.help === true) return helpCommand(positionals);
  if (values.version === true) return { name: 'version' };
  const { name, rest } = commandIn(positionals);
  if (name === 'help') return helpCommand(rest);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw unknownCommand(name);
  for (const option of Object.keys(OPTIONS) as OptionName[])
    if (values[option] !== undefined && !command.options.includes(option))
      throw new UsageError(`“visavis ${name}” has no --${option}.`);
  return command.read(values, rest);
}

/** All of the help, or what it says of the command that a person named. */
function helpCommand(words: readonly string[]): Command {
  const about = words.find((word) => word !== 'help');
  const text = about === undefined ? HELP : helpOn(about);
  if (text === null) throw unknownCommand(about ?? '');
  return { name: 'help', text };
}

function unknownCommand(name: string): UsageError {
  const names = Object.keys(COMMANDS);
  const near = nearestWord(name, [...names, 'help']);
  const meant = near === null ? '' : ` Did you mean “${near}”?`;
  return new UsageError(`“${name}” is not a command.${meant} There is: ${names.join(', ')}.`);
}

/** The command that the first word names, or the first two. */
function commandIn([first = 'help', ...others]: readonly string[]): { name: string; rest: readonly string[] } {
  if (first === 'model' && (others.length !== 1 || others[0] !== 'fetch'))
    throw new UsageError('There is one command for models: visavis model fetch.');
  if (first === 'user' && others[0] !== 'add')
    throw new UsageError('There is one command for people: visavis user add NAME.');
  if (first === 'model' || first === 'user') return { name: `${first} ${others[0]}`, rest: others.slice(1) };
  return { name: first, rest: others };
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(whyUnreadable(error));
  }
}

function whyUnreadable(error: unknown): string {
  const { message } = error as Error;
  const [, option] = /^Unknown option '([^']+)'/.exec(message) ?? [];
  if (option === undefined) return message;
  const near = nearestWord(option.replace(/^-+/, ''), Object.keys(OPTIONS));
  if (near !== null) return `There is no ${option}; write --${near}.`;
  return `There is no ${option}; “visavis --help” lists what there is. A name that begins with “-” stands behind “--”.`;
}

function serveCommand(values: Values, rest: readonly string[]): Command {
  if (rest.length > 0)
    throw new UsageError(`“visavis serve” takes no “${rest[0]}”; settings are environment variables.`);
  return { name: 'serve', readOnly: values['read-only'] === true };
}

function mergeCommand(_values: Values, rest: readonly string[]): Command {
  const [base = '', ours = '', theirs = '', path = ''] = rest;
  if (rest.length !== 4)
    throw new UsageError('git calls this with three files and a path: visavis merge-driver %O %A %B %P');
  return { name: 'merge-driver', files: { base, ours, theirs }, path };
}

function termsCommand({ forms }: Values, rest: readonly string[]): Command {
  if (forms !== undefined) return { name: 'forms', id: forms };
  if (rest.length !== 1)
    throw new UsageError('Name one French text file, or - for standard input: visavis terms <file|->');
  return { name: 'terms', file: rest[0] as string };
}

function translateCommand(values: Values, rest: readonly string[]): Command {
  if (rest.length !== 1) throw new UsageError('Name one article: visavis translate <slug>.');
  return {
    name: 'translate',
    slug: rest[0] as string,
    engine: values.engine ?? null,
    dryRun: values['dry-run'] === true,
    all: values.all === true,
    compare: values.compare === true,
  };
}

function exportCommand(values: Values, rest: readonly string[]): Command {
  if (rest.length !== 1)
    throw new UsageError('Name one article, or the glossary: visavis export <slug|glossary> --format F.');
  if (values.format === undefined)
    throw new UsageError(`Say what it shall be, such as --format ${rest[0] === 'glossary' ? 'csv' : 'epub'}.`);
  for (const option of EXPORT_OPTION_NAMES) {
    const value = values[option];
    if (typeof value === 'string') formatOf(value, choicesOf(option), option);
  }
  return {
    name: 'export',
    what: rest[0] as string,
    format: values.format,
    file: values.output === undefined || values.output === '-' ? null : values.output,
    options: chosenOptions((option) => values[option]),
    asked: EXPORT_OPTION_NAMES.filter((option) => values[option] !== undefined),
  };
}

function initCommand({ glossary, example }: Values, rest: readonly string[]): Command {
  if (rest.length > 1) throw new UsageError('Name one folder, or none for the current one: visavis init [folder].');
  if (glossary !== undefined && glossary !== 'ai')
    throw new UsageError(`“${glossary}” is no glossary that comes along; write --glossary ai, or leave it out.`);
  return { name: 'init', folder: rest[0] ?? '.', glossary: glossary === 'ai', example: example === true };
}

function checkCommand(values: Values, slugs: readonly string[]): Command {
  const written = values.format ?? 'text';
  if (values.rules === true && slugs.length > 0)
    throw new UsageError('“--rules” lists every rule; name no article with it.');
  if (values.rules === true) return { name: 'rules', format: formatOf(written, RULES_FORMATS) };
  const candidates = values.candidates === true;
  for (const option of ['format', 'skip'] as const)
    if (candidates && values[option] !== undefined)
      throw new UsageError(`“--candidates” lists what the glossary may lack; it has no --${option}.`);
  const skip = (values.skip ?? []).flatMap((list) => list.split(',')).map(skippedRule);
  return { name: 'check', slugs, format: formatOf(written, CHECK_FORMATS), skip, candidates };
}

function skippedRule(written: string): RuleId {
  const word = written.trim();
  if (isRuleId(word)) return word;
  const near = nearestWord(word, RULE_IDS);
  throw new UsageError(`“${word}” is no rule; ${near === null ? 'check --rules lists them' : `write ${near}`}.`);
}
