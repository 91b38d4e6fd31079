import { parseArgs } from 'node:util';
import { isRuleId, RULE_IDS, type RuleId } from '../core/checks/rules.ts';
import { nearestWord } from '../core/text/nearest-word.ts';
import { SLUG } from '../core/text/slug.ts';
import type { AddCommand } from './add.ts';
import type { CheckCommand } from './check.ts';
import { CHECK_FORMATS } from './check-report.ts';
import { formatOf, UsageError } from './command.ts';
import { type ImportCommand, readImportCommand } from './import-command.ts';
import type { InitCommand } from './init.ts';
import type { MergeCommand } from './merge-driver.ts';
import { RULES_FORMATS, type RulesFormat } from './rules.ts';
import type { TranslateCommand } from './translate.ts';
import type { WithEnglish } from './with-english.ts';

/** The server; one that only reads takes no lock, so that any number runs beside one that writes. */
export interface ServeCommand {
  readonly name: 'serve';
  readonly readOnly: boolean;
}

/** What a person asked for on the command line. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | InitCommand
  | ServeCommand
  | ({ readonly name: 'check'; readonly candidates: boolean } & CheckCommand)
  | { readonly name: 'rules'; readonly format: RulesFormat }
  | { readonly name: 'terms'; readonly file: string }
  | { readonly name: 'forms'; readonly id: string }
  | AddCommand
  | ImportCommand
  | TranslateCommand
  | MergeCommand
  | { readonly name: 'model fetch' };

export const HELP = `visavis: French and English face to face, and the terms stay put

  visavis init [folder] [--glossary ai] [--example]
                                                  a folder to work in, with a glossary of three entries to
                                                  change, or that of AI terms, or that and the example article
  visavis serve [--read-only]                     the server; prints its URL; --read-only changes nothing, and any
                                                  number runs beside the one that writes
  visavis check [slug…] [--format text|json|github|sarif] [--skip RULE]
                                                  glossary problems and lint, ledger, completeness;
                                                  --skip leaves a rule out, again or with commas for more
  visavis check --rules [--format text|json]      every rule: its severity, what it says, why it is there
  visavis check [slug…] --candidates              what the glossary may lack, the likeliest first
  visavis add <file|url|-> [--slug S] [--chapter N] [--allow-private]
                    [--with ENGLISH_FILE [--approve 0.8]]
                                                  a new article of a text, a page or a document (.txt .md .html
                                                  .docx .odt .epub); --allow-private fetches from your own network;
                                                  --with puts an English text that you have beside it, as drafts,
                                                  and --approve approves the pairs that are as sure as that
  visavis import <file|-> [--write] [--theirs] [--article SLUG] [--format text|json]
                                                  what a translation (XLIFF, TMX, PO) or a glossary (TBX, CSV) of
                                                  another tool would change, and what is wrong with it; --write
                                                  writes it, --theirs where both sides changed too
  visavis translate <slug> [--engine NAME] [--all] [--dry-run]
                                                  what has no translation, as drafts; --dry-run prices it,
                                                  with no engine too
  visavis translate <slug> --compare [--engine A,B]
                                                  the article through several engines, the price first;
                                                  their drafts are kept, to choose from
  visavis model fetch                             the local engine’s model (37 MB), once
  visavis terms <file|->                          the glossary hits of a French text, as JSON lines
  visavis terms --forms <id>                      every form that an entry is found by
  visavis merge-driver BASE OURS THEIRS PATH      for git: a catalogue by message, a glossary by entry
  visavis --help, --version

The files are those of the current folder where it has content/ or glossary/, else of the one that VISAVIS_ROOT names,
else the program’s own. Results on stdout, messages on stderr. Exit 0 clean, 1 findings, 2 wrong use or unreadable input.
`;

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
  'read-only': { type: 'boolean' },
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
  add: { options: ['slug', 'chapter', 'allow-private', 'with', 'approve'], read: addCommand },
  import: { options: ['write', 'theirs', 'article', 'format'], read: readImportCommand },
  translate: { options: ['engine', 'all', 'dry-run', 'compare'], read: translateCommand },
  'model fetch': { options: [], read: () => ({ name: 'model fetch' }) },
  terms: { options: ['forms'], read: termsCommand },
  'merge-driver': { options: [], read: mergeCommand },
};

/** @throws {UsageError} saying what is wrong and what there is */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = read(argv);
  if (values.help === true) return { name: 'help' };
  if (values.version === true) return { name: 'version' };
  const [first = 'help', ...others] = positionals;
  if (first === 'help') return { name: 'help' };
  if (first === 'model' && (others.length !== 1 || others[0] !== 'fetch'))
    throw new UsageError('There is one command for models: visavis model fetch.');
  const name = first === 'model' ? 'model fetch' : first;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new UsageError(`“${name}” is not a command. There is: ${Object.keys(COMMANDS).join(', ')}.`);
  for (const option of Object.keys(OPTIONS) as OptionName[])
    if (values[option] !== undefined && !command.options.includes(option))
      throw new UsageError(`“visavis ${name}” has no --${option}.`);
  return command.read(values, others);
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The command line cannot be read.');
  }
}

