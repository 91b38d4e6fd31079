import { createHash } from 'node:crypto';
import type { Snapshot } from '../core/changes/library.ts';
import { fewProblems } from '../core/checks/few-problems.ts';
import type { Problem } from '../core/checks/problem.ts';
import type { Pacer } from '../core/model/slices.ts';
import type { Verbs } from '../core/words/verbs.ts';
import { createArticleLoader } from './article-loader.ts';
import { createGlossaryLoader } from './glossary-loader.ts';
import type { SourceFiles } from './list-sources.ts';
import type { ParsedFiles } from './parsed-files.ts';

/** Makes snapshots. What is made from the same files as in the snapshot before is the very same object in both. */
export interface Loader {
  load(files: SourceFiles): Promise<Snapshot>;
}

export function createLoader(verbs: Verbs, parsed: ParsedFiles, pacer: Pacer): Loader {
  const glossaryLoader = createGlossaryLoader(verbs, parsed, pacer);
  const articleLoader = createArticleLoader(parsed, pacer);
  return {
    async load(files) {
      parsed.keepOnly(pathsOf(files));
      const problems: Problem[] = [...files.problems];
      const glossary = await glossaryLoader.load(files.glossary, problems);
      const articles = await articleLoader.load(files.articles, glossary, problems);
      return {
        revision: revisionOf(files),
        glossary,
        glossaryFiles: files.glossary.map((file) => file.path),
        articles,
        problems: fewProblems(sorted(problems)),
      };
    },
  };
}

function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}

function pathsOf({ glossary, articles }: SourceFiles): ReadonlySet<string> {
  const files = articles.flatMap(({ source, catalogue }) => (catalogue ? [source, catalogue] : [source]));
  return new Set([...glossary, ...files].map(({ path }) => path));
}

function revisionOf({ glossary, articles, problems }: SourceFiles): string {
  const hash = createHash('sha256');
  const add = (text: string) => hash.update(`${text.length}:${text}`);
  const files = [
    ...glossary,
    ...articles.flatMap(({ source, catalogue }) => (catalogue ? [source, catalogue] : [source])),
  ];
  for (const { path, text, problem } of files) add(`${path}\n${text ?? problem?.message ?? ''}`);
  for (const { file, message } of problems) add(`${file}\n${message}`);
  return hash.digest('hex').slice(0, 12);
}
