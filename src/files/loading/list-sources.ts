import { constants, type Dirent } from 'node:fs';
import { access, lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { leftOut, mildProblemOf, type Problem, problemOf } from '../../core/checks/problem.ts';
import { compareTexts } from '../../core/text/compare-texts.ts';
import { MOST_FOLDERS } from '../../core/text/file-below.ts';
import { SLUG } from '../../core/text/slug.ts';
import { ARTICLE_FILES, SOURCES } from '../../formats/article/source-names.ts';
import { kindOf, namesOfKinds } from '../../formats/glossary/kinds.ts';
import { codeOf, saidCode } from '../disk/error-code.ts';
import { OWN_FOLDER } from '../disk/old-versions.ts';
import { oddKind, walkShown } from '../disk/plain.ts';
import { readSource, type SourceFile } from '../disk/read-source.ts';
import type { SourceReader } from '../disk/source-reader.ts';
import { besideSource, isSilent, type Stray, strayImages, strayNamed } from './stray-names.ts';

/** An article that was found, as its files say it. */
export interface FoundArticle {
  readonly slug: string;
  readonly source: SourceFile;
  readonly catalogue: SourceFile | null;
  /** Names of all that lies in its folder and below: `plan.png`, `images`, `images/plan.png`; in NFC. */
  readonly beside: ReadonlySet<string>;
}

/** All that a root holds, read. */
export interface SourceFiles {
  readonly glossary: readonly SourceFile[];
  readonly articles: readonly FoundArticle[];
  readonly problems: readonly Problem[];
  /** An editor’s own file has just appeared, and may be gone in a moment: nothing is said of it yet. */
  readonly unsettled: boolean;
}

/** One reading of a root. */
interface Reading {
  readonly root: string;
  readonly read: SourceReader;
  readonly problems: Problem[];
  /** Time for which an editor’s own file is passed over. Milliseconds. */
  readonly patience: number;
  unsettled: boolean;
}

/** Milliseconds. */
const PATIENCE = 500;
const MOST_FILES = 10_000;

/**
 * Finds and reads `glossary/` and `content/` under a root. A folder that is missing is empty.
 *
 * @param forEditing a folder that cannot be written is a problem then
 */
export async function readSources(root: string, read: SourceReader, forEditing = false): Promise<SourceFiles> {
  const problems: Problem[] = forEditing ? [...(await readOnlyFolders(root)), ...(await oddOwnPlaces(root))] : [];
  const reading: Reading = { root, read, problems, patience: forEditing ? PATIENCE : 0, unsettled: false };
  const glossaryNames = await namesIn(reading, 'glossary');
  const known = glossaryNames.filter((name) => kindOf(name) !== null);
  for (const name of glossaryNames) {
    if (known.includes(name) || name === 'glossary.schema.json') continue;
    problems.push(leftOut(`glossary/${name}`, `is no glossary file that can be read here; ${insteadOf(name)}`));
  }
  if (known.length > MOST_FILES) problems.push(leftOut('glossary', tooMany(known.length, 'files')));
  const slugs = await namesIn(reading, 'content');
  if (slugs.length > MOST_FILES) problems.push(leftOut('content', tooMany(slugs.length, 'articles')));
  const articles: FoundArticle[] = [];
  for (const slug of slugs.slice(0, MOST_FILES)) {
    const article = SLUG.test(slug) ? await readArticleFiles(reading, slug) : null;
    if (article !== null) articles.push(article);
    else if (!SLUG.test(slug))
      problems.push(
        leftOut(
          `content/${slug}`,
          'is no name for an article; write small letters and digits, joined by hyphens, 100 at most',
        ),
      );
  }
  const glossary = await readAll(read, inGlossary(known));
  return { glossary, articles, problems, unsettled: reading.unsettled };
}

/** The files of the glossary that people write, as they are at this moment; their faults are told elsewhere. */
export async function readGlossaryFiles(root: string): Promise<readonly SourceFile[]> {
  const read: SourceReader = (name) => readSource(root, name);
  const names = await namesIn({ root, read, problems: [], patience: 0, unsettled: false }, 'glossary');
  return readAll(read, inGlossary(names.filter((name) => kindOf(name)?.isExport === false)));
}

function inGlossary(names: readonly string[]): string[] {
  return names.slice(0, MOST_FILES).map((name) => `glossary/${name}`);
}

/** Files of other tools that hold more than terms, and what to ask those tools for. */
function insteadOf(name: string): string {
  if (/\.(?:xlf|xliff|sdlxliff|mqxliff|tmx)$/i.test(name))
    return 'it holds translations; export the terms alone, as .tbx or .csv';
  if (/\.(?:xml|mtf|sdltb|mdb|xlsx?|ods|ttk?b?)$/i.test(name)) return 'export it as .tbx, .csv or text with tabs';
  return `write ${namesOfKinds()}`;
}

async function readArticleFiles(reading: Reading, slug: string): Promise<FoundArticle | null> {
  const { read, problems } = reading;
  const folder = `content/${slug}`;
  const told = problems.length;
  const { names, folders } = await listed(reading, folder);
  const [source, second] = SOURCES.filter((name) => names.includes(name));
  if (source === undefined) {
    // A folder that could not be opened is told already.
    if (names.length > 0 || problems.length === told)
      problems.push(leftOut(folder, 'has no fr.md; put the French article there'));
    return null;
  }
  if (second !== undefined) problems.push(leftOut(`${folder}/${second}`, besideSource(source)));
  const catalogue = names.includes('en.po') ? await read(`${folder}/en.po`) : null;
  const below = await Promise.all(folders.map((name) => namesBelow(reading.root, folder, name)));
  for (const name of below.flat())
    for (const stray of strayImages(name)) problems.push(strayProblem(`${folder}/${name}`, stray));
  const beside = new Set([...names, ...below.flat()].map((name) => name.normalize('NFC')));
  return { slug, source: await read(`${folder}/${source}`), catalogue, beside };
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
        problems.push(leftOut(folder, `is read-only (${code}): it is shown, but nothing in it can be saved`));
    });
  }
  return problems;
}

