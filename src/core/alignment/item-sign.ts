import type { SourceUnit, UnitKind } from '../model/article.ts';
import type { EnglishPiece } from './pair-rows.ts';

/** A sign of a list with the space behind it, as somebody typed it into a text without marks. */
const SIGN = /^\s*(?:\\?[-+*]|[–—•·▪◦‣]|\d{1,3}\\?[.)])\s+/u;

/**
 * Where the text of a piece begins as soon as a unit of some kind shows it: an item has its sign already, and the one
 * that a plain English text writes out would stand there twice. UTF-16 offset into its block.
 */
export function startInUnit(
  { start, end }: EnglishPiece,
  block: Pick<SourceUnit, 'kind' | 'source'>,
  kind: UnitKind,
): number {
  if (kind !== 'item' || block.kind === 'item' || start > 0) return start;
  const [sign = ''] = SIGN.exec(block.source.text) ?? [];
  return sign.length < end ? sign.length : start;
}
