import { expect, test } from 'vitest';
import { checkUnit } from '../../../src/core/ledger/ledger.ts';
import { isAcceptable, isWrong, standingOf } from '../../../src/core/ledger/standing.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { glossaryOf } from '../glossaries.ts';

const { indexes } = glossaryOf(`
- { fr: mesure, en: [measure, step], not: [metric], count: free }
- { fr: jeton, en: token, not: [chip] }
`);

test.each([
  ['La mesure.', 'The step.', 'admitted', false, false],
  ['La mesure.', 'How.', 'free', false, true],
  ['La mesure, une mesure.', 'The step.', 'free', false, true],
  ['La mesure, une mesure.', 'The step, one measure.', 'admitted', false, false],
  ['Une mesure.', '', 'free', false, true],
  ['Le jeton, la mesure.', 'The measure.', 'preferred', false, false],
  ['La mesure.', 'The metric.', 'deprecated', true, true],
  ['Le jeton.', 'The token.', 'preferred', false, false],
  ['Le jeton.', 'It.', 'missing', true, true],
  ['Le jeton.', 'The chip.', 'deprecated', true, true],
])('the last term of “%s” is in “%s” %s; wrong: %s, acceptable: %s', (french, english, ...expected) => {
  const entry = checkUnit(readPlain(french), readPlain(english), indexes).entries.at(-1);
  const standing = entry && standingOf(entry);
  expect([standing, standing && isWrong(standing), standing && isAcceptable(standing)]).toEqual(expected);
});
