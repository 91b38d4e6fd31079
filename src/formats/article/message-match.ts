import { isTranslatable, type SourceUnit } from '../../core/model/article.ts';
import { addToGroup } from '../../core/model/groups.ts';
import { atOnce, filterSlices, mapSlices, type Slices } from '../../core/model/slices.ts';
import { countedWords, resemblance } from '../../core/text/resemblance.ts';
import type { PoMessage } from '../po/po.ts';
import { partsOf } from './message-parts.ts';
import { type KeyOf, readingKeys } from './reading-keys.ts';
import { placeTwins } from './twins.ts';

/** The message of a unit. */
export interface UnitMessage {
  readonly message: PoMessage;
  /** The unit’s text changed since: the message is of a similar one. */
  readonly edited: boolean;
  /** The message of the file that it is a part of; it has none of its own. */
  readonly partOf?: PoMessage;
}

/** Below this two texts are different paragraphs. Of 1; msgmerge’s own limit is about as high. */
const LEAST_RESEMBLANCE = 0.5;
/** Texts of either side that are compared at most, so that nothing grows with the product of two long lists. */
const MOST_COMPARED = 200;

/**
 * The message of each unit: the one with the same source text, so that a moved paragraph keeps its translation; or with
 * one that no reader can tell from it, as when its lines were broken anew or its marks are written with other signs.
 * Identical blocks take the messages of that text by their msgctxt, or in their order. A unit that has none takes the
 * one that was kept as obsolete (`#~`) for that text, then what a message of several says of it, then the most similar
 * message that is left over, as msgmerge does: the paragraph came back, or was edited.
 */
export function* matchSlices(
  units: readonly SourceUnit[],
  messages: readonly PoMessage[],
): Slices<(UnitMessage | undefined)[]> {
  const found: (UnitMessage | undefined)[] = yield* mapSlices(
    yield* sameText(units, messages),
    (message) => message && { message, edited: false },
  );
  const open = yield* leftOver(messages, found);
  yield* placeParts(units, open, found);
  const left = (yield* leftOver(open, found)).map((message) => ({ message, words: countedWords(message.id.value) }));
  let compared = 0;
  for (const [i, unit] of units.entries()) {
    if (left.length === 0 || compared >= MOST_COMPARED) break;
    if (found[i] !== undefined || !isTranslatable(unit)) continue;
    compared += 1;
    yield;
    const words = countedWords(unit.source.text);
    const best = left
      .map((one, at) => ({ at, score: resemblance(words, one.words) }))
      .reduce((a, b) => (b.score > a.score ? b : a));
    if (best.score < LEAST_RESEMBLANCE) continue;
    const [{ message }] = left.splice(best.at, 1) as [(typeof left)[number]];
    found[i] = { message, edited: true };
  }
  return found;
}

/** What says something and is nobody’s yet, as far as it is looked at. */
function* leftOver(messages: readonly PoMessage[], found: readonly (UnitMessage | undefined)[]): Slices<PoMessage[]> {
  const taken = new Set(found.map((one) => one?.partOf ?? one?.message));
  const left = yield* filterSlices(
    messages,
    (message) => !message.obsolete && !taken.has(message) && message.text.value.trim() !== '',
  );
  return left.slice(0, MOST_COMPARED);
}

/** Gives units what a message says of them that stands for several. */
function* placeParts(
  units: readonly SourceUnit[],
  messages: readonly PoMessage[],
  found: (UnitMessage | undefined)[],
): Slices<void> {
  if (messages.length === 0) return;
  const open = yield* groupSlices(
    yield* filterSlices(units.keys(), (at) => found[at] === undefined),
    (at) => units[at]?.source.text ?? '',
  );
  for (const message of messages) {
    for (const part of partsOf(message)) {
      const at = open.get(part.id.value)?.shift();
      if (at !== undefined) found[at] = { message: part, edited: false, partOf: message };
    }
    yield;
  }
}

function* sameText(units: readonly SourceUnit[], messages: readonly PoMessage[]): Slices<(PoMessage | undefined)[]> {
  const live = yield* filterSlices(messages, ({ obsolete }) => !obsolete);
  const kept = yield* filterSlices(messages, ({ obsolete, text }) => obsolete && text.value.trim() !== '');
  const found: (PoMessage | undefined)[] = units.map(() => undefined);
  const place = (places: readonly number[], waiting: readonly PoMessage[] | undefined) => {
    if (waiting === undefined || places.length === 0) return;
    const numbers = places.map((at) => Number(units[at]?.id.slice(1)));
    placeTwins(numbers, waiting).forEach((message, i) => {
      found[places[i] as number] = message;
    });
  };
  const placeAll = function* (all: readonly PoMessage[], keysOf: typeof readingKeys): Slices<void> {
    const taken = new Set(found);
    const waiting = yield* filterSlices(all, (message) => !taken.has(message));
    if (waiting.length === 0) return;
    const open = yield* filterSlices(units.keys(), (at) => found[at] === undefined);
    const keyOf = yield* keysOf(
      open.map((at) => units[at] as SourceUnit),
      waiting.map(({ id }) => id.value),
    );
    const byKey = yield* groupSlices(waiting, ({ id }) => keyOf(id.value, false));
    const keys = (at: number) => keyOf(units[at]?.source.text ?? '', units[at]?.kind === 'code');
    for (const [key, places] of yield* groupSlices(open, keys)) {
      place(places, byKey.get(key));
      yield;
    }
  };
  for (const waiting of [live, kept]) {
    yield* placeAll(waiting, asWritten);
    yield* placeAll(waiting, readingKeys);
  }
  return found;
}

function asWritten(): Slices<KeyOf> {
  return atOnce(() => (text) => text);
}

function* groupSlices<T>(list: readonly T[], keyOf: (one: T) => string): Slices<Map<string, T[]>> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    addToGroup(groups, keyOf(one), one);
    yield;
  }
  return groups;
}
