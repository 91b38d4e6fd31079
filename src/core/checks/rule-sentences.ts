import type { RuleId } from './rules.ts';

/** What a rule is told by; a check does without. */
interface RuleSentences {
  /** What is wrong when it finds something, one sentence. */
  readonly says: string;
  /** Why anybody should care, one sentence. */
  readonly why: string;
}

/** Of every rule, as `check --rules` and tools for reports tell it. */
export const RULE_SENTENCES: Readonly<Record<RuleId, RuleSentences>> = {
  'missing-term': {
    says: 'a French term has no rendering left in the English',
    why: 'a reader of the English would not learn that the term was there; counted, since two mentions want two',
  },
  'free-rendering': {
    says: 'a general word, which its entry lets English render freely, has none of its renderings',
    why: 'most such words are rendered by another turn of phrase, and some were forgotten; whoever looks decides',
  },
  'deprecated-term': {
    says: 'the English renders a term by a word that its entry rules out',
    why: 'the word means something else, or another name for the same thing that was decided against',
  },
  untranslated: {
    says: 'a paragraph has no English',
    why: 'a translation is whole or it is not',
  },
  'source-changed': {
    says: 'the French was edited since its English was made',
    why: 'the English still says what the French said before',
  },
  'merge-conflict': {
    says: 'two sides wrote different English for a paragraph, and one of them stands in a comment',
    why: 'nobody has decided yet which is right',
  },
  'lapsed-waiver': {
    says: 'a waiver accepts nothing any more, or names nothing that can be accepted',
    why: 'a reason that holds for another text hides what is wrong with this one',
  },
  'not-translated': {
    says: 'the English, or a sentence of it, is the French, word for word',
    why: 'engines give back what they cannot translate, and it looks like a text',
  },
  'number-lost': {
    says: 'no number of the English answers one of the French',
    why: 'a missing number reads well, so that nobody sees it',
  },
  'number-changed': {
    says: 'a number of the English is another than that of the French',
    why: 'a milliard is a billion, and a slip of a digit reads well',
  },
  'number-added': {
    says: 'the English has a number that the French does not have',
    why: 'a translator and an engine may not invent figures',
  },
  quotation: {
    says: 'one side quotes words that the other does not quote',
    why: 'who said something, and in which words, is a fact of the text',
  },
  'name-lost': {
    says: 'a name of the French is not in the English',
    why: 'names are kept, or have an English form that the glossary can tell',
  },
  'link-changed': {
    says: 'a link of one side leads where none of the other does',
    why: 'a reader follows a link without looking; the page of one site in English may stand for the French',
  },
  'mark-lost': {
    says: 'code, stress, an image or a note of the French is missing in the English, or a sign is left open',
    why: 'marks say what is code and what matters, and a sign left open is shown as it is',
  },
  'sentence-count': {
    says: 'one side has more sentences than the other, and more text than joining them explains',
    why: 'sentences may be cut and joined, which changes no length; one left out reads well, so that nobody sees it',
  },
  'hidden-character': {
    says: 'a text holds a sign that nobody sees',
    why: 'it can turn words around, or keep a term from being found',
  },
  'mixed-script': {
    says: 'a word mixes letters of two alphabets that look alike',
    why: 'one sees the word, and no search finds it',
  },
  'first-mention': {
    says: 'an acronym is not spelled out at its first mention, though the French spells it out',
    why: 'who does not know it cannot guess it, and the author took care',
  },
  'duplicate-id': {
    says: 'two entries have one id; the second is left out',
    why: 'addresses, references and waivers name an entry by its id',
  },
  displaced: {
    says: 'an entry of another tool has the French of a maintained one, and is left out',
    why: 'what a person decided here must not be undone by the next export',
  },
  'unknown-reference': {
    says: '“see:” names an entry that is not there',
    why: 'a reference leads somewhere, or it misleads',
  },
  example: {
    says: 'an entry does not do what its own example says',
    why: 'examples are how entries test themselves',
  },
  'no-definition': {
    says: 'an entry has no definition',
    why: 'two people can agree on a word only where they mean one thing',
  },
  'own-rule': {
    says: 'an entry accepts a word that it rules out too, or takes for a sign of another sense',
    why: 'whatever a translator writes would be wrong, or prove nothing',
  },
  'never-found': {
    says: 'a term can never be found: its own exception covers it, or it holds no word',
    why: 'the entry would do nothing, and nobody would notice',
  },
  'part-of-speech': {
    says: 'a word that looks like a verb or an adjective is taken for a noun',
    why: 'the part of speech decides which forms are found',
  },
  conflict: {
    says: 'two entries of one French term judge one English word differently',
    why: 'one of them would call right what the other calls wrong',
  },
  duplicate: {
    says: 'two entries share a French term and its English',
    why: 'who changes one would leave the other behind',
  },
  'never-told': {
    says: 'an entry rules out a word that it takes for a sign of another sense',
    why: 'where the word stands, another sense is meant, so it is never wrong',
  },
  'two-meanings': {
    says: 'two entries share a French term, with different English',
    why: 'only a reader can tell which is meant, so either rendering will do',
  },
  'never-hit': {
    says: 'no article has a term of an entry',
    why: 'nobody has to wonder why it does nothing',
  },
  file: {
    says: 'a file cannot be read (error), or something in the folders is left out (warning)',
    why: 'what is not read is not checked',
  },
  stray: {
    says: 'another tool left a copy in the folders (warning), or an editor what it keeps beside a file (info)',
    why: 'it is not read, and an old state in it could be taken for the new one',
  },
  more: {
    says: 'a file has more problems, or a paragraph more findings, than are listed, with an error among them or not',
    why: 'nobody reads ten thousand lines',
  },
  unforeseen: {
    says: 'something went wrong in a way that nobody foresaw',
    why: 'everything else goes on, and should not hide it',
  },
  'too-deep': {
    says: 'lists or quotations nest deeper than 32 levels',
    why: 'a parser that follows them without end can be brought down',
  },
  'too-many-marks': {
    says: 'a text has more lines of - or =, of lists within lists or of marks (error), or a paragraph more signs of marks (warning), than are read',
    why: 'a parser would take minutes over them, and nobody could read on',
  },
  'too-many-blocks': {
    says: 'an article has more than 50,000 paragraphs, items and cells, or a table of it more than 1,000 columns',
    why: 'everything is compared with its neighbours, which would take minutes, and nobody could read on',
  },
  yaml: {
    says: 'a glossary file is no list of YAML entries',
    why: 'one wrong indentation can change the meaning of everything below it',
  },
  'glossary-entry': {
    says: 'an entry has a key or a value that is none',
    why: 'a misspelt key would be a rule that nobody applies',
  },
  csv: {
    says: 'a table of terms does not say which column holds what, or a quotation mark in it is never closed',
    why: 'a shifted column pairs the wrong words',
  },
  'not-read': {
    says: 'a termbase of another tool has entries, statuses or columns that are not read',
    why: 'what is not known is never taken for accepted, and nobody should think that it is in force',
  },
  tbx: {
    says: 'a TBX file is not well-formed',
    why: 'termbases of other tools are taken as they are, or not at all',
  },
  'front-matter': {
    says: 'the head of an article has no title, or cannot be read',
    why: 'title, site and date are shown to every reader',
  },
  po: {
    says: 'a catalogue has a message that cannot be read, or one twice',
    why: 'other tools refuse such a file, or lose translations over it',
  },
  waiver: {
    says: 'a “# waive:” line is not written as one',
    why: 'it would accept nothing, and look as if it did',
  },
  'entry-conflict': {
    says: 'two sides changed an entry, or the head of a catalogue, differently, and one of them stands in a “# conflict:” line',
    why: 'nobody has decided yet which is right',
  },
  orphan: {
    says: 'a message of the catalogue belongs to no paragraph',
    why: 'a translation that nobody sees may be one that somebody misses',
  },
  'own-review': {
    says: 'a text was approved by who wrote or brought it, or by somebody whom nothing names, though its article wants somebody else to (“review: other”)',
    why: 'nobody sees their own mistakes, and the article was to have a second pair of eyes',
  },
};
