import type { Language } from '../../model/concept.ts';
import { amountKeys } from '../../words/measures.ts';
import { plainNumber, type Quantity } from '../../words/quantity.ts';

/** What a number is looked for under, and what it is found under; two that share a name may answer each other. */
export interface AnswerKeys {
  readonly seek: (source: Quantity) => readonly string[];
  readonly stand: (target: Quantity) => readonly string[];
}

/** The very same: kind, value, unit. */
export const EXACT: AnswerKeys = { seek: exactKeys, stand: exactKeys };

function exactKeys({ kind, value, unit }: Quantity): readonly string[] {
  return [`${kind} ${value} ${unit}`];
}

/**
 * The same value, or one that the same words may have; a unit may be left out or said elsewhere, but not be another.
 */
export const SAME: AnswerKeys = {
  seek: (source) => {
    const units = soughtUnits(source);
    const main = units.flatMap((unit) => [
      `main ${source.kind} ${source.value} ${unit}`,
      `also ${source.kind} ${source.value} ${unit}`,
    ]);
    const others = (source.also ?? []).flatMap((value) => units.map((unit) => `main ${source.kind} ${value} ${unit}`));
    return [...main, ...others];
  },
  stand: (target) => {
    const units = standingUnits(target);
    const others = (target.also ?? []).flatMap((value) => units.map((unit) => `also ${target.kind} ${value} ${unit}`));
    return [...units.map((unit) => `main ${target.kind} ${target.value} ${unit}`), ...others];
  },
};

/** A percent sign is never left out. */
function soughtUnits({ unit, shared }: Quantity): string[] {
  if (unit === '%') return ['=%'];
  return [`=${unit}`, ...(shared === undefined ? [] : [`=${shared}`]), unit === null ? 'any' : '=null'];
}

function standingUnits({ unit, shared }: Quantity): string[] {
  return [`=${unit}`, ...(shared === undefined ? [] : [`=${shared}`]), ...(unit === '%' ? [] : ['any'])];
}

/** The same amount in another unit: two weeks and 14 days, 60 miles and 97 km. */
export const MEASURED: AnswerKeys = {
  seek: (source) => amounts(source, 'fr').seek,
  stand: (target) => amounts(target, 'en').stand,
};

/** The same said in another way: 14h30 and 14.5, half and 50 %, the twenties and 20. */
export const ALIKE: AnswerKeys = {
  seek: (source) => [
    ...asNumbers(source).map((value) => `number ${value}`),
    ...(source.kind === 'number' ? [`other ${source.value}`] : []),
    ...(source.unit === '%' ? [`part ${Math.round(source.value)}`] : []),
    ...percentsOf(source).map((value) => `percent ${value}`),
    ...MEASURED.seek(source),
  ],
  stand: (target) => [
    ...asNumbers(target).map((value) => `other ${value}`),
    ...(target.kind === 'number' ? [`number ${target.value}`] : []),
    ...(target.unit === '%' ? [`percent ${Math.round(target.value)}`] : []),
    ...percentsOf(target).map((value) => `part ${value}`),
    ...MEASURED.stand(target),
  ],
};

/** The plain numbers that a time, a month or a decade may be said as. */
function asNumbers({ kind, value }: Quantity): number[] {
  if (kind === 'month') return [value];
  if (kind === 'decade') return value < 100 ? [value] : [];
  if (kind !== 'time') return [];
  const hours = hoursOf(value);
  const half = hoursOf((value % 720) + (value % 720 < 60 ? 720 : 0));
  return [...new Set([hours, half, ...(Number.isInteger(hours) ? [] : [value])])];
}

/** As a plain number of hours is rounded. */
function hoursOf(minutes: number): number {
  return plainNumber(0, 0, minutes / 60).value;
}

function percentsOf({ kind, value, unit, also = [] }: Quantity): number[] {
  if (kind !== 'number' || unit !== null) return [];
  const parts = [value, ...also].filter((one) => one > 0 && one < 1);
  return [...new Set(parts.flatMap((one) => [Math.floor(one * 100), Math.ceil(one * 100)]))];
}

function amounts({ kind, value, unit }: Quantity, language: Language) {
  if (kind === 'time') return amountKeys(value, 'minute', language);
  return amountKeys(value, kind === 'number' ? unit : null, language);
}
