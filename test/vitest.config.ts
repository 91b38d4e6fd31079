import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['**/*.test.ts'],
    globalSetup: ['./browser/setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
