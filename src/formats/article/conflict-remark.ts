import type { OtherText } from '../../core/model/article.ts';
import { decodePiece } from '../po/po-string.ts';

/** What a merge put beside the English that stayed. @param said `"A chip.", origin: person Béa 2026-11-26` */
export function readConflict(said: string): OtherText {
  const [, quoted, origin = null] = /^"((?:[^"\\]|\\.)*)"(?:, origin: (.+))?$/s.exec(said) ?? [];
  return { text: decodePiece(quoted ?? said.replace(/^"(.*)"$/s, '$1')), origin };
}
