import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { createTextThread, type TextThread } from '../../src/files/thread/text-thread.ts';
import { HOME, makeRoot } from '../site.ts';

/** The built script of a thread. */
export const SCRIPT = path.join(HOME, 'dist/files/thread/text-worker.js');

/** A glossary of so many entries; from 330 on it is read in a thread. */
export const entries = (count: number) =>
  Array.from({ length: count }, (_, i) => `- fr: mot ${i}\n  en: word ${i}\n`).join('\n');

/** Makes threads that read texts; what ends them goes into the list. */
export function textThreads(ends: (() => Promise<void>)[]) {
  return {
    open(script: string | URL = SCRIPT, limit = 30_000): TextThread {
      const thread = createTextThread({ script, pacer: createPacer(), limit });
      ends.push(() => thread.close());
      return thread;
    },

    /** The built script, with a few lines that see each text before it does. */
    async scriptThat(lines: string): Promise<URL> {
      const { root, remove } = await makeRoot({
        'worker.mjs': `import { parentPort } from 'node:worker_threads';
import { appendFileSync } from 'node:fs';
const on = parentPort.on.bind(parentPort);
parentPort.on = (name, listen) => on(name, (asked) => {
  const [text] = asked.given;
  ${lines}
  listen(asked);
});
await import(${JSON.stringify(pathToFileURL(SCRIPT).href)});
`,
      });
      ends.push(remove);
      return pathToFileURL(path.join(root, 'worker.mjs'));
    },
  };
}
