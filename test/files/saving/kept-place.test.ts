import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleLives, Slug } from '../../../src/core/changes/undo/article-lives.ts';
import { placeNow } from '../../../src/files/saving/kept-place.ts';
import { makeRoot } from '../../site.ts';

const KEPT = '.visavis/removed/essai-1';
let root: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ root, remove } = await makeRoot({ 'content/essai/fr.md': 'x', [`${KEPT}/fr.md`]: 'x' }));
});
afterAll(() => remove());

const livesOf = (now: Slug): ArticleLives => ({ of: () => 0, at: () => 0, now: () => now });
const removed = (...kept: readonly (readonly [string, number])[]) => new Map(kept);

test.each<[string, string, number, Slug, string | null]>([
  [
    'of the article that stands there',
    'essai',
    1,
    { life: 1, isAdded: true, removed: removed(['essai-1', 0]) },
    'content/essai/en.po',
  ],
  [
    'of a removed one',
    'autre',
    0,
    { life: 1, isAdded: false, removed: removed(['autre-2', 2], ['essai-1', 0]) },
    `${KEPT}/en.po`,
  ],
  [
    'of a removed one whose slug another has',
    'essai',
    0,
    { life: 1, isAdded: true, removed: removed(['essai-1', 0]) },
    null,
  ],
  [
    'of one that may have been put back by hand',
    'essai',
    0,
    { life: 1, isAdded: false, removed: removed(['essai-9', 0]) },
    'content/essai/en.po',
  ],
  [
    'of one that is kept still, where something stands',
    'essai',
    0,
    { life: 1, isAdded: false, removed: removed(['essai-1', 0]) },
    null,
  ],
  ['of one that nobody kept', 'autre', 0, { life: 1, isAdded: false, removed: removed() }, null],
])('where a file is now %s', async (_, slug, life, now, place) => {
  expect(await placeNow(root, { file: `content/${slug}/en.po`, life }, livesOf(now))).toBe(place);
});

test('a file of no article is where it was', async () => {
  const now = { life: 1, isAdded: true, removed: removed() };
  expect(await placeNow(root, { file: 'glossary/ai.yaml', life: 0 }, livesOf(now))).toBe('glossary/ai.yaml');
});
