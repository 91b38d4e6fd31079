import type { EnglishPiece, PairRow } from '../core/alignment/pair-rows.ts';
import type { SourceUnit } from '../core/model/article.ts';
import type { AlignedCatalogue } from '../formats/article/aligned-catalogue.ts';
import { openingOf, visibleText } from '../formats/document/visible-text.ts';
import type { Console, ExitCode } from './command.ts';

/** Both texts, read as articles, and how the English enters the catalogue. */
export interface BothTexts {
  readonly french: readonly SourceUnit[];
  readonly english: readonly SourceUnit[];
  /** Name of the file of the English. */
  readonly file: string;
  /** Score from which on a pair is approved at once; null for none. */
  readonly approve: number | null;
}

/** Aligns both texts, with what the glossary knows. */
export type Align = (texts: BothTexts) => Promise<AlignedCatalogue>;

const MOST_OPENING = 50;

/**
 * Says which pairs somebody should look at, and what has no partner.
 *
 * @returns 0 where all is paired
 */
export function tellRows(rows: readonly PairRow[], texts: BothTexts, console: Console): ExitCode {
  const doubtful = rows.filter(({ kind }) => kind !== 'paired');
  for (const row of doubtful) console.err(`${sentenceOf(row, texts)}\n`);
  const paired = rows.filter(({ unit, kind }) => unit !== null && kind !== 'empty').length;
  console.err(`${paired} of ${texts.french.length} paragraphs have English now, as ${stateOf(texts)}.\n`);
  return doubtful.length === 0 ? 0 : 1;
}

function stateOf({ approve }: BothTexts): string {
  return approve === null ? 'drafts' : `drafts, or approved from a score of ${approve} on`;
}

function sentenceOf({ unit, english, score, kind, isSaidBefore }: PairRow, texts: BothTexts): string {
  const french = opening(texts.french.find(({ id }) => id === unit)?.source.text ?? '');
  const said = opening(english.map((piece) => textOf(piece, texts)).join(' '));
  if (kind === 'extra') return `only in the English: ${said}`;
  if (isSaidBefore) return `${unit}: its English is part of the one before: ${french}`;
  return kind === 'empty'
    ? `${unit}: no English: ${french}`
    : `${unit}: unsure (${(score ?? 0).toFixed(2)}): ${french} – ${said}`;
}

function textOf({ block, start, end }: EnglishPiece, { english }: BothTexts): string {
  return english[block]?.source.text.slice(start, end) ?? '';
}

function opening(text: string): string {
  return `“${openingOf(visibleText(text), MOST_OPENING)}”`;
}
