import { partitionPoint } from '../model/partition-point.ts';
import type { Place } from '../model/place.ts';
import { finish, type Slices } from '../model/slices.ts';

/** Finds the line and column of offsets in one file’s text. */
export interface Lines {
  /** Place of a UTF-16 offset. */
  place(offset: number): Place;
  /** A line without its break; 1-based. */
  line(number: number): string;
  /** What stands from one UTF-16 offset to another. */
  between(start: number, end: number): string;
}

/** Lines found between two pauses. */
const SLICE = 100_000;

/** LF, CRLF and a lone CR end a line, as editors count them. */
export function createLines(text: string, file: string): Lines {
  return finish(linesSlices(text, file));
}

/** As {@link createLines}, for the long files of tools. */
export function* linesSlices(text: string, file: string): Slices<Lines> {
  const starts = [0];
  const breaks = /\r\n?|\n/g;
  while (breaks.test(text)) {
    starts.push(breaks.lastIndex);
    if (starts.length % SLICE === 0) yield;
  }
  return {
    place(offset) {
      const line = Math.max(
        1,
        partitionPoint(starts, (start) => start <= offset),
      );
      return { file, line, column: offset - (starts[line - 1] as number) + 1 };
    },
    between: (start, end) => text.slice(start, end),
    line(number) {
      const start = starts[number - 1];
      if (start === undefined) return '';
      let end = starts[number] ?? text.length;
      while (end > start && '\r\n'.includes(text.charAt(end - 1))) end -= 1;
      return text.slice(start, end);
    },
  };
}
