import type { SourceUnit } from '../../core/model/article.ts';
import { mapSlices, type Slices } from '../../core/model/slices.ts';
import { readingOf } from '../../core/text/same-reading.ts';
import { parseInlineMarks } from './inline-marks.ts';

/** What two texts are compared by; in code every space counts. */
export type KeyOf = (text: string, isCode: boolean) => string;

/**
 * Compares by how a text reads. That takes long to find out, so a text is read only where the other side has one of the
 * same plain letters.
 */
export function* readingKeys(units: readonly SourceUnit[], messages: readonly string[]): Slices<KeyOf> {
  const said = new Set(yield* mapSlices(messages, plainLetters));
  const shared = new Set(yield* mapSlices(units, ({ source }) => plainLetters(source.text)));
  return (text, isCode) => {
    if (isCode) return `\u0004${text}`;
    const letters = plainLetters(text);
    return said.has(letters) && shared.has(letters) ? readingOf(parseInlineMarks(text)) : text;
  };
}

/** What is left of a text however its marks, accents and signs are written. */
function plainLetters(text: string): string {
  return text.normalize('NFC').replaceAll(/&#?[a-z\d]{1,32};|[^a-z\d&]+|&/gi, '');
}
