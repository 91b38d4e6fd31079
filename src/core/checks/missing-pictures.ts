import type { SourceUnit } from '../model/article.ts';
import { mildProblemOf, type Problem } from './problem.ts';

/**
 * Images of an article that do not lie beside it: in their place stand their words alone.
 *
 * @param beside names of the files in the folder of the article, in NFC
 */
export function missingPictures(
  units: readonly Pick<SourceUnit, 'source' | 'place'>[],
  beside: ReadonlySet<string>,
): Problem[] {
  return units.flatMap(({ source, place }) =>
    [...new Set(source.marks.flatMap(({ kind, href }) => (kind === 'image' && href !== null ? [href] : [])))]
      .filter((href) => !/^https?:/i.test(href) && !beside.has(href.normalize('NFC')))
      .map((name) =>
        mildProblemOf(
          'file',
          place,
          `the image “${name}” does not lie beside the article; put the file into its folder, or take the image out`,
        ),
      ),
  );
}
