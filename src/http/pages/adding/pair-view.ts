import { startInUnit } from '../../../core/alignment/item-sign.ts';
import { isDoubtful, type PairRow } from '../../../core/alignment/pair-rows.ts';
import { type RowSentence, rowSentences } from '../../../core/alignment/row-sentences.ts';
import { SURE } from '../../../core/alignment/scored-pairs.ts';
import type { SourceUnit } from '../../../core/model/article.ts';
import type { RichText, Span } from '../../../core/model/rich-text.ts';
import { grouped } from '../../../core/text/counted.ts';
import { pilcrow, shortened } from '../frame/wording.ts';

/** A French unit beside its English, or English that no unit has. */
export interface PairView {
  /** From 0; a form names it so. */
  readonly index: number;
  /** “¶7”; “English only” */
  readonly name: string;
  /** How sure it is: “sure”, “likely”, “weak”, “empty”, “put together by you”; '' where it has no French. */
  readonly sureness: string;
  /** What speaks against a weak one: “only the French has “12”; only the English says no”; '' for others. */
  readonly why: string;
  /** It wants to be looked at. */
  readonly isDoubtful: boolean;
  /** The row to look at after this one; null for none, or where this one is none of them. */
  readonly next: string | null;
  /** Null where only the English has it. */
  readonly french: string | null;
  /** What is said in place of English that is not there; '' where there is some. */
  readonly emptiness: string;
  readonly sentences: readonly SentenceView[];
  /** What of the English is not shown: “4,200 more characters”; '' for nothing. */
  readonly rest: string;
  /** What can be done with its English. */
  readonly steps: readonly StepView[];
}

interface SentenceView {
  readonly text: string;
  /** A cut before it: what its button sends, and the first words of the sentence. Null where none is offered. */
  readonly cut: { readonly value: string; readonly opening: string } | null;
}

interface StepView {
  /** What its button sends: `up 12`. */
  readonly value: string;
  readonly label: string;
  /** The key that does the same. */
  readonly key: string;
  /** Of two ways that exclude each other: this is how it is. Null for any other. */
  readonly isPressed: 'true' | 'false' | null;
}

/** UTF-16 units of a text of a row that are shown, and cuts that are offered in a row. */
const MOST_TEXT = 10_000;
const MOST_CUTS = 30;
const LONGEST_OPENING = 30;
/** Bytes of a page that a row takes besides its texts, and a cut. */
const BYTES_OF_ROW = 2200;
const BYTES_OF_CUT = 420;

/** Both texts that stand beside each other. */
export interface BesideTexts {
  readonly french: ReadonlyMap<string, SourceUnit>;
  readonly english: readonly SourceUnit[];
  readonly rows: readonly PairRow[];
}

/** Bytes of a page that a row takes, at most or a little less. */
export function weightOf(row: PairRow, { french, english }: BesideTexts): number {
  const source = french.get(row.unit ?? '')?.source.text ?? '';
  const target = row.english.map(({ block, start, end }) => english[block]?.source.text.slice(start, end) ?? '');
  const texts = [source, target.join(' '), whyOf(row)].map(bytesOf);
  const cuts = Math.min(MOST_CUTS, target.join('').split(/[.!?…\n]/).length + target.length);
  return BYTES_OF_ROW + cuts * BYTES_OF_CUT + texts.reduce((sum, bytes) => sum + bytes, 0);
}

