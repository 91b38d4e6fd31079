import { defineConfig } from 'vitest/config';
import { AS_SHIPPED } from '../as-shipped.ts';

/** Benches print what they measure; they hold no time of this machine against anybody. */
export default defineConfig({
  plugins: [AS_SHIPPED],
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['*.bench.ts'],
    globalSetup: ['../browser/setup.ts'],
    fileParallelism: false,
    server: { deps: { external: [/\/dist\//] } },
    disableConsoleIntercept: true,
    testTimeout: 300_000,
    reporters: ['dot'],
  },
});
