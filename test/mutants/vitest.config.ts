import { configDefaults, defineConfig } from 'vitest/config';
import whole from '../vitest.config.ts';
import { NearestFirst } from './nearest-first.ts';
import { Teller } from './teller.ts';

/** The quick set without a browser: what the server does is noticed without one, and sooner. */
export default defineConfig({
  test: {
    ...whole.test,
    // What a start kept was worked out by another program.
    globalSetup: ['./kept-starts.ts'],
    exclude: [...configDefaults.exclude, 'browser/**'],
    sequence: { sequencer: NearestFirst },
    reporters: [new Teller()],
    maxWorkers: 1,
    // What a mutant makes others wait for never comes; three of them in a row would hold up all.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // npx would build the copy anew, in the middle of other tests.
    testNamePattern: /^(?!npx )/,
  },
});
