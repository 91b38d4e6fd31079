import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catchIndexUp } from '../../src/git/index-behind.ts';
import { IS_SLOW_SET } from '../rounds.ts';
import { SMALL } from '../site.ts';
import { makeCheckout } from './checkout.ts';
import { makeCopies, openCopy } from './copies.ts';

const PO = 'content/essai/en.po';

let copies: Awaited<ReturnType<typeof makeCopies>>;
beforeEach(async () => {
  copies = await makeCopies(SMALL);
});
afterEach(() => copies.remove());

/**
 * A checkout whose server was killed once it had committed a save, and had not told the index; then the other saved.
 */
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

test('what the index has of the places that a server was at, and a commit had, is brought along', async () => {
  const { git, repository, commit, remove } = await makeCheckout();
  const first = await commit({ 'essai/a': '1', 'essai/gone': '1', 'essai/own': '1', 'essai-2/a': '1', 'b.yaml': '1' });
  const second = await commit(
    { 'essai/a': '2', 'essai/own': '2', 'essai/new': '2', 'essai-2/a': '2', 'b.yaml': '2' },
    first,
  );
  const mine = await git('rev-parse', `${await commit({ x: 'mine' })}:x`);
  await git('update-ref', 'HEAD', second);
  await git('read-tree', first);
  await git('update-index', '--cacheinfo', `100644,${mine},essai/own`);
  await catchIndexUp(repository, new Set(['essai', 'b.yaml']));
  const behind = await git('diff', '--cached', '--name-only', second);
  await remove();
  expect(behind).toBe('essai-2/a\nessai/own');
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
