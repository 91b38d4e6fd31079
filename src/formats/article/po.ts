import type { Span } from '../../core/model/article.ts';
import type { Place, Problem } from '../../core/model/problem.ts';
import { createLines, type Lines } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';

/** A string of the catalogue and the way from its offsets to the file. */
export interface PoString {
  readonly value: string;
  /** Place of a UTF-16 offset of the value. */
  readonly placeAt: (offset: number) => Place;
}

/** One translator comment line (`# …`), without the sign. */
export interface PoComment {
  readonly text: string;
  readonly place: Place;
}

/** One message of a gettext catalogue. */
export interface PoMessage {
  readonly comments: readonly PoComment[];
  readonly flags: readonly string[];
  readonly context: string | null;
  readonly id: PoString;
  /** The msgid before the last change of the source (`#| msgid`), as msgmerge notes it; or null. */
  readonly previous: string | null;
  readonly text: PoString;
  readonly obsolete: boolean;
  /** Of its msgid line. */
  readonly place: Place;
  /** From its first comment to the end of its last line, the line break left out. UTF-16 offsets. */
  readonly block: Span;
}

export interface PoFile {
  readonly messages: readonly PoMessage[];
  readonly problems: readonly Problem[];
}

const KEYWORD = /^(msgctxt|msgid|msgid_plural|msgstr)(\[\d+\])?\s*(?=")/;
const ESCAPE = /\\(?:([abfnrtv"'\\?])|([0-7]{1,3})|x([0-9a-fA-F]{1,2}))/y;
const ESCAPED: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A piece of a string as it stands on one line, between its quotation marks. */
interface Piece {
  readonly raw: string;
  readonly offset: number;
}

interface Draft {
  comments: PoComment[];
  flags: string[];
  strings: Map<string, Piece[]>;
  previous: Map<string, Piece[]>;
  obsolete: boolean;
  offset: number;
  block: { start: number; end: number };
}

/**
 * Reads a gettext catalogue, line by line; the header message is left out. A line that is none of the format’s gives
 * a problem and ends its message, the other messages stay.
 */
export function parsePo(text: string, file: string): PoFile {
  const lines = createLines(text, file);
  const messages: PoMessage[] = [];
  const problems: Problem[] = [];
  let draft = emptyDraft();
  let keyword: string | null = null;
  const finish = () => {
    const message = finishMessage(draft, lines, problems);
    if (message !== null) messages.push(message);
    draft = emptyDraft();
    keyword = null;
  };
  for (const { content, offset } of linesOf(text)) {
    const obsolete = content.startsWith('#~') && !content.startsWith('#~|');
    const body = obsolete ? content.slice(2).trimStart() : content.trimStart();
    const at = offset + content.length - (obsolete ? content.slice(2).trimStart().length : content.trimStart().length);
    const startsNew = draft.strings.has('msgstr') && !body.startsWith('"') && !/^msgstr\[/.test(body);
    if (body === '' || (startsNew && (body.startsWith('#') || KEYWORD.test(body)))) finish();
    if (body === '') continue;
    if (draft.block.start < 0) draft.block.start = offset;
    draft.block.end = offset + content.length;
    if (!obsolete && body.startsWith('#')) {
      readComment(body, at, draft, lines);
      continue;
    }
    const read = readString(body, at, keyword);
    if (read === null) {
      problems.push(problemAt(lines, at, 'po', adviceFor(body)));
      continue;
    }
    keyword = read.keyword;
    if (keyword === 'msgid') draft.offset = at;
    draft.obsolete ||= obsolete;
    const pieces = draft.strings.get(keyword);
    if (pieces === undefined) draft.strings.set(keyword, [read.piece]);
    else pieces.push(read.piece);
  }
  finish();
  return { messages, problems };
}

function emptyDraft(): Draft {
  return {
    comments: [],
    flags: [],
    strings: new Map(),
    previous: new Map(),
    obsolete: false,
    offset: 0,
    block: { start: -1, end: 0 },
  };
}

function* linesOf(text: string): Generator<{ content: string; offset: number }> {
  let offset = text.startsWith('\ufeff') ? 1 : 0;
  for (const content of text.slice(offset).split(/\r\n|\n|\r/)) {
    yield { content, offset };
    offset += content.length;
    offset += text.startsWith('\r\n', offset) ? 2 : 1;
  }
}

function readComment(body: string, offset: number, draft: Draft, lines: Lines): void {
  if (body.startsWith('#,')) for (const flag of body.slice(2).split(',')) draft.flags.push(flag.trim());
  else if (body.startsWith('#|')) readPrevious(body.slice(2).trimStart(), draft.previous);
  else if (/^#(\s|$)/.test(body))
    draft.comments.push({ text: body.slice(1).replace(/^ /, ''), place: lines.place(offset) });
}

/** A line of the old msgid; what is none is passed over, since nothing hangs on it. */
function readPrevious(body: string, previous: Map<string, Piece[]>): void {
  const read = readString(body, 0, [...previous.keys()].at(-1) ?? null);
  if (read !== null) previous.set(read.keyword, [...(previous.get(read.keyword) ?? []), read.piece]);
}

/** `msgid "…"`, or a line that goes on with `"…"`; null for anything else. */
function readString(body: string, offset: number, keyword: string | null): { keyword: string; piece: Piece } | null {
  const start = KEYWORD.exec(body);
  if (start === null && keyword === null) return null;
  const quoted = body.slice(start?.[0].length ?? 0);
  const string = /^"([^"\\]*(?:\\.[^"\\]*)*)"\s*$/.exec(quoted);
  if (string === null) return null;
  const name = start === null ? (keyword as string) : `${start[1]}${start[2] ?? ''}`;
  return { keyword: name, piece: { raw: string[1] ?? '', offset: offset + (start?.[0].length ?? 0) + 1 } };
}

function adviceFor(body: string): string {
  if (/^(msg|")/.test(body))
    return 'this string does not end with a quotation mark of its own; write \\" for one inside it';
  return 'a catalogue line starts with msgid, msgstr, # or a quotation mark';
}

function finishMessage(draft: Draft, lines: Lines, problems: Problem[]): PoMessage | null {
  const { strings, comments, flags, obsolete } = draft;
  if (strings.size === 0) return null;
  const [id, text] = [strings.get('msgid'), strings.get('msgstr')];
  if (id === undefined || text === undefined) {
    problems.push(problemAt(lines, draft.offset, 'po', 'a message needs one msgid and one msgstr'));
    return null;
  }
  const read = poString(id, lines);
  if (read.value === '' && !strings.has('msgctxt')) return null;
  const context = strings.has('msgctxt') ? poString(strings.get('msgctxt') ?? [], lines).value : null;
  return {
    comments,
    flags,
    context,
    id: read,
    previous: draft.previous.has('msgid') ? poString(draft.previous.get('msgid') ?? [], lines).value : null,
    text: poString(text, lines),
    obsolete,
    place: lines.place(draft.offset),
    block: draft.block,
  };
}

function poString(pieces: readonly Piece[], lines: Lines): PoString {
  const decoded = pieces.map((piece) => decode(piece));
  return {
    value: decoded.map(({ value }) => value).join(''),
    placeAt(offset) {
      let left = offset;
      for (const { value, offsets } of decoded) {
        if (left < value.length) return lines.place(offsets[left] as number);
        left -= value.length;
      }
      const last = decoded.at(-1);
      return lines.place(last?.offsets.at(-1) ?? pieces[0]?.offset ?? 0);
    },
  };
}

/** The value of a piece and, for each of its UTF-16 units, the offset in the file. */
function decode({ raw, offset }: Piece): { value: string; offsets: number[] } {
  let value = '';
  const offsets: number[] = [];
  for (let at = 0; at < raw.length; ) {
    ESCAPE.lastIndex = at;
    const sequence = raw.charAt(at) === '\\' ? ESCAPE.exec(raw) : null;
    offsets.push(offset + at);
    value += sequence === null ? raw.charAt(at) : decodeEscape(sequence);
    at += sequence?.[0].length ?? 1;
  }
  return { value, offsets: [...offsets, offset + raw.length] };
}

function decodeEscape([, letter, octal, hex]: RegExpExecArray): string {
  if (letter !== undefined) return ESCAPED[letter] ?? letter;
  return String.fromCharCode(octal === undefined ? Number.parseInt(hex ?? '0', 16) : Number.parseInt(octal, 8));
}
