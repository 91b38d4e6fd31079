import type { Unit } from '../../model/article.ts';
import { addToGroup } from '../../model/groups.ts';
import type { RichText } from '../../model/rich-text.ts';
import { mapSlices, type Slices } from '../../model/slices.ts';
import { wordsSeen } from '../../text/as-seen.ts';
import { counted } from '../../text/counted.ts';
import { countedWords, resemblance } from '../../text/resemblance.ts';
import { readingKey } from '../../text/same-reading.ts';
import { leaveOutUnwritable } from '../../text/unwritable.ts';
import type { IncomingUnit } from './incoming-unit.ts';
import { unitKeys } from './unit-keys.ts';

/** Which unit of an article a text of a file is. */
export interface ImportMatch {
  readonly incoming: IncomingUnit;
  /** Null where none is it for sure. */
  readonly unit: Unit | null;
  /** Where none is it: the one that is most like it; null for none. */
  readonly nearest: Unit | null;
  /** Why it is none for sure; '' for one that is. */
  readonly why: string;
}

/** Reads a text with what the source of a unit says of its marks. */
export type ReadLike = (text: string, source: RichText) => RichText;

/** Below this two texts are different paragraphs. Of 1, as in catalogues. */
const LEAST_RESEMBLANCE = 0.5;
/** Texts of either side that are compared at most, so that nothing grows with the product of two long lists. */
const MOST_COMPARED = 200;
/** Texts looked at between two pauses. */
const SLICE = 50;

const PLAIN = { marks: [], syntax: [], wordless: [], references: [], words: '' };

/**
 * What two French texts have in common that are one paragraph: as written, and without marks where a tool keeps none.
 */
function keysOf(rich: RichText): readonly [written: string, seen: string] {
  return [writtenKey(rich.text), readingKey(wordsSeen(rich))];
}

function writtenKey(text: string): string {
  return readingKey(leaveOutUnwritable(text));
}

/** The paragraphs of an article by what they say. */
interface Known {
  readonly byKey: ReadonlyMap<string, Unit>;
  readonly written: ReadonlyMap<string, readonly Unit[]>;
  readonly seen: ReadonlyMap<string, readonly Unit[]>;
}

function knownIn(slug: string, units: readonly Unit[]): Known {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const keys = [...unitKeys(slug, units)].map(([id, key]) => [key, byId.get(id) as Unit] as const);
  const [written, seen] = [new Map<string, Unit[]>(), new Map<string, Unit[]>()];
  for (const unit of units) {
    const [asWritten, asSeen] = keysOf(unit.source);
    addToGroup(written, asWritten, unit);
    addToGroup(seen, asSeen, unit);
  }
  return { byKey: new Map(keys), written, seen };
}

/** Makes what counts how many of the texts of a file an article has, whatever their marks. */
export function* matchCounterSlices(
  incoming: readonly IncomingUnit[],
  read: ReadLike,
): Slices<(units: readonly Unit[]) => number> {
  const keys = yield* mapSlices(incoming, ({ source }) => [writtenKey(source), seenKey(source, read)]);
  return (units) => {
    const known = new Set(units.flatMap(({ source }) => keysOf(source)));
    return keys.filter((both) => both.some((key) => known.has(key))).length;
  };
}

function groupOf(
  { source }: IncomingUnit,
  { written, seen }: Pick<Known, 'written' | 'seen'>,
  read: ReadLike,
): readonly Unit[] {
  return written.get(writtenKey(source)) ?? seen.get(seenKey(source, read)) ?? [];
}

function seenKey(source: string, read: ReadLike): string {
  return readingKey(wordsSeen(read(source, { text: source, ...PLAIN })));
}

/**
 * Finds the unit of each text of a file: by the key that an export of ours gave it, by its context and its source, by
 * its source where that stands once; what is left is shown beside the unit that is most like it.
 */
