import { SaxesParser } from 'saxes';
import type { Place } from '../../core/model/place.ts';
import type { Slices } from '../../core/model/slices.ts';
import { cutShort } from '../../core/text/cut-short.ts';
import { createLines, type Lines } from '../../core/text/line-and-column.ts';
import { OURS } from '../xml-text.ts';
import { UnreadableBilingual } from './bilingual.ts';
import { xmlLetters } from './xml-letters.ts';

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_LEVELS = 100;
/** Of what a parser says of a fault, as it may quote a name. UTF-16 units. */
const MOST_REASON = 120;
/** Characters read between two pauses. */
const SLICE = 50_000;

/** The beginning of an element. */
export interface XmlTag {
  /** Without its prefix. */
  readonly name: string;
  /** By their names as written: `xml:lang`, `vv:source`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Of its first sign. UTF-16 offset. */
  readonly offset: number;
}

export interface XmlFollower {
  open(tag: XmlTag): void;
  text(text: string): void;
  close(name: string): void;
}

/** Stops the reading; whoever follows the tags says where. */
export class Refused extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** An XML file whose letters are known. */
export interface XmlFile {
  readonly text: string;
  readonly lines: Lines;
  readonly placeOf: (offset: number) => Place;
}

/**
 * The letters of a file.
 *
 * @throws {UnreadableBilingual} where it is too large, or not in the encoding that it names
 */
export function openXml(content: Uint8Array | string, file: string): XmlFile {
  const start: Place = { file, line: 1, column: 1 };
  if (content.length > MOST_BYTES) throw new UnreadableBilingual('the file is larger than 5 MB; split it', start);
  const text = typeof content === 'string' ? content.replace(/^\ufeff/, '') : xmlLetters(content);
  if (text === null)
    throw new UnreadableBilingual('the file is not in the encoding that it names; save it as UTF-8', start);
  const lines = createLines(text, file);
  return { text, lines, placeOf: (offset) => lines.place(Math.min(offset, text.length)) };
}

/**
 * Follows the tags of a file to its end. Elements of other namespaces than that of the first are left out with all they
 * hold. Nothing outside the file is ever opened: a document type with declarations of its own is refused, and so is
 * nesting deeper than 100 levels.
 *
 * @throws {UnreadableBilingual} where it is not well-formed, or refused by whoever follows
 */
export function* followXml({ text, placeOf }: XmlFile, follower: XmlFollower): Slices<void> {
  const parser = new SaxesParser({ xmlns: true });
  connect(parser, text, follower);
  try {
    for (let at = 0; at < text.length; at += SLICE) {
      parser.write(text.slice(at, at + SLICE));
      yield;
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new UnreadableBilingual(error.message, placeOf(error.offset));
  }
}

function connect(parser: SaxesParser<{ xmlns: true }>, text: string, follower: XmlFollower): void {
  let [space, start] = [null as string | null, 0];
  let [depth, foreign] = [0, 0];
  parser.on('error', ({ message }) => {
    const what = message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '');
    throw new Refused(`this is no well-formed XML (${cutShort(what, MOST_REASON)}); export it again`, parser.position);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('['))
      throw new Refused('a DOCTYPE with declarations is not read; delete them', parser.position);
  });
  parser.on('opentagstart', ({ name }) => {
    start = text.lastIndexOf(`<${name}`, parser.position - 1);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    depth += 1;
    if (depth > MOST_LEVELS) throw new Refused('this nests deeper than 100 levels', start);
    space ??= uri;
    if (foreign === 0 && uri !== space) foreign = depth;
    if (foreign > 0) return;
    const said = Object.entries(attributes).map(
      ([name, { uri: of, local: own, value }]) => [of === OURS ? `vv:${own}` : name, value] as const,
    );
    follower.open({ name: local, attributes: Object.fromEntries(said), offset: start });
  });
  const read = (piece: string) => {
    if (foreign === 0 && depth > 0) follower.text(piece);
  };
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('closetag', ({ local }) => {
    if (foreign === 0) follower.close(local);
    if (foreign === depth) foreign = 0;
    depth -= 1;
  });
}
