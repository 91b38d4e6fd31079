import type { Concept } from '../../core/model/concept.ts';
import { entryOf, entryRow } from '../../core/model/entry-rows.ts';
import type { Place } from '../../core/model/place.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { readYamlItem, type YamlEntry } from '../yaml/entries.ts';
import { readSoundItem } from '../yaml/sound-item.ts';
import { readEntry } from './entry.ts';

/** What one item of a glossary says, wherever it stands. */
export interface ReadItem {
  /** Its places are those it has in a file of its own; null where there is a problem. */
  readonly concept: Concept | null;
  /** With UTF-16 offsets in the item. */
  readonly problems: readonly { readonly offset: number; readonly message: string }[];
}

/** What items said when they were read, by their text. */
export interface KnownItems {
  get(text: string): ReadItem | undefined;
  set(text: string, item: ReadItem): unknown;
}

/** The file of an item that is read alone. */
const NOWHERE = '';

/** Reads an item alone; null where it is not YAML, or not one item. */
export function readItem(text: string): ReadItem | null {
  const sound = readSoundItem(text);
  const read = sound && readAs(text, sound);
  // What is wrong, the parser tells that knows what people get wrong.
  if (read !== null && read.problems.length === 0) return read;
  const item = readYamlItem(text);
  return item && readAs(text, item);
}

function readAs(text: string, { value, offsetOf }: YamlEntry): ReadItem {
  const lines = createLines(text, NOWHERE);
  const { concept, problems } = readEntry(value, (path) => lines.place(offsetOf(path)));
  return { concept, problems: problems.map(({ path, message }) => ({ offset: offsetOf(path), message })) };
}

/** A concept as it is where its item begins at a place, in the first column. */
export function standingAt({ file, line: first }: Place, concept: Concept): Concept {
  const moved = <T extends { readonly place: Place }>(one: T): T => {
    const { line, column } = one.place;
    return { ...one, place: { file, line: first + line - 1, column } };
  };
  const { fr, en, examples } = concept;
  return { ...moved(concept), fr: fr.map(moved), en: en.map(moved), examples: examples.map(moved) };
}

/**
 * Remembers the items that were asked for last, of all files that one reader reads: after a change of one entry only
 * that one is read again. What has not been asked for since as many others came is forgotten.
 *
 * @param most characters of the items that are remembered for certain; twice as many may be
 */
export function createKnownItems(most: number): KnownItems {
  let young = new Map<string, KeptItem>();
  let old = new Map<string, KeptItem>();
  let characters = 0;
  const set = (text: string, item: ReadItem) => {
    if (young.has(text)) return;
    if (characters > most) [old, young, characters] = [young, new Map(), 0];
    young.set(text, keptItem(item));
    characters += text.length;
  };
  const get = (text: string) => {
    const kept = young.get(text) ?? old.get(text);
    return kept === undefined ? undefined : itemOf(kept);
  };
  return { get, set };
}

/** An item without a problem as a line of JSON: an entry takes six times the room of that. */
type KeptItem = string | ReadItem;

function keptItem(item: ReadItem): KeptItem {
  const { concept, problems } = item;
  return concept === null || problems.length > 0 ? item : JSON.stringify(entryRow(concept, NOWHERE));
}

function itemOf(kept: KeptItem): ReadItem {
  return typeof kept === 'string' ? { concept: entryOf(JSON.parse(kept), NOWHERE), problems: [] } : kept;
}
