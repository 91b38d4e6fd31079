import { type Concept, saysTheSame, type Term, type WayToCount } from '../../core/model/concept.ts';
import { hasInnerCapitals, isAcronym } from '../../core/words/acronyms.ts';
import {
  ENTRY_KEY_NAMES,
  ENTRY_KEYS,
  type ListKey,
  type TextKey,
  type WrittenConcept,
  type WrittenTerm,
} from './schema.ts';

/** A ruled-out rendering as an entry writes it. */
export type WrittenRuledOut = Extract<NonNullable<WrittenConcept['not']>, readonly unknown[]>[number];

/** What the table of keys cannot say of a plain entry. */
interface PlainTerms {
  readonly id: string;
  readonly fr?: readonly (string | WrittenTerm)[];
  readonly en?: readonly (string | WrittenTerm)[];
  readonly keep?: string | WrittenTerm;
  readonly not?: readonly WrittenRuledOut[];
  readonly count?: WayToCount;
  readonly examples?: readonly string[];
}

/**
 * An entry in its plainest form: lists are lists, a term without rules is a text, what goes without saying is left out.
 */
export type PlainEntry = PlainTerms & { readonly [K in TextKey]?: string } & {
  readonly [K in ListKey]?: readonly string[];
};

/** What one would write to get a concept: read again, it gives the same concept. */
export function plainEntry(concept: Concept): PlainEntry {
  const { id, keep, count, examples, fr, en } = concept;
  const ruledOut = en.filter(isPlainlyRuledOut);
  const accepted = en.filter((term) => !isPlainlyRuledOut(term));
  const [name] = fr;
  const others: Readonly<Record<string, unknown>> = {
    count: count === (keep ? 'unit' : 'each') ? null : count,
    examples: examples.map(({ source, target }) => `${source} => ${target ?? '-'}`),
  };
  const entry = {
    id,
    ...(keep && name ? { keep: keptTerm(name) } : { fr: plainTerms(fr), en: plainTerms(accepted) }),
    not: ruledOut.map(plainRuledOut),
    ...Object.fromEntries(
      ENTRY_KEY_NAMES.map((key) => [key, key in others ? others[key] : concept[ENTRY_KEYS[key].property]]),
    ),
  };
  return withoutNothing(entry) as unknown as PlainEntry;
}

/** Whether one would write the same for two entries, in the same words. */
export function isWrittenAlike(one: Concept, other: Concept): boolean {
  // Most that are compared differ in nothing, which is seen at once.
  return saysTheSame(one, other) || JSON.stringify(plainEntry(one)) === JSON.stringify(plainEntry(other));
}

function withoutNothing(value: object): Record<string, unknown> {
  const says = (one: unknown) => one !== null && one !== undefined && !(Array.isArray(one) && one.length === 0);
  return Object.fromEntries(Object.entries(value).filter(([, one]) => says(one)));
}

/** Deprecated, and saying nothing that `not:` could not say. */
function isPlainlyRuledOut({ status, forms, gender }: Term): boolean {
  return status === 'deprecated' && forms.length === 0 && gender === null;
}

/** The status that follows from the order is left out; see `termsOf` in entry.ts. */
function plainTerms(terms: readonly Term[]): (string | WrittenTerm)[] {
  const taken = new Set<boolean>();
  return terms.map((term) => {
    const short = isAcronym(term.text);
    const byOrder = taken.has(short) ? 'admitted' : 'preferred';
    if (term.status === byOrder) taken.add(short);
    return plainTerm(
      term,
      term.status === byOrder ? null : term.status,
      term.inferred === true ? null : term.partOfSpeech,
    );
  });
}

function keptTerm(term: Term): string | WrittenTerm {
  const pos = term.partOfSpeech === 'properNoun' ? null : term.partOfSpeech;
  return plainTerm(term, term.status === 'preferred' ? null : term.status, pos);
}

function plainTerm(term: Term, status: Term['status'] | null, pos: Term['partOfSpeech'] | null): string | WrittenTerm {
  const { text, gender, plural, forms } = term;
  const written = withoutNothing({ term: text, pos, gender, status, case: caseOf(term), plural, forms });
  return Object.keys(written).length === 1 ? text : (written as unknown as WrittenTerm);
}

function plainRuledOut(term: Term): WrittenRuledOut {
  const { text, why, partOfSpeech, inferred, plural } = term;
  const pos = inferred === true ? null : partOfSpeech;
  const written = withoutNothing({ term: text, why, pos, case: caseOf(term), plural });
  return Object.keys(written).length === 1 ? text : (written as unknown as WrittenRuledOut);
}

function caseOf({ text, caseExact }: Term): 'exact' | 'any' | null {
  if (caseExact === hasInnerCapitals(text)) return null;
  return caseExact ? 'exact' : 'any';
}
