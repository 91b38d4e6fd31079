import { addToGroup } from '../model/groups.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { outside, type WordAt } from './text-words.ts';

/**
 * What stands in brackets: a gloss of the term before it, which the English need not repeat (plongement (embedding)).
 */
const IN_BRACKETS = /\([^()]*\)/g;

/** Those words of a text that stand in no brackets. */
export function unglossed(words: readonly WordAt[], { text }: RichText): WordAt[] {
  const glosses = [...text.matchAll(IN_BRACKETS)];
  return outside(
    words,
    glosses.map(({ 0: gloss, index }) => ({ start: index, end: index + gloss.length })),
  );
}

/** Letters below which a word of both languages says nothing: on, or, an. */
const LEAST = 3;

/**
 * The words of a target that a source has letter for letter, capitals included: names, loans, code. Each renders
 * itself, so it is no spare rendering of a term: “Datasets” of the library Datasets answers no “jeu de données”.
 *
 * @param source words that belong to no term
 * @param scale how far along the target something is expected: target length / source length
 */
export function carriedOver(source: readonly WordAt[], target: readonly WordAt[], scale: number): Span[] {
  const wanted = placesOf(source);
  const found = placesOf(target.filter(({ text }) => wanted.has(text)));
  return [...wanted].flatMap(([text, words]) =>
    pairedInOrder(
      words.map(({ start }) => start * scale),
      found.get(text) ?? [],
    ),
  );
}

function placesOf(words: readonly WordAt[]): Map<string, WordAt[]> {
  const places = new Map<string, WordAt[]>();
  for (const word of words) {
    if (word.text.length < LEAST || !/\p{L}/u.test(word.text)) continue;
    addToGroup(places, word.text, word);
  }
  return places;
}

/** One word for each position, as near as the order allows. Linear. */
function pairedInOrder(positions: readonly number[], words: readonly WordAt[]): WordAt[] {
  const paired: WordAt[] = [];
  const distance = (index: number, position: number) => Math.abs((words[index] as WordAt).start - position);
  let at = 0;
  positions.forEach((position, i) => {
    const last = words.length - (positions.length - i);
    while (at < last && distance(at + 1, position) <= distance(at, position)) at += 1;
    const word = words[at];
    if (word !== undefined) paired.push(word);
    at += 1;
  });
  return paired;
}
