import type { ForeignUnit } from './came-back.ts';
import { codeOf, readControls } from './control-name.ts';
import { joined, type Piece } from './inline-pieces.ts';

/** Which of how many pairs of a unit one is, from 0. */
export interface PartPlace {
  readonly at: number;
  readonly count: number;
}

/** Sentences of a unit that a memory can have; a name that says more is none of ours. */
const MOST_PARTS = 1000;

/** The name of a pair of a unit: `3f2a…-1/3`. */
export function partName(key: string, { at, count }: PartPlace): string {
  return `${key}-${at + 1}/${count}`;
}

/** Null for the name of a whole unit. */
export function readPartName(name: string): (PartPlace & { readonly key: string }) | null {
  const [, key = '', at = '', count = ''] = /^([\da-f]{12})-(\d{1,4})\/(\d{1,4})$/.exec(name) ?? [];
  const place = { at: Number(at) - 1, count: Number(count) };
  return key === '' || place.at < 0 || place.at >= place.count || place.count > MOST_PARTS ? null : { key, ...place };
}

/** White space by its numbers: tools leave out what has nothing else in it. */
export function nameBlanks(blanks: string): string {
  return blanks === '' ? NO_BLANK : Array.from(blanks, (sign) => `U+${codeOf(sign)}`).join('');
}

/** What a name of white space stands for; a space where there is none. */
export function readBlanks(name: string): string {
  if (name === NO_BLANK) return '';
  return /^(?:U\+[\dA-F]{4})+$/.test(name) ? readControls(name).replaceAll(/\S/g, '') : ' ';
}

const NO_BLANK = 'none';

/** A pair of a unit, and what stands behind each side of it. */
export interface UnitPart {
  readonly foreign: ForeignUnit;
  readonly after: { readonly source: string; readonly target: string };
}

/** The unit that was cut into these pairs, in their order. */
export function joinParts(key: string, parts: readonly UnitPart[]): ForeignUnit | null {
  const [first] = parts;
  if (first === undefined) return null;
  const side = (of: 'source' | 'target'): Piece[] =>
    joined(
      parts.flatMap(({ foreign, after }, i) => [
        ...(foreign[of] ?? []),
        { role: 'text', text: i === parts.length - 1 ? '' : after[of] },
      ]),
    );
  return {
    ...first.foreign,
    ...{ id: key, source: side('source'), target: side('target') },
    isReviewed: parts.every(({ foreign }) => foreign.isReviewed),
    notes: parts.flatMap(({ foreign }) => foreign.notes),
  };
}
