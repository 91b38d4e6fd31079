import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { reachableAt } from '../src/server-names.ts';

const NAME = new URL(`http://${hostname().toLowerCase()}/`).hostname;

test.each([
  ['0.0.0.0', 'http://localhost:3000/', `http://${NAME}:3000/`],
  ['::', 'http://localhost:3000/', `http://${NAME}:3000/`],
  ['127.0.0.1', 'http://127.0.0.1:3000/', 'http://127.0.0.1:3000/'],
  ['::1', 'http://[::1]:3000/', 'http://[::1]:3000/'],
])('who listens to %s at %s is reached at %s', (host, url, reached) => {
  expect(reachableAt(host, url)).toBe(reached);
});
