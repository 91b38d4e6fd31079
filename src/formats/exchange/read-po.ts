import type { IncomingUnit } from '../../core/changes/imports/incoming-unit.ts';
import { mapSlices, type Slices } from '../../core/model/slices.ts';
import { quotedShort } from '../../core/text/cut-short.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { KEYED, unwrapped } from '../article/wrapped-comments.ts';
import { poLanguages } from '../po/languages.ts';
import { type PoMessage, poSlices } from '../po/po.ts';
import { type BilingualFile, UnreadableBilingual } from './bilingual.ts';

/**
 * Reads a gettext catalogue of any tool. Obsolete messages are left out; a flag `fuzzy` makes a draft, and no flag is a
 * review, as everywhere in gettext.
 *
 * @throws {UnreadableBilingual} for one that is no translation from French into English
 */
export function* poFileSlices(text: string, file: string): Slices<BilingualFile> {
  refuseLanguages(text, file);
  const { messages, problems } = yield* poSlices(text, file);
  return {
    slug: null,
    units: yield* mapSlices(
      messages.filter(({ obsolete }) => !obsolete),
      unitOf,
    ),
    remarks: problems.map(({ message, file: name, line, column }) => {
      return { message, place: { file: name, line, column } };
    }),
  };
}

function unitOf({ context, id, text, flags, comments }: PoMessage): IncomingUnit {
  const hasTarget = text.value.trim() !== '';
  const state = flags.includes('fuzzy') ? 'translated' : 'reviewed';
  return {
    ...{ key: null, context, source: id.value },
    target: hasTarget ? text.value : null,
    state: hasTarget ? state : 'initial',
    notes: unwrapped(comments).flatMap((comment) => {
      const [, name, value = ''] = KEYED.exec(comment.text) ?? [];
      return name === 'note' ? [value] : [];
    }),
    place: text.placeAt(0),
  };
}

/** What the header says; a catalogue of which it says nothing is taken for ours. */
function refuseLanguages(text: string, file: string): void {
  const { source, target, offset } = poLanguages(text);
  const refuse = (what: string) => {
    throw new UnreadableBilingual(what, createLines(text, file).place(offset));
  };
  if (!/^en(?:$|[_-])/i.test(target ?? 'en'))
    refuse(`its language is ${quotedShort(target ?? '')}; give a translation into English`);
  if (!/^fr(?:$|[_-])/i.test(source ?? 'fr'))
    refuse(`it is a translation of ${quotedShort(source ?? '')}; give one of French`);
}
