import type { RichText } from '../../model/rich-text.ts';
import { finish, type Slices } from '../../model/slices.ts';
import { FRENCH_NUMBERS } from '../../words/french-numbers.ts';
import { quantitiesIn } from './numbers.ts';
import type { KnownFrench } from './pair-rule.ts';
import { findNames } from './sought-names.ts';

/**
 * What the French of a unit asks of its English, whatever that will be.
 *
 * @param lowered words that its article writes in small letters
 */
export function knownOf(source: RichText, lowered: ReadonlySet<string>): Omit<KnownFrench, 'terms'> {
  return finish(knownSlices(source, lowered));
}

/** The same in pieces. */
export function* knownSlices(source: RichText, lowered: ReadonlySet<string>): Slices<Omit<KnownFrench, 'terms'>> {
  const names = findNames(source, lowered);
  yield;
  return { names, quantities: quantitiesIn(source, FRENCH_NUMBERS) };
}
