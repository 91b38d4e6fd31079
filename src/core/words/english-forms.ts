import type { Term } from '../model/concept.ts';
import { type Form, type FormKind, FormSet } from '../model/form.ts';
import { lowerCase } from '../text/characters.ts';
import { isAcronym } from './acronyms.ts';
import { englishPlural } from './english-inflection.ts';
import { englishVerbForms } from './english-verbs.ts';
import { spellings } from './spelling.ts';
import { NO_VERBS, type Verbs } from './verbs.ts';

const PREFIXES =
  /(?<![^ ])(?:auto|back|bio|co|cross|cyber|fore|hyper|inter|micro|meta|mono|multi|nano|neuro|non|over|post|pre|re|self|semi|sub|super|tele|trans|ultra|un|under)(?=[a-z]{4})/i;
const PREPOSITIONS = new Set(['of', 'for', 'in', 'on', 'to', 'with', 'by', 'from', 'at', 'as']);
/** American → British endings; each side is found for the other. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/iz(e|es|ed|er|ers|ing|ation|ations)\b/g, 'is$1'],
  [/yz(e|es|ed|er|ers|ing)\b/g, 'ys$1'],
  [/\b(behavi|col|fav|lab|neighb)or/g, '$1our'],
  [/\b(cent|fib|met)er\b/g, '$1re'],
  [/\b(licen|defen|offen)se\b/g, '$1ce'],
  [/(label|model|travel|signal|cancel)(ed|ing|er|ers)\b/g, '$1l$2'],
  [/\bprogram\b/g, 'programme'],
  [/\bartifact/g, 'artefact'],
];
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/is(e|es|ed|er|ers|ing|ation|ations)\b/g, 'iz$1'],
  [/ys(e|es|ed|er|ers|ing)\b/g, 'yz$1'],
  [/\b(behavi|col|fav|lab|neighb)our/g, '$1or'],
  [/\b(cent|fib|met)re\b/g, '$1er'],
  [/\b(licen|defen|offen)ce\b/g, '$1se'],
  [/\bprogramme\b/g, 'program'],
  [/\bartefact/g, 'artifact'],
  [/(label|model|travel|signal|cancel)l(ed|ing|er|ers)\b/g, '$1$2'],
];

/**
 * Every form an English term takes: plural of the head, -ing, -ed and -s of verbs,
 * hyphen, space or closed spelling, American and British spelling.
 */
export function englishForms(term: Term, verbs: Verbs): Form[] {
  const set = new FormSet();
  const inflected: [string, FormKind][] = [[term.text, 'as written'], ...inflections(term, verbs)];
  for (const [text, kind] of inflected) set.add(text, kind);
  for (const form of term.forms) set.add(form, 'listed');
  for (const [text, kind] of inflected) {
    for (const spelled of respellings(text)) {
      for (const variant of spellings(spelled, PREFIXES, true))
        set.add(variant, kind === 'as written' ? 'spelling' : kind);
    }
  }
  return set.list();
}

/** The plural of a term; the term itself where it has none. */
export function englishPluralOf(term: Term): string {
  return englishForms(term, NO_VERBS).find(({ kind }) => kind === 'plural')?.text ?? term.text;
}

/** Any ending or word that differs between the two sides; most terms have none. */
const DIFFERS =
  /[iy][sz][ei]|[iy][sz]ation|ou?r|(?:cent|fib|met|lit)(?:er|re)|en[sc]e|l(?:ed|ing|er)|program|art[ei]fact/;

/** The text, and as the other side of the Atlantic writes it. */
function respellings(text: string): string[] {
  if (!DIFFERS.test(text)) return [text];
  return [...new Set([text, respell(text, BRITISH), respell(text, AMERICAN)])];
}

function respell(text: string, rules: readonly (readonly [RegExp, string])[]): string {
  return rules.reduce((spelled, [pattern, ending]) => spelled.replace(pattern, ending), text);
}

function inflections(term: Term, verbs: Verbs): [string, FormKind][] {
  if (term.plural === 'none' && term.partOfSpeech !== 'verb') return [];
  if (isAcronym(term.text)) return term.partOfSpeech === 'properNoun' ? [] : [[`${term.text}s`, 'plural']];
  if (term.partOfSpeech === 'noun') return [[pluralPhrase(term.text), 'plural']];
  if (term.partOfSpeech !== 'verb') return [];
  return englishVerbForms(term.text, verbs).map((form) => [form, 'conjugated']);
}

/** Plural of the head: the last word, or the one before “of”, “for”, “in”. */
function pluralPhrase(phrase: string): string {
  const words = phrase.split(/(\s+|-)/);
  const preposition = words.findIndex((word, i) => i > 0 && PREPOSITIONS.has(lowerCase(word)));
  const head = preposition > 1 ? preposition - 2 : words.length - 1;
  return words.map((word, i) => (i === head ? englishPlural(word) : word)).join('');
}
