import {
  type Document,
  isAlias,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml';
import type { Problem } from '../../core/checks/problem.ts';
import { createLines, type Lines } from '../../core/text/line-and-column.ts';
import { findUnwritable } from '../../core/text/unwritable.ts';
import { problemAt } from '../problem-at.ts';
import { findTooDeep } from './gate.ts';
import { dashesIn } from './items.ts';

/** One item of a YAML list: its value, and where its parts stand in the file. */
export interface YamlEntry {
  readonly value: unknown;
  /** Offset of the value at a path; of the nearest one around it when there is none. */
  readonly offsetOf: (path: readonly PropertyKey[]) => number;
}

export interface YamlEntries {
  readonly entries: readonly YamlEntry[];
  readonly problems: readonly Problem[];
}

/** Keys are compared by us: the parser compares each with each, which takes a second for 20,000. */
export const PARSING = { stringKeys: true, logLevel: 'error', prettyErrors: false, uniqueKeys: false } as const;

export const TWICE = 'this key stands twice in its entry; keep one of the two';

export const NO_ESCAPE = 'this \\ begins no character; write the character itself, or \\\\ for a backslash';

/** The parser’s name for what stands behind the first document of a text, and is no part of what it gives. */
const SECOND = 'MULTIPLE_DOCS';

/** What to write, for the mistakes people make; others keep the parser’s own words. */
const ADVICE: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab indents this line; write spaces',
  BAD_INDENT: 'this line does not stand under the one before; align it with its neighbours, and close every [ and {',
  MISSING_CHAR: 'a quotation mark or bracket is not closed; close it',
  NON_STRING_KEY: 'a key must be a word',
  BAD_ALIAS: 'a text that starts with * or & needs quotation marks',
  UNEXPECTED_TOKEN: 'this does not belong here; quote the text if it holds “: ” or “ #”, and indent with spaces',
  MULTILINE_IMPLICIT_KEY: 'a key and its “:” must stand on one line',
  BAD_DQ_ESCAPE: NO_ESCAPE,
  [SECOND]: 'a second document begins here, which is none of the list; delete this line',
  BLOCK_AS_IMPLICIT_KEY: 'a second “: ” stands on this line; put the text in quotation marks',
};

/**
 * Reads a file that is one YAML list. A file with a mistake still gives its sound entries: it is cut at the items
 * that start a line, and each is read alone.
 */
export function readYamlEntries(text: string, file: string): YamlEntries {
  const lines = createLines(text, file);
  const deep = findTooDeep(text);
  if (deep >= 0) {
    return {
      entries: [],
      problems: [problemAt(lines, deep, 'too-deep', 'this nests deeper than 32 levels; write the list flat')],
    };
  }
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const whole = readChunk(text.slice(start), start, lines);
  if (whole.problems.length === 0) return whole;
  const chunks = chunksOf(text, start).map((chunk) =>
    readChunk(text.slice(chunk.start, chunk.end), chunk.start, lines),
  );
  const problems = chunks.flatMap((chunk) => chunk.problems);
  return {
    entries: chunks.flatMap((chunk) => chunk.entries),
    problems: problems.length > 0 ? problems : whole.problems,
  };
}

/** What one item of a list says when it is read alone; null where that is more or less than one, or has a mistake. */
export function readYamlItem(text: string): YamlEntry | null {
  if (findTooDeep(text) >= 0) return null;
  const { entries, problems } = readChunk(text, 0, createLines(text, ''));
  const [entry = null, ...others] = entries;
  return problems.length > 0 || others.length > 0 ? null : entry;
}

/** The items whose dash stands in the first column, and what is before the first of them. */
function chunksOf(text: string, first: number): { start: number; end: number }[] {
  const starts = [first, ...dashesIn(text)];
  return starts
    .map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

function readChunk(text: string, start: number, lines: Lines): YamlEntries {
  const doc = parseDocument(text, PARSING);
  const [error] = doc.errors;
  const problems =
    error === undefined ? [] : [mistakeAt(lines, start + Math.min(error.pos[0], text.trimEnd().length), error)];
  // What stands before a second document says what it says.
  if (error !== undefined && error.code !== SECOND) return { entries: [], problems };
  const bad = (offset: number, message: string) => {
    return { entries: [], problems: [problemAt(lines, start + offset, 'yaml', message)] };
  };
  const twice = findTwice(doc);
  if (twice !== null) return bad(twice, TWICE);
  const alias = findAlias(doc);
  if (alias !== null) return bad(alias, 'write the value out; glossary files use no * aliases');
  const unwritable = unwritableIn(doc);
  if (unwritable !== null) return bad(unwritable.offset, `this holds ${unwritable.sign}, ${NO_TEXT}`);
  const { contents } = doc;
  if (contents === null || (isScalar(contents) && contents.value === null)) return { entries: [], problems };
  if (!isSeq(doc.contents)) {
    return { entries: [], problems: [problemAt(lines, start, 'yaml', 'write a list: each entry starts with “- ”')] };
  }
  return { entries: doc.contents.items.map((item, i) => entryOf(doc, item as Node, i, start)), problems };
}

function mistakeAt(lines: Lines, offset: number, { code, message }: YAMLParseError): Problem {
  const tabbed = lines.line(lines.place(offset).line).startsWith('\t');
  return problemAt(lines, offset, 'yaml', (tabbed ? ADVICE['TAB_AS_INDENT'] : ADVICE[code]) ?? message);
}

function entryOf(doc: Document, item: Node, index: number, start: number): YamlEntry {
  return {
    value: isNode(item) ? item.toJS(doc) : null,
    offsetOf(path) {
      for (let depth = path.length; depth >= 0; depth -= 1) {
        const node = doc.getIn([index, ...path.slice(0, depth)], true);
        if (isNode(node) && node.range) return start + node.range[0];
      }
      return start;
    },
  };
}

/** What is said of a sign that no text file of ours may hold. */
export const NO_TEXT = 'which is no character of a text; leave it out';

/** The first value, or key, that holds a sign which no text file of ours may hold: as an escape stands for one. */
function unwritableIn(doc: Document): { readonly offset: number; readonly sign: string } | null {
  let found: { readonly offset: number; readonly sign: string } | null = null;
  visit(doc, {
    Scalar(_key, { value, range }) {
      // A line end of old Macs within a value is a line end.
      const sign = typeof value === 'string' ? findUnwritable(value.replaceAll('\r', '')) : null;
      if (sign === null) return undefined;
      found = { offset: range?.[0] ?? 0, sign };
      return visit.BREAK;
    },
  });
  return found;
}

/** Offset of the first key that its mapping has already; null where there is none. */
export function findTwice(doc: Document): number | null {
  let offset: number | null = null;
  visit(doc, {
    Map(_key, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(String(key.value))) {
          offset = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        seen.add(String(key.value));
      }
      return undefined;
    },
  });
  return offset;
}

/**
 * Offset of the first `*alias` of a document; null where there is none. Nobody needs them, and they can stand for a
 * million values.
 *
 * @guard aliases → null
 */
export function findAlias(doc: Document): number | null {
  let offset: number | null = null;
  visit(doc, {
    Alias(_key, node) {
      offset = isAlias(node) && node.range ? node.range[0] : 0;
      return visit.BREAK;
    },
  });
  return offset;
}
