import { expect, test } from 'vitest';
import { StoreError, type StoreReason } from '../../src/core/changes/store-error.ts';
import { statusOf } from '../../src/http/errors.ts';

test.each<[StoreReason, number]>([
  ['full', 507],
  ['forbidden', 403],
  ['changing', 409],
  ['unfit', 409],
  ['other', 500],
])('what cannot be saved since “%s” is answered with %i', (reason, status) => {
  expect(statusOf(new StoreError('x', reason))).toBe(status);
});
