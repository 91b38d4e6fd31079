import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { IS_SLOW_SET } from '../rounds.ts';
import { SMALL } from '../site.ts';
import { type Copy, makeCopies, openCopy } from './copies.ts';

const PO = 'content/essai/en.po';
const NEW = 'content/essai/annexe.md';

let copies: Awaited<ReturnType<typeof makeCopies>>;
beforeEach(async () => {
  copies = await makeCopies(SMALL);
});
afterEach(() => copies.remove());

/** A checkout whose server was killed once it had committed a save, and had not told the index; then the other saved. */
async function killed(stage: (git: (...words: string[]) => Promise<string>) => Promise<unknown>) {
  const [here, there] = [await openCopy(copies.first), await openCopy(copies.second)];
  await here.save(PO, 'A chip.', 'One chip.');
  await here.store.exchange();
  await there.store.exchange();
  await there.save(PO, 'Three tokens.', 'Three, tokens.');
  await there.store.exchange();
  await stage(here.git);
  await writeFile(path.join(copies.first, '.git/visavis-unsaved'), `${PO}\n`);
  const again = await openCopy(copies.first);
  again.store.start();
  await again.store.exchange();
  const trouble = again.store.state().trouble?.says ?? null;
  await again.store.close();
  return { trouble, text: await again.read(PO), git: again.git };
}

test('an index that a killed server left behind is brought along, and the other copy is taken over', async () => {
  const { trouble, text, git } = await killed((words) => words('read-tree', 'HEAD~1'));
  expect([trouble, text.includes('Three, tokens.'), await git('status', '--short')]).toEqual([null, true, '']);
});

test.runIf(IS_SLOW_SET).each<[string, (copy: Copy) => Promise<unknown>]>([
  ['that came', ({ outside, git }) => outside(NEW, '# Neuf\n').then(() => git('add', NEW))],
  ['that went', ({ git }) => git('rm', '-q', PO)],
])('an index that does not know of a file %s is brought along too', async (_, change) => {
  const here = await openCopy(copies.first);
  await change(here);
  await here.git('commit', '-qm', 'Change');
  await here.git('read-tree', 'HEAD~1');
  await writeFile(path.join(copies.first, '.git/visavis-unsaved'), 'content/essai\n');
  const again = await openCopy(copies.first);
  again.store.start();
  await again.store.close();
  expect(await again.git('diff', '--cached', '--name-only')).toBe('');
});

test.runIf(IS_SLOW_SET)('what somebody staged themselves stays staged, and is told', async () => {
  const { trouble, git } = await killed(async (words) => {
    const saved = await readFile(path.join(copies.first, PO), 'utf8');
    await writeFile(path.join(copies.first, PO), `${saved}# by hand\n`);
    await words('add', PO);
    await writeFile(path.join(copies.first, PO), saved);
  });
  expect([trouble, await git('diff', '--cached', '--name-only')]).toEqual([
    `${PO} was changed in the other copy, and is staged here; commit it, or unstage it.`,
    PO,
  ]);
});
