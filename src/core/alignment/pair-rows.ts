import { WEAK } from './scored-pairs.ts';

/** A stretch of a block of an English text. UTF-16 offsets into the block as written, half-open. */
export interface EnglishPiece {
  /** Index of the block in the English text. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** `weak` wants to be looked at; `empty` has no English; `extra` has no French. */
export type RowKind = 'paired' | 'weak' | 'empty' | 'extra';

/** A French unit with its English, or English that no French unit has. Plain data: it can be sent as JSON. */
export interface PairRow {
  /** Id of the French unit; null for what only the English has. */
  readonly unit: string | null;
  /** In the order in which they are joined. */
  readonly english: readonly EnglishPiece[];
  /** How sure it is, 0 to 1; null where a person put it together. */
  readonly score: number | null;
  /** What speaks against it, in words: “only the French has “12””. */
  readonly doubts: readonly string[];
  readonly kind: RowKind;
  /** It has no English of its own: what it says stands in that of the unit before, which cannot be cut. */
  readonly isSaidBefore: boolean;
  /** What only the English has becomes a translator’s note to the unit above; otherwise it is left out. */
  readonly isNote: boolean;
}

type RowParts = Pick<PairRow, 'unit' | 'english' | 'score'> & Partial<Pick<PairRow, 'doubts'>>;

/** A row of its parts: they say of which kind it is. */
export function pairRow({ unit, english, score, doubts = [] }: RowParts): PairRow {
  const kind = kindOf(unit, english, score);
  return { unit, english, score, doubts, kind, isSaidBefore: false, isNote: false };
}

function kindOf(unit: string | null, english: readonly EnglishPiece[], score: number | null): RowKind {
  if (unit === null) return 'extra';
  if (english.length === 0) return 'empty';
  return score !== null && score < WEAK ? 'weak' : 'paired';
}

/** A row whose English a person chose. */
function byHand(unit: string | null, english: readonly EnglishPiece[]): PairRow {
  return pairRow({ unit, english: english.reduce(withPiece, []), score: null });
}

/** What was cut and stands together again is one piece. */
function withPiece(pieces: readonly EnglishPiece[], piece: EnglishPiece): EnglishPiece[] {
  const last = pieces.at(-1);
  const isNext = last !== undefined && last.block === piece.block && last.end === piece.start;
  return isNext ? [...pieces.slice(0, -1), { ...last, end: piece.end }] : [...pieces, piece];
}

/** Rows with some replaced; English-only rows without English are none. */
function withRows(rows: readonly PairRow[], at: number, instead: readonly PairRow[]): readonly PairRow[] {
  const kept = instead.filter(({ unit, english }) => unit !== null || english.length > 0);
  return [...rows.slice(0, at), ...kept, ...rows.slice(at + instead.length)];
}

/**
 * Exchanges the English of a row with that of the row above or below; where that has none, it moves there.
 *
 * @returns the very same rows where there is none above or below, or nothing to move
 */
export function moveEnglish(rows: readonly PairRow[], at: number, way: 'up' | 'down'): readonly PairRow[] {
  const first = way === 'up' ? at - 1 : at;
  const [row, next] = [rows[first], rows[first + 1]];
  if (row === undefined || next === undefined || rows[at]?.english.length === 0) return rows;
  return withRows(rows, first, [byHand(row.unit, next.english), byHand(next.unit, row.english)]);
}

/**
 * Cuts the English of a row. What stands behind goes to the row below where that has none, else to a row of its own.
 *
 * @param piece index of the piece that is cut, and the offset in its block; where that piece begins, it is cut off
 *   whole
 */
export function cutEnglish(
  rows: readonly PairRow[],
  at: number,
  { piece, offset }: { readonly piece: number; readonly offset: number },
): readonly PairRow[] {
  const [row, next] = [rows[at], rows[at + 1]];
  const cut = row?.english[piece];
  if (row === undefined || cut === undefined || offset < cut.start || offset >= cut.end) return rows;
  if (piece === 0 && offset === cut.start) return rows;
  const before = offset > cut.start ? [{ ...cut, end: offset }] : [];
  const kept = byHand(row.unit, [...row.english.slice(0, piece), ...before]);
  const rest = [{ ...cut, start: offset }, ...row.english.slice(piece + 1)];
  if (next?.kind === 'empty') return withRows(rows, at, [kept, byHand(next.unit, rest)]);
  return [...rows.slice(0, at), kept, byHand(null, rest), ...rows.slice(at + 1)];
}

/** Joins the English of the row below to that of a row. */
export function joinEnglish(rows: readonly PairRow[], at: number): readonly PairRow[] {
  const [row, next] = [rows[at], rows[at + 1]];
  if (row === undefined || next === undefined || next.english.length === 0) return rows;
  return withRows(rows, at, [byHand(row.unit, [...row.english, ...next.english]), byHand(next.unit, [])]);
}

/** Takes the English of a French unit from it, to a row of its own behind it. */
export function partEnglish(rows: readonly PairRow[], at: number): readonly PairRow[] {
  const row = rows[at];
  if (row === undefined || row.unit === null || row.english.length === 0) return rows;
  return [...rows.slice(0, at), byHand(row.unit, []), byHand(null, row.english), ...rows.slice(at + 1)];
}

/** Says of English that only its text has whether it becomes a note. */
export function noteEnglish(rows: readonly PairRow[], at: number, isNote: boolean): readonly PairRow[] {
  const row = rows[at];
  if (row === undefined || row.unit !== null || row.isNote === isNote) return rows;
  return withRows(rows, at, [{ ...row, isNote }]);
}

/** Whether somebody should look at a row: what became a note, somebody has. */
export function isDoubtful({ kind, isNote }: PairRow): boolean {
  return kind !== 'paired' && !isNote;
}

/**
 * Indexes of the rows that somebody should look at, the weakest first; what has no partner stands in its order behind.
 */
export function doubtfulRows(rows: readonly PairRow[]): number[] {
  const rank = ({ kind, score }: PairRow) => (kind === 'weak' ? (score ?? 0) : 1);
  return [...rows.keys()]
    .filter((at) => isDoubtful(rows[at] as PairRow))
    .sort((a, b) => rank(rows[a] as PairRow) - rank(rows[b] as PairRow));
}
