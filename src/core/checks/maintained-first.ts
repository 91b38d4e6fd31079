import type { Concept } from '../model/concept.ts';
import type { Slices } from '../model/slices.ts';
import { fold } from '../text/characters.ts';
import { numberedSlug } from '../text/slug.ts';
import { displaced } from './glossary-displaced.ts';
import { duplicateId } from './glossary-duplicate-id.ts';
import type { Problem } from './problem.ts';

/** The entries that are in use, and what is to be said of the others. */
export interface EntriesInUse {
  /** Those of people first, each list in the order of the files and of the entries in them. */
  readonly byId: ReadonlyMap<string, Concept>;
  readonly problems: readonly Problem[];
  /** Entries of tools under another id than their file gives them, by the entry of the file. */
  readonly renamed: ReadonlyMap<Concept, Concept>;
}

/** Entries looked at between two pauses. */
const SLICE = 500;

/**
 * What a person maintains goes before what a tool exports, whatever their files are called: of a French term that both
 * have, the maintained entry counts. An id that is taken is an error of who wrote it, and no matter for an export,
 * which has none of its own.
 *
 * @param before what was renamed last, so that an entry that did not change is the same object again
 */
export function* maintainedFirst(
  written: readonly Concept[],
  before: EntriesInUse['renamed'] | null,
): Slices<EntriesInUse> {
  const byId = new Map<string, Concept>();
  const problems: Problem[] = [];
  const byTerm = new Map<string, Concept>();
  const exported: Concept[] = [];
  for (const [i, concept] of written.entries()) {
    const first = byId.get(concept.id);
    if (concept.isExport) exported.push(concept);
    else if (first !== undefined) problems.push(duplicateId(concept, first));
    else {
      byId.set(concept.id, concept);
      for (const { text } of concept.fr) byTerm.set(fold(text), byTerm.get(fold(text)) ?? concept);
    }
    if (i % SLICE === 0) yield;
  }
  const renamed = new Map<Concept, Concept>();
  for (const [i, concept] of exported.entries()) {
    const shared = concept.fr.find(({ text }) => byTerm.has(fold(text)));
    const first = shared && byTerm.get(fold(shared.text));
    if (shared !== undefined && first !== undefined) problems.push(displaced(shared, first));
    else {
      const named = withFreeId(concept, byId, before);
      if (named !== concept) renamed.set(concept, named);
      byId.set(named.id, named);
    }
    if (i % SLICE === 0) yield;
  }
  return { byId, problems, renamed };
}

function withFreeId(
  concept: Concept,
  taken: ReadonlyMap<string, Concept>,
  before: EntriesInUse['renamed'] | null,
): Concept {
  if (!taken.has(concept.id)) return concept;
  const known = before?.get(concept);
  if (known !== undefined && !taken.has(known.id)) return known;
  let count = 2;
  while (taken.has(numberedSlug(concept.id, count))) count += 1;
  return { ...concept, id: numberedSlug(concept.id, count) };
}
