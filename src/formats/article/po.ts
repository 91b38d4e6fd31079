import type { Problem } from '../../core/checks/problem.ts';
import type { Place } from '../../core/model/place.ts';
import type { Span } from '../../core/model/rich-text.ts';
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
/** Each stands for one UTF-16 unit. */
const ESCAPE = /\\(?:([abfnrtv"'\\?])|([0-7]{1,3})|x([0-9a-fA-F]{1,2}))/g;
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
  if (read === null) return;
  const pieces = previous.get(read.keyword);
  if (pieces === undefined) previous.set(read.keyword, [read.piece]);
  else pieces.push(read.piece);
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

/** Offsets are looked up when somebody asks, which is seldom: kept for each character they would be most of a catalogue. */
function poString(pieces: readonly Piece[], lines: Lines): PoString {
  return {
    value: pieces.map(({ raw }) => decode(raw)).join(''),
    placeAt(offset) {
      let left = offset;
      for (const { raw, offset: start } of pieces) {
        const { length } = decode(raw);
        if (left < length) return lines.place(start + rawOffset(raw, left));
        left -= length;
      }
      const last = pieces.at(-1);
      return lines.place(last === undefined ? 0 : last.offset + last.raw.length);
    },
  };
}

/** What a piece says; most have no escape. */
function decode(raw: string): string {
  return raw.includes('\\') ? raw.replace(ESCAPE, decodeEscape) : raw;
}

/** Where a UTF-16 unit of the value of a piece stands in it; of an escape, its backslash. */
function rawOffset(raw: string, offset: number): number {
  let at = offset;
  for (const { 0: sequence, index } of raw.matchAll(ESCAPE)) {
    if (index >= at) break;
    at += sequence.length - 1;
  }
  return at;
}

function decodeEscape(_sequence: string, letter?: string, octal?: string, hex?: string): string {
  if (letter !== undefined) return ESCAPED[letter] ?? letter;
  return String.fromCharCode(octal === undefined ? Number.parseInt(hex ?? '0', 16) : Number.parseInt(octal, 8));
}
