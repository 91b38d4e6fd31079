import { expect, test } from 'vitest';
import type { Concept } from '../../../src/core/model/concept.ts';
import { changesSlices } from '../../../src/core/model/concept-changes.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { conceptsOf } from '../glossaries.ts';

/** Entries by one letter each: capitals say something else than small letters, `'` stands in another line. */
function entriesOf(letters: string, known: Map<string, Concept>): Concept[] {
  return (letters.match(/[a-z]'?/gi) ?? []).map((name) => {
    const [letter = ''] = name;
    const text = `${name.endsWith("'") ? '#\n' : ''}- { id: ${letter.toLowerCase()}, fr: mot, en: ${letter}x }\n`;
    const concept = known.get(name) ?? (conceptsOf(text)[0] as Concept);
    known.set(name, concept);
    return concept;
  });
}

test.each<[before: string, after: string, left: string[], come: string, isSameOrder: boolean]>([
  ['', '', [], '', true],
  ['abc', 'abc', [], '', true],
  ['abc', 'abcd', [], 'd', true],
  ['abc', 'dabc', [], 'd', true],
  ['abc', 'ac', ['b-'], '', true],
  ['abc', 'aBc', ['b-'], 'B', true],
  ['abc', "ab'c'", ["b=b'", "c=c'"], '', true],
  ['abc', "ab'C", ["b=b'", 'c-'], 'C', true],
  ['abc', 'acb', [], '', false],
  ['abcd', "ac'b'd", ["b=b'", "c=c'"], '', false],
  ['ab', 'cd', ['a-', 'b-'], 'cd', true],
  ['abc', 'bc', ['a-'], '', true],
  ['abc', 'dac', ['b-'], 'd', true],
  ['abc', 'cab', [], '', false],
  ['a', 'A', ['a-'], 'A', true],
])('from “%s” to “%s”', (before, after, left, come, isSameOrder) => {
  const known = new Map<string, Concept>();
  const [was, is] = [entriesOf(before, known), entriesOf(after, known)];
  const names = new Map([...known].map(([name, concept]) => [concept, name]));
  const changes = finish(changesSlices(was, is));
  expect({
    left: changes.left.map(([one, same]) => `${names.get(one)}${same === null ? '-' : `=${names.get(same)}`}`),
    come: changes.come.map((concept) => names.get(concept)).join(''),
    isSameOrder: changes.isSameOrder,
  }).toEqual({ left, come, isSameOrder });
});
