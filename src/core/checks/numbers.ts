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
  const waiting = waitingByKey(quantitiesIn(target, 'en'));
  const sourceOnly = quantitiesIn(source, 'fr').filter((quantity) => !takeAnswer(waiting, quantity));
  const lost = sourceOnly.filter(({ loose }) => !loose);
  const added = [...waiting.values()].flatMap((groups) => [...groups.values()].flat()).filter(({ loose }) => !loose);
  added.sort((a, b) => a.start - b.start);
  const count = Math.max(lost.length, added.length);
  return Array.from({ length: count }, (_, i) => ({ source: lost[i] ?? null, target: added[i] ?? null }));
}

/** With their places in the text as written. */
function quantitiesIn(text: RichText, language: Language): Quantity[] {
  return findQuantities(text.words, language).map((quantity) => ({ ...quantity, ...writtenSpan(text, quantity) }));
}

/** Numbers of one value in groups that answer alike; each group last first, so that the next one is taken off its end. */
type Waiting = Map<string, Quantity[]>;

function waitingByKey(quantities: readonly Quantity[]): Map<string, Waiting> {
  const byKey = new Map<string, Waiting>();
  for (const quantity of [...quantities].reverse()) {
    const groups = byKey.get(keyOf(quantity)) ?? new Map<string, Quantity[]>();
    byKey.set(keyOf(quantity), groups);
    const group = groups.get(groupOf(quantity));
    if (group === undefined) groups.set(groupOf(quantity), [quantity]);
    else group.push(quantity);
  }
  return byKey;
}

function keyOf({ kind, value }: Quantity): string {
  return `${kind} ${value}`;
}

function groupOf({ unit, loose }: Pick<Quantity, 'unit' | 'loose'>): string {
  return `${unit ?? ''} ${loose}`;
}

/** Takes a number of the same value; a unit may be left out or said elsewhere, but not become another one. */
function takeAnswer(waiting: Map<string, Waiting>, quantity: Quantity): boolean {
  const groups = waiting.get(keyOf(quantity)) ?? new Map<string, Quantity[]>();
  const fits = (other: Quantity) =>
    other.unit === quantity.unit || (!isPercent(other, quantity) && (other.unit === null || quantity.unit === null));
  const exact = groups.get(groupOf({ unit: quantity.unit, loose: false }))?.pop();
  if (exact !== undefined) return true;
  const next = [...groups.values()].flatMap((group) => group.at(-1) ?? []).filter(fits);
  if (next.length === 0) return false;
  const first = next.reduce((a, b) => (b.start < a.start ? b : a));
  groups.get(groupOf(first))?.pop();
  return true;
}

function isPercent(...quantities: readonly Quantity[]): boolean {
  return quantities.some(({ unit }) => unit === '%');
}
