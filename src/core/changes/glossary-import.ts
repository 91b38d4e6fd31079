import { type Glossary, glossarySlices } from '../checks/check-glossary.ts';
import type { Problem } from '../checks/problem.ts';
import { type Concept, isAccepted, type Language, preferredTerm, type Term } from '../model/concept.ts';
import type { Place } from '../model/place.ts';
import type { Slices } from '../model/slices.ts';
import { fold } from '../text/characters.ts';
import { readingKey } from '../text/same-reading.ts';
import { createSlugs, slugOf } from '../text/slug.ts';
import { guessPartOfSpeech } from '../words/part-of-speech.ts';

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

/**
 * Says of the entries of a file what they would do. One is ours where it has our id and a French term of ours, or a
 * French term alone: the same English is no sign, as two entries may share it.
 */
export function* glossaryImportSlices(incoming: readonly Concept[], glossary: Glossary): Slices<readonly EntryRow[]> {
  const byFrench = new Map<string, Concept>();
  for (const concept of glossary.concepts)
    for (const { text } of concept.fr) if (!byFrench.has(fold(text))) byFrench.set(fold(text), concept);
  const freeId = createSlugs();
  for (const id of glossary.byId.keys()) freeId(id);
  const known = new Map<Concept, EntryRow>();
  const rows: EntryRow[] = [];
  for (const [i, theirs] of incoming.entries()) {
    if (i % SLICE === SLICE - 1) yield;
    const ours = ourEntry(theirs, byFrench, glossary.byId);
    if (ours === null) {
      const entry = writtenByPeople({
        ...theirs,
        id: freeId(theirs.id, slugOf(`${theirs.id} ${theirs.fr[0]?.text ?? ''}`)),
      });
      for (const { text } of entry.fr) if (!byFrench.has(fold(text))) byFrench.set(fold(text), entry);
      known.set(entry, { kind: 'new', ours: null, entry, theirs, says: [] });
    } else known.set(ours, rowWith(known.get(ours) ?? null, ours, theirs));
  }
  for (const row of known.values()) rows.push(row);
  return rows;
}

function ourEntry(
  { id, fr }: Concept,
  byFrench: ReadonlyMap<string, Concept>,
  byId: ReadonlyMap<string, Concept>,
): Concept | null {
  const named = byId.get(id);
  const terms = new Set(named?.fr.map(({ text }) => fold(text)));
  if (named !== undefined && fr.some(({ text }) => terms.has(fold(text)))) return named;
  for (const { text } of fr) {
    const found = byFrench.get(fold(text));
    if (found !== undefined) return found;
  }
  return null;
}

/** An entry as a person would write it: what goes without saying is left out, and it is no export any more. */
function writtenByPeople({ isExport: _, ...concept }: Concept): Concept {
  const plain = (term: Term): Term =>
    term.partOfSpeech === guessPartOfSpeech(term.text, term.language) ? { ...term, inferred: true } : term;
  return { ...concept, fr: concept.fr.map(plain), en: concept.en.map(plain) };
}

/** @param before what entries before it in the file say of the same one */
function rowWith(before: EntryRow | null, ours: Concept, theirs: Concept): EntryRow {
  const old = before?.entry ?? ours;
  const differences = differencesOf(old, theirs);
  const isConflict = before?.kind === 'conflict' || differences.some(({ isClash }) => isClash);
  const isNew = before?.kind === 'new';
  const says = [...(before?.says ?? []), ...differences.map((one) => one.says)];
  return {
    kind: isNew ? 'new' : isConflict ? 'conflict' : says.length > 0 ? 'changed' : 'same',
    ours: isNew ? null : ours,
    entry: differences.length === 0 ? old : mergedEntry(old, theirs),
    theirs: before?.theirs ?? theirs,
    says: isNew ? [] : says,
  };
}

interface Difference {
  readonly says: string;
  /** One side accepts what the other rules out. */
  readonly isClash: boolean;
}

/** What theirs says and ours does not. What a file leaves out is no change: most formats hold a part alone. */
function differencesOf(ours: Concept, theirs: Concept): Difference[] {
  const terms = [...theirs.fr, ...theirs.en].flatMap((term) => differenceOf(term, ours, theirs) ?? []);
  if (theirs.definition === null || saysSame(ours.definition, theirs.definition)) return terms;
  const says = ours.definition === null ? 'a definition' : 'another definition';
  return [...terms, { says, isClash: false }];
}

function saysSame(ours: string | null, theirs: string): boolean {
  return ours !== null && readingKey(ours) === readingKey(theirs);
}

function differenceOf(term: Term, ours: Concept, theirs: Concept): Difference | null {
  const mine = sameTerm(ours[term.language], term);
  const word = `“${term.text}”`;
  if (mine === undefined)
    return { says: isAccepted(term) ? `${word} is new` : `${word} is ruled out there`, isClash: false };
  if (isAccepted(mine) !== isAccepted(term)) {
    const [there, here] = isAccepted(term) ? ['accepted', 'ruled out'] : ['ruled out', 'accepted'];
    return { says: `${word} is ${there} there and ${here} here`, isClash: true };
  }
  return isRaised(mine, term, theirs) ? { says: `${word} is preferred there`, isClash: false } : null;
}

/** A term that stands alone is first whatever anybody prefers. */
function isRaised(mine: Term, term: Term, theirs: Concept): boolean {
  const accepted = theirs[term.language].filter(isAccepted);
  return accepted.length > 1 && term.status === 'preferred' && mine.status === 'admitted';
}

function sameTerm(terms: readonly Term[], { text }: Term): Term | undefined {
  return terms.find((term) => term.text === text) ?? terms.find((term) => fold(term.text) === fold(text));
}

/** Our entry with all that theirs says; what that does not speak of stays. */
function mergedEntry(ours: Concept, theirs: Concept): Concept {
  return {
    ...ours,
    ...(ours.keep ? {} : { fr: mergedTerms('fr', ours, theirs) }),
    ...(ours.keep ? {} : { en: mergedTerms('en', ours, theirs) }),
    definition: theirs.definition ?? ours.definition,
  };
}

function mergedTerms(language: Language, ours: Concept, theirs: Concept): readonly Term[] {
  const raised = theirs[language].find((term) => {
    const mine = sameTerm(ours[language], term);
    return mine !== undefined && isAccepted(mine) && isAccepted(term) && isRaised(mine, term, theirs);
  });
  const lowered = raised === undefined ? undefined : preferredTerm(ours, language);
  const kept = ours[language].map((mine): Term => {
    const term = sameTerm(theirs[language], mine);
    if (mine === lowered) return { ...mine, status: 'admitted' };
    if (term === undefined || (isAccepted(mine) === isAccepted(term) && term !== raised)) return mine;
    return { ...mine, status: term === raised ? 'preferred' : statusOf(term), why: null };
  });
  const added = writtenByPeople(theirs)[language].filter((term) => sameTerm(ours[language], term) === undefined);
  return [...kept, ...added.map((term): Term => ({ ...term, status: statusOf(term) }))];
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
  const base = name.replace(/^.*[/\\]/s, '').replace(/\.[^.]*$/, '');
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
