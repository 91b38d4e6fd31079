import { type DiffPiece, diffTexts } from '../../../core/text/text-diff.ts';

/** A stretch of two texts in one: what goes and what comes is marked. */
export interface MarkedPiece {
  readonly text: string;
  readonly isOut: boolean;
  readonly isIn: boolean;
}

/** Two texts in one, as a page shows what became of the first. */
export function markedPieces(before: string, now: string): MarkedPiece[] {
  return diffTexts(before, now).map(markedPiece);
}

export function markedPiece({ kind, text }: DiffPiece): MarkedPiece {
  return { text, isOut: kind === 'out', isIn: kind === 'in' };
}
