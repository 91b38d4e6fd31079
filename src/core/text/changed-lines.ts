import type { DiffPiece } from './text-diff.ts';

/**
 * Of a difference the lines in which something changed, each below the lines that it hangs under by its indentation;
 * “…” for others in a row. Of a text of one line that is all of it, and so it is where nothing changed.
 */
export function changedLines(pieces: readonly DiffPiece[]): DiffPiece[] {
  const lines = linesOf(pieces);
  const shown = shownLines(lines);
  if (shown.size === 0) return [...pieces];
  const kept: (readonly DiffPiece[])[] = [];
  for (let i = 0; i < lines.length; ) {
    const from = i;
    while (i < lines.length && !shown.has(i)) i += 1;
    // The sign would take the place of a line that stands alone.
    if (i - from > 1) kept.push([{ kind: 'same', text: i < lines.length ? '…\n' : '…' }]);
    else kept.push(lines[from] ?? []);
    i = Math.max(i, from + 1);
  }
  return joinSame(kept.flat());
}

/** Cut behind the line ends that both texts have. */
function linesOf(pieces: readonly DiffPiece[]): DiffPiece[][] {
  const lines: DiffPiece[][] = [[]];
  for (const { kind, text } of pieces) {
    for (const [i, part] of (kind === 'same' ? text.split(/(?<=\n)/) : [text]).entries()) {
      if (i > 0 || endsLine(lines.at(-1)?.at(-1))) lines.push([]);
      lines.at(-1)?.push({ kind, text: part });
    }
  }
  return lines;
}

function endsLine(piece: DiffPiece | undefined): boolean {
  return piece?.kind === 'same' && piece.text.endsWith('\n');
}

function shownLines(lines: readonly (readonly DiffPiece[])[]): Set<number> {
  const shown = new Set<number>();
  let least = 0;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i] ?? [];
    const indent = indentOf(line);
    if (indent >= least && line.every(({ kind }) => kind === 'same')) continue;
    shown.add(i);
    least = indent;
  }
  return shown;
}

/** Spaces before the first word of a line; nothing hangs under an empty one. */
function indentOf(line: readonly DiffPiece[]): number {
  const at = line
    .map(({ text }) => text)
    .join('')
    .search(/\S/);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function joinSame(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === 'same' && piece.kind === 'same')
      joined[joined.length - 1] = { kind: 'same', text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
