import type { SourceUnit } from '../../core/model/article.ts';
import { resemblance, wordsOf } from '../../core/text/resemblance.ts';
import type { PoMessage } from './po.ts';

/** The message of a unit. */
export interface UnitMessage {
  readonly message: PoMessage;
  /** The unit’s text changed since: the message is of a similar one. */
  readonly edited: boolean;
}

/** Below this two texts are different paragraphs. Of 1; msgmerge’s own limit is about as high. */
const LEAST_RESEMBLANCE = 0.5;
/** Texts of either side that are compared at most, so that nothing grows with the product of two long lists. */
const MOST_COMPARED = 200;

/**
 * The message of each unit: the one with the same source text, so that a moved paragraph keeps its translation.
 * Identical blocks take the messages of that text in their order. A unit that has none takes the most similar message
 * that is left over, as msgmerge does: the paragraph was edited.
 */
export function messagesFor(units: readonly SourceUnit[], messages: readonly PoMessage[]): (UnitMessage | undefined)[] {
  const found: (UnitMessage | undefined)[] = sameText(units, messages).map(
    (message) => message && { message, edited: false },
  );
  const taken = new Set(found.map((one) => one?.message));
  const left = messages
    .filter((message) => !message.obsolete && !taken.has(message) && message.text.value.trim() !== '')
    .slice(0, MOST_COMPARED)
    .map((message) => ({ message, words: wordsOf(message.id.value) }));
  let compared = 0;
  units.forEach((unit, i) => {
    if (left.length === 0 || found[i] !== undefined || unit.kind === 'code' || compared >= MOST_COMPARED) return;
    compared += 1;
    const words = wordsOf(unit.source.text);
    const best = left
      .map((one, at) => ({ at, score: resemblance(words, one.words) }))
      .reduce((a, b) => (b.score > a.score ? b : a));
    if (best.score < LEAST_RESEMBLANCE) return;
    const [{ message }] = left.splice(best.at, 1) as [(typeof left)[number]];
    found[i] = { message, edited: true };
  });
  return found;
}

function sameText(units: readonly SourceUnit[], messages: readonly PoMessage[]): (PoMessage | undefined)[] {
  const waiting = new Map<string, PoMessage[]>();
  for (const message of messages) {
    if (message.obsolete) continue;
    const list = waiting.get(message.id.value);
    if (list === undefined) waiting.set(message.id.value, [message]);
    else list.push(message);
  }
  const taken = new Map<string, number>();
  return units.map(({ source: { text } }) => {
    const next = taken.get(text) ?? 0;
    taken.set(text, next + 1);
    return waiting.get(text)?.[next];
  });
}
