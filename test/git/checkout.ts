import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { openRepository } from '../../src/git/repository.ts';
import { makeRoot } from '../site.ts';

const run = promisify(execFile);

/** What stands in a file: a text, bytes, or a link’s aim; null for no file. */
export type Standing = string | Buffer | { readonly aim: string } | { readonly program: string } | null;

/** A repository of one branch, without another copy, and what puts commits into it. */
export async function makeCheckout(folder = '.', format: 'sha1' | 'sha256' = 'sha1') {
  const { root, remove } = await makeRoot({});
  const git = async (...words: string[]) => (await run('git', words, { cwd: root })).stdout.trimEnd();
  await git('init', '-q', '-b', 'main', `--object-format=${format}`);
  await git('config', 'user.name', 'Ana');
  await git('config', 'user.email', 'ana@example.org');
  await mkdir(path.join(root, folder), { recursive: true });
  const repository = await openRepository(path.join(root, folder));
  /**
   * A commit of these files and no others, which no branch has; they stand in the checkout afterwards, and in its
   * index.
   */
  const commit = async (files: Readonly<Record<string, Standing>>, ...parents: readonly string[]) => {
    for (const name of await readdir(root)) if (name !== '.git') await rm(path.join(root, name), { recursive: true });
    for (const [name, standing] of Object.entries(files)) await put(path.join(root, name), standing);
    await git('add', '-A');
    const tree = await git('write-tree');
    return git('commit-tree', '-m', 'x', ...parents.flatMap((parent) => ['-p', parent]), tree);
  };
  return { root, git, repository, commit, remove };
}
export type Checkout = Awaited<ReturnType<typeof makeCheckout>>;

async function put(file: string, standing: Standing): Promise<void> {
  if (standing === null) return;
  await mkdir(path.dirname(file), { recursive: true });
  if (typeof standing === 'string' || Buffer.isBuffer(standing)) await writeFile(file, standing);
  else if ('aim' in standing) await symlink(standing.aim, file);
  else await writeFile(file, standing.program, { mode: 0o755 });
}