function serveCommand(values: Values, rest: readonly string[]): Command {
  if (rest.length > 0)
    throw new UsageError(`“visavis serve” takes no “${rest[0]}”; settings are environment variables.`);
  return { name: 'serve', readOnly: values['read-only'] === true };
}

function mergeCommand(_values: Values, rest: readonly string[]): Command {
  const [base, ours, theirs, path] = rest;
  if (path === undefined || base === undefined || ours === undefined || theirs === undefined || rest.length > 4)
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

function initCommand({ glossary, example }: Values, rest: readonly string[]): Command {
  if (rest.length > 1) throw new UsageError('Name one folder, or none for the current one: visavis init [folder].');
  if (glossary !== undefined && glossary !== 'ai')
    throw new UsageError(`“${glossary}” is no glossary that comes along; write --glossary ai, or leave it out.`);
  return { name: 'init', folder: rest[0] ?? '.', glossary: glossary === 'ai', example: example === true };
}

function addCommand(values: Values, rest: readonly string[]): Command {
  const { slug = null, chapter } = values;
  if (rest.length !== 1)
    throw new UsageError('Name one file, one address, or - for standard input: visavis add <file|url|->');
  if (slug !== null && !SLUG.test(slug))
    throw new UsageError(
      `“${slug}” is no name for an article; write small letters and digits, joined by hyphens, 100 at most.`,
    );
  if (chapter !== undefined && !/^[1-9]\d{0,4}$/.test(chapter))
    throw new UsageError(`“${chapter}” is no chapter; write its number, such as --chapter 3.`);
  return {
    name: 'add',
    from: rest[0] as string,
    slug,
    chapter: chapter === undefined ? null : Number(chapter),
    allowPrivate: values['allow-private'] === true,
    english: withEnglish(values),
  };
}

function withEnglish({ with: file, approve }: Values): WithEnglish | null {
  if (file === undefined && approve !== undefined)
    throw new UsageError('“--approve” says which pairs are approved; name the English with --with FILE.');
  if (file === '-') throw new UsageError('“--with” takes a file; standard input is for the French.');
  if (approve !== undefined && !/^(?:0?\.\d+|0|1|1\.0+)$/.test(approve))
    throw new UsageError(`“${approve}” is no score; write a number from 0 to 1, such as --approve 0.8.`);
  return file === undefined ? null : { file, approve: approve === undefined ? null : Number(approve) };
}

function checkCommand(values: Values, slugs: readonly string[]): Command {
  const written = values.format ?? 'text';
  if (values.rules === true && slugs.length > 0)
    throw new UsageError('“--rules” lists every rule; name no article with it.');
  if (values.rules === true) return { name: 'rules', format: formatOf(written, RULES_FORMATS) };
  for (const option of ['format', 'skip'] as const)
    if (values.candidates === true && values[option] !== undefined)
      throw new UsageError(`“--candidates” lists what the glossary may lack; it has no --${option}.`);
  const skip = (values.skip ?? []).flatMap((list) => list.split(',')).map(skippedRule);
  return {
    name: 'check',
    slugs,
    format: formatOf(written, CHECK_FORMATS),
    skip,
    candidates: values.candidates === true,
  };
}

function skippedRule(written: string): RuleId {
  const word = written.trim();
  if (isRuleId(word)) return word;
  const near = nearestWord(word, RULE_IDS);
  throw new UsageError(`“${word}” is no rule; ${near === null ? 'check --rules lists them' : `write ${near}`}.`);
}
