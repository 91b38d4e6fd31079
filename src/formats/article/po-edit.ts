import type { PlacedEdit } from '../../core/changes/ports/translation-store.ts';
import { isRuleHash, readWaiver } from '../../core/ledger/waivers.ts';
import type { SourceUnit } from '../../core/model/article.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import { lineBreakOf } from '../line-break.ts';
import { messageKey, type PoMessage, poSlices } from '../po/po.ts';
import { applySplices, type Splice } from '../splices.ts';
import { matchSlices } from './message-match.ts';
import { flagLines, quotedString, stringLines } from './po-lines.ts';
import { createWrapping } from './wrapped-comments.ts';

/** What gettext’s own check and Poedit ask of a header; nobody’s name is made up, and so those fields stay empty. */
const HEADER = `msgid ""
msgstr ""
"Project-Id-Version: visavis\\n"
"PO-Revision-Date: \\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: en_US\\n"
"X-Source-Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
`;

/** What became of a catalogue, and of the edits that found another text than they were made for. */
export interface EditedCatalogue {
  readonly text: string;
  /** Ids of the units whose target had changed meanwhile, where theirs is kept, or that are no more. */
  readonly refused: readonly string[];
}

/** Writes targets at once; see {@link catalogueEditSlices}. */
export function editCatalogue(
  text: string | null,
  units: readonly SourceUnit[],
  edits: readonly PlacedEdit[],
): EditedCatalogue {
  return finish(catalogueEditSlices(text, units, edits));
}

/**
 * Writes targets into a gettext catalogue. Only the messages concerned are written anew: their other comments and
 * flags stay, and so does every other byte of the file. A unit that has no message gets one after that of the unit
 * before it; one that was kept as obsolete is a message again. No text stands twice without a `msgctxt` of its own.
 *
 * @param text the catalogue as it is; null while there is none
 * @param units all units of the article, in order
 */
export function* catalogueEditSlices(
  text: string | null,
  units: readonly SourceUnit[],
  edits: readonly PlacedEdit[],
): Slices<EditedCatalogue> {
  const before = text ?? HEADER;
  const newline = lineBreakOf(before);
  const { messages } = yield* poSlices(before, 'en.po');
  const found = yield* matchSlices(units, messages);
  const wanted = new Map(edits.map((edit) => [edit.unit, edit]));
  const contexts = createContexts(units, messages);
  const changes: Splice[] = [];
  const ids = new Set(units.map(({ id }) => id));
  const refused = edits.map(({ unit }) => unit).filter((id) => !ids.has(id));
  let end = headerEnd(before, messages);
  units.forEach((unit, i) => {
    const { message: said, partOf } = found[i] ?? {};
    const message = partOf === undefined ? said : undefined;
    const edit = wanted.get(unit.id);
    if (said?.obsolete === false) end = Math.max(end, said.block.end);
    if (edit === undefined) return;
    if ((said?.text.value ?? '') !== edit.expected) {
      refused.push(unit.id);
      return;
    }
    const place = { source: unit.source.text, context: contexts.of(unit, message) };
    if (message === undefined) {
      const lines = newMessage(unit.id, edit, place);
      changes.push({ start: end, end, text: apartFrom(before.slice(0, end), lines.join(newline), newline) });
    } else changes.push({ ...message.block, text: editedMessage(before, message, edit, place).join(newline) });
  });
  return { text: withFinalBreak(applySplices(before, changes), newline), refused };
}

function withFinalBreak(text: string, newline: string): string {
  return text.endsWith('\n') ? text : text + newline;
}

/** Where the header message ends, which a parser leaves out: before the first blank line, behind a byte order mark. */
function headerEnd(text: string, messages: readonly PoMessage[]): number {
  const first = messages[0]?.block.start ?? text.length;
  const head = text.slice(0, first);
  return Math.max(head.trimEnd().length, head.startsWith('\ufeff') ? 1 : 0);
}

/** A message with a blank line between it and its neighbour: what stands before it, or else what comes behind it. */
function apartFrom(before: string, message: string, newline: string): string {
  return before.trim() === '' ? `${message}${newline}${newline}` : `${newline}${newline}${message}`;
}

/** What a message is found by. */
interface MessagePlace {
  readonly source: string;
  readonly context: string | null;
}

