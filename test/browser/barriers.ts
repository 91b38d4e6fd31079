import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { IS_SLOW_SET } from '../rounds.ts';

/** WCAG 2.2, A and AA, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on a page as it stands, a line each. In the dark only the colours are others than in the light, and so
 * they alone are looked at there: everything costs a second a page. No page of ours holds a frame, so that axe needs no
 * page of its own to put reports together; and it makes no selectors, and no list of what is right, as nobody reads
 * them.
 *
 * @param part in the quick set all that is looked at, by its selector: where another test has the page around it
 */
export async function barriersOf(
  page: Page,
  scheme: 'light' | 'dark' = 'light',
  part: string | null = null,
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], selectors: false });
  if (part !== null && !IS_SLOW_SET) axe.include(part);
  const chosen = scheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await chosen.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
