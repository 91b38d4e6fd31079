import { afterAll, beforeAll, expect, test } from 'vitest';
import { countUnsent, furtherOf, wantReady } from '../../src/git/exchange.ts';
import { type Checkout, makeCheckout } from './checkout.ts';

let here: Checkout;
let [first, second, merge, aside] = ['', '', '', ''];
beforeAll(async () => {
  here = await makeCheckout();
  [first, aside] = [await here.commit({ a: '1' }), await here.commit({ a: '0' })];
  second = await here.commit({ a: '2' }, first);
  merge = await here.commit({ a: '3' }, second, first);
});
afterAll(() => here.remove());

test('what the other copy does not have is counted from where it was seen last', async () => {
  const { git, repository } = here;
  const other = {
    remote: 'origin',
    branch: 'refs/heads/main',
    seen: 'refs/visavis/main',
    fetched: 'refs/visavis-fetched',
  };
  const count = (one: typeof other | null) => countUnsent(repository.git, one);
  const counts = [await count(null), await count(other)];
  await git('update-ref', 'HEAD', merge);
  counts.push(await count(other));
  await git('update-ref', other.seen, first);
  expect([...counts, await count(other), await count(null)]).toEqual([0, 0, 2, 1, 0]);
});

test('of two commits that one stands for both which has the other', async () => {
  const of = (ours: string, theirs: string) => furtherOf(here.repository.git, ours, theirs);
  expect([await of(first, merge), await of(merge, first), await of(merge, aside), await of(first, first)]).toEqual([
    merge,
    merge,
    null,
    first,
  ]);
});

test('the other copy is what the branch follows, else its like at origin', async () => {
  const { git, repository } = here;
  await git('update-ref', 'HEAD', first);
  const found: string[] = [];
  const look = async (...calls: readonly string[]) => {
    for (const call of calls) await git(...call.split(' '));
    const other = await wantReady(repository);
    found.push(other === null ? 'none' : `${other.branch} at ${other.remote}`);
  };
  await look();
  await look('remote add other /x');
  await look('config branch.main.remote .', 'config branch.main.merge refs/heads/trunk');
  await look('remote add origin /y');
  await look('config branch.main.remote other');
  expect(found).toEqual(['none', 'none', 'none', 'refs/heads/main at origin', 'refs/heads/trunk at other']);
});

test('nothing is committed amid a merge, or on no branch', async () => {
  const { git, repository } = here;
  const says = () => wantReady(repository).catch((error: Error) => error.message);
  await git('update-ref', 'MERGE_HEAD', second);
  const amid = await says();
  await git('checkout', '-q', '--detach', first);
  expect([amid, await says()]).toEqual([
    'A merge is under way in the checkout, so nothing is committed; end it, or take it back.',
    'The checkout stands on no branch, so nothing is committed; check one out.',
  ]);
});
