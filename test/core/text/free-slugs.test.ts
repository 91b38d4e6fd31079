import { expect, test } from 'vitest';
import { createSlugs } from '../../../src/core/text/slug.ts';

test.each<[string, readonly (readonly [slug: string, longer?: string])[], readonly string[]]>([
  ['what is free stays', [['chip'], ['token']], ['chip', 'token']],
  ['what is taken gets a number', [['chip'], ['chip'], ['chip']], ['chip', 'chip-2', 'chip-3']],
  [
    'something longer goes before a number',
    [['chip'], ['chip', 'chip-puce'], ['chip', 'chip-puce']],
    ['chip', 'chip-puce', 'chip-2'],
  ],
  ['a number that somebody has is passed over', [['chip-2'], ['chip'], ['chip']], ['chip-2', 'chip', 'chip-3']],
  [
    'a slug as long as may be is cut for its number',
    [['a'.repeat(100)], ['a'.repeat(100)]],
    ['a'.repeat(100), `${'a'.repeat(98)}-2`],
  ],
])('%s', (_what, asked, given) => {
  const take = createSlugs();
  expect(asked.map(([slug, longer]) => take(slug, longer))).toEqual(given);
});
