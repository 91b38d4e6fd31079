import { isTranslatable } from '../../model/article.ts';
import type { CheckedUnit } from '../checked-article.ts';
import { isGrave } from '../rule.ts';

/**
 * What a paragraph may want of a person: something in it is wrong; its English is a draft; nobody stands by its English
 * as it is, whether it is a draft, stale or not there; it has none.
 */
export const WANTS = ['problem', 'draft', 'unreviewed', 'untranslated'] as const;

export type Want = (typeof WANTS)[number];

export function isWant(word: string): word is Want {
  return (WANTS as readonly string[]).includes(word);
}

/** What a paragraph wants; nothing for what is not translated. */
export function wantsOf({ unit, findings, stale }: CheckedUnit): Want[] {
  if (!isTranslatable(unit) || unit.isHidden === true) return [];
  const isThere: Readonly<Record<Want, boolean>> = {
    problem: unit.state !== 'initial' && findings.some(isGrave),
    draft: unit.state === 'translated',
    unreviewed: unit.state !== 'reviewed' || stale.length > 0,
    untranslated: unit.state === 'initial',
  };
  return WANTS.filter((want) => isThere[want]);
}

/**
 * The paragraph to go to from another one: the next that wants something, from the beginning again after the last.
 *
 * @returns null where no other one does
 */
export function nextWanting(units: readonly CheckedUnit[], from: string, want: Want): string | null {
  const at = units.findIndex(({ unit }) => unit.id === from);
  const others = [...units.slice(at + 1), ...units.slice(0, Math.max(0, at))];
  return others.find((checked) => wantsOf(checked).includes(want))?.unit.id ?? null;
}
