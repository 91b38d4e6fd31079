import type { Problem } from '../../core/checks/problem.ts';
import { addToGroup } from '../../core/model/groups.ts';
import type { Place } from '../../core/model/place.ts';
import type { Span } from '../../core/model/rich-text.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import { createLines, type Lines } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';
import { type Piece, type PoString, poString } from './po-string.ts';

/** One translator comment line (`# …`), without the sign. */
export interface PoComment {
  readonly text: string;
  readonly place: Place;
}

/** One message of a gettext catalogue. */
export interface PoMessage {
  readonly comments: readonly PoComment[];
  /** Those that the tool found beside the source (`#. …`). */
  readonly extracted: readonly string[];
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

/** What a line of a message begins with. */
const KEYWORD = /^(?:msgctxt|msgid|msgid_plural|msgstr)(?:\[\d+\])?(?=[\s"]|$)/;
/** What a line of strings is made of: keywords, and strings between quotation marks. */
const TOKEN = /\s*(?:((?:msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?)(?=[\s"]|$)|"((?:[^"\\]|\\.)*)"|$)/y;
interface Draft {
  comments: PoComment[];
  extracted: string[];
  flags: string[];
  strings: Map<string, Piece[]>;
  previous: Map<string, Piece[]>;
  obsolete: boolean;
  offset: number;
  block: { start: number; end: number };
}

/** Reads a catalogue at once; see {@link poSlices}. */
export function parsePo(text: string, file: string): PoFile {
  return finish(poSlices(text, file));
}

/** What gettext finds a message by: an empty context is another one than none. */
export function messageKey(id: string, context: string | null): string {
  return context === null ? id : `${context}\u0004${id}`;
}

/** Lines read between two pauses. */
const SLICE = 500;

/**
 * Reads a gettext catalogue, line by line; the header message is left out. A line that is none of the format’s gives
 * a problem and ends its message, the other messages stay.
 */
export function* poSlices(text: string, file: string): Slices<PoFile> {
  const lines = createLines(text, file);
  const messages: PoMessage[] = [];
  const problems: Problem[] = [];
  let draft = emptyDraft();
  let keyword: string | null = null;
  let read = 0;
  for (const line of linesOf(text)) {
    read += 1;
    if (read % SLICE === 0) yield;
    if (endsMessage(line.content, draft)) {
      const message = finishMessage(draft, lines, problems);
      if (message !== null) messages.push(message);
      draft = emptyDraft();
      keyword = null;
    }
    keyword = readLine(line, keyword, draft, { lines, problems });
  }
  const message = finishMessage(draft, lines, problems);
  if (message !== null) messages.push(message);
  return { messages, problems };
}

/** A line of a catalogue, without its break. */
interface Line {
  readonly content: string;
  readonly offset: number;
}

/** What is behind the sign of an obsolete message, and how many characters stand before it. */
function bodyOf(content: string): { body: string; before: number; obsolete: boolean } {
  const obsolete = content.startsWith('#~') && !content.startsWith('#~|');
  const body = (obsolete ? content.slice(2) : content).trimStart();
  return { body, before: content.length - body.length, obsolete };
}

/** An empty line does, and one that begins the next message. */
function endsMessage(content: string, { strings }: Draft): boolean {
  const { body } = bodyOf(content);
  if (body === '') return true;
  const startsNew = strings.has('msgstr') && !body.startsWith('"') && !/^msgstr\[/.test(body);
  return startsNew && (body.startsWith('#') || KEYWORD.test(body));
}

/** Takes a line into a message; returns the keyword whose string the next line may go on with. */
function readLine(
  { content, offset }: Line,
  keyword: string | null,
  draft: Draft,
  { lines, problems }: { readonly lines: Lines; readonly problems: Problem[] },
): string | null {
  const { body, before, obsolete } = bodyOf(content);
  if (body === '') return keyword;
  const at = offset + before;
  if (draft.block.start < 0) draft.block.start = offset;
  draft.block.end = offset + content.length;
  if (!obsolete && body.startsWith('#')) {
    readComment(body, at, draft, lines);
    return keyword;
  }
  const read = readStrings(body, at, keyword);
  if (read === null) {
    problems.push(problemAt(lines, at, 'po', adviceFor(body)));
    return keyword;
  }
  if (read.strings.has('msgid') && !draft.strings.has('msgid')) draft.offset = at;
  draft.obsolete ||= obsolete;
  take(read.strings, draft.strings);
  return read.keyword;
}

function take(strings: ReadonlyMap<string, readonly Piece[]>, known: Map<string, Piece[]>): void {
  for (const [name, pieces] of strings) {
    if (!known.has(name)) known.set(name, []);
    for (const piece of pieces) addToGroup(known, name, piece);
  }
}

function emptyDraft(): Draft {
  return {
    comments: [],
    extracted: [],
    flags: [],
    strings: new Map(),
    previous: new Map(),
    obsolete: false,
    offset: 0,
    block: { start: -1, end: 0 },
  };
}

function* linesOf(text: string): Generator<Line> {
  let offset = text.startsWith('\ufeff') ? 1 : 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
    yield { content: text.slice(offset, index), offset };
    offset = index + end.length;
  }
  yield { content: text.slice(offset), offset };
}

function readComment(body: string, offset: number, draft: Draft, lines: Lines): void {
  if (body.startsWith('#,')) for (const flag of body.slice(2).split(',')) draft.flags.push(flag.trim());
  else if (body.startsWith('#|')) readPrevious(body.slice(2).trimStart(), draft.previous);
  else if (body.startsWith('#.')) draft.extracted.push(body.slice(2).trim());
  else if (/^#(\s|$)/.test(body))
    draft.comments.push({ text: body.slice(1).replace(/^ /, ''), place: lines.place(offset) });
}

/** A line of the old msgid; what is none is passed over, since nothing hangs on it. */
function readPrevious(body: string, previous: Map<string, Piece[]>): void {
  const read = readStrings(body, 0, [...previous.keys()].at(-1) ?? null);
  if (read !== null) take(read.strings, previous);
}

/** What a line says: `msgid "…"`, `"…"` that goes on, several of them; null for anything else. */
function readStrings(
  body: string,
  offset: number,
  last: string | null,
): { readonly keyword: string; readonly strings: ReadonlyMap<string, readonly Piece[]> } | null {
  const strings = new Map<string, Piece[]>();
  let keyword = last;
  for (let at = 0; at < body.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const [token, name, raw] = TOKEN.exec(body) ?? [null];
    if (token === null || (name === undefined && keyword === null)) return null;
    keyword = name ?? keyword;
    if (name !== undefined) strings.set(name, strings.get(name) ?? []);
    else if (raw !== undefined)
      addToGroup(strings, keyword as string, { raw, offset: offset + at + token.length - raw.length - 1 });
  }
  return keyword === null ? null : { keyword, strings };
}

function adviceFor(body: string): string {
  if (/^(msg|")/.test(body))
    return 'this string does not end with a quotation mark of its own; write \\" for one inside it';
  return 'a catalogue line starts with msgid, msgstr, # or a quotation mark';
}

function finishMessage(draft: Draft, lines: Lines, problems: Problem[]): PoMessage | null {
  const { strings, comments, extracted, flags, obsolete } = draft;
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
    extracted,
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
