import type { SourceUnit } from '../../model/article.ts';
import { fingerprint } from '../../text/fingerprint.ts';

/**
 * What each unit of an article is called in files for other tools, by its id: digits and letters that stay as they are
 * as long as its French does, wherever the paragraph moves to. Of equal paragraphs each but the first has its number
 * in it.
 */
export function unitKeys(
  slug: string,
  units: readonly Pick<SourceUnit, 'id' | 'source'>[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    units.map(({ id, source: { text } }) => {
      const number = (counts.get(text) ?? 0) + 1;
      counts.set(text, number);
      return [id, fingerprint([slug, number === 1 ? '' : String(number), text])];
    }),
  );
}
