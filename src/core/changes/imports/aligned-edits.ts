import type { TextBlock } from '../../alignment/article-pairs.ts';
import { startInUnit } from '../../alignment/item-sign.ts';
import type { EnglishPiece, PairRow } from '../../alignment/pair-rows.ts';
import type { UnitKind } from '../../model/article.ts';
import { addToGroup } from '../../model/groups.ts';
import type { PlacedEdit } from '../ports/translation-store.ts';

/** Both texts that were aligned, and how what comes of it enters the catalogue. */
export interface AlignedTexts {
  readonly french: readonly TextBlock[];
  readonly english: readonly TextBlock[];
  /** Name of the file of the English, and today, ISO 8601. */
  readonly file: string;
  readonly date: string;
  /** Score from which on a pair is approved at once; null for none. */
  readonly approve: number | null;
}

/** What the note of a unit says that has no English of its own. */
const SAID_BEFORE = 'The English of this paragraph is part of the one before.';

/** The edits that write aligned English into a catalogue; every text is a draft but those that are approved. */
export function alignedEdits(rows: readonly PairRow[], texts: AlignedTexts): PlacedEdit[] {
  const kinds = new Map(texts.french.map(({ id, kind }) => [id, kind]));
  const notes = notesOf(rows, texts);
  return rows.flatMap((row): PlacedEdit[] => {
    if (row.unit === null) return [];
    const common = { unit: row.unit, previous: null, expected: '' };
    const remarks = [...(row.isSaidBefore ? [SAID_BEFORE] : []), ...(notes.get(row.unit) ?? [])];
    const comments = remarks.map((remark) => `note: ${remark}`);
    const target = joined(row.english, texts.english, kinds.get(row.unit) ?? 'paragraph');
    if (target === '') return comments.length === 0 ? [] : [{ ...common, target, state: 'reviewed', comments }];
    const isApproved = texts.approve !== null && row.score !== null && row.score >= texts.approve;
    const origin = `origin: aligned ${texts.file} ${texts.date}`;
    return [{ ...common, target, state: isApproved ? 'reviewed' : 'translated', comments: [origin, ...comments] }];
  });
}

/** What only the English has and becomes a note, by the unit above it; by the first where none is. */
function notesOf(rows: readonly PairRow[], { english }: AlignedTexts): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  let above = rows.find(({ unit }) => unit !== null)?.unit ?? '';
  for (const { unit, isNote, english: pieces } of rows) {
    above = unit ?? above;
    if (isNote) addToGroup(notes, above, `(only in the English) ${joined(pieces, english, 'paragraph')}`);
  }
  return notes;
}

/**
 * The text of a row as it goes into a unit of some kind: items and code keep their lines, all else is one run of text.
 */
export function joined(
  pieces: readonly EnglishPiece[],
  english: readonly Pick<TextBlock, 'kind' | 'source'>[],
  kind: UnitKind,
): string {
  return pieces
    .map((piece) => {
      const block = english[piece.block];
      return block?.source.text.slice(startInUnit(piece, block, kind), piece.end) ?? '';
    })
    .map((text) => (kind === 'code' ? text : text.trim()))
    .filter((text) => text !== '')
    .join(kind === 'item' || kind === 'code' ? '\n' : ' ');
}
