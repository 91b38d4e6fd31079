import type { Language } from '../model/concept.ts';
import { decadeOf } from './figures.ts';
import type { Quantity } from './quantity.ts';
import { hasOwnNoun } from './shares.ts';

const BETWEEN = /^\s?(?:,|-|–|—|à|a|et|ou|and|to|or|&|et de|and of)\s?$/;

/** Entre 10 et 12 %, $10 to 12 million: what is said once for both ends may hold for each. */
export function shareUnits(quantities: readonly Quantity[], text: string, language: Language): Quantity[] {
  const shared = [...quantities];
  for (let i = shared.length - 2; i >= 0; i -= 1) {
    const [one, next] = [shared[i], shared[i + 1]];
    if (one === undefined || next === undefined) continue;
    const range = areRange(one, next, text) ? withAlso(sharing(one, next), thousandsOf(one, next, text)) : one;
    shared[i] = { ...range, ...goingTo(one, next, text) };
  }
  for (let i = 1; i < shared.length; i += 1) {
    const [before, one] = [shared[i - 1], shared[i]];
    if (one === undefined || before === undefined || !/^[$€£¥]$/.test(before.unit ?? '')) continue;
    if (areRange(before, one, text)) shared[i] = sharing(one, { ...before, scale: 1 });
  }
  for (let i = 0; i < shared.length; i += 1) shared[i] = ofTheSame(shared, i, { text, language });
  for (const [i, one] of shared.entries()) shared[i] = asDecade(shared[i - 1], one, text);
  return shared;
}

/** What compares two numbers of one thing: 13 milliards de paramètres sur 141, 13 billion, up from 7. */
const COMPARED = /^(?:[^.;:!?()]{0,40}[\s,])?(?:sur|contre|after|against|from|of|out of|than)(?: the| its| their)?\s$/;
/** What does so before the scale is said: 13 of its 141 billion. */
const COMPARED_BEFORE = /^\s(?:sur|of|out of)(?: the| its| their| les| ses)?\s$/;

/** A plain number that may have the scale of the one it is compared with: that counts the same, and is no 7 pays. */
function ofTheSame(
  all: readonly Quantity[],
  at: number,
  { text, language }: { text: string; language: Language },
): Quantity {
  const one = all[at] as Quantity;
  const [before, next] = [all[at - 1], all[at + 1]];
  if (one.kind !== 'number' || one.unit !== null || one.scale !== undefined || one.value < 1) return one;
  if (hasOwnNoun(text, one.end, language)) return one;
  if ((before?.scale ?? 1) > 1 && COMPARED.test(text.slice(before?.end, one.start)))
    return withAlso(one, [one.value * (before?.scale ?? 1)]);
  if ((next?.scale ?? 1) > 1 && COMPARED_BEFORE.test(text.slice(one.end, next?.start)))
    return withAlso(one, [one.value * (next?.scale ?? 1)]);
  return one;
}

/** Les années 1970 et 1980: what is beside a decade that is no English one, with its s, is one too. */
function asDecade(before: Quantity | undefined, one: Quantity, text: string): Quantity {
  if (before?.kind !== 'decade' || one.kind !== 'number' || one.unit !== null) return one;
  const joint = text.slice(before.end, one.start);
  const isList = joint.trim() !== ',' || /^(?:,|\s(?:et|ou)\s)/.test(text.slice(one.end, one.end + 4));
  const isBeside = isList && BETWEEN.test(joint) && text.charAt(before.end - 1) !== 's';
  const isYear = one.value % 10 === 0 && (one.value < 100 || (one.value > 1000 && one.value < 2100));
  return isBeside && isYear && one.value >= 10 ? decadeOf(one, one.value) : one;
}

/** De 50 à 60 000: the first may be thousands too. */
function thousandsOf(one: Quantity, next: Quantity, text: string): number[] {
  const value = one.value * 1000;
  const isWhole = one.unit === null && one.scale === undefined && one.value >= 1 && one.value < 1000;
  if (!isWhole || next.value % 1000 !== 0 || value >= next.value || (next.scale ?? 1) > 1) return [];
  const joint = text.slice(one.end, next.start).trim();
  const isSpan = /^(?:et|and)$/.test(joint)
    ? /\b(?:entre|between)\s$/i.test(text.slice(Math.max(0, one.start - 9), one.start))
    : /^(?:à|to|-|–|—)$/.test(joint);
  return isSpan ? [value] : [];
}

function withAlso(one: Quantity, others: readonly number[]): Quantity {
  return others.length === 0 ? one : { ...one, also: [...(one.also ?? []), ...others] };
}

/** De 26 à 15, from 26 to 15, 21 voix contre 4: not the other way round. */
function goingTo(one: Quantity, next: Quantity, text: string): Pick<Quantity, 'until'> {
  const joint = text.slice(one.end, next.start).trim();
  if (/^(?:voix contre|votes? (?:to|against))$/.test(joint)) return { until: next.value };
  const isSpan = /^(?:à|to)$/.test(joint);
  return isSpan && /\b(?:de|from)\s$/i.test(text.slice(Math.max(0, one.start - 5), one.start))
    ? { until: next.value }
    : {};
}

function areRange(one: Quantity, next: Quantity, text: string): boolean {
  return one.kind === 'number' && next.kind === 'number' && BETWEEN.test(text.slice(one.end, next.start));
}

function sharing(one: Quantity, { unit, shared, scale = 1 }: Quantity): Quantity {
  const common = one.unit === null ? (unit ?? shared) : null;
  const scaled = one.scale === undefined && scale > 1 ? { scale, also: [...(one.also ?? []), one.value * scale] } : {};
  return { ...one, ...(common ? { shared: common } : {}), ...scaled };
}
