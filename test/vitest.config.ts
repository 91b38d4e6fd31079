import { defineConfig } from 'vitest/config';
import { AS_BUILT, EXTERNAL, isBuilt } from './as-built.ts';
import { AS_SHIPPED } from './as-shipped.ts';
import { LongestFirst } from './longest-first.ts';
import { SLOW } from './slow.ts';

export default defineConfig({
  plugins: isBuilt() ? [AS_SHIPPED, AS_BUILT] : [AS_SHIPPED],
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['**/*.test.ts'],
    exclude: SLOW,
    globalSetup: ['./browser/setup.ts', './kept-starts.ts'],
    // Most tests wait for a browser, a server or a disk; five of them can wait at once.
    maxWorkers: 5,
    sequence: { sequencer: LongestFirst },
    // Nothing in src/ keeps a state at module level, so that files share what was loaded: half of the time else.
    isolate: false,
    // Tests run much of the program a few times each. What they run is compiled for speed when it comes nine times as
    // often as node 20 waits for: a tenth of the processor that tests take goes into that else, and a fifth in the
    // servers.
    execArgv: process.versions.v8.startsWith('11.') ? ['--interrupt-budget=600000'] : [],
    server: { deps: { external: [EXTERNAL] } },
    // What a module was turned into is kept by what it says, from run to run: a third of what a few files take else.
    experimental: { fsModuleCache: true },
    // Programs that tests start keep what they work out there, as those of a person do in a folder of theirs.
    env: { XDG_CACHE_HOME: new URL('../node_modules/.cache', import.meta.url).pathname },
    // Longer than anything takes on a machine that does ten other things.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // That the browser loses a page on such a machine says nothing of the program; what does is never tried again.
    retry: { count: 2, condition: /Protocol error/ },
  },
});
