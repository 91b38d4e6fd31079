import { expect, test } from 'vitest';
import { halvesOf } from '../../src/translate/halves.ts';

test.each<readonly [string, string, readonly string[]]>([
  ['one sentence stays whole', 'Un pont est là.', ['Un pont est là.']],
  ['two', 'Un. Deux.', ['Un.', 'Deux.']],
  [
    'a short one before a long one',
    'Un. Deux ponts enjambent la rivière.',
    ['Un.', 'Deux ponts enjambent la rivière.'],
  ],
  ['the edge nearest to the middle', 'Un. Deux. Trois mots là. Fin.', ['Un. Deux.', 'Trois mots là. Fin.']],
  ['of two as near the first', 'Un pont. Un quai. Un ponte.', ['Un pont.', 'Un quai. Un ponte.']],
  ['nothing', '', ['']],
])('%s', (_what, text, halves) => {
  expect(halvesOf(text)).toEqual(halves);
});
