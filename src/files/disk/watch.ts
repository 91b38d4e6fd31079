import type { Stats } from 'node:fs';
import path from 'node:path';
import { watch } from 'chokidar';
import { MOST_FOLDERS } from '../../core/text/file-below.ts';
import { codeOf } from './error-code.ts';
import { isHidden } from './plain.ts';

/** Time without a further change after which a change counts as done, and the longest wait for that. Milliseconds. */
const SETTLED = 10;
const LONGEST = 200;
/** Time between two calls in a storm of changes. Milliseconds. */
const BREATH = 100;
/** The kernel may lose events without a word, so everything is looked at again this often. Milliseconds. */
const SWEEP = 2000;
/** Rest after a look, in times what it took of the processor: thousands of files are looked at less often. */
const REST = 9;

/** What a watcher calls. */
export interface WatchCalls {
  /** After files or folders changed; they are named relative to the root, with forward slashes. */
  onChange(names: readonly string[]): Promise<void>;
  /** From time to time all the same. */
  onSweep(): Promise<void>;
  /** When the system cannot watch everything, once, and when looking goes wrong in a way nobody foresaw. */
  onTrouble(message: string): void;
}

function isHiddenFolder(file: string, found?: Stats): boolean {
  return found?.isDirectory() === true && isHidden(path.basename(file));
}

/** Calls back after files in the folders changed. */
export function watchFolders(
  root: string,
  folders: readonly string[],
  { onChange, onSweep, onTrouble }: WatchCalls,
): { close(): Promise<void> } {
  const fail = (error: unknown) => onTrouble(`The files could not be looked at (${error}).`);
  let timer: NodeJS.Timeout | null = null;
  let since = 0;
  let last = Number.NEGATIVE_INFINITY;
  let changed = new Set<string>();
  const settle = (file: string) => {
    changed.add(path.relative(root, file).replaceAll(path.sep, '/'));
    const now = performance.now();
    if (timer === null) since = now;
    else clearTimeout(timer);
    const wait = Math.max(0, Math.min(SETTLED, since + LONGEST - now), last + BREATH - now);
    timer = setTimeout(() => {
      timer = null;
      last = performance.now();
      const names = [...changed];
      changed = new Set();
      onChange(names).catch(fail);
    }, wait);
  };
  const watcher = watch(
    folders.map((folder) => path.join(root, folder)),
    { ignoreInitial: true, followSymlinks: false, depth: 1 + MOST_FOLDERS, ignored: isHiddenFolder },
  );
  watcher.on('all', (_event, file) => settle(file));
  let told = false;
  watcher.on('error', (error) => {
    if (told) return;
    told = true;
    const code = codeOf(error) || String(error);
    onTrouble(`The system cannot watch all files (${code}); they are looked at every ${SWEEP / 1000} seconds instead.`);
  });
  let isClosed = false;
  let sweep: NodeJS.Timeout | undefined;
  const sweepAfter = (wait: number) => {
    sweep = setTimeout(async () => {
      const [began, work] = [performance.now(), process.cpuUsage()];
      await onSweep().catch(fail);
      const { user, system } = process.cpuUsage(work);
      const passed = performance.now() - began;
      if (!isClosed) sweepAfter(Math.max(SWEEP - passed, (REST * (user + system)) / 1000));
    }, wait).unref();
  };
  sweepAfter(SWEEP);
  return {
    async close() {
      if (timer !== null) clearTimeout(timer);
      isClosed = true;
      clearTimeout(sweep);
      await watcher.close();
    },
  };
}
