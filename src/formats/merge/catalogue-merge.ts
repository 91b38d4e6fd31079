import { writeConflict } from '../../core/changes/conflict-note.ts';
import type { Versions } from '../../core/model/versions.ts';
import { mergeTexts } from '../../core/text/text-diff.ts';
import { type PoComment, type PoMessage, parsePo } from '../article/po.ts';
import { stringLines } from '../article/po-lines.ts';
import { KEYED, unwrapped } from '../article/wrapped-comments.ts';
import { type Block, type BlockFile, mergeBlocks } from './keyed-blocks.ts';

/** Comments that tell of a target, and go where it goes. */
const OF_TARGET = /^(?:origin|repaired|terms|conflict)$/;

/**
 * Puts two versions of a catalogue together, message by message: whoever edits different paragraphs has no conflict.
 * Two texts of one paragraph are merged where they changed different words, and are a draft then, since nobody has read
 * both. Else ours stays, as a draft, and theirs stands beside it in a comment `# conflict: "…"`, which the check finds.
 *
 * @returns null where one of the three cannot be read
 */
export function mergeCatalogues({ base, ours, theirs }: Versions<string>): string | null {
  const files = [base, ours, theirs].map(blocksOf);
  if (files.some((file) => file === null)) return null;
  const [was, here, there] = files as [BlockFile, BlockFile, BlockFile];
  const newline = ours.includes('\r\n') ? '\r\n' : '\n';
  const merged = mergeBlocks({ base: was, ours: here, theirs: there }, (block) => mergeMessages(block));
  const blocks = merged.blocks.map(({ text }) => text.trim());
  const text = [merged.head.trim(), ...blocks, merged.tail.trim()].filter((part) => part !== '').join('\n\n');
  return `${text.replaceAll('\r\n', '\n')}\n`.replaceAll('\n', newline);
}

function blocksOf(text: string): BlockFile | null {
  const { messages, problems } = parsePo(text, 'en.po');
  if (problems.length > 0) return null;
  const start = headEnd(text, messages);
  const seen = new Map<string, number>();
  let at = start;
  const blocks = messages.map((message): Block => {
    const name = JSON.stringify([message.obsolete, message.context, message.id.value]);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const block = { key: `${name} ${count}`, text: text.slice(at, message.block.end) };
    at = message.block.end;
    return block;
  });
  return { head: text.slice(0, start), blocks, tail: text.slice(at) };
}

/** Where the header ends, which no message is. */
function headEnd(text: string, [first]: readonly PoMessage[]): number {
  return text.slice(0, first?.block.start ?? text.length).trimEnd().length;
}

/** What one side says of a message. */
interface Said {
  readonly message: PoMessage;
  /** Translator comments, those that a tool wrapped whole again. */
  readonly comments: readonly string[];
  /** The other lines of its head: `#.`, `#:`. */
  readonly told: readonly string[];
  readonly isDraft: boolean;
}

function mergeMessages(block: {
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
}): string {
  const [ours, theirs] = [saidIn(block.ours), saidIn(block.theirs)];
  const base = block.base === null ? null : saidIn(block.base);
  const target = mergedTarget(base, ours, theirs);
  const others = (said: Said | null) => (said?.comments ?? []).filter((comment) => !OF_TARGET.test(keyOf(comment)));
  const flags = (said: Said | null) => (said?.message.flags ?? []).filter((flag) => flag !== 'fuzzy' && flag !== '');
  const all = [...(target.isDraft ? ['fuzzy'] : []), ...union(flags(base), flags(ours), flags(theirs))];
  const { context, id, obsolete } = ours.message;
  const lines = [
    ...target.comments.map((comment) => `# ${comment}`),
    ...union(others(base), others(ours), others(theirs)).map((comment) => `# ${comment}`.trimEnd()),
    ...ours.told,
    ...(all.length > 0 ? [`#, ${all.join(', ')}`] : []),
    ...(target.previous === null ? [] : stringLines('msgid', target.previous).map((line) => `#| ${line}`)),
    ...(context === null ? [] : stringLines('msgctxt', context)),
    ...stringLines('msgid', id.value),
    ...stringLines('msgstr', target.text),
  ];
  return lines.map((line) => (obsolete && !line.startsWith('#') ? `#~ ${line}` : line)).join('\n');
}

interface MergedTarget {
  readonly text: string;
  readonly isDraft: boolean;
  readonly previous: string | null;
  readonly comments: readonly string[];
}

/** The target with its state and what is told of it: of the side that changed it. */
function mergedTarget(base: Said | null, ours: Said, theirs: Said): MergedTarget {
  const [was, here, there] = [base, ours, theirs].map((said) => said?.message.text.value ?? '') as [
    string,
    string,
    string,
  ];
  const of = (said: Said): MergedTarget => ({
    text: said.message.text.value,
    isDraft: said.isDraft,
    previous: said.message.previous,
    comments: said.comments.filter((comment) => OF_TARGET.test(keyOf(comment))),
  });
  if (here === there) return base !== null && isAsBefore(base, ours) ? of(theirs) : of(ours);
  if (base !== null && there === was) return of(ours);
  if (base !== null && here === was) return of(theirs);
  if (here.trim() === '') return of(theirs);
  if (there.trim() === '') return of(ours);
  const both = base === null ? null : mergeTexts(was, here, there);
  const drafted = { ...of(ours), isDraft: true };
  if (both !== null) return { ...drafted, text: both };
  const beside = writeConflict(there);
  return { ...drafted, comments: [...drafted.comments.filter((comment) => keyOf(comment) !== 'conflict'), beside] };
}

/** Whether its state and what is told of its target are those of the base. */
function isAsBefore(base: Said, said: Said): boolean {
  const state = ({ isDraft, comments, message }: Said) =>
    JSON.stringify([isDraft, message.previous, comments.filter((comment) => OF_TARGET.test(keyOf(comment)))]);
  return state(base) === state(said);
}

/** What both have, and what either added; what one of them took away is gone. */
function union(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const gone = new Set(base.filter((one) => !ours.includes(one) || !theirs.includes(one)));
  return [...new Set([...ours, ...theirs])].filter((one) => !gone.has(one));
}

function saidIn(block: string): Said {
  const lines = block.replaceAll('\r\n', '\n').trim().split('\n');
  const message = parsePo(block, 'en.po').messages[0] as PoMessage;
  return {
    message,
    comments: unwrapped(message.comments).map(({ text }: PoComment) => text),
    told: lines.filter((line) => /^#[.:]/.test(line)),
    isDraft: message.flags.includes('fuzzy'),
  };
}

function keyOf(comment: string): string {
  return KEYED.exec(comment)?.[1] ?? '';
}
