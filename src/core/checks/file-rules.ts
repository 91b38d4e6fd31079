import type { Rule } from './rule.ts';

const IN_FILE = {
  scope: 'file',
  severity: 'error',
  waivable: 'no: a file is put right, so that it can be read',
} as const;

/** The rules of files that must be read first: a part of the one table, which is asked instead of this. */
export const FILE_RULES = {
  file: {
    ...IN_FILE,
    milder: 'warning',
    says: 'a file cannot be read (error), or something in the folders is left out (warning)',
    why: 'what is not read is not checked',
  },
  stray: {
    ...IN_FILE,
    severity: 'warning',
    milder: 'info',
    says: 'another tool left a copy in the folders (warning), or an editor what it keeps beside a file (info)',
    why: 'it is not read, and an old state in it could be taken for the new one',
  },
  more: {
    ...IN_FILE,
    milder: 'warning',
    says: 'a file has more problems, or a paragraph more findings, than are listed, with an error among them or not',
    why: 'nobody reads ten thousand lines',
  },
  unforeseen: {
    ...IN_FILE,
    says: 'something went wrong in a way that nobody foresaw',
    why: 'everything else goes on, and should not hide it',
  },
  'too-deep': {
    ...IN_FILE,
    says: 'lists or quotations nest deeper than 32 levels',
    why: 'a parser that follows them without end can be brought down',
  },
  'too-many-marks': {
    ...IN_FILE,
    milder: 'warning',
    says: 'a text has more lines of - or =, of lists within lists or of marks (error), or a paragraph more signs of marks (warning), than are read',
    why: 'a parser would take minutes over them, and nobody could read on',
  },
  'too-many-blocks': {
    ...IN_FILE,
    says: 'an article has more than 50,000 paragraphs, items and cells, or a table of it more than 1,000 columns',
    why: 'everything is compared with its neighbours, which would take minutes, and nobody could read on',
  },
  yaml: {
    ...IN_FILE,
    says: 'a glossary file is no list of YAML entries',
    why: 'one wrong indentation can change the meaning of everything below it',
  },
  'glossary-entry': {
    ...IN_FILE,
    says: 'an entry has a key or a value that is none',
    why: 'a misspelt key would be a rule that nobody applies',
  },
  csv: {
    ...IN_FILE,
    says: 'a table of terms does not say which column holds what, or a quotation mark in it is never closed',
    why: 'a shifted column pairs the wrong words',
  },
  'not-read': {
    ...IN_FILE,
    severity: 'info',
    says: 'a termbase of another tool has entries, statuses or columns that are not read',
    why: 'what is not known is never taken for accepted, and nobody should think that it is in force',
  },
  tbx: {
    ...IN_FILE,
    says: 'a TBX file is not well-formed',
    why: 'termbases of other tools are taken as they are, or not at all',
  },
  'front-matter': {
    ...IN_FILE,
    says: 'the head of an article has no title, or cannot be read',
    why: 'title, site and date are shown to every reader',
  },
  po: {
    ...IN_FILE,
    says: 'a catalogue has a message that cannot be read, or one twice',
    why: 'other tools refuse such a file, or lose translations over it',
  },
  waiver: {
    ...IN_FILE,
    says: 'a “# waive:” line is not written as one',
    why: 'it would accept nothing, and look as if it did',
  },
  'entry-conflict': {
    ...IN_FILE,
    severity: 'warning',
    says: 'two sides changed an entry differently, and one of them stands in a “# conflict:” line',
    why: 'nobody has decided yet which is right',
  },
  orphan: {
    ...IN_FILE,
    severity: 'warning',
    says: 'a message of the catalogue belongs to no paragraph',
    why: 'a translation that nobody sees may be one that somebody misses',
  },
  'own-review': {
    ...IN_FILE,
    severity: 'warning',
    says: 'a text was approved by who wrote or brought it, though its article wants somebody else to (“review: other”)',
    why: 'nobody sees their own mistakes, and the article was to have a second pair of eyes',
  },
} as const satisfies Readonly<Record<string, Rule>>;
