import { imagineSlices } from '../core/imagine.ts';
import type { Library, Snapshot } from '../core/ports.ts';
import { readSources } from './list-sources.ts';
import { createLoader } from './loader.ts';
import { signatureOf } from './signature.ts';
import { finishInTurns } from './turns.ts';
import { watchFolders } from './watch.ts';

const FOLDERS = ['glossary', 'content'];

/**
 * Opens the files under a root: reads them once, and again whenever they change. A change is in use in one assignment.
 *
 * @param options.watch false for commands that read once and end
 */
export async function openLibrary(root: string, { watch }: { watch: boolean }): Promise<Library> {
  const loader = createLoader();
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let snapshot = await finishInTurns(loader.load(await readSources(root)));
  let reading: Promise<void> = Promise.resolve();

  let signature = '';
  const reload = () => {
    reading = reading.then(async () => {
      // Taken before the files are read, so that a change meanwhile is seen by the next sweep.
      signature = await signatureOf(root, FOLDERS);
      const next = await finishInTurns(loader.load(await readSources(root)));
      if (next.revision === snapshot.revision) return;
      snapshot = next;
      for (const listener of listeners) listener(next);
    });
    return reading;
  };
  const sweep = async () => {
    if ((await signatureOf(root, FOLDERS)) !== signature) await reload();
  };
  const watching = watch ? watchFolders(root, FOLDERS, reload, sweep) : null;
  return {
    current: () => snapshot,
    reload,
    imagine: (change) => finishInTurns(imagineSlices(snapshot, change)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await watching?.close();
      await reading;
    },
  };
}
