import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { HOME } from './site.ts';

/** Holds some thirty megabytes, makes as much again and again that nobody has, and says how large the heap became. */
const CHURN = `
  const made = () => Array.from({ length: 50_000 }, (_, i) => ({ i, text: [i, i + 1, i + 2] }));
  const held = Array.from({ length: 6 }, made);
  if (process.argv[1] === 'near') (await import('${HOME}/dist/heap-growth.js')).keepHeapNearUse();
  gc();
  const inUse = process.memoryUsage().heapTotal;
  let most = 0;
  let last = [];
  for (let i = 0; i < 25; i += 1) {
    last = [...last.slice(-3), made()];
    most = Math.max(most, process.memoryUsage().heapTotal);
  }
  console.log(most / inUse, held.length);`;

async function growth(how: string): Promise<number> {
  const script = ['--expose-gc', '--input-type=module', '-e', CHURN, how];
  const { stdout } = await promisify(execFile)(process.execPath, script);
  return Number.parseFloat(stdout);
}

test('the heap of a server stays near what is in use', async () => {
  expect(await growth('near')).toBeLessThan((await growth('as it is')) * 0.8);
});
