import type { Concept, Example, Language, Term, TermStatus } from '../../core/model/concept.ts';
import type { Place } from '../../core/model/place.ts';
import { slugOfTerm } from '../../core/text/slug.ts';
import { hasInnerCapitals, isAcronym } from '../../core/words/acronyms.ts';
import { guessPartOfSpeech } from '../../core/words/part-of-speech.ts';
import { type ValueProblem, valueProblems } from '../schema-problems.ts';
import {
  CONCEPT_KEYS,
  ENTRY_KEY_NAMES,
  ENTRY_KEYS,
  type Said,
  TERM_KEYS,
  WrittenConcept,
  type WrittenTerm,
} from './schema.ts';

/** Where a part of an entry stands, by its path in the written value. */
export type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** An entry that holds, or what is wrong with it. */
export type ReadEntry =
  | { readonly concept: Concept; readonly problems: readonly [] }
  | { readonly concept: null; readonly problems: readonly ValueProblem[] };

/** Reads one entry as people write it, design section 4: from a file, a form or a request. */
export function readEntry(value: unknown, placeOf: PlaceOf): ReadEntry {
  const parsed = WrittenConcept.safeParse(value);
  if (!parsed.success)
    return {
      concept: null,
      problems: valueProblems(parsed.error, (path) => (path.length === 0 ? CONCEPT_KEYS : TERM_KEYS)),
    };
  const problems = meaningProblems(parsed.data);
  return problems.length > 0 ? { concept: null, problems } : { concept: conceptOf(parsed.data, placeOf), problems: [] };
}

/** What the shape cannot say. */
function meaningProblems(entry: WrittenConcept): ValueProblem[] {
  const problems: ValueProblem[] = [];
  if (entry.keep !== undefined && (entry.fr !== undefined || entry.en !== undefined)) {
    problems.push({ path: ['keep'], message: 'an entry has either “keep”, or “fr” and “en”; delete one of them' });
  }
  if (entry.keep === undefined && entry.fr === undefined) {
    problems.push({ path: [], message: 'fr: list the French terms, the preferred one first' });
  }
  if (entry.keep === undefined && entry.en === undefined) {
    problems.push({ path: [], message: 'en: list the English terms, the preferred one first' });
  }
  asList<string | WrittenTerm>(entry.fr).forEach((term, i) => {
    if (typeof term === 'object' && term.plural !== undefined)
      problems.push({ path: ['fr', i, 'plural'], message: 'only an English term has “plural”; delete it here' });
  });
  entry.examples?.forEach((example, i) => {
    if (!/\S\s*=>\s*\S/.test(example)) {
      problems.push({
        path: ['examples', i],
        message: 'write “French => English”, or “French => -” for what must not match',
      });
    }
  });
  return problems;
}

function conceptOf(entry: WrittenConcept, placeOf: PlaceOf): Concept {
  const ruledOut = asList(entry.not).map((written, i) => ruledOutTerm(written, placeOf(['not', i])));
  const fr =
    entry.keep === undefined ? termsOf(entry.fr, 'fr', placeOf) : [keptTerm(entry.keep, 'fr', placeOf(['keep']))];
  const en =
    entry.keep === undefined ? termsOf(entry.en, 'en', placeOf) : [keptTerm(entry.keep, 'en', placeOf(['keep']))];
  const named = en.find((term) => term.status === 'preferred') ?? en[0] ?? fr[0];
  return {
    id: entry.id ?? slugOfTerm(named?.text ?? '', 'concept'),
    fr,
    en: [...en, ...ruledOut],
    keep: entry.keep !== undefined,
    ...saidBy(entry),
    count: entry.count ?? (entry.keep === undefined ? 'each' : 'unit'),
    examples: (entry.examples ?? []).map((example, i) => exampleOf(example, placeOf(['examples', i]))),
    place: placeOf([]),
  };
}

/** The texts and lists of an entry, by the table of keys. */
function saidBy(entry: WrittenConcept): Said {
  const said: Partial<Record<string, unknown>> = {};
  for (const key of ENTRY_KEY_NAMES) {
    const { holds, property } = ENTRY_KEYS[key];
    if (holds !== 'other') said[property] = holds === 'text' ? (entry[key] ?? null) : asList(entry[key]);
  }
  return said as unknown as Said;
}

function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** First of a list = preferred; the first acronym is preferred beside the first long form; the others are admitted. */
function termsOf(written: WrittenConcept['fr'], language: Language, placeOf: PlaceOf): Term[] {
  const taken = new Set<boolean>();
  return asList<string | WrittenTerm>(written).map((item, i) => {
    const object: WrittenTerm = typeof item === 'string' ? { term: item } : item;
    const short = isAcronym(object.term);
    const status = object.status ?? (taken.has(short) ? 'admitted' : 'preferred');
    if (object.status === undefined) taken.add(short);
    return termOf(object, language, status, placeOf([language, ...(Array.isArray(written) ? [i] : [])]));
  });
}

function termOf(written: WrittenTerm, language: Language, status: TermStatus, place: Place): Term {
  return {
    text: written.term,
    language,
    status,
    partOfSpeech: written.pos ?? guessPartOfSpeech(written.term, language),
    inferred: written.pos === undefined,
    gender: written.gender ?? null,
    caseExact: written.case === 'exact' || (written.case === undefined && hasInnerCapitals(written.term)),
    plural: written.plural ?? null,
    forms: written.forms ?? [],
    why: null,
    place,
  };
}

function keptTerm(keep: NonNullable<WrittenConcept['keep']>, language: Language, place: Place): Term {
  const written: WrittenTerm = typeof keep === 'string' ? { term: keep } : keep;
  return termOf({ ...written, pos: written.pos ?? 'properNoun' }, language, 'preferred', place);
}

type RuledOut = Exclude<NonNullable<WrittenConcept['not']>, readonly unknown[]>;

function ruledOutTerm(written: RuledOut, place: Place): Term {
  const { why, ...term } = typeof written === 'string' ? { term: written, why: undefined } : written;
  return { ...termOf(term, 'en', 'deprecated', place), why: why ?? null };
}

function exampleOf(text: string, place: Place): Example {
  const [source = '', target = ''] = text.split('=>', 2).map((side) => side.trim());
  return { source, target: target === '-' ? null : target, place };
}
