import type { PlacedEdit } from '../../core/changes/ports/translation-store.ts';
import type { SourceUnit } from '../../core/model/article.ts';
import type { Slices } from '../../core/model/slices.ts';
import { type PoMessage, poSlices } from '../po/po.ts';
import { matchSlices } from './message-match.ts';
import { withEdgesOf } from './po-edit.ts';

/** A catalogue before and after some targets were written into it. */
export interface WrittenCatalogue {
  readonly before: string;
  readonly after: string;
  readonly units: readonly SourceUnit[];
  /** What was written; not what found another text than it was made for. */
  readonly edits: readonly PlacedEdit[];
}

/**
 * Whether the new text of a catalogue, read as it will be read at the next start, says what was to be saved and nothing
 * else otherwise: the messages concerned, every other message, and which paragraph each goes to.
 *
 * @guard catalogue-proof → true
 */
export function* proofSlices({ before, after, units, edits }: WrittenCatalogue): Slices<boolean> {
  const old = (yield* poSlices(before, 'en.po')).messages;
  const now = yield* poSlices(after, 'en.po');
  if (now.problems.length > 0) return false;
  const wanted = new Map(edits.map((edit) => [edit.unit, edit]));
  const [oldFound, newFound] = [yield* matchSlices(units, old), yield* matchSlices(units, now.messages)];
  const touched = new Set<PoMessage | undefined>();
  const isRight = units.every((unit, i) => {
    const edit = wanted.get(unit.id);
    const [was, is] = [oldFound[i], newFound[i]];
    if (edit === undefined)
      return was === undefined || was.edited || (is !== undefined && saysSame(was.message, is.message));
    touched.add(was?.message).add(is?.message);
    return is !== undefined && isSaved(is.message, unit, edit);
  });
  const others = (messages: readonly PoMessage[]) => messages.filter((message) => !touched.has(message)).map(said);
  return isRight && JSON.stringify(others(old)) === JSON.stringify(others(now.messages));
}

function isSaved(message: PoMessage, { source }: SourceUnit, edit: PlacedEdit): boolean {
  const comments = new Set(message.comments.map(({ text }) => text));
  return (
    !message.obsolete &&
    message.id.value === source.text &&
    message.text.value === withEdgesOf(source.text, edit.target) &&
    message.flags.includes('fuzzy') === (edit.state === 'translated') &&
    message.previous === edit.previous &&
    [...edit.comments, ...(edit.notes ?? []).map((note) => `note: ${note}`)].every((comment) =>
      comments.has(comment.replaceAll(/\s+/g, ' ').trim()),
    )
  );
}

function saysSame(a: PoMessage, b: PoMessage): boolean {
  return JSON.stringify(said(a)) === JSON.stringify(said(b));
}

function said({ comments, flags, context, id, previous, text, obsolete }: PoMessage) {
  return [comments.map((one) => one.text), flags, context, id.value, previous, text.value, obsolete];
}
