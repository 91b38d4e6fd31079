import type { Slices } from '../../core/model/slices.ts';
import { cutShort, MOST_QUOTED } from '../../core/text/cut-short.ts';
import type { BilingualFile } from './bilingual.ts';
import type { ForeignUnit } from './came-back.ts';
import { followTexts } from './follow-texts.ts';
import { followXml, openXml, Refused, type XmlFile, type XmlFollower, type XmlTag } from './follow-xml.ts';
import { createGathering, type Gathering, languageIn } from './gathering.ts';
import { type Piece, wordsBy } from './inline-pieces.ts';
import { joinParts, readBlanks, readPartName, type UnitPart } from './unit-parts.ts';

/** One language of an entry. */
interface Side {
  readonly pieces: readonly Piece[];
  readonly written: string | null;
  /** The white space between it and the next sentence. */
  readonly after: string;
}

interface Entry {
  readonly tag: XmlTag;
  readonly sides: Partial<Record<'fr' | 'en', Side>>;
  readonly notes: string[];
  readonly props: Map<string, string>;
}

interface Walk {
  readonly placeOf: XmlFile['placeOf'];
  readonly gathering: Gathering;
  isBegun: boolean;
  entry: Entry | null;
  language: 'fr' | 'en' | null;
  /** How the text of this language was written. */
  written: string | null;
  /** The white space behind it. */
  after: string;
  /** Units cut into sentences, by their keys, of which some are still to come. */
  readonly cut: Map<string, CutUnit>;
}

interface CutUnit {
  readonly offset: number;
  readonly count: number;
  readonly parts: Map<number, UnitPart>;
}

const READ = new Set(['seg', 'prop', 'note']);

/**
 * Reads TMX of any version, in UTF-8 or UTF-16: of each entry its first French and its first English, in whichever
 * order they stand.
 *
 * @throws {UnreadableBilingual} where it is none, or broken, or without a pair of French and English
 */
export function* tmxSlices(content: Uint8Array | string, file: string): Slices<BilingualFile> {
  const xml = openXml(content, file);
  const gathering = createGathering(xml);
  const cut: Walk['cut'] = new Map();
  yield* followXml(xml, followTmx(xml, gathering, cut));
  for (const { offset } of cut.values()) gathering.remark(SOME_PARTS, offset);
  return yield* gathering.done();
}

const SOME_PARTS = 'of this text only some sentences came back, and it is left out; export the memory again whole';

function followTmx({ placeOf }: XmlFile, gathering: Gathering, cut: Walk['cut']): XmlFollower {
  const nothing = { isBegun: false, entry: null, language: null, written: null, after: ' ' };
  const walk: Walk = { placeOf, gathering, cut, ...nothing };
  return followTexts({
    ...{ skipped: new Set<string>(), keepsBlanks: true },
    begin: (tag) => begin(walk, tag),
    text: (tag, pieces) => addText(walk, tag, pieces),
    end(name) {
      if (name === 'tuv') walk.language = null;
      if (name !== 'tu' || walk.entry === null) return;
      endEntry(walk, walk.entry);
      walk.entry = null;
    },
    dataOf: () => '',
  });
}

function begin(walk: Walk, tag: XmlTag): boolean {
  const { name, attributes, offset } = tag;
  if (!walk.isBegun && name !== 'tmx')
    throw new Refused(`this is no TMX, it begins with <${cutShort(name, MOST_QUOTED)}>`, offset);
  walk.isBegun = true;
  if (name === 'tu') {
    if (walk.entry !== null) throw new Refused('a <tu> stands in another; close the first', offset);
    walk.entry = { tag, sides: {}, notes: [], props: new Map() };
  }
  if (name === 'tuv') {
    walk.language = languageIn(attributes['xml:lang'] ?? attributes['lang'] ?? '');
    walk.written = null;
    walk.after = ' ';
  }
  return READ.has(name);
}

function addText(walk: Walk, { name, attributes }: XmlTag, pieces: readonly Piece[]): void {
  const { entry, language, written, after, gathering } = walk;
  if (name === 'seg' && entry !== null && language !== null) entry.sides[language] ??= { pieces, written, after };
  if (name === 'note') entry?.notes.push(wordsBy(pieces).trim());
  if (name !== 'prop') return;
  const type = attributes['type'] ?? '';
  if (type === 'x-written') walk.written = wordsBy(pieces);
  if (type === 'x-after') walk.after = readBlanks(wordsBy(pieces).trim());
  if (type === 'x-article' && entry === null) gathering.from(`content/${wordsBy(pieces)}`);
  entry?.props.set(type, wordsBy(pieces));
}

function endEntry(walk: Walk, { tag, sides: { fr, en }, notes, props }: Entry): void {
  const { placeOf, gathering } = walk;
  const foreign = {
    ...{ id: tag.attributes['tuid'] ?? null, context: props.get('x-unit') ?? null },
    ...{ source: fr?.pieces ?? [], target: en?.pieces ?? null },
    written: { source: fr?.written ?? null, target: en?.written ?? null },
    ...{ isReviewed: props.get('x-state') === 'reviewed', isNew: false, isVerbatim: false },
    ...{ notes: notes.filter((note) => note !== ''), place: placeOf(tag.offset) },
  };
  const after = { source: fr?.after ?? ' ', target: en?.after ?? ' ' };
  if (addPart(walk, tag, { foreign, after })) return;
  gathering.add(foreign, fr === undefined || en === undefined ? 'foreign' : 'forward');
}

/** Takes a pair that is a part of a unit; the unit is whole when the last of them is there. */
function addPart({ cut, gathering }: Walk, { attributes, offset }: XmlTag, part: UnitPart): boolean {
  const name = readPartName(attributes['tuid'] ?? '');
  if (name === null) return false;
  const { key, at, count } = name;
  const unit = cut.get(key) ?? { offset, count, parts: new Map() };
  cut.set(key, unit);
  const { source, target } = part.foreign;
  if (unit.count !== count || source.length === 0 || target === null || unit.parts.has(at)) return true;
  unit.parts.set(at, part);
  if (unit.parts.size < count) return true;
  cut.delete(key);
  const inOrder = [...unit.parts].sort(([one], [other]) => one - other).map(([, one]) => one);
  const whole: ForeignUnit | null = joinParts(key, inOrder);
  if (whole !== null) gathering.add(whole, 'forward');
  return true;
}
