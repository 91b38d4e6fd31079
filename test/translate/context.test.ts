import { expect, test } from 'vitest';
import { contextOf } from '../../src/translate/context.ts';

/** A sentence of so many characters, its stop among them. */
const sentence = (letter: string, length: number) => `${letter.toUpperCase()}${letter.repeat(length - 2)}.`;
const [LAST, SHORT] = [sentence('b', 500), 'Deux.'];
/** Two sentences and the space between them. */
const before = (length: number) => `${sentence('a', length - LAST.length - 1)} ${LAST}`;
const after = (length: number) => `${LAST} ${sentence('a', length - LAST.length - 1)}`;

test.each<readonly [string, readonly [string, string, string, string], readonly string[]]>([
  ['all of it', ['Titre', 'Un.', SHORT, 'Trois.'], ['Titre', 'Un.', 'Trois.']],
  ['what says the same once', ['Un.', 'Un.', SHORT, 'Un.'], ['Un.']],
  ['as much before it as there is room for', ['T', before(1500), SHORT, ''], ['T', before(1500)]],
  ['whole sentences of what is longer', ['T', before(1501), SHORT, ''], ['T', LAST]],
  ['as much behind it as there is room for', ['T', '', SHORT, after(1500)], ['T', after(1500)]],
  ['whole sentences of what is longer behind it', ['T', '', SHORT, after(1501)], ['T', LAST]],
  ['a last sentence that fills the room', ['T', `Un. ${sentence('a', 1500)}`, SHORT, ''], ['T', sentence('a', 1500)]],
  ['nothing of one that does not fit', ['T', `Un. ${sentence('a', 1501)}`, SHORT, ''], ['T']],
  [
    'a first sentence that fills the room with its space',
    ['T', '', SHORT, `${sentence('a', 1499)} Un.`],
    ['T', sentence('a', 1499)],
  ],
  ['nothing of a first one that does not fit', ['T', '', SHORT, `${sentence('a', 1501)} Un.`], ['T']],
  ['no more of a title', [after(1501), '', SHORT, ''], [LAST]],
  ['lines that were only wrapped as one', ['T', 'Un\npont.', SHORT, ''], ['T', 'Un pont.']],
])('around a text goes %s', (_what, texts, context) => {
  expect(contextOf(texts, { first: 2, last: 2 }).split('\n')).toEqual(context);
});
