import type { Slices } from '../../core/model/slices.ts';
import { applySplices, type Splice } from '../splices.ts';
import { type PoMessage, poSlices } from './po.ts';
import { asDraft } from './po-parts.ts';
import { KEYED, unwrapped } from './wrapped-comments.ts';

/** A catalogue without the approvals that somebody may not give, and why they may not; no reason where none was given. */
export interface Approved {
  readonly text: string;
  readonly why: string | null;
}

/**
 * Makes drafts of the messages that are reviewed in a catalogue and were not before: another text, another French, or
 * approved anew with the entries of today.
 *
 * @param before null where there was no catalogue
 * @param whyNot asked with the origin of each such message; null where it may be approved
 */
export function* withoutApprovals(
  before: string | null,
  after: string,
  whyNot: (origin: string | null) => string | null,
): Slices<Approved> {
  const known = new Set((yield* reviewedIn(before ?? '')).map(keyOf));
  const lowered: Splice[] = [];
  let why: string | null = null;
  for (const message of yield* reviewedIn(after)) {
    const reason = known.has(keyOf(message)) ? null : whyNot(commentOf(message, 'origin'));
    if (reason === null) continue;
    why ??= reason;
    const body = after.slice(message.block.start, message.block.end);
    lowered.push({ ...message.block, text: asDraft(body) ?? `#, fuzzy\n${body}` });
  }
  return { text: lowered.length === 0 ? after : applySplices(after, lowered), why };
}

function* reviewedIn(text: string): Slices<PoMessage[]> {
  const { messages } = yield* poSlices(text, 'en.po');
  return messages.filter(
    ({ obsolete, flags, text: { value } }) => !obsolete && value.trim() !== '' && !flags.includes('fuzzy'),
  );
}

/** Where it stands in the article is no part of what was approved. */
function keyOf(message: PoMessage): string {
  return JSON.stringify([message.id.value, message.text.value, commentOf(message, 'terms')]);
}

/** The value of the first comment `key: value`. */
function commentOf({ comments }: PoMessage, key: string): string | null {
  const values = unwrapped(comments).flatMap(({ text }) => {
    const [, name, value = ''] = KEYED.exec(text) ?? [];
    return name === key ? [value.trim()] : [];
  });
  return values[0] ?? null;
}
