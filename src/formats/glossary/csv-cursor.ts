import type { Place } from '../../core/model/place.ts';
import type { Span } from '../../core/model/rich-text.ts';
import { unguarded } from '../../core/text/formula.ts';

/** Reads a table row by row; holds no more than the row it stands at. */
export interface CsvCursor {
  /** Goes to the next row that has a field with text; false when there is none. */
  next(): boolean;
  /** Number of fields of the row. */
  readonly count: number;
  /** Text of a field, trimmed; '' for one that is not there. */
  text(column: number): string;
  /** A field as written, with its quotation marks. UTF-16 offsets. */
  span(column: number): Span;
  /** Where a field begins, its quotation mark included. */
  place(column: number): Place;
  /** The line on which a field begins, without its break. */
  excerpt(column: number): string;
  /** Number of the field whose quotation mark is never closed, which ends the table; or -1. */
  readonly unclosed: number;
}

/** Fields of a row that are looked at, so that no row makes the reader slow. */
const MOST_FIELDS = 1000;
/** Characters of a line that a problem shows. */
const MOST_EXCERPT = 1000;
const QUOTE = 0x22;
const SPACE = 0x20;
const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Opens comma-, semicolon- or tab-separated text (RFC 4180): quotes, doubled quotes, line breaks in quotes, CRLF.
 * Ours rather than a library’s, since a termbase of 100,000 lines must load in a fraction of a second.
 */
export function openCsv(text: string, delimiter: string, file: string): CsvCursor {
  const separator = delimiter.charCodeAt(0);
  const fields = createFields(text, file);
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let [line, lineStart] = [1, at];
  let unclosed = -1;

  /** Reads one field from `at` on, and stops at the sign that ends it; true when the field has text. */
  function readField(): boolean {
    fields.begin(at, line, lineStart);
    if (text.charCodeAt(at) === QUOTE) {
      const end = closingQuote(text, at + 1);
      const isOpen = separator === TAB ? !endsField(end) : end < 0;
      // OmegaT and others write quotation marks between tabs as they are.
      if (isOpen && separator !== TAB) {
        unclosed = Math.min(fields.count(), MOST_FIELDS - 1);
        return false;
      }
      if (!isOpen) {
        countBreaks(at, end);
        at = end + 1;
      }
    }
    for (; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === separator || unit === LINE_FEED || unit === RETURN) break;
    }
    return fields.end(at);
  }

  /** Whether a quotation mark is the last sign of its field. */
  function endsField(quote: number): boolean {
    if (quote < 0) return false;
    let after = quote + 1;
    while (text.charCodeAt(after) === SPACE) after += 1;
    const unit = text.charCodeAt(after);
    return after >= text.length || unit === separator || unit === LINE_FEED || unit === RETURN;
  }

  function countBreaks(from: number, to: number): void {
    for (let i = from; i < to; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit === LINE_FEED || (unit === RETURN && text.charCodeAt(i + 1) !== LINE_FEED)) {
        line += 1;
        lineStart = i + 1;
      }
    }
  }

  /** Reads one row; true when it has text. */
  function readRow(): boolean {
    fields.clear();
    let hasText = false;
    for (;;) {
      hasText = readField() || hasText;
      if (unclosed >= 0) return false;
      if (at >= text.length || text.charCodeAt(at) !== separator) break;
      at += 1;
    }
    at += text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
    line += 1;
    lineStart = at;
    return hasText;
  }

  return {
    next() {
      while (unclosed < 0 && at <= text.length) if (readRow()) return true;
      fields.clear();
      return false;
    },
    get count() {
      return fields.count();
    },
    ...{ text: fields.text, span: fields.span, place: fields.place, excerpt: fields.excerpt },
    get unclosed() {
      return unclosed;
    },
  };
}

/** The fields of a row, where they stand. */
interface Fields extends Pick<CsvCursor, 'text' | 'span' | 'place' | 'excerpt'> {
  count(): number;
  clear(): void;
  /** A field begins at an offset, in a line that begins at another. */
  begin(at: number, line: number, lineStart: number): void;
  /** The field that began ends; true when it has text, and is one that is looked at. */
  end(at: number): boolean;
}

function createFields(text: string, file: string): Fields {
  const starts = new Int32Array(MOST_FIELDS);
  const ends = new Int32Array(MOST_FIELDS);
  const lines = new Int32Array(MOST_FIELDS);
  const lineStarts = new Int32Array(MOST_FIELDS);
  let count = 0;
  const textOf = (column: number): string => {
    if (column < 0 || column >= count) return '';
    const [start, end] = [starts[column] as number, ends[column] as number];
    const close = text.charCodeAt(start) === QUOTE ? closingQuote(text, start + 1) : -1;
    if (close < 0 || close >= end || text.slice(close + 1, end).trim() !== '')
      return unguarded(text.slice(start, end).trim());
    return unguarded(
      text
        .slice(start + 1, close)
        .replaceAll('""', '"')
        .trim(),
    );
  };
  return {
    count: () => count,
    clear() {
      count = 0;
    },
    begin(at, line, lineStart) {
      // Beyond what the lists have room for nothing is kept.
      starts[count] = at;
      lines[count] = line;
      lineStarts[count] = lineStart;
    },
    end(at) {
      if (count === MOST_FIELDS) return false;
      const start = starts[count] as number;
      ends[count] = at;
      count += 1;
      return at > start && (text.charCodeAt(start) > QUOTE || textOf(count - 1) !== '');
    },
    text: textOf,
    span: (column) => ({ start: starts[column] as number, end: ends[column] as number }),
    place: (column) => ({
      file,
      line: lines[column] as number,
      column: (starts[column] as number) - (lineStarts[column] as number) + 1,
    }),
    excerpt(column) {
      const start = lineStarts[column] as number;
      return /[^\r\n]*/.exec(text.slice(start, start + MOST_EXCERPT))?.[0] ?? '';
    },
  };
}

/** Offset of the quotation mark that ends a field; a doubled one does not. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}
