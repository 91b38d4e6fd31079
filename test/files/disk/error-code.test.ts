import { expect, test } from 'vitest';
import { codeOf, saidCode } from '../../../src/files/disk/error-code.ts';

test.each([
  [Object.assign(new Error('no room'), { code: 'ENOSPC' }), 'ENOSPC', 'ENOSPC'],
  [new Error('no code'), '', 'unknown error'],
  ['no error', '', 'unknown error'],
  [null, '', 'unknown error'],
])('the code of %s', (error, code, said) => {
  expect([codeOf(error), saidCode(error)]).toEqual([code, said]);
});