/** What stands where the program keeps old versions and its lock, and is no plain folder or file. */
async function oddOwnPlaces(root: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const place of [OWN_FOLDER, `${OWN_FOLDER}/history`, `${OWN_FOLDER}/lock`]) {
    const found = await lstat(path.join(root, place)).catch(() => null);
    const isLock = place.endsWith('lock');
    const what = isLock && found?.isDirectory() === true ? 'a folder' : found && oddKind(found);
    if (what === null) continue;
    const advice = isLock
      ? 'no server can hold it, take it away'
      : 'nothing is kept there, put a folder of its own in its place';
    problems.push(leftOut(place, `is ${what}; ${advice}`));
    break;
  }
  return problems;
}

function tooMany(count: number, what: string): string {
  return `holds ${count} ${what}; the first ${MOST_FILES} are read, move the others elsewhere`;
}

/** Names of the files in a folder of an article, relative to that of the article. */
async function namesBelow(root: string, article: string, folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of walkShown(path.join(root, article, folder), MOST_FOLDERS)) {
    names.push(`${folder}/${name}`);
    if (names.length === MOST_FILES) break;
  }
  return names;
}

interface Names {
  /** All, sorted. */
  readonly names: readonly string[];
  /** Those of folders. */
  readonly folders: readonly string[];
}

const NO_NAMES: Names = { names: [], folders: [] };

async function namesIn(reading: Reading, folder: string): Promise<readonly string[]> {
  return (await listed(reading, folder)).names;
}

/** What a folder holds; nothing and no problem when there is no such folder. A folder behind a link is not opened. */
async function listed(reading: Reading, folder: string): Promise<Names> {
  const { problems } = reading;
  try {
    const at = path.join(reading.root, folder);
    if (!(await lstat(at)).isDirectory()) {
      problems.push(leftOut(folder, 'is no folder of its own; links are not followed, and files belong into folders'));
      return NO_NAMES;
    }
    const entries = (await readdir(at, { withFileTypes: true })).filter(({ name }) => !isSilent(name));
    const { names, strays } = await sortOut(reading, folder, entries);
    for (const problem of [...strays, ...twinsIn(folder, names)]) problems.push(problem);
    const folders = new Set(entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])));
    return { names, folders: names.filter((name) => folders.has(name)) };
  } catch (error) {
    const code = saidCode(error);
    if (code !== 'ENOENT') problems.push(leftOut(folder, `cannot be read (${code})`));
    return NO_NAMES;
  }
}

/** Names in their order; and what is said of those that are left alone. */
async function sortOut(reading: Reading, folder: string, entries: readonly Dirent[]) {
  const all = new Set(entries.map(({ name }) => name.normalize('NFC')));
  const names: string[] = [];
  const strays: Problem[] = [];
  for (const entry of entries.toSorted((a, b) => compareTexts(a.name, b.name))) {
    const { name } = entry;
    const file = `${folder}/${name}`;
    const isOpened =
      folder === 'content' || ARTICLE_FILES.includes(name) || (folder === 'glossary' && kindOf(name) !== null);
    const odd = isOpened ? null : oddKind(entry);
    const stray = odd === null ? strayNamed(name, all) : null;
    if (odd !== null) strays.push(leftOut(file, `is ${odd}; put the file itself there, or take it away`));
    else if (stray === null) names.push(name);
    else if (stray.isHarmless && (await isYoung(reading, file))) reading.unsettled = true;
    else strays.push(strayProblem(file, stray));
  }
  return { names, strays };
}

function strayProblem(file: string, { isHarmless, message }: Stray): Problem {
  const place = { file, line: 1, column: 1 };
  return isHarmless ? mildProblemOf('stray', place, message) : problemOf('stray', place, message);
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
    return twin === undefined ? [] : [leftOut(`${folder}/${name}`, message)];
  });
}
