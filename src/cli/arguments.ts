import { parseArgs } from 'node:util';
import { CHECK_FORMATS, type CheckFormat } from './check.ts';
import { UsageError } from './command.ts';
import type { TranslateCommand } from './translate.ts';

/** What a person asked for on the command line. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'serve' }
  | {
      readonly name: 'check';
      readonly slugs: readonly string[];
      readonly format: CheckFormat;
      readonly candidates: boolean;
    }
  | { readonly name: 'terms'; readonly file: string }
  | { readonly name: 'forms'; readonly id: string }
  | TranslateCommand
  | { readonly name: 'model fetch' };

export const HELP = `visavis: French and English face to face, and the terms stay put

  visavis serve                                   the server; prints its URL
  visavis check [slug…] [--format text|json]      glossary problems and lint, ledger, completeness
  visavis check [slug…] --candidates              what the glossary may lack, the likeliest first
  visavis translate <slug> [--engine NAME] [--all] [--dry-run]
                                                  what has no translation, as drafts; --dry-run prices it
  visavis translate <slug> --compare [--engine A,B]
                                                  the article through several engines, nothing saved
  visavis model fetch                             the local engine’s model (37 MB), once
  visavis terms <file|->                          the glossary hits of a French text, as JSON lines
  visavis terms --forms <id>                      every form that an entry is found by
  visavis --help, --version

Results on stdout, messages on stderr. Exit 0 clean, 1 findings, 2 wrong use or unreadable input.
`;

/** @throws {UsageError} saying what is wrong and what there is */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = read(argv);
  if (values.help === true) return { name: 'help' };
  if (values.version === true) return { name: 'version' };
  const [name = 'help', ...rest] = positionals;
  if (values.format !== undefined && name !== 'check') throw new UsageError(`“visavis ${name}” has no --format.`);
  if (values.candidates === true && name !== 'check') throw new UsageError(`“visavis ${name}” has no --candidates.`);
  if (values.forms !== undefined && name !== 'terms') throw new UsageError(`“visavis ${name}” has no --forms.`);
  for (const option of ['engine', 'all', 'dry-run', 'compare'] as const)
    if (values[option] !== undefined && name !== 'translate')
      throw new UsageError(`“visavis ${name}” has no --${option}.`);
  switch (name) {
    case 'help':
      return { name };
    case 'serve':
      if (rest.length > 0)
        throw new UsageError(`“visavis serve” takes no “${rest[0]}”; settings are environment variables.`);
      return { name };
    case 'check':
      return {
        name,
        slugs: rest,
        format: checkFormat(values.format ?? 'text'),
        candidates: values.candidates === true,
      };
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
      throw new UsageError(`“${name}” is not a command. There is: serve, check, translate, model fetch, terms.`);
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
        forms: { type: 'string' },
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

function checkFormat(format: string): CheckFormat {
  const known = CHECK_FORMATS.find((one) => one === format);
  if (known === undefined) throw new UsageError(`“${format}” is not a format; write ${CHECK_FORMATS.join(' or ')}.`);
  return known;
}
