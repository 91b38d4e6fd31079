import type { TargetEdit } from '../../core/changes/translation-store.ts';
import { isRuleHash, readWaiver } from '../../core/ledger/waivers.ts';
import type { SourceUnit } from '../../core/model/article.ts';
import { applySplices, type Splice } from '../splices.ts';
import { messagesFor } from './message-match.ts';
import { type PoMessage, parsePo } from './po.ts';

const HEADER = `msgid ""
msgstr ""
"Language: en_US\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
`;

/** What became of a catalogue, and of the edits that found another text than they were made for. */
export interface EditedCatalogue {
  readonly text: string;
  /** Ids of the units whose target had changed meanwhile; theirs is kept. */
  readonly refused: readonly string[];
}

/**
 * Writes targets into a gettext catalogue. Only the messages concerned are written anew: their other comments and
 * flags stay, and so does every other byte of the file. A unit that has no message gets one after that of the unit
 * before it.
 *
 * @param text the catalogue as it is; null while there is none
 * @param units all units of the article, in order
 */
export function editCatalogue(
  text: string | null,
  units: readonly SourceUnit[],
  edits: readonly TargetEdit[],
): EditedCatalogue {
  const before = text ?? HEADER;
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  const { messages } = parsePo(before, 'en.po');
  const found = messagesFor(units, messages);
  const wanted = new Map(edits.map((edit) => [edit.unit, edit]));
  const changes: Splice[] = [];
  const refused: string[] = [];
  let end = headerEnd(before, messages);
  units.forEach((unit, i) => {
    const message = found[i]?.message;
    const edit = wanted.get(unit.id);
    if (message !== undefined) end = Math.max(end, message.block.end);
    if (edit === undefined) return;
    if ((message?.text.value ?? '') !== edit.expected) {
      refused.push(unit.id);
      return;
    }
    const lines =
      message === undefined ? newMessage(unit, edit, messages) : editedMessage(before, message, edit, unit.source.text);
    if (message === undefined) changes.push({ start: end, end, text: `${newline}${newline}${lines.join(newline)}` });
    else changes.push({ ...message.block, text: lines.join(newline) });
  });
  return { text: withFinalBreak(applySplices(before, changes), newline), refused };
}

function withFinalBreak(text: string, newline: string): string {
  return text.endsWith('\n') ? text : text + newline;
}

/** Where the header message ends, which a parser leaves out: before the first blank line. */
function headerEnd(text: string, messages: readonly PoMessage[]): number {
  const first = messages[0]?.block.start ?? text.length;
  const head = text.slice(0, first);
  return head.trimEnd().length;
}

function newMessage(unit: SourceUnit, edit: TargetEdit, messages: readonly PoMessage[]): string[] {
  const repeated = messages.some(({ id, obsolete }) => !obsolete && id.value === unit.source.text);
  return [
    ...commentLines(edit),
    `#. ${unit.id}`,
    ...(edit.state === 'translated' ? ['#, fuzzy'] : []),
    ...(repeated ? [`msgctxt ${quoted(unit.id)}`] : []),
    ...stringLines('msgid', unit.source.text),
    ...stringLines('msgstr', edit.target),
  ];
}

/** A comment is one line, whatever stands in it. */
function commentLines({ comments }: TargetEdit): string[] {
  return comments.map((comment) => `# ${comment.replaceAll(/\s+/g, ' ').trim()}`);
}

/** The lines of a message with its origin, its flags, its source where that was edited, and its target replaced. */
function editedMessage(text: string, { block, flags, id }: PoMessage, edit: TargetEdit, source: string): string[] {
  const lines = text.slice(block.start, block.end).split(/\r\n|\n|\r/);
  const at = lines.findIndex((line) => /^\s*msgstr/.test(line));
  const kept = withoutOld(lines.slice(0, at), edit).filter((line) => !/^#[,|]/.test(line));
  const others = flags.filter((flag) => flag !== 'fuzzy' && flag !== '');
  const all = edit.state === 'translated' ? ['fuzzy', ...others] : others;
  const start = kept.findIndex((line) => !/^#([ .:]|$)/.test(line));
  const msgid = kept.findIndex((line) => /^\s*msgid\b/.test(line));
  const previous = edit.previous === null ? [] : stringLines('msgid', edit.previous).map((line) => `#| ${line}`);
  return [
    ...commentLines(edit),
    ...kept.slice(0, start),
    ...(all.length > 0 ? [`#, ${all.join(', ')}`] : []),
    ...previous,
    ...kept.slice(start, msgid),
    ...(id.value === source ? kept.slice(msgid) : stringLines('msgid', source)),
    ...stringLines('msgstr', edit.target),
  ];
}

/** Comment lines but those that told of the old target, and an older waiver of what is waived now; with their indented continuations. */
function withoutOld(lines: readonly string[], { comments }: TargetEdit): string[] {
  const waived = comments.flatMap((comment) => readWaiver(comment) ?? []).map(waivedIn);
  let inOld = false;
  return lines.filter((line) => {
    const [, key = '', accepts = '', hash = ''] = /^#\s+(\w+):\s*([a-z0-9-]*)\s*(\w*)/.exec(line) ?? [];
    if (/^(origin|repaired|terms)$/.test(key) || (key === 'waive' && waived.includes(waivedIn({ accepts, hash }))))
      inOld = true;
    else if (!(inOld && /^#\s{2,}/.test(line))) inOld = false;
    return !inOld;
  });
}

/** What a waiver is about; an entry and a rule may have one id. */
function waivedIn({ accepts, hash }: { readonly accepts: string; readonly hash: string }): string {
  return `${isRuleHash(accepts, hash) ? 'rule' : 'entry'} ${accepts}`;
}

/** Columns of a line, as the gettext tools write them. */
const COLUMNS = 77;

/** `msgstr "…"` on one line where it fits; else `msgstr ""` and lines cut behind spaces. */
function stringLines(keyword: string, value: string): string[] {
  const text = escaped(value);
  if (keyword.length + 3 + text.length <= COLUMNS + 2 && !value.includes('\n')) return [`${keyword} "${text}"`];
  const lines: string[] = [];
  for (const row of value.split(/(?<=\n)/)) {
    let line = '';
    for (const word of escaped(row).split(/(?<= )/)) {
      if (line !== '' && line.length + word.length > COLUMNS) {
        lines.push(`"${line}"`);
        line = '';
      }
      line += word;
    }
    if (line !== '') lines.push(`"${line}"`);
  }
  return [`${keyword} ""`, ...lines];
}

function quoted(value: string): string {
  return `"${escaped(value)}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(value: string): string {
  return value.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign);
}
