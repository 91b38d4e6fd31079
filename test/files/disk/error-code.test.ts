import { expect, test } from 'vitest';
import { codeOf, reasonOf, saidCode } from '../../../src/files/disk/error-code.ts';

test.each([
  [Object.assign(new Error('no room'), { code: 'ENOSPC' }), 'ENOSPC', 'ENOSPC'],
  [new Error('no code'), '', 'unknown error'],
  ['no error', '', 'unknown error'],
  [null, '', 'unknown error'],
])('the code of %s', (error, code, said) => {
  expect([codeOf(error), saidCode(error)]).toEqual([code, said]);
});

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EACCES', 'forbidden'],
  ['EPERM', 'forbidden'],
  ['EROFS', 'forbidden'],
  // near-misses
  ['EIO', 'other'],
  ['ENOENT', 'other'],
  ['constructor', 'other'],
  ['unknown error', 'other'],
  ['', 'other'],
])('%s keeps a save from being made, as one that is “%s”', (code, reason) => {
  expect(reasonOf(code)).toBe(reason);
});
