import type { Concept, Term } from '../../model/concept.ts';
import type { ConceptsById } from '../../model/concepts-by-id.ts';
import { addToGroup } from '../../model/groups.ts';
import { formatPlace } from '../../model/place.ts';
import { sameItems } from '../../model/same-items.ts';
import type { Slices } from '../../model/slices.ts';
import { fold } from '../../text/characters.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { SharingRule, TermOfEntry } from './entry-rule.ts';
import { foldedFrench } from './french-terms.ts';
import { conflict } from './glossary-conflict.ts';
import { duplicate } from './glossary-duplicate.ts';
import { twoMeanings } from './glossary-two-meanings.ts';

/** What one French term in two entries may be; the first that says something is told. */
const SHARING_RULES: readonly SharingRule[] = [conflict, duplicate, twoMeanings];

/**
 * What is wrong with entries that share a French term, by that term folded, in the order of the entries and their
 * terms.
 */
export type SharedFindings = ReadonlyMap<
  string,
  { readonly entries: readonly Concept[]; readonly findings: readonly Problem[] }
>;

/** Entries in use, in order and by id. */
export interface AllEntries {
  readonly concepts: readonly Concept[];
  readonly byId: ConceptsById;
}

/** Entries looked at between two pauses. */
const SLICE = 500;

/**
 * @param shared ids of the entries of each term, in their order
 * @param before what was found in other entries: it holds of a term whose entries are the same objects
 */
export function* sharedSlices(
  shared: ReadonlyMap<string, readonly string[]>,
  { concepts, byId }: AllEntries,
  before: SharedFindings,
): Slices<SharedFindings> {
  const firsts = new Map<string, string[]>();
  for (const [term, [first = '']] of shared) addToGroup(firsts, first, term);
  const found = new Map<string, { entries: readonly Concept[]; findings: readonly Problem[] }>();
  for (const [i, concept] of concepts.entries()) {
    if (i % SLICE === 0) yield;
    const its = firsts.get(concept.id);
    if (its === undefined) continue;
    for (const term of inOrder(its, concept)) {
      const entries = (shared.get(term) ?? []).flatMap((id) => byId.get(id) ?? []);
      const known = before.get(term);
      const isKnown = known !== undefined && sameItems(known.entries, entries);
      found.set(term, isKnown ? known : { entries, findings: sharedTerm(term, entries) });
    }
  }
  return found;
}

/** Terms of an entry in the order in which it has them. */
function inOrder(terms: readonly string[], concept: Concept): readonly string[] {
  return terms.length === 1 ? terms : [...foldedFrench(concept)].filter((term) => terms.includes(term));
}

/** Each later entry of a French term beside the first. */
function sharedTerm(folded: string, entries: readonly Concept[]): Problem[] {
  const [first, ...others] = entries.flatMap((concept) => termOf(concept, folded) ?? []);
  if (first === undefined) return [];
  const where = formatPlace(first.term.place);
  return others.flatMap((other) => {
    const { term } = other;
    if (differInCapitals(first.term, term)) return [];
    for (const { rule, say } of SHARING_RULES) {
      const said = say(first, other);
      if (said !== null) return [problemOf(rule, term.place, `“${term.text}” stands at ${where} too, ${said}`)];
    }
    return [];
  });
}

/** Names that only their capitals tell apart, each found with its own alone: React and ReAct. */
function differInCapitals(one: Term, other: Term): boolean {
  return one.caseExact && other.caseExact && one.text !== other.text;
}

/** The last of its terms that is this one, where it has it twice. */
function termOf(concept: Concept, folded: string): TermOfEntry | null {
  const term = concept.fr.findLast(({ text }) => fold(text) === folded);
  return term === undefined ? null : { concept, term };
}
