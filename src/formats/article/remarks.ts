import { partitionPoint } from '../../core/model/partition-point.ts';
import type { Span } from '../../core/model/rich-text.ts';
import { stretchesBetween } from './stretches-between.ts';

const SIGN = '%%';
/** Two signs of per cent behind a figure are a slip of somebody’s. */
const FIGURE_BEFORE = /\d[ \t\u00a0\u202f]?$/;
/** They are meant as they are behind a backslash that is not. */
const ESCAPED = /(?<!\\)(?:\\\\)*\\$/;

/** What Obsidian shows to whoever writes, and to no reader: `%%à relire%%`. Not in code. Linear. */
export function findRemarks(text: string): Span[] {
  if (!text.includes(SIGN)) return [];
  let [ticks, counted] = [0, 0];
  return [...stretchesBetween(text, SIGN, SIGN)].filter(({ start }) => {
    ticks += text.slice(counted, start).split('`').length - 1;
    counted = start;
    const before = text.slice(Math.max(0, start - 20), start);
    return ticks % 2 === 0 && !FIGURE_BEFORE.test(before) && !ESCAPED.test(before);
  });
}

/** Blocks of HTML with nothing in them but what only those see who write. */
const COMMENTS = /^(?:\s*<!--(?:(?!-->)[\s\S])*-->)+\s*$/;

/** Whether a piece of HTML is a remark: `<!-- à relire -->`. */
export function isComment(html: string): boolean {
  return html.startsWith('<!--');
}

/** Whether there is nothing in a text but remarks. */
export function isRemark(text: string): boolean {
  if (COMMENTS.test(text)) return true;
  const remarks = findRemarks(text);
  return remarks.length > 0 && outside(remarks, text).trim() === '';
}

function outside(spans: readonly Span[], text: string): string {
  const ends = [0, ...spans.map(({ end }) => end)];
  return ends.map((from, i) => text.slice(from, spans[i]?.start ?? text.length)).join('');
}

/** A block, as far as a remark asks. */
interface RemarkedBlock {
  readonly kind: string;
  readonly text: string;
}

/**
 * Blocks that are one remark, from the one that begins with its sign to the one that ends with it: from, up to; in
 * order. What hides a heading ends with the sign on a line of its own: a remark that was left open hides no chapter.
 */
export function remarkRuns(blocks: readonly RemarkedBlock[]): Span[] {
  const runs: Span[] = [];
  let open: number | null = null;
  let hidesHeading = false;
  for (const [at, { kind, text }] of blocks.entries()) {
    hidesHeading ||= kind === 'heading' || kind === 'title';
    if (kind === 'code' || text.split(SIGN, 3).length !== 2) continue;
    if (open !== null && endsRemark(text, hidesHeading)) {
      runs.push({ start: open, end: at + 1 });
      open = null;
    } else if (text.startsWith(SIGN) && (open === null || hidesHeading)) {
      open = at;
      hidesHeading = false;
    }
  }
  return runs;
}

function endsRemark(text: string, isOnItsLine: boolean): boolean {
  const words = text.trimEnd();
  if (!words.endsWith(SIGN)) return false;
  const before = words.slice(0, -SIGN.length);
  return isOnItsLine ? /(?:^|\n)[ \t]*$/.test(before) : !FIGURE_BEFORE.test(before.slice(-2));
}

/**
 * The remark of several blocks that one of them is of.
 *
 * @param runs in order
 */
export function runAt(runs: readonly Span[], block: number): Span | null {
  const run = runs[partitionPoint(runs, ({ end }) => end <= block)];
  return run !== undefined && run.start <= block ? run : null;
}

/** The words of all remarks of a text, each by itself. */
export function remarksOf(blocks: readonly RemarkedBlock[]): string[] {
  const runs = remarkRuns(blocks);
  return blocks.flatMap(({ kind, text }, at) => {
    const run = runAt(runs, at);
    if (run !== null) return run.start === at ? [wordsIn(blocks.slice(run.start, run.end))] : [];
    if (kind === 'code') return [];
    return findRemarks(text).map(({ start, end }) => text.slice(start + SIGN.length, end - SIGN.length).trim());
  });
}

function wordsIn(run: readonly RemarkedBlock[]): string {
  return run
    .map(({ text }) => text.replace(SIGN, '').trim())
    .filter((words) => words !== '')
    .join(' ');
}
