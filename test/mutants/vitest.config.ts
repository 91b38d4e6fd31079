import { configDefaults, defineConfig } from 'vitest/config';
import whole from '../vitest.config.ts';

/** The quick set without a browser: what the server does is noticed without one, and sooner. */
export default defineConfig({
  test: {
    ...whole.test,
    globalSetup: [],
    exclude: [...configDefaults.exclude, 'browser/**'],
    // What is slow because the machine does other things is no mistake that somebody noticed.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
    // npx would build the copy anew, in the middle of other tests.
    testNamePattern: /^(?!npx )/,
  },
});
