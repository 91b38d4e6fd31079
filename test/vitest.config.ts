import { defineConfig } from 'vitest/config';
import { SLOW } from './slow.ts';

export default defineConfig({
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['**/*.test.ts'],
    exclude: SLOW,
    globalSetup: ['./browser/setup.ts'],
    // Most tests wait for a browser, a server or a disk; two of them can wait at once.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
