import { type FilePart, HEAD, type PartReader, TAIL } from '../../core/changes/ports/file-parts.ts';
import type { Slices } from '../../core/model/slices.ts';
import { mergeTexts } from '../../core/text/text-diff.ts';

/** Cuts a table into its lines. A row that goes on over several lines is several parts. */
export const CSV_PARTS: PartReader = {
  split,
  merge: (base, yours, theirs) => mergeTexts(base, yours, theirs),
  says: (body) => ({ name: firstCell(body), text: body, language: '', details: [] }),
  withText: (_body, text) => (/[\r\n]/.test(text.trimEnd()) ? null : text.trimEnd()),
  headFor: (head) => head,
};

/** Lines read between two pauses. */
const SLICE = 2000;

function* split(text: string): Slices<readonly FilePart[]> {
  const parts: FilePart[] = [{ key: HEAD, gap: '', body: '' }];
  const names = new Map<string, number>();
  let end = 0;
  let gap = '';
  for (const { 0: newline, index } of text.matchAll(/\r\n|\n|\r|$/g)) {
    const body = text.slice(end, index);
    if (index === text.length && newline === '' && body === '') break;
    const name = firstCell(body);
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    parts.push({ key: `${name} ${count}`, gap, body });
    gap = newline;
    end = index + newline.length;
    if (parts.length % SLICE === 0) yield;
  }
  return [...parts, { key: TAIL, gap: '', body: end === text.length ? gap : '' }];
}

/** What its first cell says, as far as it stands on the line. */
function firstCell(line: string): string {
  const [cell = ''] = /^\ufeff?(?:"(?:[^"]|"")*"|[^;,\t|"]*)/.exec(line) ?? [];
  return cell.replaceAll('"', '').slice(0, 200);
}
