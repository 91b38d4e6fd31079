import { Refused, type XmlFile, type XmlFollower, type XmlTag } from './follow-xml.ts';
import { type Direction, directionOf, type Gathering } from './gathering.ts';
import type { Piece } from './inline-pieces.ts';
import { createInlineReader, type InlineReader } from './inline-reader.ts';
import { wordsOf } from './xliff12-reader.ts';

const FINISHED = new Set(['reviewed', 'final']);
/** Elements whose words are read. */
const READ = new Set(['source', 'target', 'note', 'data']);

interface OpenPart {
  readonly tag: XmlTag;
  source: readonly Piece[] | null;
  target: readonly Piece[] | null;
  /** Where its translation goes among those of its unit, from 1; null where it stays. */
  order: number | null;
}

interface OpenUnit {
  readonly tag: XmlTag;
  readonly notes: string[];
  readonly data: Map<string, string>;
  readonly parts: OpenPart[];
}

interface OpenText {
  readonly tag: XmlTag;
  readonly reader: InlineReader;
  depth: number;
}

/** Follows XLIFF 2.0 to 2.2. The segments of a unit, and what stands between them, are one text. */
export function followXliff2({ placeOf }: XmlFile, gathering: Gathering): XmlFollower {
  const blanks: boolean[] = [];
  const ids = new Set<string>();
  let direction: Direction = 'forward';
  let unit: OpenUnit | null = null;
  let part: OpenPart | null = null;
  let text: OpenText | null = null;

  const dataOf = (name: string, { offset }: XmlTag) => {
    const data = unit?.data.get(name);
    if (data === undefined) throw new Refused(`no <data> is called “${name}”`, offset);
    return data;
  };
  const openElement = (tag: XmlTag) => {
    const { name, attributes } = tag;
    if (name === 'xliff') direction = languagesOf(tag);
    if (name === 'file') {
      ids.clear();
      gathering.from(attributes['original'] ?? '');
    }
    if (name === 'unit') unit = openUnit(tag, ids);
    if (unit === null) return;
    if (name === 'segment' || name === 'ignorable') {
      part = { tag, source: null, target: null, order: null };
      unit.parts.push(part);
    }
    if (READ.has(name)) text = { tag, reader: createInlineReader(dataOf), depth: 1 };
    if (name === 'target' && part !== null) part.order = orderOf(tag);
  };
  const closeText = ({ tag, reader }: OpenText, keepsBlanks: boolean) => {
    const pieces = reader.pieces(keepsBlanks || tag.name === 'data');
    if (tag.name === 'data') unit?.data.set(tag.attributes['id'] ?? '', rawOf(pieces));
    if (tag.name === 'note') unit?.notes.push(wordsOf(pieces));
    if (part === null) return;
    if (tag.name === 'source') part.source = pieces;
    if (tag.name === 'target') part.target = pieces;
  };
  const closeUnit = ({ tag, notes, parts }: OpenUnit) => {
    const { attributes, offset } = tag;
    if (parts.length === 0) throw new Refused('this <unit> has no <segment>', offset);
    const segments = parts.filter((one) => one.tag.name === 'segment');
    const open = segments.filter(({ source, target }) => isEmpty(target) && !isEmpty(source)).length;
    const hasTarget = segments.some(({ target }) => !isEmpty(target));
    if (hasTarget && open > 0) gathering.remark('a text is translated in parts only', offset);
    const foreign = {
      ...{ id: attributes['id'] ?? null, context: attributes['name'] ?? null },
      source: parts.flatMap(({ source }) => source ?? []),
      target: hasTarget ? targetOf(parts) : null,
      written: { source: attributes['vv:source'] ?? null, target: attributes['vv:target'] ?? null },
      isReviewed: open === 0 && segments.every((one) => FINISHED.has(one.tag.attributes['state'] ?? '')),
      isCode: attributes['type'] === 'vv:code',
      ...{ notes: notes.filter((note) => note !== ''), place: placeOf(offset) },
    };
    gathering.add(foreign, direction);
  };
  const closeElement = (name: string) => {
    if (name === 'unit' && unit !== null) {
      closeUnit(unit);
      unit = null;
    }
    if ((name === 'segment' || name === 'ignorable') && part !== null) {
      if (part.source === null) throw new Refused(`this <${name}> has no <source>`, part.tag.offset);
      part = null;
    }
  };
  return {
    open(tag) {
      const space = tag.attributes['xml:space'];
      blanks.push(space === undefined ? (blanks.at(-1) ?? false) : space === 'preserve');
      if (text !== null) {
        text.depth += 1;
        text.reader.open(tag);
      } else openElement(tag);
    },
    text: (words) => text?.reader.text(words),
    close(name) {
      const keepsBlanks = blanks.pop() ?? false;
      if (text === null) closeElement(name);
      else {
        text.depth -= 1;
        if (text.depth > 0) text.reader.close(name);
        else {
          closeText(text, keepsBlanks);
          text = null;
        }
      }
    },
  };
}

function languagesOf({ attributes, offset }: XmlTag): Direction {
  const source = attributes['srcLang'];
  if (source === undefined) throw new Refused('this file says no srcLang; write srcLang="fr"', offset);
  return directionOf(source, attributes['trgLang'] ?? null);
}

function openUnit(tag: XmlTag, ids: Set<string>): OpenUnit {
  const { id } = tag.attributes;
  if (id === undefined) throw new Refused('this <unit> has no id', tag.offset);
  if (ids.has(id)) throw new Refused(`two <unit> have the id “${id}”`, tag.offset);
  ids.add(id);
  return { tag, notes: [], data: new Map(), parts: [] };
}

function orderOf({ attributes }: XmlTag): number | null {
  return /^\d{1,9}$/.test(attributes['order'] ?? '') ? Number(attributes['order']) : null;
}

/** Translations in their order; what stands between two segments is the same in both languages where nothing is said. */
function targetOf(parts: readonly OpenPart[]): Piece[] {
  const placed = parts.map((part, i) => ({ ...part, at: part.order ?? i + 1 }));
  placed.sort((a, b) => a.at - b.at);
  return placed.flatMap(({ tag, source, target }) => target ?? (tag.name === 'ignorable' ? (source ?? []) : []));
}

function isEmpty(pieces: readonly Piece[] | null): boolean {
  return pieces === null || pieces.length === 0;
}

function rawOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.role === 'text' ? piece.text : piece.raw)).join('');
}
