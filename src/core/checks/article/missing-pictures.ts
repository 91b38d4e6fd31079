import type { SourceUnit } from '../../model/article.ts';
import type { Mark, RichText } from '../../model/rich-text.ts';
import { cutShort } from '../../text/cut-short.ts';
import { mildProblemOf, type Problem } from '../problem.ts';

/**
 * Images of an article that do not lie beside it: in their place stand their words alone.
 *
 * @param beside names of the files in the folder of the article and below, in NFC
 */
export function missingPictures(
  units: readonly Pick<SourceUnit, 'source' | 'place'>[],
  beside: ReadonlySet<string>,
): Problem[] {
  return units.flatMap(({ source, place }) => {
    const images = source.marks.filter(({ kind }) => kind === 'image');
    const sentences = images.flatMap((image) => whatIsWrong(source, image, beside) ?? []);
    return [...new Set(sentences)].map((says) => mildProblemOf('file', place, says));
  });
}

const MOST_WRITTEN = 80;

function whatIsWrong(
  { text }: Pick<RichText, 'text'>,
  { href, start, end }: Mark,
  beside: ReadonlySet<string>,
): string | null {
  if (href === null)
    return `the image “${cutShort(text.slice(start, end), MOST_WRITTEN)}” is not shown: put its file into the folder of the article and write its name alone, or take the image out`;
  if (/^https?:/i.test(href) || beside.has(href.normalize('NFC'))) return null;
  return `the image “${href}” does not lie beside the article; put the file into its folder, or take the image out`;
}
