import { constants } from 'node:fs';
import { access, lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../core/model/problem.ts';
import { SLUG } from '../core/text/slug.ts';
import { kindOf, namesOfKinds } from '../formats/glossary/kinds.ts';
import type { SourceFile } from './read-source.ts';
import type { SourceReader } from './source-reader.ts';
import { codeOf } from './write-file.ts';

/** The files of an article that were found. */
export interface ArticleFiles {
  readonly slug: string;
  readonly source: SourceFile;
  readonly catalogue: SourceFile | null;
}

/** All that a root holds, read. */
export interface SourceFiles {
  readonly glossary: readonly SourceFile[];
  readonly articles: readonly ArticleFiles[];
  readonly problems: readonly Problem[];
}

const MOST_FILES = 10_000;
/** What editors and file managers leave beside a file. */
const LEFTOVER = /^\.|~$|\.(swp|swx|tmp|bak|orig)$|^4913$|^#.*#$/;

/**
 * Finds and reads `glossary/` and `content/` under a root. A folder that is missing is empty.
 *
 * @param forEditing a folder that cannot be written is a problem then
 */
export async function readSources(root: string, read: SourceReader, forEditing = false): Promise<SourceFiles> {
  const problems: Problem[] = forEditing ? await readOnlyFolders(root) : [];
  const glossaryNames = await namesIn(root, 'glossary', problems);
  const known = glossaryNames.filter((name) => kindOf(name) !== null);
  for (const name of glossaryNames) {
    if (known.includes(name) || name === 'glossary.schema.json') continue;
    problems.push(problemOf(`glossary/${name}`, `is no glossary file that can be read here; write ${namesOfKinds()}`));
  }
  if (known.length > MOST_FILES) problems.push(problemOf('glossary', tooMany(known.length, 'files')));
  const slugs = await namesIn(root, 'content', problems);
  if (slugs.length > MOST_FILES) problems.push(problemOf('content', tooMany(slugs.length, 'articles')));
  const articles: ArticleFiles[] = [];
  for (const slug of slugs.slice(0, MOST_FILES)) {
    const article = SLUG.test(slug) ? await readArticleFiles({ root, read, slug }, problems) : null;
    if (article !== null) articles.push(article);
    else if (!SLUG.test(slug))
      problems.push(
        problemOf(
          `content/${slug}`,
          'is no name for an article; write small letters and digits, joined by hyphens, 100 at most',
        ),
      );
  }
  const glossary = await readAll(
    read,
    known.slice(0, MOST_FILES).map((name) => `glossary/${name}`),
  );
  return { glossary, articles, problems };
}

async function readArticleFiles(
  { root, read, slug }: { readonly root: string; readonly read: SourceReader; readonly slug: string },
  problems: Problem[],
): Promise<ArticleFiles | null> {
  const folder = `content/${slug}`;
  const names = await namesIn(root, folder, problems);
  const source = names.find((name) => name === 'fr.md') ?? names.find((name) => name === 'fr.txt');
  if (source === undefined) {
    problems.push(problemOf(folder, 'has no fr.md; put the French article there'));
    return null;
  }
  const catalogue = names.includes('en.po') ? await read(`${folder}/en.po`) : null;
  return { slug, source: await read(`${folder}/${source}`), catalogue };
}

async function readAll(read: SourceReader, names: readonly string[]): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const name of names) files.push(await read(name));
  return files;
}

async function readOnlyFolders(root: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const folder of ['glossary', 'content']) {
    await access(path.join(root, folder), constants.W_OK).catch((error: unknown) => {
      const code = codeOf(error);
      if (code !== 'ENOENT')
        problems.push(problemOf(folder, `is read-only (${code}): it is shown, but nothing in it can be saved`));
    });
  }
  return problems;
}

function tooMany(count: number, what: string): string {
  return `holds ${count} ${what}; the first ${MOST_FILES} are read, move the others elsewhere`;
}

/** Names in a folder, sorted; none and no problem when there is no such folder. A folder behind a link is not opened. */
async function namesIn(root: string, folder: string, problems: Problem[]): Promise<string[]> {
  try {
    const at = path.join(root, folder);
    if (!(await lstat(at)).isDirectory()) {
      problems.push(
        problemOf(folder, 'is no folder of its own; links are not followed, and files belong into folders'),
      );
      return [];
    }
    const names = (await readdir(at)).filter((name) => !LEFTOVER.test(name)).sort();
    problems.push(...twinsIn(folder, names));
    return names;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code !== 'ENOENT') problems.push(problemOf(folder, `cannot be read (${code})`));
    return [];
  }
}

/** Names that some systems cannot tell apart: on those, one of the two would be lost. */
function twinsIn(folder: string, names: readonly string[]): Problem[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const key = name.normalize('NFC').toLowerCase();
    const twin = seen.get(key);
    seen.set(key, name);
    const message = `differs from “${twin}” in capitals or in the way its accents are stored; rename one of the two`;
    return twin === undefined ? [] : [problemOf(`${folder}/${name}`, message)];
  });
}

function problemOf(file: string, message: string): Problem {
  return { file, line: 1, column: 1, severity: 'warning', rule: 'file', message, excerpt: '' };
}
