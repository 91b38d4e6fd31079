import path from 'node:path';
import { watch } from 'chokidar';

/** Time without a further change after which a change counts as done. Milliseconds. */
const SETTLED = 50;
/** The kernel may lose events without a word, so everything is looked at again this often. Milliseconds. */
const SWEEP = 2000;

/** Calls back after files in the folders changed; at most one call runs at a time, and none is lost. */
export function watchFolders(
  root: string,
  folders: readonly string[],
  onChange: () => Promise<void>,
): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  const settle = () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(onChange, SETTLED);
  };
  const watcher = watch(
    folders.map((folder) => path.join(root, folder)),
    { ignoreInitial: true, followSymlinks: false, depth: 2 },
  );
  watcher.on('all', settle);
  // A folder that cannot be watched is still read by the sweep.
  watcher.on('error', () => {});
  const sweep = setInterval(onChange, SWEEP);
  sweep.unref();
  return {
    async close() {
      if (timer !== null) clearTimeout(timer);
      clearInterval(sweep);
      await watcher.close();
    },
  };
}
