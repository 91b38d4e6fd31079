import type { Slices } from '../../core/model/slices.ts';
import { type PoMessage, poSlices } from '../po/po.ts';
import { applySplices, type Splice } from '../splices.ts';
import { asDraft } from './po-parts.ts';
import { KEYED, unwrapped } from './wrapped-comments.ts';

/**
 * A catalogue without the approvals that somebody may not give, and why they may not; no reason where none was given.
 */
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
  const lowered: Splice[] = [];
  let why: string | null = null;
  for (const message of newlyReviewed(yield* reviewedIn(before ?? ''), yield* reviewedIn(after))) {
    const reason = whyNot(commentOf(message, 'origin'));
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

/**
 * Those of `after` that no message of `before` stands for. Each stands for one: of two paragraphs that read the same,
 * the approval of one is none of the other.
 */
function newlyReviewed(before: readonly PoMessage[], after: readonly PoMessage[]): readonly PoMessage[] {
  const inPlace = (message: PoMessage) => JSON.stringify([message.context, keyOf(message)]);
  return without(without(after, before, inPlace), without(before, after, inPlace), keyOf);
}

/** What was approved, with what, and by whom; where it stands in the article is no part of that. */
function keyOf(message: PoMessage): string {
  const said = ['terms', 'reviewed'].map((key) => commentOf(message, key));
  return JSON.stringify([message.id.value, message.text.value, ...said]);
}

/** Messages but as many of each key as the others have. */
function without(
  messages: readonly PoMessage[],
  others: readonly PoMessage[],
  key: (message: PoMessage) => string,
): readonly PoMessage[] {
  const counts = new Map<string, number>();
  for (const one of others) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return messages.filter((message) => {
    const left = counts.get(key(message)) ?? 0;
    counts.set(key(message), left - 1);
    return left <= 0;
  });
}

/** The value of the first comment `key: value`. */
function commentOf({ comments }: PoMessage, key: string): string | null {
  const values = unwrapped(comments).flatMap(({ text }) => {
    const [, name, value = ''] = KEYED.exec(text) ?? [];
    return name === key ? [value.trim()] : [];
  });
  return values[0] ?? null;
}
