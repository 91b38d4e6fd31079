import { expect, test } from 'vitest';
import { decoded } from '../../../src/core/text/decoded.ts';

test.each([
  ['caf%C3%A9.png', 'café.png'],
  ['un%20plan.png', 'un plan.png'],
  ['a%2Fb', 'a/b'],
  ['plan.png', 'plan.png'],
  ['100%', '100%'],
  ['%E9t%E9', '%E9t%E9'],
  ['', ''],
])('%s is %s', (written, text) => {
  expect(decoded(written)).toBe(text);
});
