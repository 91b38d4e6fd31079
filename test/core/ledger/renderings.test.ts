import { expect, test } from 'vitest';
import type { Mention } from '../../../src/core/ledger/mention.ts';
import { ACCEPTED_ROUNDS, gatherCandidates, type Round } from '../../../src/core/ledger/renderings.ts';
import type { Reading } from '../../../src/core/matcher/index-part.ts';
import type { Concept, Term } from '../../../src/core/model/concept.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { glossaryOf } from '../glossaries.ts';

const { concepts } = glossaryOf(`
- { fr: [{ term: emploi, pos: noun }, { term: employer, pos: verb }], en: [{ term: use, pos: noun }, { term: employ, pos: verb }] }
- { fr: [{ term: charge, pos: noun }, { term: charger, pos: verb }], en: [{ term: load, pos: noun }, { term: fill, pos: verb }] }
`);

const TARGET = 'use, employ, load, fill';

function readingOf(word: string): Reading {
  const named = ({ text }: Term) => text === word;
  const concept = concepts.find(({ fr, en }) => [...fr, ...en].some(named)) as Concept;
  return { concept, term: [...concept.fr, ...concept.en].find(named) as Term, kind: 'written' as Reading['kind'] };
}
const spanOf = (word: string) => ({ start: TARGET.indexOf(word), end: TARGET.indexOf(word) + word.length, size: 1 });
const matches = TARGET.split(', ').map((word) => ({ ...spanOf(word), readings: [readingOf(word)] }));
const mentionOf = (words: string): Mention => ({
  ...{ start: 0, end: 1, size: 1, number: 0, sentence: 0, length: 'long' as Mention['length'] },
  readings: words.split(' ').map(readingOf),
});
const [FIRST] = ACCEPTED_ROUNDS as readonly [Round];

test.each<[string, string[], string[]]>([
  ['one kind', ['emploi', 'employer'], ['use', 'employ']],
  ['the kinds of two entries, each in its turn', ['emploi charger', 'charge employer'], ['use fill', 'load employ']],
  ['the same kinds again', ['emploi charger', 'emploi charger'], ['use fill', 'use fill']],
  ['both kinds of one entry', ['emploi charger', 'emploi employer'], ['use fill', 'use']],
])('a rendering is best for a word of its own entry: %s', (_what, mentions, renderings) => {
  const candidates = gatherCandidates(readPlain(TARGET), matches as never, () => 0);
  const found = mentions.map((words) =>
    candidates
      .for(mentionOf(words), FIRST)
      .flat()
      .map(({ reading }) => reading.term.text)
      .join(' '),
  );
  expect(found).toEqual(renderings);
});
