import path from 'node:path';
import { watch } from 'chokidar';

/** Time without a further change after which a change counts as done, and the longest wait for that. Milliseconds. */
const SETTLED = 20;
const LONGEST = 200;
/** The kernel may lose events without a word, so everything is looked at again this often. Milliseconds. */
const SWEEP = 2000;

/**
 * Calls back after files in the folders changed.
 *
 * @param onSweep called from time to time all the same
 */
export function watchFolders(
  root: string,
  folders: readonly string[],
  onChange: () => Promise<void>,
  onSweep: () => Promise<void>,
): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let since = 0;
  const settle = () => {
    const now = performance.now();
    if (timer === null) since = now;
    else clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = null;
        void onChange();
      },
      Math.max(0, Math.min(SETTLED, since + LONGEST - now)),
    );
  };
  const watcher = watch(
    folders.map((folder) => path.join(root, folder)),
    { ignoreInitial: true, followSymlinks: false, depth: 2 },
  );
  watcher.on('all', settle);
  // A folder that cannot be watched is still read by the sweep.
  watcher.on('error', () => {});
  const sweep = setInterval(onSweep, SWEEP);
  sweep.unref();
  return {
    async close() {
      if (timer !== null) clearTimeout(timer);
      clearInterval(sweep);
      await watcher.close();
    },
  };
}
