import type { Concept, Term } from '../../model/concept.ts';
import { middlesOf } from '../../model/concept-changes.ts';
import { type ConceptsById, conceptsById } from '../../model/concepts-by-id.ts';
import { sameItems } from '../../model/same-items.ts';
import type { Slices } from '../../model/slices.ts';
import { fold } from '../../text/characters.ts';
import { createSlugs } from '../../text/slug.ts';
import type { Problem } from '../problem.ts';
import { foldedFrench } from './french-terms.ts';
import { displaced } from './glossary-displaced.ts';
import { duplicateId } from './glossary-duplicate-id.ts';

/** The entries that are in use, and what is to be said of the others. */
export interface EntriesInUse {
  /**
   * Those of people first, each list in the order of the files and of the entries in them; the very list that is
   * written where no entry comes from a tool and none had to be left out.
   */
  readonly concepts: readonly Concept[];
  readonly byId: ConceptsById;
  readonly problems: readonly Problem[];
  /** Entries of tools under another id than their file gives them, by the entry of the file. */
  readonly renamed: ReadonlyMap<Concept, Concept>;
  /** Entries of people for which one of a tool is left out, or another of people. */
  readonly displacing: ReadonlySet<Concept>;
}

/** Entries looked at between two pauses. */
const SLICE = 500;

/**
 * What a person maintains goes before what a tool exports, whatever their files are called: of a French term that both
 * have, the maintained entry counts. An id that is taken is an error of who wrote it, and no matter for an export,
 * which has none of its own.
 *
 * @param before what was in use of other entries: what was renamed and did not change is the same object again
 */
export function* maintainedFirst(written: readonly Concept[], before: InUseBefore | null): Slices<EntriesInUse> {
  const changed = before === null ? null : afterChange(written, before);
  yield;
  return changed ?? (yield* allOf(written, before?.renamed ?? null));
}

/** Entries as they were written, and those of them that were in use. */
type InUseBefore = EntriesInUse & { readonly written: readonly Concept[] };

/** What is in use where only entries of people changed, and no other gives way or gets another id for that; or null. */
function afterChange(written: readonly Concept[], before: InUseBefore): EntriesInUse | null {
  const { was, is } = middlesOf(before.written, written);
  const left = new Set(was.map(({ id }) => id));
  const come = new Set<string>();
  for (const { id, isExport } of is) {
    if (isExport || come.has(id) || (!left.has(id) && before.byId.has(id))) return null;
    come.add(id);
  }
  const isAll = before.concepts === before.written;
  if (!isAll && !isApartFromOthers(was, is, before)) return null;
  const concepts = isAll ? written : replaced(before.concepts, was, is);
  const { problems, renamed, displacing } = before;
  return { concepts, byId: before.byId.changed(was, is), problems, renamed, displacing };
}

/** Whether each of some entries in use has another in its place, and those that are left out or renamed stay so. */
function isApartFromOthers(was: readonly Concept[], is: readonly Concept[], before: InUseBefore): boolean {
  const { byId, displacing, renamed } = before;
  const isFree = (one: Concept) => !one.isExport && byId.get(one.id) === one && !displacing.has(one);
  const left = new Set(was.map(({ id }) => id));
  return (
    was.length === is.length &&
    was.every((one, i) => isFree(one) && hasSameFrench(one, is[i] as Concept)) &&
    // What was taken may be free now, the id of a tool’s entry or a number behind it.
    !was.some(({ id }) => /-\d+$/.test(id)) &&
    [...renamed.keys()].every(({ id }) => !left.has(id))
  );
}

function hasSameFrench(one: Concept, other: Concept): boolean {
  return sameItems([...foldedFrench(one)], [...foldedFrench(other)]);
}

/** A list with other entries in place of some that follow each other in it. */
function replaced(concepts: readonly Concept[], was: readonly Concept[], is: readonly Concept[]): readonly Concept[] {
  const start = was[0] === undefined ? 0 : concepts.indexOf(was[0]);
  return [...concepts.slice(0, start), ...is, ...concepts.slice(start + was.length)];
}

function* allOf(written: readonly Concept[], renamed: EntriesInUse['renamed'] | null): Slices<EntriesInUse> {
  const byId = new Map<string, Concept>();
  const problems: Problem[] = [];
  const displacing = new Set<Concept>();
  for (const [i, concept] of written.entries()) {
    if (i % SLICE === 0) yield;
    if (concept.isExport) continue;
    const first = byId.get(concept.id);
    if (first === undefined) byId.set(concept.id, concept);
    else {
      problems.push(duplicateId(concept, first));
      displacing.add(first);
    }
  }
  const exported = written.filter(({ isExport }) => isExport);
  if (exported.length > 0) return yield* withExported({ byId, problems, displacing }, exported, renamed);
  const concepts = problems.length === 0 ? written : [...byId.values()];
  return { concepts, byId: conceptsById(byId), problems, renamed: new Map(), displacing };
}

/** The entries of people by id, and what is to be said of those left out. */
interface Maintained extends Pick<EntriesInUse, 'problems' | 'displacing'> {
  readonly byId: ReadonlyMap<string, Concept>;
}

/** The entries of people, and those of tools that have none of their French terms. */
function* withExported(
  maintained: Maintained,
  exported: readonly Concept[],
  before: EntriesInUse['renamed'] | null,
): Slices<EntriesInUse> {
  const byId = new Map(maintained.byId);
  const problems = [...maintained.problems];
  const displacing = new Set(maintained.displacing);
  const renamed = new Map<Concept, Concept>();
  const byTerm = yield* byTermSlices(maintained.byId.values());
  const freeId = createSlugs();
  for (const id of maintained.byId.keys()) freeId(id);
  for (const [i, concept] of exported.entries()) {
    if (i % SLICE === 0) yield;
    const giving = firstWithFrench(concept, byTerm);
    if (giving !== null) {
      problems.push(displaced(...giving));
      displacing.add(giving[1]);
      continue;
    }
    const named = withId(concept, freeId(concept.id), before);
    if (named !== concept) renamed.set(concept, named);
    byId.set(named.id, named);
  }
  return { concepts: [...byId.values()], byId: conceptsById(byId), problems, renamed, displacing };
}

/** The first entry of each French term, folded. */
function* byTermSlices(concepts: Iterable<Concept>): Slices<ReadonlyMap<string, Concept>> {
  const byTerm = new Map<string, Concept>();
  let seen = 0;
  for (const concept of concepts) {
    for (const { text } of concept.fr) addFirst(byTerm, fold(text), concept);
    seen += 1;
    if (seen % SLICE === 0) yield;
  }
  return byTerm;
}

/** The French term that a maintained entry has too, and that entry. */
function firstWithFrench({ fr }: Concept, byTerm: ReadonlyMap<string, Concept>): [Term, Concept] | null {
  for (const term of byTerm.size === 0 ? [] : fr) {
    const first = byTerm.get(fold(term.text));
    if (first !== undefined) return [term, first];
  }
  return null;
}

/** The very same object as before where it had that id then. */
function withId(concept: Concept, id: string, before: EntriesInUse['renamed'] | null): Concept {
  if (id === concept.id) return concept;
  const known = before?.get(concept);
  return known?.id === id ? known : { ...concept, id };
}

function addFirst<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}
