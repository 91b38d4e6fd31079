import { type Glossary, glossarySlices } from '../../checks/glossary/check-glossary.ts';
import type { Problem } from '../../checks/problem.ts';
import { type Concept, isAccepted, type Language, type Term } from '../../model/concept.ts';
import { addToGroup } from '../../model/groups.ts';
import type { Place } from '../../model/place.ts';
import type { Slices } from '../../model/slices.ts';
import { fold } from '../../text/characters.ts';
import { fileNameOf } from '../../text/file-name.ts';
import { createSlugs, slugOf } from '../../text/slug.ts';
import { guessPartOfSpeech } from '../../words/part-of-speech.ts';
import { type Difference, differencesOf, sameTerm } from '../entry-difference.ts';

/**
 * What an entry of a file would do to a glossary: be a new one, say more of one that is there, contradict it, or
 * nothing.
 */
export type EntryKind = 'new' | 'changed' | 'same' | 'conflict';

/** What entries of a file that are one of ours would do. */
export interface EntryRow {
  readonly kind: EntryKind;
  /** The entry as it is; null for a new one. */
  readonly ours: Concept | null;
  /** The entry as it would be. */
  readonly entry: Concept;
  /** Its first one in the file. */
  readonly theirs: Concept;
  /** What differs, a few words each: `“jeton lexical” is new`. */
  readonly says: readonly string[];
}

/** Entries looked at between two pauses. */
const SLICE = 500;

/** A file of entries, as far as it matters what they would do. */
interface IncomingEntries {
  readonly concepts: readonly Concept[];
  /** Its rows name no entries: what stands together is what has one French term, and may be several entries. */
  readonly isOfPairs?: boolean;
}

/**
 * Says of the entries of a file what they would do. One is ours where it has a French term of ours: the same English is
 * no sign, as two entries may share it. Of several that have it, the one that it differs least from.
 */
export function* glossaryImportSlices(
  { concepts, isOfPairs = false }: IncomingEntries,
  glossary: Glossary,
): Slices<readonly EntryRow[]> {
  const byFrench = new Map<string, Concept[]>();
  const file = (concept: Concept) => {
    for (const key of new Set(concept.fr.map(({ text }) => fold(text)))) addToGroup(byFrench, key, concept);
  };
  glossary.concepts.forEach(file);
  const freeId = createSlugs();
  for (const { id } of glossary.concepts) freeId(id);
  const known = new Map<Concept, EntryRow>();
  for (const [i, theirs] of concepts.entries()) {
    if (i % SLICE === SLICE - 1) yield;
    const found = withTheirFrench(theirs, byFrench);
    const others = isOfPairs ? found : [];
    const ours = likest(theirs, found, others);
    if (ours === null) {
      const entry = newEntry(theirs, freeId);
      if (isOfPairs) file(entry);
      known.set(entry, { kind: 'new', ours: null, entry, theirs, says: [] });
    } else known.set(ours, rowWith(known.get(ours) ?? null, ours, { theirs, others }));
  }
  return [...known.values()];
}

/** In the order of the glossary. */
function withTheirFrench({ fr }: Concept, byFrench: ReadonlyMap<string, readonly Concept[]>): readonly Concept[] {
  if (fr.length === 1) return byFrench.get(fold(fr[0]?.text ?? '')) ?? [];
  return [...new Set(fr.flatMap(({ text }) => byFrench.get(fold(text)) ?? []))];
}

/** A clash is worse than whatever else differs; of two that are as like, the one of the same name. */
function likest(theirs: Concept, found: readonly Concept[], others: readonly Concept[]): Concept | null {
  if (found.length < 2) return found[0] ?? null;
  const costs = found.map((ours) => {
    const differences = differencesOf(ours, theirs, others);
    const clashes = differences.filter(({ isClash }) => isClash).length;
    return clashes * 1000 + differences.length + (ours.id === theirs.id ? 0 : 0.5);
  });
  return found[costs.reduce((best, cost, i) => (cost < (costs[best] ?? 0) ? i : best), 0)] ?? null;
}

function newEntry(theirs: Concept, freeId: ReturnType<typeof createSlugs>): Concept {
  const id = freeId(theirs.id, slugOf(`${theirs.id} ${theirs.fr[0]?.text ?? ''}`));
  return writtenByPeople({ ...theirs, id });
}

/** An entry as a person would write it: what goes without saying is left out, and it is no export any more. */
function writtenByPeople({ isExport: _, ...concept }: Concept): Concept {
  return { ...concept, fr: concept.fr.map(asWritten), en: concept.en.map(asWritten) };
}

