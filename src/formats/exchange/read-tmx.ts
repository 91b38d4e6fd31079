import { finish, type Slices } from '../../core/model/slices.ts';
import type { BilingualFile } from './bilingual.ts';
import { followXml, openXml, Refused, type XmlFile, type XmlFollower, type XmlTag } from './follow-xml.ts';
import { createGathering, type Gathering, languageIn } from './gathering.ts';
import type { Piece } from './inline-pieces.ts';
import { createInlineReader, type InlineReader } from './inline-reader.ts';
import { wordsOf } from './xliff12-reader.ts';

/** One language of an entry. */
interface Side {
  readonly pieces: readonly Piece[];
  readonly written: string | null;
}

interface Entry {
  readonly tag: XmlTag;
  readonly sides: Partial<Record<'fr' | 'en', Side>>;
  readonly notes: string[];
  readonly props: Map<string, string>;
}

const READ = new Set(['seg', 'prop', 'note']);

/** Reads TMX at once; see {@link tmxSlices}. */
export function readTmx(content: Uint8Array | string, file: string): BilingualFile {
  return finish(tmxSlices(content, file));
}

/**
 * Reads TMX of any version, in UTF-8 or UTF-16: of each entry its first French and its first English, in whichever
 * order they stand.
 *
 * @throws {UnreadableBilingual} where it is none, or broken, or without a pair of French and English
 */
export function* tmxSlices(content: Uint8Array | string, file: string): Slices<BilingualFile> {
  const xml = openXml(content, file);
  const gathering = createGathering(xml);
  yield* followXml(xml, followTmx(xml, gathering));
  return gathering.done();
}

function followTmx({ placeOf }: XmlFile, gathering: Gathering): XmlFollower {
  let entry: Entry | null = null;
  let language: 'fr' | 'en' | null = null;
  let written: string | null = null;
  let text: { readonly tag: XmlTag; readonly reader: InlineReader; depth: number } | null = null;
  let isFirst = true;

  const openElement = (tag: XmlTag) => {
    if (isFirst && tag.name !== 'tmx') throw new Refused(`this is no TMX, it begins with <${tag.name}>`, tag.offset);
    isFirst = false;
    if (tag.name === 'tu') entry = { tag, sides: {}, notes: [], props: new Map() };
    if (tag.name === 'tuv') {
      language = languageIn(tag.attributes['xml:lang'] ?? tag.attributes['lang'] ?? '');
      written = null;
    }
    if (READ.has(tag.name)) text = { tag, reader: createInlineReader(() => ''), depth: 1 };
  };
  const closeText = (tag: XmlTag, pieces: readonly Piece[]) => {
    const type = tag.attributes['type'] ?? '';
    if (tag.name === 'seg' && entry !== null && language !== null) entry.sides[language] ??= { pieces, written };
    if (tag.name === 'note' && entry !== null) entry.notes.push(wordsOf(pieces));
    if (tag.name !== 'prop') return;
    const said = pieces.map((piece) => (piece.role === 'text' ? piece.text : '')).join('');
    if (type === 'x-written') written = said;
    if (entry === null && type === 'x-article') gathering.from(`content/${said}`);
    entry?.props.set(type, said);
  };
  const closeEntry = ({ tag, sides: { fr, en }, notes, props }: Entry) => {
    const foreign = {
      ...{ id: tag.attributes['tuid'] ?? null, context: props.get('x-unit') ?? null },
      ...{ source: fr?.pieces ?? [], target: en?.pieces ?? null },
      written: { source: fr?.written ?? null, target: en?.written ?? null },
      ...{ isReviewed: props.get('x-state') === 'reviewed', isCode: false },
      ...{ notes: notes.filter((note) => note !== ''), place: placeOf(tag.offset) },
    };
    gathering.add(foreign, fr === undefined || en === undefined ? 'foreign' : 'forward');
  };
  return {
    open(tag) {
      if (text === null) openElement(tag);
      else {
        text.depth += 1;
        text.reader.open(tag);
      }
    },
    text: (words) => text?.reader.text(words),
    close(name) {
      if (text !== null) {
        text.depth -= 1;
        if (text.depth > 0) text.reader.close(name);
        else {
          closeText(text.tag, text.reader.pieces(true));
          text = null;
        }
      }
      if (name === 'tuv') language = null;
      if (name === 'tu' && entry !== null) {
        closeEntry(entry);
        entry = null;
      }
    },
  };
}
