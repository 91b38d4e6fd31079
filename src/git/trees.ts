import type { Git } from './run-git.ts';

/** A file of a tree. */
export interface TreeFile {
  /** “100644”; “120000” is a link, “160000” another repository. */
  readonly mode: string;
  readonly blob: string;
}

/** What one path is in two trees; null where it is not there. */
export interface TreeChange {
  readonly path: string;
  readonly from: TreeFile | null;
  readonly to: TreeFile | null;
}

/** The blob of a file that is not there: as long as the names of this repository are. */
export async function nothingOf(git: Git): Promise<string> {
  const kind = (await git(['rev-parse', '--show-object-format'])).toString().trim();
  return '0'.repeat(kind === 'sha256' ? 64 : 40);
}

export function isPlainFile(file: TreeFile): boolean {
  return file.mode === '100644' || isProgram(file);
}

/** Whether it may be run, which is all that git keeps of the rights of a file. */
export function isProgram(file: TreeFile): boolean {
  return file.mode === '100755';
}

export function isSameFile(a: TreeFile, b: TreeFile): boolean {
  return a.mode === b.mode && a.blob === b.blob;
}

/** What differs between two trees or commits. */
export async function changesBetween(git: Git, from: string, to: string): Promise<TreeChange[]> {
  const words = (await git(['diff-tree', '-r', '-z', '--no-renames', '--raw', from, to])).toString().split('\0');
  const changes: TreeChange[] = [];
  for (let i = 0; i + 1 < words.length; i += 2) {
    const [oldMode = '', newMode = '', oldBlob = '', newBlob = ''] = (words[i] ?? '').slice(1).split(' ');
    const file = (mode: string, blob: string) => (mode === '000000' ? null : { mode, blob });
    changes.push({ path: words[i + 1] ?? '', from: file(oldMode, oldBlob), to: file(newMode, newBlob) });
  }
  return changes;
}

/** The files of a commit at a place or below it, by their paths. */
export async function filesAt(git: Git, commit: string, place: string): Promise<Map<string, TreeFile>> {
  const lines = (await git(['ls-tree', '-r', '-z', commit, '--', place])).toString().split('\0');
  const files = lines.flatMap((line) => {
    const [, mode = '', blob = '', path = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? [];
    return path === '' ? [] : [[path, { mode, blob }] as const];
  });
  return new Map(files);
}

/** A path, and what it is to be from now on. */
export type Put = Pick<TreeChange, 'path' | 'to'>;

/** Lines for `update-index --index-info`. */
export async function indexLines(git: Git, puts: readonly Put[]): Promise<string> {
  const nothing = puts.every(({ to }) => to !== null) ? '' : await nothingOf(git);
  return puts.map(({ path, to }) => `${to?.mode ?? '0'} ${to?.blob ?? nothing}\t${path}\0`).join('');
}

/**
 * A tree as another one with some files of it changed. It is put together in an index of our own: that of the checkout
 * holds what a person has staged.
 *
 * @param from null for an empty one
 */
export async function treeWith(
  git: Git,
  from: string | null,
  { puts, index }: { readonly puts: readonly Put[]; readonly index: string },
): Promise<string> {
  const env = { GIT_INDEX_FILE: index };
  await git(['read-tree', from ?? '--empty'], { env });
  await git(['update-index', '-z', '--index-info'], { env, input: await indexLines(git, puts) });
  return (await git(['write-tree'], { env })).toString().trim();
}

export async function storeBlob(git: Git, bytes: Uint8Array | string): Promise<string> {
  return (await git(['hash-object', '-w', '--no-filters', '--stdin'], { input: bytes })).toString().trim();
}

export function readBlob(git: Git, blob: string): Promise<Buffer> {
  return git(['cat-file', 'blob', blob]);
}
