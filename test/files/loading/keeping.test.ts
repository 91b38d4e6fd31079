import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createKeeping } from '../../../src/files/loading/keeping.ts';

test('the end waits for what is being kept, and then keeps what came since', async () => {
  const said: string[] = [];
  let times = 0;
  const keeping = createKeeping(async () => {
    times += 1;
    const number = times;
    said.push(`${number} begins`);
    await wait(50);
    said.push(`${number} ends`);
  }, 1);
  keeping.later();
  keeping.later();
  await expect.poll(() => said).toEqual(['1 begins']);
  await keeping.end();
  expect(said).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
});

test('nothing is kept a while after the end', async () => {
  let times = 0;
  const keeping = createKeeping(async () => {
    times += 1;
  }, 20);
  keeping.later();
  await keeping.end();
  await wait(40);
  expect(times).toBe(1);
});
