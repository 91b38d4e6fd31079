import { defineConfig } from 'vitest/config';
import { AS_SHIPPED } from '../as-shipped.ts';
import { DEEPER, SLOW } from '../slow.ts';

/**
 * The slow set: half an hour of kills, floods and full disks. Each line it prints is a figure, its target beside it.
 */
export default defineConfig({
  plugins: [AS_SHIPPED],
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['*.torture.ts', ...[...DEEPER, ...SLOW].map((file) => `../${file}`)],
    globalSetup: ['../browser/setup.ts'],
    env: { SLOW_SET: '1', FUZZ_ROUNDS: '40000', REFERENCE_ROUNDS: '10000', EDIT_ROUNDS: '2000', AFTERNOONS: '10' },
    testTimeout: 1_800_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
