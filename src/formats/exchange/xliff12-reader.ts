import { Refused, type XmlFile, type XmlFollower, type XmlTag } from './follow-xml.ts';
import { type Direction, directionOf, type Gathering } from './gathering.ts';
import type { Piece } from './inline-pieces.ts';
import { createInlineReader, type InlineReader } from './inline-reader.ts';

/** What says nothing of a text and its translation; what stands in it is not read. */
const SKIPPED = new Set('header alt-trans seg-source bin-unit context-group count-group prop-group'.split(' '));
/** XLIFF 1.2, 2.3: states of a target that stand against what its unit says. */
const UNFINISHED = /^(?:new|needs-.*)$/;
const FINISHED = new Set(['final', 'signed-off']);

interface OpenUnit {
  readonly tag: XmlTag;
  readonly notes: string[];
  source: readonly Piece[] | null;
  target: readonly Piece[] | null;
  state: string;
}

/** What is being read: a text, or a note. */
interface OpenText {
  readonly tag: XmlTag;
  readonly reader: InlineReader;
  depth: number;
}

/** Follows XLIFF 1.0 to 1.2. Groups, several files and segments of other tools are read through. */
export function followXliff12({ placeOf }: XmlFile, gathering: Gathering): XmlFollower {
  const blanks: boolean[] = [];
  let direction: Direction = 'forward';
  let unit: OpenUnit | null = null;
  let text: OpenText | null = null;
  let skipped = 0;

  const openElement = (tag: XmlTag) => {
    const { name, attributes } = tag;
    if (name === 'file') {
      direction = languagesOf(tag);
      gathering.from(attributes['original'] ?? '');
    } else if (name === 'trans-unit') {
      if (unit !== null) throw new Refused('a <trans-unit> stands in another; close the first', tag.offset);
      unit = { tag, notes: [], source: null, target: null, state: '' };
    } else if (unit !== null && (name === 'source' || name === 'target' || name === 'note')) {
      if (name === 'source' && unit.source !== null)
        throw new Refused('this <trans-unit> has two <source>; leave one', tag.offset);
      if (name === 'target') unit.state = attributes['state'] ?? '';
      text = { tag, reader: createInlineReader(() => ''), depth: 1 };
    }
  };
  const closeText = ({ tag, reader }: OpenText, keepsBlanks: boolean) => {
    const pieces = reader.pieces(keepsBlanks);
    if (tag.name === 'source' && unit !== null) unit.source = pieces;
    else if (tag.name === 'target' && unit !== null) unit.target ??= pieces;
    else unit?.notes.push(wordsOf(pieces));
  };
  const closeUnit = ({ tag, source, target, state, notes }: OpenUnit) => {
    if (source === null) throw new Refused('this <trans-unit> has no <source>', tag.offset);
    const { attributes } = tag;
    const foreign = {
      ...{ id: attributes['id'] ?? null, context: attributes['resname'] ?? null, source, target },
      written: { source: attributes['vv:source'] ?? null, target: attributes['vv:target'] ?? null },
      isReviewed: isReviewed(attributes['approved'] ?? '', state),
      isCode: attributes['restype'] === 'x-code',
      ...{ notes: notes.filter((note) => note !== ''), place: placeOf(tag.offset) },
    };
    gathering.add(foreign, direction);
  };
  return {
    open(tag) {
      if (skipped > 0 || (text === null && SKIPPED.has(tag.name))) {
        skipped += 1;
        return;
      }
      const space = tag.attributes['xml:space'];
      blanks.push(space === undefined ? (blanks.at(-1) ?? false) : space === 'preserve');
      if (text !== null) {
        text.depth += 1;
        text.reader.open(tag);
      } else openElement(tag);
    },
    text(words) {
      if (skipped === 0) text?.reader.text(words);
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      const keepsBlanks = blanks.pop() ?? false;
      if (text !== null) {
        text.depth -= 1;
        if (text.depth > 0) text.reader.close(name);
        else {
          closeText(text, keepsBlanks);
          text = null;
        }
      } else if (name === 'trans-unit' && unit !== null) {
        closeUnit(unit);
        unit = null;
      }
    },
  };
}

function languagesOf({ attributes, offset }: XmlTag): Direction {
  const source = attributes['source-language'];
  if (source === undefined)
    throw new Refused('this <file> says no source-language; write source-language="fr"', offset);
  return directionOf(source, attributes['target-language'] ?? null);
}

/** Where the unit and its target say two things, the one that asks for more work counts. */
function isReviewed(approved: string, state: string): boolean {
  if (approved === 'no' || UNFINISHED.test(state)) return false;
  return approved === 'yes' || FINISHED.has(state);
}

/** Of a note. */
export function wordsOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.role === 'text' ? piece.text : ''))
    .join('')
    .trim();
}
