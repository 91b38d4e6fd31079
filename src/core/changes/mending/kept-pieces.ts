import { addressesIn } from '../../checks/pair/addresses.ts';
import type { RichText, Span } from '../../model/rich-text.ts';
import type { Mend } from './mend.ts';

/** What a translation keeps as it is, and where it stands. */
interface Piece extends Span {
  readonly written: string;
}

/** Kinds of such pieces; each is compared with its own kind. */
const KINDS: readonly ((text: RichText) => readonly Piece[])[] = [linkAddresses, imageAddresses, codes, otherWordless];

/**
 * Puts back what an engine translated though it is no language: where links lead, code, addresses, mail addresses, file
 * names. By position, and only where each side has as many of a kind that the other has not.
 */
export function findKeptPieces(source: RichText, target: RichText): Mend[] {
  return KINDS.flatMap((piecesIn) => {
    const [from, to] = [piecesIn(source), piecesIn(target)];
    const [lost, added] = [missingIn(to, from), missingIn(from, to)];
    if (lost.length !== added.length) return [];
    return added.map(({ start, end }, i) => ({ start, end, put: lost[i]?.written ?? '' }));
  });
}

/** Each piece as often as the others have it too few. */
function missingIn(others: readonly Piece[], pieces: readonly Piece[]): Piece[] {
  const left = new Map<string, number>();
  for (const { written } of others) left.set(written, (left.get(written) ?? 0) + 1);
  return pieces.filter(({ written }) => {
    const count = left.get(written) ?? 0;
    left.set(written, count - 1);
    return count <= 0;
  });
}

function linkAddresses(text: RichText): Piece[] {
  const written = addressesIn(text).filter(({ label }) => label === undefined);
  return written.flatMap(({ start, end, written }) => {
    const at = text.text.lastIndexOf(written, end - written.length);
    return at < start || !isInLink(text, { start, end }) ? [] : [{ start: at, end: at + written.length, written }];
  });
}

/** Of images whose address stands behind their words. */
function imageAddresses({ text, marks }: RichText): Piece[] {
  return marks.flatMap(({ kind, label, start, end }) => {
    const opening = text.lastIndexOf('](', end);
    if (kind !== 'image' || label !== undefined || opening < start) return [];
    const [address = ''] = text.slice(opening + 2, end - 1).split(/\s/, 1);
    return [pieceAt(text, { start: opening + 2, end: opening + 2 + address.length })];
  });
}

function isInLink({ marks }: RichText, { start, end }: Span): boolean {
  return marks.some((mark) => mark.kind === 'link' && mark.start <= start && end <= mark.end);
}

function codes({ text, marks }: RichText): Piece[] {
  return marks.filter(({ kind }) => kind === 'code').map((mark) => pieceAt(text, mark));
}

/** Not the tags of HTML, which have partners. */
function otherWordless({ text, marks, wordless }: RichText): Piece[] {
  const inMarks = marks.filter(({ kind }) => kind === 'code' || kind === 'link' || kind === 'image');
  return wordless
    .filter(
      ({ start, end }) => text.charAt(start) !== '<' && !inMarks.some((mark) => mark.start < end && start < mark.end),
    )
    .map((span) => pieceAt(text, span));
}

function pieceAt(text: string, { start, end }: Span): Piece {
  return { start, end, written: text.slice(start, end) };
}