export function* matchSlices(
  { slug, units }: { readonly slug: string; readonly units: readonly Unit[] },
  incoming: readonly IncomingUnit[],
  read: ReadLike,
): Slices<readonly ImportMatch[]> {
  const known = knownIn(slug, units);
  const found = new Map<IncomingUnit, Unit>();
  const groups = new Map<readonly Unit[], IncomingUnit[]>();
  const taken = new Set<Unit>();
  const take = (one: IncomingUnit, unit: Unit) => {
    found.set(one, unit);
    taken.add(unit);
  };
  for (const [i, one] of incoming.entries()) {
    if (i % SLICE === 0) yield;
    const group = groupOf(one, known, read);
    const named = one.key === null ? undefined : known.byKey.get(one.key);
    if (named !== undefined && group.includes(named) && !taken.has(named)) take(one, named);
    else if (group.length > 0) addToGroup(groups, group, one);
  }
  const unsure = new Map<IncomingUnit, string>();
  for (const [group, ones] of groups) placeGroup(group, ones, { taken, take, unsure });
  const left = incoming.filter((one) => !found.has(one) && !unsure.has(one));
  const nearest = yield* nearestSlices(
    left,
    units.filter((unit) => !taken.has(unit)),
  );
  return incoming.map((one) => ({
    incoming: one,
    unit: found.get(one) ?? null,
    nearest: nearest.get(one) ?? null,
    why: found.has(one) ? '' : (unsure.get(one) ?? 'no paragraph of the article reads so'),
  }));
}

interface Placing {
  readonly taken: ReadonlySet<Unit>;
  readonly take: (one: IncomingUnit, unit: Unit) => void;
  /** Gets what belongs to no one paragraph of several, and why. */
  readonly unsure: Map<IncomingUnit, string>;
}

/** Paragraphs that read the same, and the texts of a file that read so: by context, then in their order. */
function placeGroup(group: readonly Unit[], ones: readonly IncomingUnit[], { taken, take, unsure }: Placing): void {
  const placed = new Set<IncomingUnit>();
  for (const one of ones) {
    const named = group.find((unit) => unit.id === contextOf(one) && !taken.has(unit));
    if (named === undefined || group.length === 1) continue;
    take(one, named);
    placed.add(one);
  }
  const left = ones.filter((one) => !placed.has(one));
  const free = group.filter((unit) => !taken.has(unit));
  const isAlone = free.length === 1;
  const isClear = isAlone || free.length === left.length;
  const saying = isAlone ? left.toSorted((a, b) => Number(a.target === null) - Number(b.target === null)) : left;
  for (const [i, one] of saying.entries()) {
    const unit = isClear ? free[i] : undefined;
    if (unit !== undefined) take(one, unit);
    else unsure.set(one, whyUnsure(group, free));
  }
}

function whyUnsure([first]: readonly Unit[], free: readonly Unit[]): string {
  if (free.length < 2) return `the file has another translation of ${first?.id}, which was taken`;
  return `${counted(free.length, 'paragraph')} read so, and the file does not say which is meant`;
}

/** `p7` for a context of ours, `p7-2` among them; '' for any other. */
function contextOf({ context }: IncomingUnit): string {
  return /^(p\d{1,9})(?:-\d{1,9})?$/.exec(context ?? '')?.[1] ?? '';
}

function* nearestSlices(
  incoming: readonly IncomingUnit[],
  units: readonly Unit[],
): Slices<ReadonlyMap<IncomingUnit, Unit>> {
  const nearest = new Map<IncomingUnit, Unit>();
  const open = units.slice(0, MOST_COMPARED).map((unit) => ({ unit, words: countedWords(unit.source.text) }));
  for (const one of incoming.slice(0, MOST_COMPARED)) {
    yield;
    const words = countedWords(one.source);
    const scores = open.map((ours) => resemblance(ours.words, words));
    const best = scores.reduce((at, score, i) => (score > (scores[at] ?? 0) ? i : at), 0);
    if ((scores[best] ?? 0) < LEAST_RESEMBLANCE) continue;
    for (const { unit } of open.splice(best, 1)) nearest.set(one, unit);
  }
  return nearest;
}
