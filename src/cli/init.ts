import type { Console, ExitCode } from './command.ts';

/** What a new folder is to begin with. */
export interface InitCommand {
  readonly name: 'init';
  /** As it was written; the current folder where none was. */
  readonly folder: string;
  /** The glossary of AI terms, instead of three entries to change. */
  readonly glossary: boolean;
  /** The example article, which wants that glossary. */
  readonly example: boolean;
}

export const GITIGNORE = '# What the program keeps for itself, and passwords and keys.\n.visavis/\n.env\n';

export const STARTER = `# yaml-language-server: $schema=./glossary.schema.json
# The glossary: which English answers which French term. Three entries to begin with: change them, add your own, delete
# them. Every .yaml file of this folder is read, and every open page follows when you save one.

# Only "fr" and "en" are needed. The first of a list is the preferred term, the others are accepted too. Plurals,
# feminines and the forms of verbs come by themselves. In "examples" an entry tests itself: French => English, or
# French => - where the French is not this term.
- fr: taxe foncière
  en: [property tax, land tax]
  definition: Tax that the owner of land or of a building pays each year.
  domain: taxes
  examples:
    - la taxe foncière des ménages => the property tax of households

# "not" rules words out, each with its reason.
- fr: { term: actuellement, pos: adverb }
  en: [currently, at present, now, presently]
  not: [{ term: actually, why: that is en fait }]
  definition: At this time.
  domain: false friends

# A name that stays as it is. "case: exact" finds it with these capitals only.
- keep: { term: Ouest-France, case: exact }
  definition: Daily newspaper of the west of France.
  domain: media
`;

/** What became of a file of the new folder. */
export interface InitFile {
  readonly name: string;
  readonly fate: 'made' | 'kept' | 'left out';
}

/** What is told of a folder. */
export interface InitTold {
  readonly files: readonly InitFile[];
  /** What keys and passwords stand in, where its `.gitignore` does not name that; null where it does. */
  readonly notIgnored: string | null;
  /** What to type to see it, line by line. */
  readonly next: readonly string[];
}

/** `visavis init`: the files that were made on stdout; what stayed as it was, and what to do next, on stderr. */
export function tellInit({ files, notIgnored, next }: InitTold, console: Console): ExitCode {
  for (const { name, fate } of files)
    if (fate === 'made') console.out(`${name}\n`);
    else console.err(`${name} ${FATES[fate]}.\n`);
  if (notIgnored !== null) console.err(`Add a line “${notIgnored}” to .gitignore: keys and passwords stand there.\n`);
  console.err('Next:\n');
  for (const line of next) console.err(`  ${line}\n`);
  console.err('That prints the address to open; articles are added there, or with “add”. Terms are in glossary/.\n');
  return 0;
}

const FATES = {
  kept: 'was there, and stays as it is',
  'left out': 'was left out, since there is a glossary already',
};
