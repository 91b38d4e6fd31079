import { type FilePart, HEAD, type PartReader, type PartWords, TAIL } from '../../core/changes/file-parts.ts';
import type { Slices } from '../../core/model/slices.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { mergeTexts } from '../../core/text/text-diff.ts';
import { type PoMessage, parsePo, poSlices } from './po.ts';
import { withEdgesOf } from './po-edit.ts';
import { stringLines } from './po-lines.ts';

/** Cuts a catalogue into its messages, each with its remarks. */
export const PO_PARTS: PartReader = { split, merge, says, withText, headFor: (head) => head };

function* split(text: string): Slices<readonly FilePart[]> {
  const { messages } = yield* poSlices(text, 'en.po');
  const head = text.slice(0, messages[0]?.block.start ?? text.length).trimEnd();
  const parts: FilePart[] = [{ key: HEAD, gap: '', body: head }];
  let end = head.length;
  for (const { block, context, id, obsolete } of messages) {
    const key = fingerprint([obsolete ? '~' : '', context === null ? '' : `=${context}`, id.value]);
    parts.push({ key, gap: text.slice(end, block.start), body: text.slice(block.start, block.end) });
    end = block.end;
  }
  return [...parts, { key: TAIL, gap: '', body: text.slice(end) }];
}

/** A message in three pieces: its remarks, line by line; what it is found by; and its text. */
interface Pieces {
  readonly remarks: readonly string[];
  readonly found: readonly string[];
  readonly text: string;
  readonly source: string;
}

/** Null for one that is written in another way than usual, or kept as obsolete: it is taken as a whole. */
function piecesOf(body: string): Pieces | null {
  const [message, ...others] = parsePo(body, 'en.po').messages;
  if (message === undefined || others.length > 0 || message.obsolete) return null;
  const lines = body.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => !line.startsWith('#'));
  const at = lines.findIndex((line) => /^msgstr(?=[\s"])/.test(line));
  if (first < 0 || at < first || lines.slice(at).some((line) => line.startsWith('#'))) return null;
  const remarks = lines.slice(0, first);
  return { remarks, found: lines.slice(first, at), text: message.text.value, source: message.id.value };
}

function write({ remarks, found, text, source }: Pieces, like: string): string {
  const newline = like.includes('\r\n') ? '\r\n' : '\n';
  return [...remarks, ...found, ...stringLines('msgstr', withEdgesOf(source, text))].join(newline);
}

function merge(base: string, yours: string, theirs: string): string | null {
  const [was, mine, other] = [piecesOf(base), piecesOf(yours), piecesOf(theirs)];
  if (was === null || mine === null || other === null) return null;
  const text = mergeTexts(was.text, mine.text, other.text);
  const isFound = was.found.join() === mine.found.join();
  if (text === null || (!isFound && was.found.join() !== other.found.join())) return null;
  const found = isFound ? other : mine;
  const remarks = mergeRemarks(was.remarks, mine.remarks, other.remarks);
  const merged = { remarks, found: found.found, source: found.source, text };
  // A version that says the same keeps its bytes.
  const same = [theirs, yours].find((body) => JSON.stringify(piecesOf(body)) === JSON.stringify(merged));
  return same ?? write(merged, theirs);
}

/** Remarks of which a message has one at most. */
const SINGLE = /^# (origin|terms):|^#,|^#\|/;

function mergeRemarks(base: readonly string[], yours: readonly string[], theirs: readonly string[]): string[] {
  const added = yours.filter((line) => !base.includes(line));
  const replaced = new Set(added.flatMap((line) => SINGLE.exec(line)?.[0] ?? []));
  const merged = theirs.filter((line) => {
    const isTaken = base.includes(line) && !yours.includes(line);
    return !isTaken && !replaced.has(SINGLE.exec(line)?.[0] ?? '');
  });
  // Each new line stands behind the one that it stood behind.
  for (const line of added) {
    const above = yours.slice(0, yours.indexOf(line)).findLast((one) => merged.includes(one));
    if (!merged.includes(line)) merged.splice(above === undefined ? 0 : merged.indexOf(above) + 1, 0, line);
  }
  return merged;
}

function says(body: string): PartWords {
  const [message] = parsePo(body, 'en.po').messages;
  if (message === undefined) return { name: '', text: body, language: '', details: [] };
  const { id, text, comments } = message;
  return {
    ...{ name: id.value, text: text.value, language: 'en' },
    details: [stateOf(message), ...comments.map((comment) => comment.text.trim()).filter((line) => line !== '')],
  };
}

function stateOf({ text, flags, obsolete }: PoMessage): string {
  if (obsolete) return 'obsolete';
  if (text.value.trim() === '') return 'not translated';
  return flags.includes('fuzzy') ? 'draft' : 'reviewed';
}

/** With another text a message is a draft: nobody has approved it. */
function withText(body: string, text: string): string | null {
  const pieces = piecesOf(body);
  if (pieces === null) return null;
  if (text === pieces.text) return body;
  const kept = pieces.remarks.filter((line) => !/^# (?:terms|repaired):/.test(line));
  return write({ ...pieces, remarks: asDraftRemarks(kept), text }, body);
}

/** The same message, which nobody has approved; null for one that is written in another way than usual. */
export function asDraft(body: string): string | null {
  const pieces = piecesOf(body);
  if (pieces === null) return null;
  return write({ ...pieces, remarks: asDraftRemarks(pieces.remarks) }, body);
}

/** The same message with one remark more, above the others. */
export function withRemark(body: string, remark: string): string {
  return `# ${remark}${body.includes('\r\n') ? '\r\n' : '\n'}${body}`;
}

function asDraftRemarks(remarks: readonly string[]): string[] {
  const flags = remarks.find((line) => line.startsWith('#,')) ?? '';
  const others = flags
    .slice(2)
    .split(',')
    .map((flag) => flag.trim());
  const all = ['fuzzy', ...others.filter((flag) => flag !== 'fuzzy' && flag !== '')];
  const kept = remarks.filter((line) => !line.startsWith('#,'));
  const at = kept.findIndex((line) => line.startsWith('#|'));
  return kept.toSpliced(at < 0 ? kept.length : at, 0, `#, ${all.join(', ')}`);
}
