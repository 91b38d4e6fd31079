import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { conversionOf } from '../../src/git/conversion.ts';
import { SMALL } from '../site.ts';
import { makeCopies, openCopy } from './copies.ts';

const NONE = { text: 'unspecified', eol: 'unspecified', filter: 'unspecified', ident: 'unspecified' };
const PLAIN = { ...NONE, 'working-tree-encoding': 'unspecified' };
const ENDS = { autocrlf: '', eol: '' };

test.each([
  ['nothing is said', {}, {}, null],
  ['line ends are those of the disk, here LF', { text: 'auto' }, {}, null],
  ['line ends are LF', { text: 'set', eol: 'lf' }, { autocrlf: 'true' }, null],
  ['line ends are CRLF', { eol: 'crlf' }, {}, 'eol=crlf'],
  ['line ends of all are CRLF', {}, { autocrlf: 'true' }, 'core.autocrlf=true'],
  ['line ends are changed on the way in alone', { text: 'auto' }, { autocrlf: 'input' }, null],
  ['line ends of texts are CRLF', { text: 'auto' }, { eol: 'crlf' }, 'core.eol=crlf'],
  ['and it is not told to be a text', {}, { eol: 'crlf' }, null],
  ['it is no text', { text: 'unset' }, { autocrlf: 'true', eol: 'crlf' }, null],
  ['it is kept elsewhere', { filter: 'lfs', text: 'unset' }, {}, 'filter=lfs'],
  ['a filter is taken off it', { filter: 'unset' }, {}, null],
  ['it is UTF-16 on the disk', { 'working-tree-encoding': 'UTF-16LE' }, {}, 'working-tree-encoding=UTF-16LE'],
  ['its version is written into it', { ident: 'set' }, {}, 'ident'],
])('%s', (_what, attributes, ends, by) => {
  expect(conversionOf({ ...PLAIN, ...attributes }, { ...ENDS, ...ends })).toBe(by);
});

let copies: Awaited<ReturnType<typeof makeCopies>>;
beforeEach(async () => {
  copies = await makeCopies(SMALL);
});
afterEach(() => copies.remove());

test('a copy whose files git changes on their way shares nothing and says so, until that is switched off', async () => {
  const here = await openCopy(copies.first);
  await here.store.exchange();
  const before = await here.git('rev-parse', 'HEAD');
  await writeFile(path.join(copies.first, '.gitattributes'), '*.po filter=lfs\n');
  here.store.start();
  await here.save('content/essai/en.po', 'A chip.', 'One chip.');
  await here.store.exchange();
  const held = [here.store.state(), await here.git('rev-parse', 'HEAD')];
  await writeFile(path.join(copies.first, '.gitattributes'), '');
  await here.store.exchange();
  expect([...held, here.store.state(), (await here.git('rev-parse', 'HEAD')) === before]).toEqual([
    {
      hasOther: true,
      unsent: 1,
      trouble: {
        kind: 'held',
        since: expect.any(Number),
        says: 'Git changes content/essai/en.po between its commits and the disk (filter=lfs), so nothing is shared; switch that off, and check the files out anew.',
      },
    },
    before,
    { hasOther: true, unsent: 0, trouble: null },
    false,
  ]);
  await here.store.close();
});
