import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseCatalogue } from '../../src/formats/article/catalogue.ts';
import { type Copy, makeCopies, openCopy } from '../git/copies.ts';
import { startSaver } from './saver.ts';
import { articleOf, report, times } from './server.ts';

const PO = 'content/essai/en.po';
const UNITS = 10;

/** A catalogue with the English of one paragraph replaced. */
function withText(text: string, unit: number, target: string): string {
  const blocks = text.split('\n\n');
  const at =
    blocks.map((block, i) => (/^msgid /m.test(block) && !/^msgid ""/m.test(block) ? i : -1)).filter((i) => i >= 0)[
      unit
    ] ?? 0;
  return blocks.with(at, (blocks[at] ?? '').replace(/(?<=^msgstr )".*/ms, `"${target}"`)).join('\n\n');
}

/**
 * What became of all that was said on two sides, once both have what there is.
 *
 * @param fsck words for it besides
 */
async function outcomeOf([a, b]: readonly [Copy, Copy], said: readonly string[], ...fsck: readonly string[]) {
  for (const copy of [a, b, a, b]) await copy.store.exchange();
  const all = (await a.git('log', '-p', '-m', '--format=%H')) + (await a.read(PO));
  return {
    lost: said.filter((name) => !all.includes(name)),
    sound: await a.git('fsck', '--strict', ...fsck),
    same:
      (await a.read(PO)) === (await b.read(PO)) &&
      (await a.git('rev-parse', 'HEAD')) === (await b.git('rev-parse', 'HEAD')),
  };
}

type Outcome = Awaited<ReturnType<typeof outcomeOf>>;
const WHOLE: Outcome = { lost: [], sound: '', same: true };

function tell({ sound, same }: Outcome): void {
  report('  what fsck says', sound === '' ? 'nothing' : sound, 'nothing');
  report('  both ends', same ? 'equal' : 'different', 'equal');
}

test('S1: rounds of saves on both sides, a third on the same paragraph, the other copy away now and then', async () => {
  const copies = await makeCopies(articleOf(UNITS));
  const clock = { now: 1_700_000_000_000 };
  const both: Copy[] = [await openCopy(copies.first, clock), await openCopy(copies.second, clock)];
  const said: string[] = [];
  const rounds = times(1000);
  let stuck = 0;
  let torn = 0;
  for (let round = 0; round < rounds; round += 1) {
    const isAway = round % 50 > 45;
    if (isAway && round % 50 === 46) await rename(copies.bare, `${copies.bare}-away`);
    const shared = Math.floor(Math.random() * UNITS);
    const exchanges = both.map(async (copy, i) => {
      const unit = Math.random() < 0.3 ? shared : Math.floor(Math.random() * UNITS);
      const name = `side ${i} round ${round}.`;
      said.push(name);
      await copy.editor.edit(PO, { what: `paragraph ${unit}`, where: '/' }, async (text) => ({
        text: withText(text ?? '', unit, name),
        result: null,
      }));
      if (Math.random() < 0.7) await copy.store.exchange();
      if (copy.store.state().trouble?.kind === 'held') stuck += 1;
    });
    await Promise.all(exchanges);
    clock.now += 400_000;
    if (isAway && round % 50 === 49) await rename(`${copies.bare}-away`, copies.bare);
    for (const copy of both) torn += parseCatalogue(await copy.read(PO), 'en.po').problems.length;
  }
  if (rounds % 50 > 46) await rename(`${copies.bare}-away`, copies.bare);
  const outcome = await outcomeOf(both as [Copy, Copy], said);
  report(
    `saves on two sides over one repository, ${rounds} rounds, ${said.length} saves: lost`,
    outcome.lost.length,
    '0',
  );
  report('  times that somebody had to help', stuck, '0');
  report('  problems in catalogues', torn, '0');
  tell(outcome);
  await copies.remove();
  expect([outcome, stuck, torn]).toEqual([WHOLE, 0, 0]);
});

test('S2: killed between write and commit, and the other copy away now and then', async () => {
  const copies = await makeCopies(articleOf(UNITS));
  const said: string[] = [];
  const held: string[] = [];
  const rounds = times(300);
  let torn = 0;
  let time = 1_700_000_000_000;
  for (let round = 0; round < rounds; round += 1) {
    const isAway = round % 10 > 7;
    if (isAway) await rename(copies.bare, `${copies.bare}-away`);
    const savers = [copies.first, copies.second].map((root, side) =>
      startSaver(root, PO, { units: UNITS, name: `side ${side} round ${round}`, time }),
    );
    await Promise.all(savers.map((saver) => saver.endAfter(Math.random() * 400)));
    if (isAway) await rename(`${copies.bare}-away`, copies.bare);
    for (const saver of savers) {
      said.push(...saver.saved.values());
      held.push(...saver.held);
    }
    for (const root of [copies.first, copies.second])
      torn += parseCatalogue(await readFile(path.join(root, PO), 'utf8'), 'en.po').problems.length;
    time += 400_000_000;
  }
  const clock = { now: time };
  const both = [await openCopy(copies.first, clock), await openCopy(copies.second, clock)] as const;
  for (const { store } of both) store.start();
  // What a kill left unfinished belongs to no commit, and harms none.
  const outcome = await outcomeOf(both, said, '--no-dangling');
  report(
    `kill -9 while saving on two sides, ${2 * rounds} times, ${said.length} saves: lost`,
    outcome.lost.length,
    '0',
  );
  report('  times that somebody had to help', held.length, '0');
  report('  problems in catalogues', torn, '0');
  tell(outcome);
  for (const { store } of both) await store.close();
  await copies.remove();
  expect([outcome, held, torn]).toEqual([WHOLE, [], 0]);
});
