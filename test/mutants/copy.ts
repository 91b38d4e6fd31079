import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformSync } from 'rolldown/utils';

/** A file of the checkout as somebody might have left it; the path is relative to the checkout. */
export interface Change {
  readonly file: string;
  readonly text: string;
}

const NOT_COPIED = new Set(['.git', '.visavis', 'node_modules']);

/** Does something in a copy of the checkout, which is gone afterwards, also when the program is told to end. */
export async function inCopy<T>(home: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = await copyOf(home);
  // What a program that was just ended still wrote may come in while the folder goes.
  const remove = () => rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  try {
    return await work(copy);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** A copy of the checkout that shares its packages, so that no test can touch the checkout itself. */
async function copyOf(home: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'visavis-mutant-'));
  for (const name of await readdir(home))
    if (!NOT_COPIED.has(name))
      await cp(path.join(home, name), path.join(copy, name), { recursive: true, preserveTimestamps: true });
  // One link for each package: what a run remembers in node_modules (hidden folders) stays in the copy.
  const packages = path.join(home, 'node_modules');
  await mkdir(path.join(copy, 'node_modules'));
  for (const name of await readdir(packages))
    if (name === '.bin' || !name.startsWith('.'))
      await symlink(path.join(packages, name), path.join(copy, 'node_modules', name));
  return copy;
}

/** Does something while a file of the copy is changed. */
export async function whileChanged<T>(
  { home, copy }: { readonly home: string; readonly copy: string },
  { file, text }: Change,
  work: () => Promise<T>,
): Promise<T> {
  await writeFile(path.join(copy, file), text);
  try {
    return await work();
  } finally {
    await cp(path.join(home, file), path.join(copy, file), { preserveTimestamps: true });
  }
}

/**
 * Does something while what is built says the same as a changed file: some tests start the built program, or import
 * built modules.
 *
 * @param bundle puts the built modules into those that node starts; what it says is all where it could not
 */
export async function whileBuilt<T>(
  { home, copy }: { readonly home: string; readonly copy: string },
  { file, text }: Change,
  bundle: () => Promise<T | null>,
  work: () => Promise<T>,
): Promise<T> {
  const built = file.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
  if (!file.startsWith('src/') || !existsSync(path.join(copy, built))) return work();
  const options = {
    lang: 'ts',
    typescript: { rewriteImportExtensions: 'rewrite', onlyRemoveTypeImports: true },
  } as const;
  await writeFile(path.join(copy, built), transformSync(file, text, options).code);
  try {
    return (await bundle()) ?? (await work());
  } finally {
    await rm(path.join(copy, 'dist'), { recursive: true });
    await cp(path.join(home, 'dist'), path.join(copy, 'dist'), { recursive: true, preserveTimestamps: true });
  }
}
