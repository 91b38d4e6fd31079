import type { Article, Unit } from '../model/article.ts';
import { addToGroup } from '../model/groups.ts';
import type { RichText } from '../model/rich-text.ts';
import type { CheckedArticle, CheckedUnit } from './checked-article.ts';

/** What an edit left of an article as it was checked before, with the same glossary. */
export interface Unedited {
  /** What was checked of a unit that says the same, wherever it stood; null for one that was edited. */
  of(unit: Unit): CheckedUnit | null;
  /** The French of the article is the same throughout. */
  readonly isFrenchSame: boolean;
}

/** Nothing is known of an article that is checked for the first time. */
export const ALL_EDITED: Unedited = { of: () => null, isFrenchSame: false };

/** Takes time that grows with the two articles. */
export function uneditedIn(before: CheckedArticle, { units }: Article): Unedited {
  const groups = new Map<string, CheckedUnit[]>();
  for (const checked of before.units) addToGroup(groups, keyOf(checked.unit), checked);
  return {
    of: (unit) => groups.get(keyOf(unit))?.find((checked) => saysTheSame(checked.unit, unit)) ?? null,
    isFrenchSame:
      units.length === before.units.length &&
      units.every(({ source }, i) => isSameText(source, before.units[i]?.unit.source)),
  };
}

function keyOf({ source, target }: Unit): string {
  return `${source.text}\0${target?.text ?? ''}`;
}

/** Whether two units say the same, whatever their number is and wherever they stand in their files. */
function saysTheSame(a: Unit, b: Unit): boolean {
  return isSameText(a.source, b.source) && isSameText(a.target, b.target) && sayingOf(a) === sayingOf(b);
}

/** What a text is read as follows from what is written and where it stands. */
function isSameText(a: RichText | null, b: RichText | null | undefined): boolean {
  if (a === b) return true;
  return a?.text === b?.text && JSON.stringify(a?.setting) === JSON.stringify(b?.setting);
}

function sayingOf({ id, place, targetPlace, source, target, waivers, reviewedTerms, ...rest }: Unit): string {
  const accepted = waivers.map(({ accepts, hash, reason }) => [accepts, hash, reason]);
  return JSON.stringify([target === null, accepted, reviewedTerms && [...reviewedTerms], rest]);
}
