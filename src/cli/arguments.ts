import { parseArgs } from 'node:util';
import { isRuleId, RULE_IDS, type RuleId } from '../core/checks/rules.ts';
import { nearestWord } from '../core/text/nearest-word.ts';
import type { CheckCommand } from './check.ts';
import { CHECK_FORMATS } from './check-report.ts';
import { UsageError } from './command.ts';
import type { InitCommand } from './init.ts';
import { RULES_FORMATS, type RulesFormat } from './rules.ts';
import type { TranslateCommand } from './translate.ts';

/** What a person asked for on the command line. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | InitCommand
  | { readonly name: 'serve' }
  | ({ readonly name: 'check'; readonly candidates: boolean } & CheckCommand)
  | { readonly name: 'rules'; readonly format: RulesFormat }
  | { readonly name: 'terms'; readonly file: string }
  | { readonly name: 'forms'; readonly id: string }
  | TranslateCommand
  | { readonly name: 'model fetch' };

export const HELP = `visavis: French and English face to face, and the terms stay put

  visavis init [folder] [--glossary ai] [--example]
                                                  a folder to work in, with a glossary of three entries to
                                                  change, or that of AI terms, or that and the example article
  visavis serve                                   the server; prints its URL
  visavis check [slug…] [--format text|json|github|sarif] [--skip RULE]
                                                  glossary problems and lint, ledger, completeness;
                                                  --skip leaves a rule out, again or with commas for more
  visavis check --rules [--format text|json]      every rule: its severity, what it says, why it is there
  visavis check [slug…] --candidates              what the glossary may lack, the likeliest first
  visavis translate <slug> [--engine NAME] [--all] [--dry-run]
                                                  what has no translation, as drafts; --dry-run prices it,
                                                  with no engine too
  visavis translate <slug> --compare [--engine A,B]
                                                  the article through several engines, the price first;
                                                  their drafts are kept, to choose from
  visavis model fetch                             the local engine’s model (37 MB), once
  visavis terms <file|->                          the glossary hits of a French text, as JSON lines
  visavis terms --forms <id>                      every form that an entry is found by
  visavis --help, --version

The files are those of the current folder where it has content/ or glossary/, else of the one that VISAVIS_ROOT names,
else the program’s own. Results on stdout, messages on stderr. Exit 0 clean, 1 findings, 2 wrong use or unreadable input.
`;

/** @throws {UsageError} saying what is wrong and what there is */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = read(argv);
  if (values.help === true) return { name: 'help' };
  if (values.version === true) return { name: 'version' };
  const [name = 'help', ...rest] = positionals;
  if (values.format !== undefined && name !== 'check') throw new UsageError(`“visavis ${name}” has no --format.`);
  for (const option of ['candidates', 'rules', 'skip'] as const)
    if (values[option] !== undefined && name !== 'check') throw new UsageError(`“visavis ${name}” has no --${option}.`);
  if (values.forms !== undefined && name !== 'terms') throw new UsageError(`“visavis ${name}” has no --forms.`);
  for (const option of ['engine', 'all', 'dry-run', 'compare'] as const)
    if (values[option] !== undefined && name !== 'translate')
      throw new UsageError(`“visavis ${name}” has no --${option}.`);
  for (const option of ['glossary', 'example'] as const)
    if (values[option] !== undefined && name !== 'init') throw new UsageError(`“visavis ${name}” has no --${option}.`);
  switch (name) {
    case 'help':
      return { name };
    case 'init':
      return initCommand(values, rest);
    case 'serve':
      if (rest.length > 0)
        throw new UsageError(`“visavis serve” takes no “${rest[0]}”; settings are environment variables.`);
      return { name };
    case 'check':
      return checkCommand(values, rest);
    case 'terms':
      if (values.forms !== undefined) return { name: 'forms', id: values.forms };
      if (rest.length !== 1)
        throw new UsageError('Name one French text file, or - for standard input: visavis terms <file|->');
      return { name, file: rest[0] as string };
    case 'translate':
      if (rest.length !== 1) throw new UsageError('Name one article: visavis translate <slug>.');
      return {
        name,
        slug: rest[0] as string,
        engine: values.engine ?? null,
        dryRun: values['dry-run'] === true,
        all: values.all === true,
        compare: values.compare === true,
      };
    case 'model':
      if (rest.length !== 1 || rest[0] !== 'fetch')
        throw new UsageError('There is one command for models: visavis model fetch.');
      return { name: 'model fetch' };
    default:
      throw new UsageError(`“${name}” is not a command. There is: init, serve, check, translate, model fetch, terms.`);
  }
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        format: { type: 'string' },
        candidates: { type: 'boolean' },
        rules: { type: 'boolean' },
        skip: { type: 'string', multiple: true },
        forms: { type: 'string' },
        glossary: { type: 'string' },
        example: { type: 'boolean' },
        engine: { type: 'string' },
        all: { type: 'boolean' },
        compare: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The command line cannot be read.');
  }
}

function initCommand({ glossary, example }: ReturnType<typeof read>['values'], rest: readonly string[]): Command {
  if (rest.length > 1) throw new UsageError('Name one folder, or none for the current one: visavis init [folder].');
  if (glossary !== undefined && glossary !== 'ai')
    throw new UsageError(`“${glossary}” is no glossary that comes along; write --glossary ai, or leave it out.`);
  return { name: 'init', folder: rest[0] ?? '.', glossary: glossary === 'ai', example: example === true };
}

function checkCommand(values: ReturnType<typeof read>['values'], slugs: readonly string[]): Command {
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

function formatOf<Format extends string>(written: string, formats: readonly Format[]): Format {
  const known = formats.find((one) => one === written);
  if (known !== undefined) return known;
  const there = `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`;
  throw new UsageError(`“${written}” is not a format; write ${there}.`);
}