/** Long texts are taken by their beginning: more is not shown. */
function bytesOf(text: string): number {
  const shown = text.slice(0, MOST_TEXT);
  return shown.length + 4 * (shown.match(/[<>&"']/g)?.length ?? 0) + 2 * (shown.match(/[^\0-\x7f]/g)?.length ?? 0);
}

/** @param next the row to look at after this one */
export function pairView(index: number, texts: BesideTexts, next: string | null): PairView {
  const row = texts.rows[index] as PairRow;
  const unit = texts.french.get(row.unit ?? '');
  return {
    ...{ index, isDoubtful: isDoubtful(row), next: isDoubtful(row) ? next : null },
    name: row.unit === null ? 'English only' : pilcrow(row.unit),
    sureness: surenessOf(row),
    why: whyOf(row),
    french: unit === undefined ? null : shortened(visible(unit.source, wholeOf(unit.source)), MOST_TEXT),
    emptiness: emptinessOf(row),
    ...sentenceViews(rowSentences(inUnit(row, texts), texts.english), index),
    steps: stepViews(index, texts.rows),
  };
}

/** A row with as much of its English as its unit shows. */
function inUnit(row: PairRow, { french, english }: BesideTexts): PairRow {
  const kind = french.get(row.unit ?? '')?.kind ?? 'paragraph';
  const pieces = row.english.map((piece) => {
    const block = english[piece.block];
    return block === undefined ? piece : { ...piece, start: startInUnit(piece, block, kind) };
  });
  return { ...row, english: pieces };
}

/** The first words of a row, in the language that it has. */
export function openingOfRow({ unit, english }: PairRow, texts: BesideTexts, most: number): string {
  const source = texts.french.get(unit ?? '')?.source;
  if (source !== undefined) return shortened(visible(source, { start: 0, end: 4 * most }), most);
  const [first] = english;
  const target = texts.english[first?.block ?? -1]?.source;
  if (first === undefined || target === undefined) return '';
  return shortened(visible(target, { start: first.start, end: Math.min(first.end, first.start + 4 * most) }), most);
}

export function surenessOf({ kind, score }: PairRow): string {
  if (kind === 'extra') return '';
  if (kind !== 'paired') return kind;
  if (score === null) return 'put together by you';
  return score >= SURE ? 'sure' : 'likely';
}

/** Why a pair is weak; '' for any that is not. */
export function whyOf({ kind, doubts }: PairRow): string {
  return kind === 'weak' ? doubts.join('; ') : '';
}

function emptinessOf({ english, isSaidBefore }: PairRow): string {
  if (english.length > 0) return '';
  return isSaidBefore ? 'Its English is part of the paragraph above.' : 'No English: it stays to be translated.';
}

function wholeOf({ text }: RichText): Span {
  return { start: 0, end: text.length };
}

/** What a person sees of a stretch of a text: its words without the signs of marks, on one line. */
function visible({ text, syntax }: RichText, { start, end }: Span): string {
  let at = start;
  let seen = '';
  for (const sign of syntax) {
    if (sign.end <= at) continue;
    if (sign.start >= end) break;
    seen += text.slice(at, Math.max(at, sign.start));
    at = sign.end;
  }
  return (seen + text.slice(at, Math.max(at, end))).replaceAll(/\s+/g, ' ').trim();
}

function sentenceViews(
  sentences: readonly RowSentence[],
  index: number,
): { sentences: readonly SentenceView[]; rest: string } {
  const views: SentenceView[] = [];
  let room = MOST_TEXT;
  let hidden = 0;
  for (const [number, { piece, source, start, end }] of sentences.entries()) {
    if (room <= 0) {
      hidden += end - start;
      continue;
    }
    const text = shortened(visible(source, { start, end }), room);
    room -= text.length;
    const isCuttable = number > 0 && number <= MOST_CUTS;
    const cut = { value: `cut ${index} ${piece} ${start}`, opening: shortened(text, LONGEST_OPENING) };
    views.push({ text, cut: isCuttable ? cut : null });
  }
  return { sentences: views, rest: hidden === 0 ? '' : `${grouped(hidden)} more characters` };
}

function stepViews(index: number, rows: readonly PairRow[]): StepView[] {
  const row = rows[index] as PairRow;
  const [above, below] = [rows[index - 1], rows[index + 1]];
  const isThere = row.english.length > 0;
  const step = (way: string, label: string, key: string): StepView => ({
    ...{ value: `${way} ${index}`, label, key, isPressed: null },
  });
  const moves = [
    ...(isThere && above !== undefined ? [step('up', 'Up', 'u')] : []),
    ...(isThere && below !== undefined ? [step('down', 'Down', 'd')] : []),
    ...(below !== undefined && below.english.length > 0 ? [step('join', 'Join with the next', 'o')] : []),
  ];
  if (row.unit !== null) return isThere ? [...moves, step('part', 'Take out', 't')] : moves;
  const choice = (way: 'note' | 'leave', label: string, isPressed: boolean): StepView => ({
    ...{ value: `${way} ${index}`, label, key: 'm', isPressed: isPressed ? 'true' : 'false' },
  });
  return [...moves, choice('leave', 'Leave out', !row.isNote), choice('note', noteLabel(index, rows), row.isNote)];
}

function noteLabel(index: number, rows: readonly PairRow[]): string {
  const above = rows.slice(0, index).findLast(({ unit }) => unit !== null);
  const unit = above?.unit ?? rows.find((row) => row.unit !== null)?.unit ?? '';
  return unit === '' ? 'A note' : `A note to ${pilcrow(unit)}`;
}
