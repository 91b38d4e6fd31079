import { isTranslatable, type Unit } from '../../model/article.ts';
import type { Slices } from '../../model/slices.ts';
import { asSeen } from '../../text/as-seen.ts';
import { leaveOutUnwritable } from '../../text/unwritable.ts';
import { readNote } from '../notes.ts';
import { type ImportMatch, matchSlices, type ReadLike } from './import-matches.ts';
import type { IncomingUnit } from './incoming-unit.ts';

/**
 * What a text of a file would do: be the first translation of its unit, change it, or nothing. `conflict`: both sides
 * were reviewed, and say something else. `kept`: reviewed here, and a draft there. `unknown`: it belongs to no unit for
 * sure.
 */
export type ImportKind = 'new' | 'changed' | 'same' | 'conflict' | 'kept' | 'unknown';

/** What a text of a file would do to an article. */
export interface ImportRow {
  readonly kind: ImportKind;
  readonly incoming: IncomingUnit;
  /** Of `unknown` the one that is most like it; null for none. */
  readonly unit: Unit | null;
  /** The English that would stand there, and its state. */
  readonly target: string;
  readonly state: 'draft' | 'reviewed';
  /** Notes of the file that the unit has not. */
  readonly notes: readonly string[];
  /** Why it is so, where that is a question; '' otherwise. */
  readonly why: string;
}

/** What an import would do to one article. */
export interface ImportPlan {
  readonly slug: string;
  /** In the order of the file. */
  readonly rows: readonly ImportRow[];
}

/** Says of each text of a file what it would do to an article; writes nothing. */
export function* importPlanSlices(
  article: { readonly slug: string; readonly units: readonly Unit[] },
  incoming: readonly IncomingUnit[],
  read: ReadLike,
): Slices<ImportPlan> {
  const rows: ImportRow[] = [];
  for (const match of yield* matchSlices(article, incoming, read)) {
    rows.push(rowOf(match, read));
    yield;
  }
  return { slug: article.slug, rows };
}

function rowOf({ incoming, unit, nearest, why }: ImportMatch, read: ReadLike): ImportRow {
  const said = leaveOutUnwritable(incoming.target ?? '').trim();
  const state = incoming.state === 'reviewed' ? 'reviewed' : 'draft';
  if (unit === null) {
    const row = { incoming, unit: nearest, target: said, notes: incoming.notes, why };
    return said === ''
      ? { ...row, kind: 'same', state, unit: null, why: '' }
      : { ...row, kind: 'unknown', state: 'draft' };
  }
  const isSame = saysSame(unit, said, read);
  const notes = isTranslatable(unit) ? newNotes(unit, incoming) : [];
  const target = isSame ? (unit.target?.text ?? '') : said;
  return { incoming, unit, target, state, notes, ...verdictOn(unit, { target: said, isSame, state, notes }) };
}

interface Said extends Pick<ImportRow, 'target' | 'state' | 'notes'> {
  /** It reads as what stands there. */
  readonly isSame: boolean;
}

/**
 * What is the same, says nothing, or is of a unit that has no English of its own, changes nothing. Nobody knows what a
 * text was when it left: where a person approved one here, another one is a question; a draft here gives way.
 *
 * @guard review-over-draft → { kind: 'changed', why: '' }
 */
function verdictOn(unit: Unit, { target, isSame, state, notes }: Said): Pick<ImportRow, 'kind' | 'why'> {
  const isReviewed = unit.state === 'reviewed';
  if (target === '' || !isTranslatable(unit)) return { kind: 'same', why: '' };
  if (unit.target === null) return { kind: 'new', why: '' };
  if (isSame && state === 'reviewed' && !isReviewed) return { kind: 'changed', why: 'reviewed there' };
  if (isSame) return notes.length > 0 ? { kind: 'changed', why: 'a note' } : { kind: 'same', why: '' };
  if (!isReviewed) return { kind: 'changed', why: '' };
  return state === 'draft'
    ? { kind: 'kept', why: 'reviewed here, and a draft there' }
    : { kind: 'conflict', why: 'reviewed on both sides' };
}

function saysSame(unit: Unit, said: string, read: ReadLike): boolean {
  const stored = unit.target;
  if (stored === null || said === '') return false;
  return stored.text.trim() === said || asSeen(stored) === asSeen(read(said, unit.source));
}

function newNotes({ notes }: Unit, incoming: IncomingUnit): readonly string[] {
  const oneLine = (note: string) => leaveOutUnwritable(note).replaceAll(/\s+/g, ' ').trim();
  // What somebody brought before is known, whoever it was.
  const known = new Set(notes.map(oneLine).flatMap((note) => [note, readNote(note).text]));
  return [...new Set(incoming.notes.map(oneLine))].filter((note) => note !== '' && !known.has(note));
}

/** Which conflicts an import takes over: none, or those that are reviewed there as well. */
export interface Taking {
  readonly theirs: boolean;
}

/** The rows that are written where nobody chooses one by one. */
export function appliedRows({ rows }: ImportPlan, { theirs }: Taking): readonly ImportRow[] {
  return rows.filter(({ kind }) => kind === 'new' || kind === 'changed' || (theirs && kind === 'conflict'));
}

/** Whether a person can take a row over whatever stands there: not a draft over a review, nor what belongs nowhere. */
export function canTake({ kind, unit }: ImportRow): boolean {
  return unit !== null && kind !== 'same' && kind !== 'kept' && !(kind === 'unknown' && unit.state === 'reviewed');
}