/** Gives out the `msgctxt` of messages, so that no two that read the same have the same. */
function createContexts(units: readonly SourceUnit[], messages: readonly PoMessage[]) {
  const taken = new Map<string, number>();
  const take = (text: string, context: string | null) => {
    const key = messageKey(text, context);
    const count = taken.get(key) ?? 0;
    taken.set(key, count + 1);
    return count === 0;
  };
  for (const { id, context } of messages) take(id.value, context);
  const counts = new Map<string, number>();
  for (const { source } of units) counts.set(source.text, (counts.get(source.text) ?? 0) + 1);
  /** @guard twins → false */
  const isTwice = (text: string) => (counts.get(text) ?? 0) > 1;
  return {
    of({ id, source: { text } }: SourceUnit, message: PoMessage | undefined): string | null {
      const context = message?.context ?? null;
      const hasTwins = isTwice(text);
      const isAlone = message?.id.value === text && taken.get(messageKey(text, context)) === 1;
      // A message that comes to this paragraph from elsewhere is named anew, where it could be taken for another’s.
      if (isAlone && (context === id || !message.obsolete || !hasTwins)) return context;
      if (!hasTwins && take(text, context)) return context;
      for (let again = 1; ; again += 1) {
        const name = again === 1 ? id : `${id}-${again}`;
        if (take(text, name)) return name;
      }
    },
  };
}

function newMessage(id: string, edit: PlacedEdit, { source, context }: MessagePlace): string[] {
  return [
    ...commentLines(edit),
    `#. ${id}`,
    ...flagLines([], edit.state === 'translated'),
    ...(context === null ? [] : [`msgctxt ${quotedString(context)}`]),
    ...stringLines('msgid', source),
    ...stringLines('msgstr', withEdgesOf(source, edit.target)),
  ];
}

/** gettext wants a line break at the edges of both texts or of none: a block of code may begin with one. */
export function withEdgesOf(source: string, target: string): string {
  if (target === '') return target;
  const start = source.startsWith('\n') && !target.startsWith('\n') ? '\n' : '';
  return start + target + (source.endsWith('\n') && !target.endsWith('\n') ? '\n' : '');
}

/** A comment is one line, whatever stands in it. */
function commentLines({ comments, notes = [] }: PlacedEdit): string[] {
  return [...comments, ...notes.map((note) => `note: ${note}`)].map(
    (comment) => `# ${comment.replaceAll(/\s+/g, ' ').trim()}`,
  );
}

/** The lines of a message with its origin, its flags, its source where that was edited, and its target replaced. */
function editedMessage(text: string, message: PoMessage, edit: PlacedEdit, place: MessagePlace): string[] {
  const { block, flags, id, context } = message;
  const lines = text
    .slice(block.start, block.end)
    .split(/\r\n|\n|\r/)
    .map((line) =>
      message.obsolete ? line.replace(/^#~(\|?) ?/, (_, old: string) => (old === '' ? '' : '#| ')) : line,
    );
  const at = lines.findIndex((line) => /^\s*msgstr/.test(line));
  const head = at < 0 ? lines.filter((line) => line.startsWith('#')) : lines.slice(0, at);
  const kept = withoutOld(head, edit).filter((line) => !/^#[,|]/.test(line));
  const told = kept.findIndex((line) => !/^#([ .:]|$)/.test(line));
  const start = told < 0 ? kept.length : told;
  const msgid = kept.findIndex((line) => /^\s*msgid\b/.test(line));
  /** Each string begins a line; else they are written anew. */
  const isPlain = at >= 0 && msgid >= 0;
  const previous = edit.previous === null ? [] : stringLines('msgid', edit.previous).map((line) => `#| ${line}`);
  const named = place.context === null ? [] : [`msgctxt ${quotedString(place.context)}`];
  return [
    ...commentLines(edit),
    ...kept.slice(0, start),
    ...flagLines(flags, edit.state === 'translated'),
    ...previous,
    ...(isPlain && context === place.context ? kept.slice(start, msgid) : named),
    ...(isPlain && id.value === place.source ? kept.slice(msgid) : stringLines('msgid', place.source)),
    ...stringLines('msgstr', withEdgesOf(place.source, edit.target)),
  ];
}

/**
 * Comment lines but those that told of the old target, and an older waiver of what is waived now; with what they go on
 * in.
 */
function withoutOld(lines: readonly string[], { comments, notes }: PlacedEdit): string[] {
  const waived = comments.flatMap((comment) => readWaiver(comment) ?? []).map(waivedIn);
  const follow = createWrapping();
  let inOld = false;
  return lines.filter((line) => {
    const goesOn = /^#(?: |$)/.test(line) && follow(line.slice(2));
    const [, key = '', accepts = '', hash = ''] = /^#\s+(\w+):\s*([a-z0-9-]*)\s*(\w*)/.exec(line) ?? [];
    if (
      /^(origin|repaired|terms|reviewed|conflict)$/.test(key) ||
      (key === 'note' && notes !== undefined) ||
      (key === 'waive' && waived.includes(waivedIn({ accepts, hash })))
    )
      inOld = true;
    else if (!goesOn) inOld = false;
    return !inOld;
  });
}

/** What a waiver is about; an entry and a rule may have one id. */
function waivedIn({ accepts, hash }: { readonly accepts: string; readonly hash: string }): string {
  return `${isRuleHash(accepts, hash) ? 'rule' : 'entry'} ${accepts}`;
}
