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
/**
 * Rest after a look for each file and folder: nine times what it takes of the processor to look at one. Milliseconds.
 */
const REST_EACH = 0.45;
/** Rest after a look at any number of them. Milliseconds. */
const LONGEST_REST = 20_000;

/** What a watcher calls. */
export interface WatchCalls {
  /** After files or folders changed; they are named relative to the root, with forward slashes. */
  onChange(names: readonly string[]): Promise<void>;
  /**
   * From time to time all the same.
   *
   * @returns how many files and folders it looks at
   */
  onSweep(): Promise<number>;
  /** When the system cannot watch everything, once, and when looking goes wrong in a way nobody foresaw. */
  onTrouble(message: string): void;
}

function isHiddenFolder(file: string, found?: Stats): boolean {
  return found?.isDirectory() === true && isHidden(path.basename(file));
}

/**
 * Time from the end of a look to the next: thousands of files are looked at less often. What else the processor does
 * meanwhile does not count.
 *
 * @param passed what the look took, with what followed from it; milliseconds, as what is returned
 */
export function restAfter(files: number, passed: number): number {
  return Math.max(BREATH, SWEEP - passed, Math.min(files * REST_EACH, LONGEST_REST));
}

/** Calls back after files in the folders changed. */
export function watchFolders(
  root: string,
  folders: readonly string[],
  { onChange, onSweep, onTrouble }: WatchCalls,
): { close(): Promise<void> } {
  const fail = (error: unknown) => onTrouble(`The files could not be looked at (${error}).`);
  const changes = createBursts((names) => onChange(names).catch(fail));
  const watcher = watch(
    folders.map((folder) => path.join(root, folder)),
    { ignoreInitial: true, followSymlinks: false, depth: 1 + MOST_FOLDERS, ignored: isHiddenFolder },
  );
  watcher.on('all', (_event, file) => changes.add(path.relative(root, file).replaceAll(path.sep, '/')));
  watcher.on('error', tellOnce(onTrouble));
  const endSweeps = sweepOnAndOn(async () => (await onSweep().catch(fail)) ?? 0);
  return {
    async close() {
      changes.end();
      endSweeps();
      await watcher.close();
    },
  };
}

/** Names that change in a storm, told together once there is a rest in it. */
interface Bursts {
  add(name: string): void;
  /** What was not told yet is told no more. */
  end(): void;
}

function createBursts(tell: (names: readonly string[]) => void): Bursts {
  let timer: NodeJS.Timeout | null = null;
  let since = 0;
  let last = Number.NEGATIVE_INFINITY;
  let changed = new Set<string>();
  const burst = () => {
    timer = null;
    last = performance.now();
    const names = [...changed];
    changed = new Set();
    tell(names);
  };
  return {
    add(name) {
      changed.add(name);
      const now = performance.now();
      if (timer === null) since = now;
      else clearTimeout(timer);
      timer = setTimeout(burst, Math.max(0, Math.min(SETTLED, since + LONGEST - now), last + BREATH - now));
    },
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function tellOnce(tell: (message: string) => void): (error: unknown) => void {
  let isTold = false;
  return (error) => {
    if (isTold) return;
    isTold = true;
    const code = codeOf(error) || String(error);
    const often = `every ${SWEEP / 1000} seconds, where they are many every ${LONGEST_REST / 1000}`;
    tell(`The system cannot watch all files (${code}); they are looked at from time to time instead: ${often}.`);
  };
}

/**
 * @param sweep gives how many files and folders it looked at
 * @returns what ends it
 */
function sweepOnAndOn(sweep: () => Promise<number>): () => void {
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  const sweepAfter = (wait: number) => {
    timer = setTimeout(async () => {
      const began = performance.now();
      const files = await sweep();
      if (!isEnded) sweepAfter(restAfter(files, performance.now() - began));
    }, wait).unref();
  };
  sweepAfter(SWEEP);
  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}
