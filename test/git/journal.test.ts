import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createJournal } from '../../src/git/journal.ts';

test('a save that is committed is forgotten, though its place is being saved again', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'journal-'));
  const file = path.join(folder, 'journal');
  const place = 'content/ponts/en.po';
  const journal = createJournal(file);
  await journal.begin(place);
  await journal.saved({ place, what: 'Un', by: 'Ada', text: 'a', time: 0 });
  await journal.keep(new Set([place]));
  await journal.saved({ place, what: 'Deux', by: 'Bob', text: 'b', time: 0 });
  const left = await createJournal(file).left();
  expect(left.get(place)?.map(({ by }) => by)).toEqual(['Bob']);
  await rm(folder, { recursive: true });
});
