import { SURE } from '../core/alignment/scored-pairs.ts';
import { choicesOf, EXPORT_OPTION_NAMES, EXPORT_OPTIONS } from '../formats/book/export-options.ts';
import { ARTICLE_EXPORTS, ARTICLE_FORMATS, type ArticleExport } from '../formats/exchange/article-exports.ts';
import { GLOSSARY_FORMATS } from '../formats/exchange/glossary-exports.ts';

/** What `visavis --help` says. */
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
                    [--with ENGLISH_FILE [--approve ${SURE}]]
                                                  a new article of a text, subtitles, a page or a document (.txt .srt
                                                  .vtt .md .html .docx .odt .epub); --allow-private fetches from your
                                                  own network; --with puts an English text that you have beside it, as
                                                  drafts, and --approve approves the pairs that score so much or more,
                                                  of 0 to 1; from ${SURE} on the page calls them sure
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
  visavis export <slug|glossary> --format F [-o FILE]
                    ${switches()}
                                                  a file to take away, on standard output without -o;
                                                  F: ${ARTICLE_FORMATS.join(', ')};
                                                  of the glossary: ${GLOSSARY_FORMATS.join(', ')}
${optionLines()}
  visavis model fetch                             the local engine’s model (37 MB), once
  visavis terms <file|->                          the glossary hits of a French text, as JSON lines
  visavis terms --forms <id>                      every form that an entry is found by
  visavis user add NAME [--role reader|translator|reviewer]
                                                  a line for the file that VISAVIS_USERS names; asks for the
                                                  password, writes nothing; a translator where no role is named
  visavis merge-driver BASE OURS THEIRS PATH      for git: a catalogue by message, a glossary by entry
  visavis --help, --version

The files are those of the current folder where it has content/ or glossary/, else of the one that VISAVIS_ROOT names,
else the program’s own. Results on stdout, messages on stderr. Exit 0 clean, 1 findings, 2 wrong use or unreadable input.
`;

/**
 * What it says of the commands whose names begin with a word: `check` has several lines of use.
 *
 * @returns null where there is none
 */
export function helpOn(word: string): string | null {
  const blocks = HELP.split(/\n(?=\n| {2}visavis )/);
  const own = blocks.filter((block) => block.startsWith(`  visavis ${word} `));
  return own.length === 0 ? null : own.join('\n');
}

/** `[--layout pairs|table] [--hidden] …` in lines of four. */
function switches(): string {
  const all = EXPORT_OPTION_NAMES.map((option) => `[--${[option, choicesOf(option).join('|')].join(' ').trim()}]`);
  const lines = Array.from({ length: Math.ceil(all.length / 4) }, (_, i) => all.slice(i * 4, i * 4 + 4).join(' '));
  return lines.join(`\n${' '.repeat(20)}`);
}

/** What each option does, and for which formats. */
function optionLines(): string {
  const lines = EXPORT_OPTION_NAMES.map((option) => {
    const heeding = ARTICLE_FORMATS.filter((format) => {
      const { options }: ArticleExport = ARTICLE_EXPORTS[format];
      return options.includes(option);
    });
    return `${' '.repeat(50)}--${option} (${heeding.join(', ')}): ${EXPORT_OPTIONS[option].says}`;
  });
  return lines.join('\n');
}
