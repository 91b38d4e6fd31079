import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createSharedFiles } from '../../src/files/disk/shared-files.ts';
import { createFileEditor } from '../../src/files/saving/file-editor.ts';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { readHere } from '../../src/files/thread/text-jobs.ts';
import { openRepository } from '../../src/git/repository.ts';
import { createGitStore } from '../../src/git/shared-store.ts';
import { makeRoot } from '../site.ts';

const run = promisify(execFile);

/** A checkout with a server’s stores over it. */
export async function openCopy(root: string, clock: { now: number } = { now: Date.now() }) {
  const git = async (...words: string[]) => (await run('git', words, { cwd: root, maxBuffer: 1e9 })).stdout.trim();
  const repository = await openRepository(root);
  const texts = readHere(createPacer());
  const by = { name: null as string | null };
  const told: string[] = [];
  const files = createSharedFiles({ top: repository.top, root, prefix: repository.prefix }, (file, work) =>
    editor.inTurn(file, work),
  );
  const store = createGitStore(repository, {
    files,
    merge: async (file, { base, ours, theirs }) => (await texts.mergeVersions(ours, file, { base, theirs })).text,
    now: () => clock.now,
    onTaken: async () => {},
    tell: (message) => told.push(message),
  });
  const editor = createFileEditor(root, () => clock.now, { watcher: store.watcher, author: () => by.name });
  const read = (file: string) => readFile(path.join(root, file), 'utf8');
  return {
    ...{ root, git, store, told, read, by, editor },
    outside: (file: string, text: string) => writeFile(path.join(root, file), text),
    /** Saves a file with some words replaced, as from a page. */
    save: (file: string, from: string | RegExp, to: string) =>
      editor.edit(file, { what: `${to} in ${file}`, where: '/' }, async (text) => ({
        text: (text ?? '').replace(from, () => to),
        result: null,
      })),
  };
}
export type Copy = Awaited<ReturnType<typeof openCopy>>;

/** Two clones of a repository that has some files, and what takes them away. */
export async function makeCopies(files: Readonly<Record<string, string>>) {
  const parent = await mkdtemp(path.join(tmpdir(), 'visavis-git-'));
  const bare = path.join(parent, 'bare.git');
  const git = (cwd: string, ...words: string[]) => run('git', words, { cwd });
  const { root: first, remove } = await makeRoot(files);
  await git(parent, 'init', '-q', '--bare', '-b', 'main', bare);
  await git(first, 'init', '-q', '-b', 'main');
  // One after the other: each locks the settings.
  const name = async (root: string, who: string) => {
    await git(root, 'config', 'user.name', who);
    await git(root, 'config', 'user.email', `${who.toLowerCase()}@example.org`);
  };
  await name(first, 'Ana');
  await git(first, 'add', '-A');
  await git(first, 'commit', '-qm', 'Begin');
  await git(first, 'remote', 'add', 'origin', bare);
  await git(first, 'push', '-q', '-u', 'origin', 'main');
  const second = path.join(parent, 'second');
  await git(parent, 'clone', '-q', bare, second);
  await name(second, 'Ben');
  return {
    ...{ first, second, bare },
    async remove() {
      await rm(parent, { recursive: true, force: true });
      await remove();
    },
  };
}
