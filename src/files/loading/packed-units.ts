import type { SourceUnit, Unit } from '../../core/model/article.ts';
import { orEmpty } from '../../core/model/empty-list.ts';
import { withoutCopies } from '../kept/without-copies.ts';
import { bytesOfData, dataOfBytes, type Packing } from './packing.ts';

/** What a catalogue says of a unit, as plain data. */
interface Said extends Omit<Unit, keyof SourceUnit | 'targetPlace' | 'reviewedTerms'> {
  readonly reviewedTerms: readonly (readonly [id: string, stamp: string])[] | null;
}

type Recorded = readonly [source: SourceUnit, said: Said];

/** Reads again where the English of each unit stands. */
export type ReadPlaces = (sources: readonly SourceUnit[]) => readonly Pick<Unit, 'targetPlace'>[];

/** Packs the paragraphs of an article, without the places of their English: few are ever asked for. */
export function packingOfUnits(readPlaces: ReadPlaces): Packing<Unit> {
  return {
    pack: (units) => bytesOfData(units.map(recorded)),
    unpack(bytes) {
      const all = dataOfBytes(bytes) as readonly Recorded[];
      const sources = all.map(([source]) => ({ ...source, source: withoutCopies(source.source) }));
      const placesOf = readOnce(() => readPlaces(sources));
      return all.map(([, said], i) => unitOf(sources[i] as SourceUnit, said, () => placesOf()[i]?.targetPlace));
    },
  };
}

function recorded(unit: Unit): Recorded {
  const { target, state, origin, repairs, notes, waivers, reviewedTerms: terms, ...others } = unit;
  const { previous, reviewedBy, conflicts, targetPlace: _, ...source } = others;
  const more = { ...(reviewedBy && { reviewedBy }), ...(conflicts && { conflicts }) };
  const reviewedTerms = terms && [...terms];
  return [source, { target, state, origin, repairs, notes, waivers, reviewedTerms, previous, ...more }];
}

function unitOf(source: SourceUnit, said: Said, placeOf: () => Unit['targetPlace'] | undefined): Unit {
  const { target, state, origin, repairs, notes, waivers, reviewedTerms, previous, ...more } = said;
  return {
    target: target && withoutCopies(target),
    ...{ state, origin },
    repairs: orEmpty(repairs),
    notes: orEmpty(notes),
    reviewedTerms: reviewedTerms && new Map(reviewedTerms),
    previous,
    waivers: orEmpty(waivers),
    targetPlace: (offset) => placeOf()?.(offset) ?? source.place,
    // Last: a property behind what is spread gives each its own shape in memory, as large as itself.
    ...source,
    ...more,
  };
}

/** What was read is there for who asks next, and not for good. */
function readOnce<T extends object>(read: () => T): () => T {
  let last: WeakRef<T> | null = null;
  return () => {
    const known = last?.deref() ?? read();
    last = new WeakRef(known);
    return known;
  };
}
