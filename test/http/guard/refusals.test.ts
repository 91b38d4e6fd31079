import { expect, test } from 'vitest';
import { type ReadOnly, refusalOf } from '../../../src/http/guard/write-guard.ts';

test.each<[string, ReadOnly, string, string]>([
  [
    'reached by others, and has no password',
    { because: 'reachable' },
    'This server can be reached from other machines and has no password: it only reads, so nothing was saved.',
    'Set VISAVIS_PASSWORD, run it with HOST=127.0.0.1, or use the command line on its own machine.',
  ],
  [
    'started to read, beside one that writes',
    { because: 'asked', writerAt: async () => 'http://127.0.0.1:3000/' },
    'This server only reads, so nothing was saved. The one that writes is http://127.0.0.1:3000/',
    'Go to the one that writes.',
  ],
  [
    'started to read, alone',
    { because: 'asked', writerAt: async () => null },
    'This server only reads, and none that writes runs for these files, so nothing was saved.',
    'Whoever keeps the files starts one with “visavis serve”.',
  ],
])('a server that is %s says why it saves nothing, and what to do', async (_, readOnly, message, advice) => {
  const { message: said, advice: told = '' } = await refusalOf(readOnly, 'so nothing was saved');
  expect([said, told]).toEqual([message, advice]);
});
