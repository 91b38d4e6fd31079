import type { Snapshot } from '../core/changes/library.ts';
import { fewProblems } from '../core/checks/few-problems.ts';
import type { Problem } from '../core/checks/problem.ts';
import { mapSlices, type Pacer, type Slices } from '../core/model/slices.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import type { Verbs } from '../core/words/verbs.ts';
import { createArticleLoader, type LoadedArticles } from './article-loader.ts';
import { createGlossaryLoader } from './glossary-loader.ts';
import type { SourceFiles } from './list-sources.ts';
import type { ParsedFiles } from './parsed-files.ts';
import type { SourceFile } from './read-source.ts';
import { digestOfTexts } from './start-cache.ts';

/** Makes snapshots. What is made from the same files as in the snapshot before is the very same object in both. */
export interface Loader {
  load(files: SourceFiles): Promise<Loading>;
}

/** A state of the files, of which articles may be pending. */
export interface Loading extends Pick<LoadedArticles, 'pending' | 'check'> {
  /** As it stands now. */
  snapshot(): Snapshot;
}

export function createLoader(verbs: Verbs, parsed: ParsedFiles, pacer: Pacer): Loader {
  const glossaryLoader = createGlossaryLoader(verbs, parsed, pacer);
  const articleLoader = createArticleLoader(parsed, pacer);
  const revisionOf = createRevisions();
  return {
    async load(files) {
      parsed.keepOnly(pathsOf(files));
      const problems: Problem[] = [...files.problems];
      const glossary = await glossaryLoader.load(files.glossary, problems);
      const { pending, check, articles, unchecked } = await articleLoader.load(files.articles, glossary, problems);
      const state = {
        revision: await pacer.finish(revisionOf(files)),
        glossary,
        glossaryFiles: files.glossary.map((file) => file.path),
      };
      const problemsNow = () => fewProblems(sorted([...problems, ...unchecked()]));
      const snapshot = () => snapshotOf({ ...state, problems: problemsNow() }, articles(), new Set(pending));
      return { pending, check, snapshot };
    },
  };
}

/** The revision is that of the files alone only where all articles are checked: else, each state is another. */
function snapshotOf(
  state: Omit<Snapshot, 'articles' | 'pending'>,
  articles: Snapshot['articles'],
  pending: ReadonlySet<string>,
): Snapshot {
  const odd = [...articles].filter(([slug, { unchecked }]) => unchecked !== null || pending.has(slug));
  if (odd.length === 0) return { ...state, articles, pending };
  const shown = odd.flatMap(([slug, { summary }]) => [slug, summary.shown]);
  return { ...state, articles, pending, revision: fingerprint([state.revision, ...pending, ...shown]) };
}

function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}

function pathsOf(files: SourceFiles): ReadonlySet<string> {
  return new Set(filesOf(files).map(({ path }) => path));
}

function filesOf({ glossary, articles }: SourceFiles): SourceFile[] {
  return [...glossary, ...articles.flatMap(({ source, catalogue }) => (catalogue ? [source, catalogue] : [source]))];
}

/** Twelve hexadecimal digits of all that the files hold; the text of each is gone through once. */
function createRevisions(): (files: SourceFiles) => Slices<string> {
  const known = new WeakMap<SourceFile, string>();
  const digestOf = (file: SourceFile): string => {
    const digest = known.get(file) ?? digestOfTexts([file.path, file.text ?? file.problem?.message ?? '']);
    known.set(file, digest);
    return digest;
  };
  return function* (files) {
    const digests = yield* mapSlices(filesOf(files), digestOf);
    return digestOfTexts([...digests, ...files.problems.flatMap(({ file, message }) => [file, message])]).slice(0, 12);
  };
}
