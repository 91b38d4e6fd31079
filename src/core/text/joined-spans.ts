import type { Span } from '../model/rich-text.ts';

/** Spans in order, those that touch or overlap as one, without those that are empty. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const list: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = list.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) list.push({ start, end });
  }
  return list;
}
