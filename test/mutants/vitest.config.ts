import { configDefaults, defineConfig } from 'vitest/config';
import whole from '../vitest.config.ts';

/** The quick set without a browser, for what a room’s own tests notice. */
export default defineConfig({
  test: { ...whole.test, globalSetup: [], exclude: [...configDefaults.exclude, 'browser/**'] },
});
