import type { Span } from '../../core/model/rich-text.ts';

/** What a quotation says of itself in its first line: `[!note] À retenir` of Obsidian, `[!TIP]` of GitHub. */
export interface CalloutLead extends Span {
  /** The kind alone: `note`. It stands for a title where there is none. */
  readonly kind: Span;
  readonly hasTitle: boolean;
}

/** `[!note]`, `[!warning|red]- `: the kind, how it is shown, whether it is folded. */
const LEAD = /^\[!([a-z][\w-]{0,30})(?:\|[\w-]{1,30})?\][+-]?[ \t]*/i;

/** The lead of a text that is no more than the first line of such a quotation; null for any other. */
export function calloutLeadOf(text: string): CalloutLead | null {
  const [lead, kind = ''] = LEAD.exec(text) ?? [];
  if (lead === undefined || text.includes('\n')) return null;
  return { start: 0, end: lead.length, kind: { start: 2, end: 2 + kind.length }, hasTitle: lead.length < text.length };
}

/** Where the first line of a quotation ends that names it; null where its text is one as any. UTF-16 offset. */
export function endOfCalloutTitle(text: string): number | null {
  const [line = ''] = text.split('\n', 1);
  return calloutLeadOf(line.trimEnd()) === null ? null : line.length;
}
