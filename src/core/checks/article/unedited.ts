import type { Article, Unit } from '../../model/article.ts';
import type { RichText } from '../../model/rich-text.ts';
import { mapSlices, type Slices } from '../../model/slices.ts';
import type { CheckedArticle, CheckedUnit } from '../checked-article.ts';

/** What an edit left of an article as it was checked before, with the same glossary. */
export interface Unedited {
  /** What was checked of a unit that says the same, wherever it stood; null for one that was edited. */
  of(unit: Unit): CheckedUnit | null;
  /** The French of the article is the same throughout. */
  readonly isFrenchSame: boolean;
}

/** Nothing is known of an article that is checked for the first time. */
export const ALL_EDITED: Unedited = { of: () => null, isFrenchSame: false };

/** Takes time that grows with the two articles, however often one says the same. */
export function* uneditedSlices(before: CheckedArticle, { units }: Article): Slices<Unedited> {
  const known = new Map(yield* mapSlices(before.units, (checked) => [sayingOf(checked.unit), checked] as const));
  return {
    of: (unit) => known.get(sayingOf(unit)) ?? null,
    isFrenchSame:
      units.length === before.units.length &&
      units.every(({ source }, i) => isSameText(source, before.units[i]?.unit.source)),
  };
}

/** Whether two texts say the same, as far as one file goes. */
export function isSameText(a: RichText, b: RichText | undefined): boolean {
  return a === b || (a.text === b?.text && JSON.stringify(a.setting) === JSON.stringify(b.setting));
}

/**
 * The same for two units that say the same, whatever their number is and wherever they stand in their files. What a
 * text is read as follows from what is written and its setting.
 */
function sayingOf({ id, place, targetPlace, source, target, waivers, reviewedTerms, ...rest }: Unit): string {
  const texts = [source, target].map((text) => text && [text.text, text.setting]);
  const accepted = waivers.map(({ accepts, hash, reason }) => [accepts, hash, reason]);
  return JSON.stringify([texts, accepted, reviewedTerms && [...reviewedTerms], rest]);
}
