import { configDefaults, defineConfig } from 'vitest/config';
import whole from '../vitest.config.ts';

/** The quick set without a browser: what the server does is noticed without one, and sooner. */
export default defineConfig({
  test: {
    ...whole.test,
    globalSetup: [],
    exclude: [...configDefaults.exclude, 'browser/**'],
    // npx would build the copy anew, in the middle of other tests.
    testNamePattern: /^(?!npx )/,
  },
});
