import { constants, type Dirent } from 'node:fs';
import { access, lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../core/model/problem.ts';
import { SLUG } from '../core/text/slug.ts';
import { OWN_FOLDER } from './old-versions.ts';
import { oddKind } from './plain.ts';
import { readSource, type SourceFile } from './read-source.ts';
import { isSilent, strayNamed } from './stray-names.ts';
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
  /** An editor’s own file has just appeared, and may be gone in a moment: nothing is said of it yet. */
  readonly unsettled: boolean;
}

/** One reading of a root. */
interface Reading {
  readonly root: string;
  readonly problems: Problem[];
  /** Time for which an editor’s own file is passed over. Milliseconds. */
  readonly patience: number;
  unsettled: boolean;
}

/** Milliseconds. */
const PATIENCE = 500;
const MOST_FILES = 10_000;
/** Files that are opened, so that what is wrong with them is said then. */
const OPENED = /^(fr\.md|fr\.txt|en\.po|.*\.(ya?ml|csv|tsv|tbx))$/;

/**
 * Finds and reads `glossary/` and `content/` under a root. A folder that is missing is empty.
 *
 * @param forEditing a folder that cannot be written is a problem then
 */
export async function readSources(root: string, forEditing = false): Promise<SourceFiles> {
  const problems: Problem[] = forEditing ? [...(await readOnlyFolders(root)), ...(await oddOwnPlaces(root))] : [];
  const reading: Reading = { root, problems, patience: forEditing ? PATIENCE : 0, unsettled: false };
  const glossaryNames = await namesIn(reading, 'glossary');
  const known = glossaryNames.filter((name) => /\.(ya?ml|csv|tsv|tbx)$/.test(name));
  for (const name of glossaryNames) {
    if (known.includes(name) || name === 'glossary.schema.json') continue;
    problems.push(
      problemOf(`glossary/${name}`, 'is no glossary file that can be read here; write .yaml, .csv, .tsv or .tbx'),
    );
  }
  if (known.length > MOST_FILES) problems.push(problemOf('glossary', tooMany(known.length, 'files')));
  const slugs = await namesIn(reading, 'content');
  if (slugs.length > MOST_FILES) problems.push(problemOf('content', tooMany(slugs.length, 'articles')));
  const articles: ArticleFiles[] = [];
  for (const slug of slugs.slice(0, MOST_FILES)) {
    const article = SLUG.test(slug) && slug.length <= 100 ? await readArticleFiles(reading, slug) : null;
    if (article !== null) articles.push(article);
    else if (!SLUG.test(slug))
      problems.push(
        problemOf(`content/${slug}`, 'is no name for an article; write small letters and digits, joined by hyphens'),
      );
  }
  const glossary = await readAll(
    root,
    known.slice(0, MOST_FILES).map((name) => `glossary/${name}`),
  );
  return { glossary, articles, problems, unsettled: reading.unsettled };
}

async function readArticleFiles(reading: Reading, slug: string): Promise<ArticleFiles | null> {
  const { root, problems } = reading;
  const folder = `content/${slug}`;
  const names = await namesIn(reading, folder);
  const source = names.find((name) => name === 'fr.md') ?? names.find((name) => name === 'fr.txt');
  if (source === undefined) {
    problems.push(problemOf(folder, 'has no fr.md; put the French article there'));
    return null;
  }
  const catalogue = names.includes('en.po') ? await readSource(root, `${folder}/en.po`) : null;
  return { slug, source: await readSource(root, `${folder}/${source}`), catalogue };
}

async function readAll(root: string, names: readonly string[]): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const name of names) files.push(await readSource(root, name));
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

/** What stands where the program keeps old versions and its lock, and is no plain folder or file. */
async function oddOwnPlaces(root: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const place of [OWN_FOLDER, `${OWN_FOLDER}/history`, `${OWN_FOLDER}/lock`]) {
    const found = await lstat(path.join(root, place)).catch(() => null);
    const what = found === null ? null : oddKind(found);
    if (what === null) continue;
    problems.push(problemOf(place, `is ${what}; nothing is kept there, put a folder of its own in its place`));
    break;
  }
  return problems;
}

function tooMany(count: number, what: string): string {
  return `holds ${count} ${what}; the first ${MOST_FILES} are read, move the others elsewhere`;
}

/** Names in a folder, sorted; none and no problem when there is no such folder. A folder behind a link is not opened. */
async function namesIn(reading: Reading, folder: string): Promise<string[]> {
  const { problems } = reading;
  try {
    const at = path.join(reading.root, folder);
    if (!(await lstat(at)).isDirectory()) {
      problems.push(
        problemOf(folder, 'is no folder of its own; links are not followed, and files belong into folders'),
      );
      return [];
    }
    const entries = (await readdir(at, { withFileTypes: true })).filter(({ name }) => !isSilent(name));
    const { names, strays } = await sortOut(reading, folder, entries);
    for (const problem of [...strays, ...twinsIn(folder, names)]) problems.push(problem);
    return names;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code !== 'ENOENT') problems.push(problemOf(folder, `cannot be read (${code})`));
    return [];
  }
}

/** Names in their order; and what is said of those that are left alone. */
async function sortOut(reading: Reading, folder: string, entries: readonly Dirent[]) {
  const all = new Set(entries.map(({ name }) => name.normalize('NFC')));
  const names: string[] = [];
  const strays: Problem[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    const odd = folder === 'content' || OPENED.test(name) ? null : oddKind(entry);
    const stray =
      odd === null
        ? strayNamed(name, all)
        : { severity: 'warning' as const, message: `is ${odd}; put the file itself there, or take it away` };
    if (stray === null) names.push(name);
    else if (stray.severity === 'info' && (await isYoung(reading, `${folder}/${name}`))) reading.unsettled = true;
    else strays.push({ ...problemOf(`${folder}/${name}`, stray.message), severity: stray.severity });
  }
  return { names, strays };
}

async function isYoung({ root, patience }: Reading, file: string): Promise<boolean> {
  if (patience === 0) return false;
  const found = await lstat(path.join(root, file)).catch(() => null);
  if (found === null) return true;
  const age = Date.now() - found.ctimeMs;
  return age >= 0 && age < patience;
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
