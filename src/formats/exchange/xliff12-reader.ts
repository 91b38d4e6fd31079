import { followTexts } from './follow-texts.ts';
import { Refused, type XmlFile, type XmlFollower, type XmlTag } from './follow-xml.ts';
import { type Direction, directionOf, type Gathering } from './gathering.ts';
import { type Piece, wordsBy } from './inline-pieces.ts';

/** What says nothing of a text and its translation. */
const SKIPPED = new Set('header alt-trans seg-source bin-unit count-group prop-group'.split(' '));
/** Elements of a unit whose words are read. */
const READ = new Set(['source', 'target', 'note', 'context']);
/** XLIFF 1.2, 2.3: states of a target that stand against what its unit says. */
const UNFINISHED = /^(?:new|needs-.*)$/;
const UNTRANSLATED = new Set(['new', 'needs-translation']);
/** What `po2xliff` makes of the header of a catalogue. */
const CATALOGUE_HEADER = 'x-gettext-domain-header';
const FINISHED = new Set(['final', 'signed-off']);

interface OpenUnit {
  readonly tag: XmlTag;
  readonly notes: string[];
  /** By what they are for. */
  readonly contexts: Map<string, string>;
  source: readonly Piece[] | null;
  target: readonly Piece[] | null;
  state: string;
}

interface Walk {
  readonly placeOf: XmlFile['placeOf'];
  readonly gathering: Gathering;
  direction: Direction;
  /** Its texts are those of a catalogue, as they stand there; `po2xliff` calls every source English. */
  isCatalogue: boolean;
  namesTarget: boolean;
  unit: OpenUnit | null;
}

/** Follows XLIFF 1.0 to 1.2. Groups, several files and segments of other tools are read through. */
export function followXliff12({ placeOf }: XmlFile, gathering: Gathering): XmlFollower {
  const walk: Walk = { placeOf, gathering, direction: 'forward', isCatalogue: false, namesTarget: false, unit: null };
  return followTexts({
    ...{ skipped: SKIPPED, keepsBlanks: false },
    begin: (tag) => begin(walk, tag),
    text: (tag, pieces) => walk.unit !== null && addText(walk.unit, tag, pieces),
    end(name) {
      if (name !== 'trans-unit' || walk.unit === null) return;
      endUnit(walk, walk.unit);
      walk.unit = null;
    },
    dataOf: () => '',
  });
}

function begin(walk: Walk, tag: XmlTag): boolean {
  if (tag.name === 'file') {
    walk.direction = languagesOf(tag);
    walk.isCatalogue = false;
    walk.namesTarget = tag.attributes['target-language'] !== undefined;
    walk.gathering.from(tag.attributes['original'] ?? '');
  }
  if (tag.name === 'trans-unit') {
    if (walk.unit !== null) throw new Refused('a <trans-unit> stands in another; close the first', tag.offset);
    walk.unit = { tag, notes: [], contexts: new Map(), source: null, target: null, state: '' };
  }
  return walk.unit !== null && READ.has(tag.name);
}

function languagesOf({ attributes, offset }: XmlTag): Direction {
  const source = attributes['source-language'];
  if (source === undefined)
    throw new Refused('this <file> says no source-language; write source-language="fr"', offset);
  return directionOf(source, attributes['target-language'] ?? null);
}

function addText(unit: OpenUnit, { name, attributes, offset }: XmlTag, pieces: readonly Piece[]): void {
  if (name === 'note') unit.notes.push(wordsBy(pieces).trim());
  if (name === 'context') unit.contexts.set(attributes['context-type'] ?? '', wordsBy(pieces));
  if (name === 'source') {
    if (unit.source !== null) throw new Refused('this <trans-unit> has two <source>; leave one', offset);
    unit.source = pieces;
  }
  if (name !== 'target' || unit.target !== null) return;
  unit.target = pieces;
  unit.state = attributes['state'] ?? '';
}

function endUnit(walk: Walk, unit: OpenUnit): void {
  const { placeOf, gathering, isCatalogue } = walk;
  const { tag, source, target, state, notes, contexts } = unit;
  const { attributes, offset } = tag;
  if (attributes['restype'] === CATALOGUE_HEADER) {
    walk.isCatalogue = true;
    if (!walk.namesTarget) walk.direction = 'forward';
    return;
  }
  if (source === null) throw new Refused('this <trans-unit> has no <source>', offset);
  const foreign = {
    ...{ id: attributes['id'] ?? null, context: attributes['resname'] ?? null, source, target },
    written: {
      source: contexts.get('x-written-source') ?? null,
      target: contexts.get('x-written-target') ?? null,
    },
    isReviewed: isReviewed(attributes['approved'] ?? '', state),
    isNew: UNTRANSLATED.has(state),
    isVerbatim: isCatalogue || attributes['restype'] === 'x-code',
    ...{ notes: isCatalogue ? [] : notes.filter((note) => note !== ''), place: placeOf(offset) },
  };
  gathering.add(foreign, walk.direction);
}

/** Where the unit and its target say two things, the one that asks for more work counts. */
function isReviewed(approved: string, state: string): boolean {
  if (approved === 'no' || UNFINISHED.test(state)) return false;
  return approved === 'yes' || FINISHED.has(state);
}
