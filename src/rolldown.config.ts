import { defineConfig } from 'rolldown';
import browserScripts from './browser/rolldown.config.ts';

/** Packages that few runs need, and those late: they stay as they came. */
const LATE = ['@mozilla/readability', 'deepl-node', 'fxtranslate', 'linkedom', 'mammoth'];

/**
 * The scripts that node starts, each in one piece with all that it needs at once: a thousand files take longer to be
 * found and opened than to be run. The names of their pieces have hashes of what is in them.
 */
export default defineConfig([
  ...browserScripts,
  {
    platform: 'node',
    input: {
      main: 'src/main.ts',
      'files/thread/text-worker': 'src/files/thread/text-worker.ts',
      'engines/local-worker': 'src/engines/local-worker.ts',
    },
    external: LATE,
    output: { dir: 'dist', entryFileNames: '[name].js', chunkFileNames: 'pieces/[name]-[hash].js' },
  },
]);
