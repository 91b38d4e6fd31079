import type { Snapshot } from '../../core/changes/ports/library.ts';
import { fewProblems } from '../../core/checks/few-problems.ts';
import type { Problem } from '../../core/checks/problem.ts';
import { mapSlices, type Pacer, type Slices } from '../../core/model/slices.ts';
import { compareTexts } from '../../core/text/compare-texts.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import type { Verbs } from '../../core/words/verbs.ts';
import type { SourceFile } from '../disk/read-source.ts';
import type { ParsedFiles } from '../kept/parsed-files.ts';
import { digestOfTexts } from '../kept/start-cache.ts';
import { createArticleLoader } from './article-loader.ts';
import { isQuicklyMade, sizeOf } from './article-on-demand.ts';
import { createGlossaryLoader, type LoadedGlossary } from './glossary-loader.ts';
import type { KeptArticles, KeptUnder } from './kept-articles.ts';
import type { FoundArticle, SourceFiles } from './list-sources.ts';
import type { LoadedArticles } from './loaded-articles.ts';

/** Makes snapshots. What is made from the same files as in the snapshot before is the very same object in both. */
export interface Loader {
  load(files: SourceFiles): Promise<Loading>;
}

/** A state of the files, of which articles may be pending. */
export interface Loading extends Pick<LoadedArticles, 'pending' | 'check' | 'open'> {
  /** As it stands now. */
  snapshot(): Snapshot;
  /** Whether all entries of the glossary were tested. */
  isTested(): boolean;
  /** Goes on testing them for a moment. */
  test(): Promise<void>;
  /**
   * Keeps for the next start what was read, and found in the articles, as far as it differs from what was kept.
   */
  keep(): Promise<void>;
}

export interface LoaderPorts {
  readonly verbs: Verbs;
  readonly parsed: ParsedFiles;
  readonly pacer: Pacer;
  readonly kept: KeptArticles;
  /** Characters of the articles whose paragraphs are held though nobody looks at them. */
  readonly mostHeld: number;
  /** The first state is there before its articles are checked. */
  readonly isEarly: boolean;
  /** So many entries are tested before a change of them is in use. */
  readonly fewEntries: number;
}

export function createLoader({ verbs, parsed, pacer, kept, fewEntries, ...options }: LoaderPorts): Loader {
  const glossaryLoader = createGlossaryLoader({ verbs, parsed, pacer, fewEntries });
  const articleLoader = createArticleLoader(parsed, pacer, options);
  const digestOf = createDigests();
  let isFirst = true;
  /** Finds what was kept, at the start; whatever comes later is new. */
  const finder = (files: SourceFiles, { testing: { glossary }, isSound }: LoadedGlossary) => {
    const isWorthIt = isSound && files.articles.reduce((sum, one) => sum + sizeOf(one), 0) >= kept.least;
    const keyOf = isWorthIt ? keysWith(files.glossary, digestOf) : null;
    const find = async (one: FoundArticle) =>
      isFirst && keyOf !== null && isQuicklyMade(one) ? kept.find(keyOf(one), glossary) : null;
    return { keyOf, find };
  };
  return {
    async load(files) {
      parsed.keepOnly(pathsOf(files));
      const problems: Problem[] = [...files.problems];
      const loaded = await glossaryLoader.load(files.glossary, problems);
      const { testing } = loaded;
      const { glossary } = testing;
      const { keyOf, find } = finder(files, loaded);
      const { pending, check, open, ...made } = await articleLoader.load(files.articles, { glossary, find }, problems);
      isFirst = false;
      kept.forget();
      const state = {
        revision: await pacer.finish(revisionSlices(files, digestOf)),
        glossaryFiles: files.glossary.map((file) => file.path),
      };
      const problemsNow = () => fewProblems(sorted([...problems, ...made.problems()]));
      const snapshot = () => {
        const now = { ...state, glossary: testing.isDone() ? testing.tested() : glossary, problems: problemsNow() };
        return snapshotOf(now, { articles: made.articles(), pending: new Set(pending), isTested: testing.isDone() });
      };
      const keep = async () => {
        await parsed.keep();
        if (keyOf !== null) await kept.keep(made.known().map(({ files: its, known }) => ({ ...keyOf(its), known })));
      };
      return { pending, check, open, snapshot, keep, isTested: testing.isDone, test: testing.goOn };
    },
  };
}

/** The revision is that of the files alone only where all is checked and tested: else, each state is another. */
function snapshotOf(
  state: Omit<Snapshot, 'articles' | 'pending'>,
  { articles, pending, isTested }: Pick<Snapshot, 'articles' | 'pending'> & { readonly isTested: boolean },
): Snapshot {
  const odd = [...articles].filter(([slug, { unchecked }]) => unchecked !== null || pending.has(slug));
  if (odd.length === 0 && isTested) return { ...state, articles, pending };
  const shown = odd.flatMap(([slug, { summary }]) => [slug, summary.shown]);
  return {
    ...state,
    articles,
    pending,
    revision: fingerprint([state.revision, String(isTested), ...pending, ...shown]),
  };
}

function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column);
}

function pathsOf(files: SourceFiles): ReadonlySet<string> {
  return new Set(filesOf(files).map(({ path }) => path));
}

function filesOf({ glossary, articles }: SourceFiles): SourceFile[] {
  return [...glossary, ...articles.flatMap(({ source, catalogue }) => (catalogue ? [source, catalogue] : [source]))];
}

/** Tells apart whatever files say, under whatever names. */
type DigestOf = (file: SourceFile) => string;

/** The text of each file is gone through once. */
function createDigests(): DigestOf {
  const known = new WeakMap<SourceFile, string>();
  return (file) => {
    const digest = known.get(file) ?? digestOfTexts([file.path, file.text ?? file.problem?.message ?? '']);
    known.set(file, digest);
    return digest;
  };
}

/** Twelve hexadecimal digits of all that the files hold, and of the names of what lies beside them. */
function* revisionSlices(files: SourceFiles, digestOf: DigestOf): Slices<string> {
  const digests = yield* mapSlices(filesOf(files), digestOf);
  const beside = files.articles.map((article) => [article.slug, ...article.beside].join('/'));
  const problems = files.problems.flatMap(({ file, message }) => [file, message]);
  return digestOfTexts([...digests, ...beside, ...problems]).slice(0, 12);
}

/** Keys of articles that are checked with the glossary of these files: of all that an article is made of. */
function keysWith(glossary: readonly SourceFile[], digestOf: DigestOf): (files: FoundArticle) => KeptUnder {
  const state = digestOfTexts(glossary.map(digestOf));
  return ({ slug, source, catalogue }) => {
    const parts = [digestOf(source), catalogue === null ? '' : digestOf(catalogue), state];
    return { slug, key: digestOfTexts(parts) };
  };
}
