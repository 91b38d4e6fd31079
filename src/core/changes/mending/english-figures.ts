import { compareQuantities, quantitiesIn } from '../../checks/pair/numbers.ts';
import type { RichText, Span } from '../../model/rich-text.ts';
import { isWordsAlone, writtenSpan } from '../../text/reading.ts';
import { FRENCH_NUMBERS } from '../../words/french-numbers.ts';
import type { Quantity } from '../../words/quantity.ts';
import type { Mend } from './mend.ts';

/** A figure with what only French writes in it: a comma before decimals, spaces between thousands. */
const FRENCH_FIGURE =
  /(?<![\d.,\p{L}[])(?<!\d\s)(?:[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?|\d+,\d+)(?![\d\p{L}\]]|[.,:]\d|\s\d)/gu;

/**
 * Figures of the French that an engine left as they were, in English: 1 234,5 is 1,234.5. One that the French does not
 * have stands for something else: 1,500 may be English already. Among other figures it is a row of a table.
 */
export function findFrenchFigures(source: RichText, target: RichText): Mend[] {
  const french = new Set(figuresIn(source).map(({ start, end }) => plainSpaces(source.text.slice(start, end))));
  return figuresIn(target)
    .filter((span) => isWordsAlone(target, span) && french.has(plainSpaces(target.text.slice(span.start, span.end))))
    .map((span) => ({ ...span, put: englishFigure(target.text.slice(span.start, span.end)) }));
}

function figuresIn(text: RichText): Span[] {
  return [...text.words.matchAll(FRENCH_FIGURE)].map(({ 0: figure, index }) =>
    writtenSpan(text, { start: index, end: index + figure.length }),
  );
}

function plainSpaces(figure: string): string {
  return figure.replaceAll(/\s/g, ' ');
}

/** 1 234,5 → 1,234.5; 1.234 is 1,234 too, where it has no other decimals. */
function englishFigure(french: string): string {
  const spaced = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,|$)/.test(french) ? french.replaceAll('.', ' ') : french;
  return spaced.replace(',', '.').replaceAll(/\s/g, ',');
}

/** What a quantity is written with where it is written in figures. */
const FIGURE = /^\d+(?:[ \u00a0\u2009\u202f]\d{3})*(?:[.,]\d+)*/;

/**
 * Figures that an engine changed, as they are in the French: by position, where each number that the one side has and
 * the other has not stands in figures, of one unit.
 */
export function findChangedFigures(source: RichText, target: RichText): Mend[] {
  const changes = compareQuantities(quantitiesIn(source, FRENCH_NUMBERS), target);
  const mends = changes.map(({ source: said, target: written }) =>
    said === null || written === null || !isOneKind(said, written)
      ? null
      : mendFor(source.text, target, { said, written }),
  );
  return mends.every((mend) => mend !== null) ? mends : [];
}

function isOneKind(said: Quantity, written: Quantity): boolean {
  return (
    said.kind === 'number' && written.kind === 'number' && said.unit === written.unit && said.scale === written.scale
  );
}

function mendFor(
  french: string,
  target: RichText,
  { said, written }: { readonly said: Quantity; readonly written: Quantity },
): Mend | null {
  const [from] = FIGURE.exec(french.slice(said.start, said.end)) ?? [];
  const [figure] = FIGURE.exec(target.text.slice(written.start, written.end)) ?? [];
  if (from === undefined || figure === undefined) return null;
  const mend = { start: written.start, end: written.start + figure.length, put: englishFigure(from) };
  return mend.put !== figure && isWordsAlone(target, mend) ? mend : null;
}
