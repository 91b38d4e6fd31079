import { quotedShort } from '../../core/text/cut-short.ts';
import { followTexts } from './follow-texts.ts';
import { Refused, type XmlFile, type XmlFollower, type XmlTag } from './follow-xml.ts';
import { type Direction, directionOf, type Gathering } from './gathering.ts';
import { joined, type Piece, wordsBy, writtenBy } from './inline-pieces.ts';

const FINISHED = new Set(['reviewed', 'final']);
/** Elements of a unit whose words are read. */
const READ = new Set(['source', 'target', 'note', 'data']);

/** A segment, or what stands between two. */
interface Part {
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
  readonly parts: Part[];
}

interface Walk {
  readonly placeOf: XmlFile['placeOf'];
  readonly gathering: Gathering;
  /** Of the units of one file. */
  readonly ids: Set<string>;
  direction: Direction;
  unit: OpenUnit | null;
  part: Part | null;
}

/** Follows XLIFF 2.0 to 2.2. The segments of a unit, and what stands between them, are one text. */
export function followXliff2({ placeOf }: XmlFile, gathering: Gathering): XmlFollower {
  const walk: Walk = { placeOf, gathering, ids: new Set(), direction: 'forward', unit: null, part: null };
  return followTexts({
    ...{ skipped: new Set<string>(), keepsBlanks: false },
    begin: (tag) => begin(walk, tag),
    text: (tag, pieces) => addText(walk, tag, pieces),
    end: (name) => end(walk, name),
    dataOf(name, { offset }) {
      const data = walk.unit?.data.get(name);
      if (data === undefined) throw new Refused(`no <data> of this unit is called ${quotedShort(name)}`, offset);
      return data;
    },
  });
}

function begin(walk: Walk, tag: XmlTag): boolean {
  const { name, attributes } = tag;
  if (name === 'xliff') walk.direction = languagesOf(tag);
  if (name === 'file') {
    walk.ids.clear();
    walk.gathering.from(attributes['original'] ?? '');
  }
  if (name === 'unit') walk.unit = unitAt(walk, tag);
  if (walk.unit === null) return false;
  if (name === 'segment' || name === 'ignorable') {
    walk.part = { tag, source: null, target: null, order: null };
    walk.unit.parts.push(walk.part);
  }
  return READ.has(name);
}

function languagesOf({ attributes, offset }: XmlTag): Direction {
  const source = attributes['srcLang'];
  if (source === undefined) throw new Refused('this file says no srcLang; write srcLang="fr"', offset);
  return directionOf(source, attributes['trgLang'] ?? null);
}

function unitAt({ ids, unit }: Walk, tag: XmlTag): OpenUnit {
  const { id } = tag.attributes;
  if (unit !== null) throw new Refused('a <unit> stands in another; close the first', tag.offset);
  if (id === undefined) throw new Refused('this <unit> has no id', tag.offset);
  if (ids.has(id)) throw new Refused(`two <unit> have the id ${quotedShort(id)}`, tag.offset);
  ids.add(id);
  return { tag, notes: [], data: new Map(), parts: [] };
}

function addText({ unit, part }: Walk, { name, attributes, offset }: XmlTag, pieces: readonly Piece[]): void {
  if (name === 'data') unit?.data.set(attributes['id'] ?? '', writtenBy(pieces));
  if (name === 'note') unit?.notes.push(wordsBy(pieces).trim());
  if (name !== 'source' && name !== 'target') return;
  if (part === null) throw new Refused(`this <${name}> stands in no <segment>`, offset);
  if (part[name] !== null) throw new Refused(`this segment has two <${name}>; leave one`, offset);
  if (name === 'target' && part.source === null) throw new Refused('this <target> stands before its <source>', offset);
  part[name] = pieces;
  if (name === 'target' && /^\d{1,9}$/.test(attributes['order'] ?? '')) part.order = Number(attributes['order']);
}

function end(walk: Walk, name: string): void {
  if (name === 'unit' && walk.unit !== null) {
    endUnit(walk, walk.unit);
    walk.unit = null;
  }
  if ((name !== 'segment' && name !== 'ignorable') || walk.part === null) return;
  if (walk.part.source === null) throw new Refused(`this <${name}> has no <source>`, walk.part.tag.offset);
  walk.part = null;
}

function endUnit({ placeOf, gathering, direction }: Walk, { tag, notes, parts }: OpenUnit): void {
  const { attributes, offset } = tag;
  const segments = parts.filter((part) => part.tag.name === 'segment');
  if (segments.length === 0) throw new Refused('this <unit> has no <segment>', offset);
  const isWhole = segments.every(({ source, target }) => isEmpty(source) || !isEmpty(target));
  const hasTarget = segments.some(({ target }) => !isEmpty(target));
  if (hasTarget && !isWhole) gathering.remark('of this text only some segments are translated', offset);
  const foreign = {
    ...{ id: attributes['id'] ?? null, context: attributes['name'] ?? null },
    source: joined(parts.flatMap(({ source }) => source ?? [])),
    target: hasTarget ? targetOf(parts) : null,
    written: { source: attributes['vv:source'] ?? null, target: attributes['vv:target'] ?? null },
    isReviewed: isWhole && segments.every((part) => FINISHED.has(part.tag.attributes['state'] ?? '')),
    isNew: segments.every((part) => (part.tag.attributes['state'] ?? 'initial') === 'initial'),
    isVerbatim: attributes['type'] === 'vv:code',
    ...{ notes: notes.filter((note) => note !== ''), place: placeOf(offset) },
  };
  gathering.add(foreign, direction);
}

/**
 * Translations in their order; what stands between two segments is the same in both languages where nothing is said.
 */
function targetOf(parts: readonly Part[]): Piece[] {
  const placed = parts.map((part, i) => ({ ...part, at: part.order ?? i + 1 }));
  placed.sort((a, b) => a.at - b.at);
  return joined(
    placed.flatMap(({ tag, source, target }) => target ?? (tag.name === 'ignorable' ? (source ?? []) : [])),
  );
}

function isEmpty(pieces: readonly Piece[] | null): boolean {
  return pieces === null || pieces.length === 0;
}
