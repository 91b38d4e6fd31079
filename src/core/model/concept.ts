import type { Place } from './place.ts';

export type Language = 'fr' | 'en';

/** How a term stands in its concept; ISO 30042 administrativeStatus. */
export const TERM_STATUSES = ['preferred', 'admitted', 'deprecated', 'superseded'] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

/** As in TBX-Basic, partOfSpeech. */
export const PARTS_OF_SPEECH = ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** One word or group of words that names a concept in one language. */
export interface Term {
  readonly text: string;
  readonly language: Language;
  readonly status: TermStatus;
  readonly partOfSpeech: PartOfSpeech;
  /** Nobody wrote the part of speech, though they could have: it is taken from the words. */
  readonly inferred?: boolean;
  readonly gender: 'm' | 'f' | null;
  /** Matches only with the capitals it is written with; acronyms and names do. */
  readonly caseExact: boolean;
  /** `none` for an English word that has no plural: software. */
  readonly plural: 'none' | null;
  /** Forms that the rules cannot make. */
  readonly forms: readonly string[];
  /** Why it is ruled out: “that is puce”. Only for deprecated terms. */
  readonly why: string | null;
  readonly place: Place;
}

/**
 * `each` occurrence wants its own rendering; one in the `unit` is enough (names, generic heads); or English renders the
 * word as the sentence asks, and where none of its renderings stands that is worth a remark (`free`, general words).
 */
export const WAYS_TO_COUNT = ['each', 'unit', 'free'] as const;
export type WayToCount = (typeof WAYS_TO_COUNT)[number];

/** A pair of texts that an entry promises to treat rightly; `target: null` = the concept must not be found. */
export interface Example {
  readonly source: string;
  readonly target: string | null;
  readonly place: Place;
}

/** One entry of the glossary: one meaning, with the terms of both languages. ISO 704 concept, TBX conceptEntry. */
export interface Concept {
  readonly id: string;
  readonly fr: readonly Term[];
  readonly en: readonly Term[];
  /** The same on both sides. */
  readonly keep: boolean;
  readonly definition: string | null;
  readonly citation: string | null;
  readonly domain: string | null;
  readonly note: string | null;
  readonly see: readonly string[];
  readonly count: WayToCount;
  /** French phrases that swallow a match. */
  readonly except: readonly string[];
  /** English words and phrases that show that another sense was meant. */
  readonly unless: readonly string[];
  readonly examples: readonly Example[];
  /** It comes as another tool has it, so nobody is asked for what that tool does not give. */
  readonly isExport?: boolean;
  readonly place: Place;
}

/** The term a concept goes by in a language: the first preferred one. */
export function preferredTerm(concept: Concept, language: Language): Term | undefined {
  return concept[language].find((term) => term.status === 'preferred') ?? concept[language][0];
}

/** May stand in a translation. */
export function isAccepted(term: Term): boolean {
  return term.status === 'preferred' || term.status === 'admitted';
}

/**
 * Whether two entries say the same, wherever they stand; several times as quick as to compare what each says as a text.
 */
export function saysTheSame(one: Concept, other: Concept): boolean {
  return isSameApartFrom(['place'], one, other);
}

/** What an entry tells people, and no text is judged by. */
const TOLD: readonly (keyof Concept)[] = ['definition', 'citation', 'domain', 'note', 'see', 'examples'];

/** Whether two entries ask the same of texts, wherever they stand and whatever they tell of themselves. */
export function asksTheSame(one: Concept, other: Concept): boolean {
  return isSameApartFrom(['place', ...TOLD], one, other);
}

/** Whether two entries say the same and stand in the same place. */
export function isSameEntry(one: Concept, other: Concept): boolean {
  return isSameApartFrom([], one, other);
}

function isSameApartFrom(left: readonly string[], one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!hasMembers(one) || !hasMembers(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => left.includes(key) || isSameApartFrom(left, one[key], other[key]))
  );
}

/** An object or a list. */
function hasMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** All that an entry says, wherever it stands, as one text. */
export function sayingOf(concept: Concept): string {
  return JSON.stringify(concept, (key, value: unknown) => (key === 'place' ? undefined : value));
}
