import { FILE_RULES } from './file-rules.ts';
import type { Rule } from './rule.ts';

const OF_TEXT = { scope: 'text', waivable: 'by rule' } as const;
const IN_GLOSSARY = { scope: 'glossary', waivable: 'no: an entry is put right in its file' } as const;

/**
 * Every rule of the check. `check --rules`, the README and each finding take its id and its severity from here, and a
 * rule that is not here does not compile. A rule of a text is the file of its name beside this one, a rule of the
 * glossary the file `glossary-<its name>`; the rules of files are asked where files are parsed.
 */
const TABLE = {
  'missing-term': {
    severity: 'error',
    scope: 'text',
    says: 'a French term has no rendering left in the English',
    why: 'a reader of the English would not learn that the term was there; counted, since two mentions want two',
    waivable: 'by entry',
  },
  'deprecated-term': {
    severity: 'error',
    scope: 'text',
    says: 'the English renders a term by a word that its entry rules out',
    why: 'the word means something else, or another name for the same thing that was decided against',
    waivable: 'by entry',
  },
  untranslated: {
    severity: 'warning',
    scope: 'text',
    says: 'a paragraph has no English',
    why: 'a translation is whole or it is not',
    waivable: 'no: a waiver is tied to the English, and there is none',
  },
  'source-changed': {
    ...OF_TEXT,
    severity: 'warning',
    says: 'the French was edited since its English was made',
    why: 'the English still says what the French said before',
  },
  'merge-conflict': {
    severity: 'error',
    scope: 'text',
    says: 'two sides wrote different English for a paragraph, and one of them stands in a comment',
    why: 'nobody has decided yet which is right',
    waivable: 'no: whoever saves the paragraph decides',
  },
  'lapsed-waiver': {
    severity: 'warning',
    scope: 'text',
    says: 'a waiver accepts nothing any more, or names nothing that can be accepted',
    why: 'a reason that holds for another text hides what is wrong with this one',
    waivable: 'no: the line itself is deleted or written anew',
  },
  'not-translated': {
    ...OF_TEXT,
    severity: 'error',
    says: 'the English is the French, word for word',
    why: 'engines give back what they cannot translate, and it looks like a text',
  },
  'number-lost': {
    ...OF_TEXT,
    severity: 'error',
    says: 'no number of the English answers one of the French',
    why: 'a missing number reads well, so that nobody sees it',
  },
  'number-changed': {
    ...OF_TEXT,
    severity: 'error',
    says: 'a number of the English is another than that of the French',
    why: 'a milliard is a billion, and a slip of a digit reads well',
  },
  'number-added': {
    ...OF_TEXT,
    severity: 'error',
    says: 'the English has a number that the French does not have',
    why: 'a translator and an engine may not invent figures',
  },
  quotation: {
    ...OF_TEXT,
    severity: 'warning',
    says: 'one side quotes words that the other does not quote',
    why: 'who said something, and in which words, is a fact of the text',
  },
  'name-lost': {
    ...OF_TEXT,
    severity: 'warning',
    says: 'a name of the French is not in the English',
    why: 'names are kept, or have an English form that the glossary can tell',
  },
  'link-changed': {
    ...OF_TEXT,
    severity: 'warning',
    says: 'a link of one side leads where none of the other does',
    why: 'a reader follows a link without looking; the page of one site in English may stand for the French',
  },
  'mark-lost': {
    ...OF_TEXT,
    severity: 'warning',
    says: 'code, stress, an image or a note of the French is missing in the English, or a sign is left open',
    why: 'marks say what is code and what matters, and a sign left open is shown as it is',
  },
  'sentence-count': {
    ...OF_TEXT,
    severity: 'info',
    says: 'one side has many more sentences than the other, and more text',
    why: 'sentences may be cut and joined, but three that became a short one are worth a look',
  },
  'hidden-character': {
    ...OF_TEXT,
    severity: 'warning',
    says: 'a text holds a sign that nobody sees',
    why: 'it can turn words around, or keep a term from being found',
  },
  'mixed-script': {
    ...OF_TEXT,
    severity: 'warning',
    says: 'a word mixes letters of two alphabets that look alike',
    why: 'one sees the word, and no search finds it',
  },
  'first-mention': {
    ...OF_TEXT,
    severity: 'warning',
    says: 'an acronym is not spelled out at its first mention, though the French spells it out',
    why: 'who does not know it cannot guess it, and the author took care',
  },
  'duplicate-id': {
    ...IN_GLOSSARY,
    severity: 'error',
    says: 'two entries have one id; the second is left out',
    why: 'addresses, references and waivers name an entry by its id',
  },
  displaced: {
    ...IN_GLOSSARY,
    severity: 'info',
    says: 'an entry of another tool has the French of a maintained one, and is left out',
    why: 'what a person decided here must not be undone by the next export',
  },
  'unknown-reference': {
    ...IN_GLOSSARY,
    severity: 'error',
    says: '“see:” names an entry that is not there',
    why: 'a reference leads somewhere, or it misleads',
  },
  example: {
    ...IN_GLOSSARY,
    severity: 'error',
    says: 'an entry does not do what its own example says',
    why: 'examples are how entries test themselves',
  },
  'no-definition': {
    ...IN_GLOSSARY,
    severity: 'info',
    says: 'an entry has no definition',
    why: 'two people can agree on a word only where they mean one thing',
  },
  'own-rule': {
    ...IN_GLOSSARY,
    severity: 'error',
    says: 'an entry accepts a word that it rules out too, or takes for a sign of another sense',
    why: 'whatever a translator writes would be wrong, or prove nothing',
  },
  'never-found': {
    ...IN_GLOSSARY,
    severity: 'error',
    says: 'a term can never be found: its own exception covers it, or it holds no word',
    why: 'the entry would do nothing, and nobody would notice',
  },
  'part-of-speech': {
    ...IN_GLOSSARY,
    severity: 'info',
    says: 'a word that looks like a verb or an adjective is taken for a noun',
    why: 'the part of speech decides which forms are found',
  },
  conflict: {
    ...IN_GLOSSARY,
    severity: 'warning',
    says: 'two entries of one French term judge one English word differently',
    why: 'one of them would call right what the other calls wrong',
  },
  duplicate: {
    ...IN_GLOSSARY,
    severity: 'warning',
    says: 'two entries share a French term and its English',
    why: 'who changes one would leave the other behind',
  },
  'never-told': {
    ...IN_GLOSSARY,
    severity: 'warning',
    says: 'an entry rules out a word that it takes for a sign of another sense',
    why: 'where the word stands, another sense is meant, so it is never wrong',
  },
  'two-meanings': {
    ...IN_GLOSSARY,
    severity: 'info',
    says: 'two entries share a French term, with different English',
    why: 'only a reader can tell which is meant, so either rendering will do',
  },
  'never-hit': {
    ...IN_GLOSSARY,
    severity: 'info',
    says: 'no article has a term of an entry',
    why: 'nobody has to wonder why it does nothing',
  },
  ...FILE_RULES,
} as const satisfies Readonly<Record<string, Rule>>;

/** The id of a rule, as findings, waivers and `--skip` name it. */
export type RuleId = keyof typeof TABLE;

export const RULES: Readonly<Record<RuleId, Rule>> = TABLE;

/** In the order of the table. */
export const RULE_IDS = Object.keys(TABLE) as readonly RuleId[];

export function isRuleId(word: string): word is RuleId {
  return Object.hasOwn(TABLE, word);
}
