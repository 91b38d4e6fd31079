import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import type { Glossary } from '../../core/checks/glossary/check-glossary.ts';
import type { LedgerEntry, OtherSense, Rendering } from '../../core/ledger/ledger-entry.ts';
import type { Reading } from '../../core/matcher/index-part.ts';
import type { Unit } from '../../core/model/article.ts';
import type { Language } from '../../core/model/concept.ts';
import { orEmpty } from '../../core/model/empty-list.ts';
import { bytesOfData, dataOfBytes, type Packing } from './packing.ts';

/** An entry is its id there, and a term its number in its language. */
type RecordedReading = readonly [id: string, language: Language, term: number, kind: Reading['kind']];

interface RecordedEntry extends Omit<LedgerEntry, 'reading' | 'rendering'> {
  readonly reading: RecordedReading;
  readonly rendering: (Omit<Rendering, 'reading'> & { readonly reading: RecordedReading | null }) | null;
}

interface RecordedSense extends Omit<OtherSense, 'reading'> {
  readonly reading: RecordedReading;
}

interface Recorded extends Omit<CheckedUnit, 'unit' | 'entries' | 'otherSenses'> {
  readonly entries: readonly RecordedEntry[];
  readonly otherSenses: readonly RecordedSense[];
}

/** What ledgers are of. */
export interface LedgersOf {
  readonly units: () => readonly Unit[];
  /** Of the same entries as far as the ledgers name them, wherever they stand. */
  readonly glossary: () => Pick<Glossary, 'byId'>;
}

/** Packs the ledgers of an article, and all else that was found in its paragraphs. */
export function packingOfLedgers({ units, glossary }: LedgersOf): Packing<CheckedUnit> {
  return {
    pack: (checked) => orNull(() => bytesOfData(checked.map((one) => recorded(one, glossary())))),
    unpack(bytes) {
      const [its, entries] = [units(), glossary()];
      const all = dataOfBytes(bytes) as readonly Recorded[];
      return orNull(() => all.map((one, i) => checkedOf(its[i] as Unit, one, entries)));
    },
  };
}

/** An entry or a term is not there. */
class Unknown extends Error {}

function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

function recorded({ unit: _, ...checked }: CheckedUnit, glossary: Pick<Glossary, 'byId'>): Recorded {
  const record = (reading: Reading) => recordedReading(reading, glossary);
  return {
    ...checked,
    entries: checked.entries.map((entry) => ({
      ...entry,
      reading: record(entry.reading),
      rendering: entry.rendering && {
        ...entry.rendering,
        reading: entry.rendering.reading && record(entry.rendering.reading),
      },
    })),
    otherSenses: checked.otherSenses.map((other) => ({ ...other, reading: record(other.reading) })),
  };
}

function recordedReading({ concept, term, kind }: Reading, { byId }: Pick<Glossary, 'byId'>): RecordedReading {
  const number = concept[term.language].indexOf(term);
  if (number < 0 || byId.get(concept.id) !== concept) throw new Unknown();
  return [concept.id, term.language, number, kind];
}

/** In the order in which they are made, so that all have one shape in memory. */
function checkedOf(unit: Unit, one: Recorded, glossary: Pick<Glossary, 'byId'>): CheckedUnit {
  const read = (reading: RecordedReading) => readingOf(reading, glossary);
  const entries = one.entries.map((entry): LedgerEntry => {
    const { reading, rendering } = entry;
    return {
      ...entry,
      reading: read(reading),
      rendering: rendering && { ...rendering, reading: rendering.reading && read(rendering.reading) },
    };
  });
  const otherSenses = one.otherSenses.map((other): OtherSense => ({ ...other, reading: read(other.reading) }));
  return {
    findings: orEmpty(one.findings),
    accepted: orEmpty(one.accepted),
    stale: orEmpty(one.stale),
    ...{ unit, entries: orEmpty(entries), otherSenses: orEmpty(otherSenses) },
    ...{ alignment: one.alignment, others: orEmpty(one.others) },
  };
}

function readingOf([id, language, number, kind]: RecordedReading, { byId }: Pick<Glossary, 'byId'>): Reading {
  const concept = byId.get(id);
  const term = concept?.[language][number];
  if (concept === undefined || term === undefined) throw new Unknown();
  return { concept, term, kind };
}