function asWritten(term: Term): Term {
  return term.partOfSpeech === guessPartOfSpeech(term.text, term.language) ? { ...term, inferred: true } : term;
}

/** @param before what entries before it in the file say of the same one */
function rowWith(
  before: EntryRow | null,
  ours: Concept,
  { theirs, others }: { readonly theirs: Concept; readonly others: readonly Concept[] },
): EntryRow {
  const old = before?.entry ?? ours;
  const differences = differencesOf(old, theirs, others);
  const isConflict = before?.kind === 'conflict' || differences.some(({ isClash }) => isClash);
  const isNew = before?.kind === 'new';
  const says = [...(before?.says ?? []), ...differences.map((one) => one.says)];
  return {
    kind: isNew ? 'new' : isConflict ? 'conflict' : says.length > 0 ? 'changed' : 'same',
    ours: isNew ? null : ours,
    entry: differences.length === 0 ? old : mergedEntry(old, theirs, differences),
    theirs: before?.theirs ?? theirs,
    says: isNew ? [] : says,
  };
}

/** Our entry with all that theirs says and it does not; what that does not speak of stays. */
function mergedEntry(ours: Concept, theirs: Concept, differences: readonly Difference[]): Concept {
  const said = new Set(differences.map(({ term }) => term));
  const definition = said.has(null) ? theirs.definition : ours.definition;
  if (ours.keep) return { ...ours, definition };
  const terms = (language: Language) =>
    mergedTerms(
      ours[language],
      theirs[language].filter((term) => said.has(term)),
    );
  return { ...ours, fr: terms('fr'), en: terms('en'), definition };
}

/** @param theirs those that differ from ours */
function mergedTerms(ours: readonly Term[], theirs: readonly Term[]): readonly Term[] {
  // What both accept and what differs all the same can only be preferred there.
  const raised = ours.find((mine) => isAccepted(mine) && sameTerm(theirs.filter(isAccepted), mine) !== undefined);
  const lowered = raised && (ours.find(({ status }) => status === 'preferred') ?? ours[0]);
  const kept = ours.map((mine): Term => {
    if (mine === raised) return { ...mine, status: 'preferred', why: null };
    if (mine === lowered) return { ...mine, status: 'admitted' };
    const term = sameTerm(theirs, mine);
    return term === undefined ? mine : { ...mine, status: statusOf(term), why: null };
  });
  const added = theirs.filter((term) => sameTerm(ours, term) === undefined);
  return [...kept, ...added.map((term): Term => ({ ...asWritten(term), status: statusOf(term) }))];
}

/** What comes to an entry goes behind what it prefers. */
function statusOf({ status }: Term): Term['status'] {
  return status === 'preferred' ? 'admitted' : status;
}

/** The rows that are written where nobody chooses one by one: of ours none, unless theirs go first. */
export function appliedEntries(
  rows: readonly EntryRow[],
  { theirs }: { readonly theirs: boolean },
): readonly EntryRow[] {
  return rows.filter(({ kind }) => kind === 'new' || (theirs && (kind === 'changed' || kind === 'conflict')));
}

/** The file that new entries of a file go into: `glossary/termes.yaml` for `Termes.tbx`. */
export function fileOfImport(name: string): string {
  const base = fileNameOf(name).replace(/\.[^.]*$/, '');
  return `glossary/${slugOf(base) || 'imported'}.yaml`;
}

/** What the entries of a file have wrong once they are there, each where it stands in that file. */
export function* entryProblemSlices(rows: readonly EntryRow[], glossary: Glossary): Slices<readonly Problem[]> {
  const added = rows.map(({ entry }) => entry);
  const old = new Set(rows.flatMap(({ ours }) => (ours === null ? [] : [ours.id])));
  const kept = glossary.written.filter((concept) => !old.has(glossary.renamed.get(concept)?.id ?? concept.id));
  const { verbs } = glossary;
  const { problems, findings } = yield* glossarySlices([...kept, ...added], { verbs, before: glossary });
  const places = new Set(rows.flatMap((row) => placesOf(row).map(placeKey)));
  return [...problems, ...findings].filter((one) => places.has(placeKey(one)));
}

/** Where an entry and its terms stand, in the file or in ours. */
export function placesOf({ theirs, entry }: EntryRow): readonly Place[] {
  return [theirs, entry].flatMap(({ place, fr, en }) => [place, ...[...fr, ...en].map((term) => term.place)]);
}

function placeKey({ file, line }: Pick<Place, 'file' | 'line'>): string {
  return `${line} ${file}`;
}
