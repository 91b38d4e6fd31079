import type { XmlFollower, XmlTag } from './follow-xml.ts';
import type { Piece } from './inline-pieces.ts';
import { createInlineReader, type InlineReader } from './inline-reader.ts';

/** What a format makes of its elements; the texts in them come whole. */
export interface TextFormat {
  /** Elements that are left out with all they hold. */
  readonly skipped: ReadonlySet<string>;
  /** Whether blanks are kept where a file says nothing of them. */
  readonly keepsBlanks: boolean;
  /** @returns whether a text begins with this element */
  begin(tag: XmlTag): boolean;
  text(tag: XmlTag, pieces: readonly Piece[]): void;
  /** Of every element but those in a text. */
  end(name: string): void;
  /** What stands under a name elsewhere in the unit. */
  dataOf(name: string, tag: XmlTag): string;
}

/** What is being read. */
interface OpenText {
  readonly tag: XmlTag;
  readonly reader: InlineReader;
  depth: number;
}

/** Follows the tags of a format, and gathers its texts with the marks in them. */
export function followTexts(format: TextFormat): XmlFollower {
  const blanks: boolean[] = [];
  let text: OpenText | null = null;
  let skipped = 0;
  const closeText = (open: OpenText, name: string, keepsBlanks: boolean) => {
    open.depth -= 1;
    if (open.depth > 0) {
      open.reader.close(name);
      return;
    }
    text = null;
    format.text(open.tag, open.reader.pieces(keepsBlanks));
    format.end(name);
  };
  return {
    open(tag) {
      if (skipped > 0 || (text === null && format.skipped.has(tag.name))) {
        skipped += 1;
        return;
      }
      const space = tag.attributes['xml:space'];
      blanks.push(space === undefined ? (blanks.at(-1) ?? format.keepsBlanks) : space === 'preserve');
      if (text !== null) {
        text.depth += 1;
        text.reader.open(tag);
      } else if (format.begin(tag)) text = { tag, reader: createInlineReader(format.dataOf), depth: 1 };
    },
    text(words) {
      if (skipped === 0) text?.reader.text(words);
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      const keepsBlanks = blanks.pop() ?? format.keepsBlanks;
      if (text === null) format.end(name);
      else closeText(text, name, keepsBlanks);
    },
  };
}
