import { writeConflict } from '../../core/changes/conflict-note.ts';
import { type FilePart, HEAD, type PartReader, type PartWords, TAIL } from '../../core/changes/ports/file-parts.ts';
import type { BothChanged } from '../../core/changes/undo/merge-parts.ts';
import { readWaiver } from '../../core/ledger/waivers.ts';
import type { Slices } from '../../core/model/slices.ts';
import { originOver, writtenByBoth } from '../../core/people/approvals.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { mergeTexts } from '../../core/text/text-diff.ts';
import { changedOne } from '../../core/text/three-way.ts';
import { CONFLICT } from '../conflict-lines.ts';
import { lineBreakOf } from '../line-break.ts';
import { type PoMessage, parsePo, poSlices } from '../po/po.ts';
import { readConflict } from './conflict-remark.ts';
import { withEdgesOf } from './po-edit.ts';
import { flagLines, stringLines } from './po-lines.ts';
import { unwrappedLines } from './wrapped-comments.ts';

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
  const remarks = unwrappedLines(lines.slice(0, first));
  return { remarks, found: lines.slice(first, at), text: message.text.value, source: message.id.value };
}

function write({ remarks, found, text, source }: Pieces, like: string): string {
  const newline = lineBreakOf(like);
  return [...remarks, ...found, ...stringLines('msgstr', withEdgesOf(source, text))].join(newline);
}

function merge(base: string, yours: string, theirs: string): string | null {
  const [was, mine, other] = [piecesOf(base), piecesOf(yours), piecesOf(theirs)];
  if (was === null || mine === null || other === null) return null;
  const text = mergeTexts(was.text, mine.text, other.text);
  const isFound = was.found.join() === mine.found.join();
  if (text === null || (!isFound && was.found.join() !== other.found.join())) return null;
  const found = isFound ? other : mine;
  const remarks = remarksFor(text, { was, mine, other });
  const merged = { remarks, found: found.found, source: found.source, text };
  // A version that says the same keeps its bytes.
  const same = [theirs, yours].find((body) => JSON.stringify(piecesOf(body)) === JSON.stringify(merged));
  return same ?? write(merged, theirs);
}

/** A message as it was before anybody said anything of it. */
export function withoutEnglish(body: string): string {
  const pieces = piecesOf(body);
  return pieces === null ? '' : write({ ...pieces, remarks: [], text: '' }, body);
}

/**
 * Of two texts that collide: ours as a draft, theirs in a remark above it, `# conflict: "…"`, with those that stand
 * there already and nobody decided; and what both remarked besides. Where one has no text that of the other stands.
 *
 * @returns null for one that is written in another way than usual
 */
export function withBoth({ base, ours, theirs }: BothChanged): string | null {
  const [mine, other] = [piecesOf(ours), piecesOf(theirs)];
  if (mine === null || other === null) return null;
  const was = (base === null ? null : piecesOf(base)) ?? { ...mine, remarks: [], text: '' };
  const [stays, gives] = mine.text.trim() === '' ? [other, mine] : [mine, other];
  const merged = mergeRemarks(blocksOf(was.remarks), blocksOf(gives.remarks), blocksOf(stays.remarks));
  const conflicts = merged.filter((line) => line.startsWith(CONFLICT));
  const told = ofOwner(merged, stays.remarks).filter((line) => !line.startsWith(CONFLICT));
  if (gives.text.trim() === '') return write({ ...stays, remarks: [...conflicts, ...told] }, ours);
  const gave = `# ${writeConflict({ text: gives.text, origin: originIn(gives.remarks) })}`;
  const open = new Map([gave, ...conflicts].map((line) => [readConflict(line.slice(CONFLICT.length)).text, line]));
  open.delete(stays.text);
  const remarks = asDraftRemarks([...open.values(), ...told]);
  return write({ ...stays, remarks: remarks.flatMap((block) => block.split('\n')) }, ours);
}

/** Remarks of which a message has one at most. */
const SINGLE = /^# (origin|terms|reviewed):|^#,|^#\|/;
/** Remarks that tell of the text, and go where it goes. */
const OF_TEXT = /^# (?:origin|terms|reviewed|repaired|conflict):/;
const ORIGIN = /^#\s+origin:\s*/;
const OF_APPROVAL = /^# reviewed:/;
const OF_REVIEW = /^# (?:terms|reviewed|repaired):/;

/** The remarks of a merged text: of that side whose text it is. A text that no side has as reviewed is a draft. */
function remarksFor(text: string, { was, mine, other }: { readonly [Name in 'was' | 'mine' | 'other']: Pieces }) {
  const [base, yours, theirs] = [was, mine, other].map(({ remarks }) => blocksOf(remarks)) as [
    string[],
    string[],
    string[],
  ];
  const merged = mergeRemarks(base, yours, theirs);
  const owner = mine.text === other.text ? null : [yours, theirs][[mine.text, other.text].indexOf(text)];
  const both = mine.text === other.text ? null : writtenByBoth(originIn(theirs), originIn(yours));
  const joined = both === null ? merged : merged.map((line) => (ORIGIN.test(line) ? `# origin: ${both}` : line));
  const told = owner ? ofOwner(merged, owner) : joined;
  const isReviewed = (side: Pieces) => side.text === text && !isDraft(side.remarks);
  const remarks = told.flatMap((block) => block.split('\n'));
  if (isDraft(remarks) || text === '' || [mine, other].some(isReviewed)) return remarks;
  return asDraftRemarks(remarks.filter((line) => !OF_REVIEW.test(line)));
}

