import type { Language } from '../model/concept.ts';
import type { RichText } from '../model/rich-text.ts';
import { writtenSpan } from '../text/reading.ts';
import { findQuantities, type Quantity } from '../words/quantities.ts';

/** A number that one side has and the other has not; both when it was changed. */
export interface QuantityDifference {
  readonly source: Quantity | null;
  readonly target: Quantity | null;
}

/**
 * Compares the numbers of a unit with those of its translation. Each answers once; a number left over on one side and
 * one on the other are one change.
 */
export function compareQuantities(source: RichText, target: RichText): QuantityDifference[] {
  const waiting = countByKey(quantitiesIn(target, 'en'));
  const sourceOnly = quantitiesIn(source, 'fr').filter((quantity) => !takeAnswer(waiting, quantity));
  const lost = sourceOnly.filter(({ loose }) => !loose);
  const added = [...waiting.values()].flat().filter(({ loose }) => !loose);
  added.sort((a, b) => a.start - b.start);
  const count = Math.max(lost.length, added.length);
  return Array.from({ length: count }, (_, i) => ({ source: lost[i] ?? null, target: added[i] ?? null }));
}

/** With their places in the text as written. */
function quantitiesIn(text: RichText, language: Language): Quantity[] {
  return findQuantities(text.words, language).map((quantity) => ({ ...quantity, ...writtenSpan(text, quantity) }));
}

function countByKey(quantities: readonly Quantity[]): Map<string, Quantity[]> {
  const byKey = new Map<string, Quantity[]>();
  for (const quantity of quantities) {
    const key = keyOf(quantity);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [quantity]);
    else list.push(quantity);
  }
  return byKey;
}

function keyOf({ kind, value }: Quantity): string {
  return `${kind} ${value}`;
}

/** Takes a number of the same value; a unit may be left out or said elsewhere, but not become another one. */
function takeAnswer(waiting: Map<string, Quantity[]>, quantity: Quantity): boolean {
  const list = waiting.get(keyOf(quantity)) ?? [];
  const fits = (other: Quantity) =>
    other.unit === quantity.unit || (!isPercent(other, quantity) && (other.unit === null || quantity.unit === null));
  const exact = list.findIndex((other) => other.unit === quantity.unit && !other.loose);
  const index = exact >= 0 ? exact : list.findIndex(fits);
  if (index < 0) return false;
  list.splice(index, 1);
  return true;
}

function isPercent(...quantities: readonly Quantity[]): boolean {
  return quantities.some(({ unit }) => unit === '%');
}
