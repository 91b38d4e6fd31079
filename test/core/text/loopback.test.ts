import { expect, test } from 'vitest';
import { isLoopback } from '../../../src/core/text/loopback.ts';

test.each(['localhost', '127.0.0.1', '127.1', '127.200.3.4', '::1', '[::1]', '::ffff:127.0.0.1', '::FFFF:127.0.0.1'])(
  '%s is this machine',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

test.each([
  '0.0.0.0',
  '::',
  '10.0.0.1',
  '127.0.0.1.example.org',
  '127.example.org',
  'localhost.example.org',
  '127.',
  '128.0.0.1',
  '1127.0.0.1',
  '::ffff:10.0.0.1',
  '::1.example.org',
  '',
])('“%s” is not', (host) => {
  expect(isLoopback(host)).toBe(false);
});
