import { explainEntry, explainOtherSense, tellEntry, tellOtherSense } from '../../ledger/explain.ts';
import type { LedgerEntry, OtherSense } from '../../ledger/ledger-entry.ts';
import type { Unit } from '../../model/article.ts';
import { NOTHING } from '../../text/reading.ts';
import type { Told } from '../../text/told-words.ts';

/** The explanation of a word that does not count in a unit. */
export function explainAside(unit: Unit, other: OtherSense): string {
  return explainOtherSense(other, unit.source, unit.target ?? NOTHING);
}

/** The explanation of an entry of a unit. */
export function explain(unit: Unit, entry: LedgerEntry): string {
  return explainEntry(entry, unit.source, unit.target ?? NOTHING);
}

/** The explanation of an entry of a unit, as a reader gets it. */
export function tell(unit: Unit, entry: LedgerEntry): Told {
  return tellEntry(entry, unit.source, unit.target ?? NOTHING);
}

/** The explanation of a word that does not count in a unit, as a reader gets it. */
export function tellAside(unit: Unit, other: OtherSense): Told {
  return tellOtherSense(other, unit.source, unit.target ?? NOTHING);
}
