import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { HOME } from '../site.ts';

/** Saves again and again in a checkout, as a server does, says each save once it is acknowledged, and exchanges. */
const SCRIPT = `
import { readFile } from 'node:fs/promises';
const from = (file) => import(${JSON.stringify(`file://${HOME}dist/`)} + file);
const { createFileEditor } = await from('files/saving/file-editor.js');
const { createPacer } = await from('files/thread/pacer.js');
const { createSharedFiles } = await from('files/disk/shared-files.js');
const { readHere } = await from('files/thread/text-jobs.js');
const { openRepository } = await from('git/repository.js');
const { createGitStore } = await from('git/shared-store.js');
const [root, file, units, name, time] = process.argv.slice(1);
let now = Number(time);
const repository = await openRepository(root);
const texts = readHere(createPacer());
const files = createSharedFiles({ top: repository.top, root, prefix: repository.prefix }, (place, work) => editor.inTurn(place, work));
const merge = async (place, { base, ours, theirs }) => (await texts.mergeVersions(ours, place, { base, theirs })).text;
const store = createGitStore(repository, { files, merge, now: () => now, onTaken: async () => {}, tell: () => {} });
const editor = createFileEditor(root, () => now, { watcher: store.watcher });
store.start();
await store.exchange();
if (store.state().trouble?.kind === 'held') console.log('held ' + store.state().trouble.says);
for (let i = 0; ; i += 1) {
  const [unit, said] = [Math.floor(Math.random() * Number(units)), name + ' save ' + i + '.'];
  await editor.edit(file, { what: 'paragraph ' + unit, where: '/' }, async (text) => ({
    text: text.replace(new RegExp('(msgid "Alinéa ' + unit + '\\\\."\\nmsgstr )".*"'), (_, head) => head + JSON.stringify(said)),
    result: null,
  }));
  console.log('saved ' + unit + ' ' + said);
  now += 400_000;
  if (Math.random() < 0.4) await store.exchange();
}
`;

/** A process that saves until it is killed. */
export interface Saver {
  /**
   * What it acknowledged, of each paragraph the last: what the same hand put in its place before it was a commit is
   * nowhere but among the old versions, as it would be without a kill.
   */
  readonly saved: ReadonlyMap<string, string>;
  /** Why it could not go on by itself. */
  readonly held: readonly string[];
  /** Milliseconds from a first save to its end; the git that it called ends by itself. */
  endAfter(milliseconds: number): Promise<void>;
}

/** @param time milliseconds since 1970, by its clock */
export function startSaver(root: string, file: string, { units, name, time }: Saving): Saver {
  const words = ['--input-type=module', '-e', SCRIPT, root, file, String(units), name, String(time)];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const saved = new Map<string, string>();
  const held: string[] = [];
  const noteSave = (line: string) => {
    const [, unit = '', said = ''] = /^saved (\d+) (.*)$/.exec(line) ?? [];
    saved.set(unit, said);
  };
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const first = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('held ')) held.push(line.slice('held '.length));
      else noteSave(line);
      resolve();
    });
  });
  return {
    ...{ saved, held },
    async endAfter(milliseconds) {
      await Promise.race([first, ended]);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

interface Saving {
  readonly units: number;
  readonly name: string;
  readonly time: number;
}