function originIn(remarks: readonly string[]): string | null {
  return remarks.find((line) => ORIGIN.test(line))?.replace(ORIGIN, '') ?? null;
}

/** The old source is one remark, though it has several lines. */
function blocksOf(remarks: readonly string[]): string[] {
  const first = remarks.findIndex((line) => line.startsWith('#|'));
  const old = remarks.filter((line) => line.startsWith('#|')).join('\n');
  return remarks.flatMap((line, i) => (line.startsWith('#|') ? (i === first ? [old] : []) : [line]));
}

function isDraft(remarks: readonly string[]): boolean {
  return remarks.some((line) => line.startsWith('#,') && /\bfuzzy\b/.test(line));
}

function ofOwner(merged: readonly string[], owner: readonly string[]): string[] {
  const others = merged.filter((line) => !OF_TEXT.test(line));
  return withLines(
    others,
    owner.filter((line) => OF_TEXT.test(line)),
    owner,
  );
}

function mergeRemarks(base: readonly string[], own: readonly string[], theirs: readonly string[]): string[] {
  const yours = withFlagsOfBoth(base, own, theirs);
  const added = yours.filter((line) => !base.includes(line));
  const replaced = new Set(added.flatMap((line) => SINGLE.exec(line)?.[0] ?? []));
  const merged = theirs.filter((line) => {
    const isTaken = base.includes(line) && !yours.includes(line);
    return !isTaken && !replaced.has(SINGLE.exec(line)?.[0] ?? '');
  });
  return withLines(merged, added, yours);
}

/** Your remarks; where both changed the flags differently, with the flags that each of you left or set. */
function withFlagsOfBoth(base: readonly string[], yours: readonly string[], theirs: readonly string[]) {
  const [was, own, other] = [base, yours, theirs].map(flagsOf) as [string[], string[], string[]];
  if (changedOne(was.join(), own.join(), other.join()) !== null) return yours;
  const isSet = (flag: string) => own.includes(flag) === other.includes(flag) || !was.includes(flag);
  const flags = [...new Set([...own, ...other])].filter(isSet);
  return [...yours.filter((line) => !line.startsWith('#,')), ...flagLines(flags, flags.includes('fuzzy'))];
}

function flagsOf(remarks: readonly string[]): string[] {
  const lines = remarks.filter((line) => line.startsWith('#,'));
  return lines.flatMap((line) => line.slice(2).split(',')).map((flag) => flag.trim());
}

/** Puts each new line behind the one that it stands behind in an order. */
function withLines(lines: readonly string[], added: readonly string[], order: readonly string[]): string[] {
  const all = [...lines];
  for (const line of added) {
    const above = order.slice(0, order.indexOf(line)).findLast((one) => all.includes(one));
    if (!all.includes(line)) all.splice(above === undefined ? 0 : all.indexOf(above) + 1, 0, line);
  }
  return all;
}

function says(body: string): PartWords {
  const [message] = parsePo(body, 'en.po').messages;
  if (message === undefined) return { name: '', text: body, language: '', details: [] };
  const { id, text, comments } = message;
  return {
    ...{ name: id.value, text: text.value, language: 'en' },
    details: [stateOf(message), ...comments.map((comment) => forPeople(comment.text)).filter((line) => line !== '')],
  };
}

/** Without the stamps of entries and waivers, which say nothing to anybody. */
function forPeople(remark: string): string {
  const waiver = readWaiver(remark.trim());
  if (waiver !== null) return `accepted: ${waiver.accepts} - ${waiver.reason}`;
  return remark.startsWith('terms:') ? remark.replaceAll(/ [0-9a-f]{6}(?=,|$)/g, '') : remark.trim();
}

function stateOf({ text, flags, obsolete }: PoMessage): string {
  if (obsolete) return 'obsolete';
  if (text.value.trim() === '') return 'not translated';
  return flags.includes('fuzzy') ? 'draft' : 'reviewed';
}

/** With another text a message is a draft: nobody has approved it. */
function withText(body: string, text: string, origin: string | null): string | null {
  const pieces = piecesOf(body);
  if (pieces === null) return null;
  if (text === pieces.text) return body;
  const kept = pieces.remarks.filter((line) => !OF_REVIEW.test(line));
  const by = origin === null ? null : originOver({ text: pieces.text, origin: originIn(kept) }, text, origin);
  const told = by === null ? kept : [`# origin: ${by}`, ...kept.filter((line) => !ORIGIN.test(line))];
  return write({ ...pieces, remarks: asDraftRemarks(told), text }, body);
}

/** The same message, which nobody has approved; null for one that is written in another way than usual. */
export function asDraft(body: string): string | null {
  const pieces = piecesOf(body);
  return pieces === null ? null : write({ ...pieces, remarks: asDraftRemarks(pieces.remarks) }, body);
}

/** The same message with one remark more, above the others. */
export function withRemark(body: string, remark: string): string {
  return `# ${remark}${lineBreakOf(body)}${body}`;
}

function asDraftRemarks(remarks: readonly string[]): string[] {
  const kept = remarks.filter((one) => !one.startsWith('#,') && !OF_APPROVAL.test(one));
  const at = kept.findIndex((one) => one.startsWith('#|'));
  return kept.toSpliced(at < 0 ? kept.length : at, 0, ...flagLines(flagsOf(remarks), true));
}
