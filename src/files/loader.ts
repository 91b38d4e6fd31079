import { createHash } from 'node:crypto';
import type { Snapshot } from '../core/changes/library.ts';
import { checkArticle } from '../core/checks/check-article.ts';
import { type Glossary, glossarySlices } from '../core/checks/check-glossary.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import type { Article } from '../core/model/article.ts';
import type { Concept } from '../core/model/concept.ts';
import { fewProblems } from '../core/model/few-problems.ts';
import type { Problem } from '../core/model/problem.ts';
import type { Slices } from '../core/model/slices.ts';
import { createLines, type Lines } from '../core/text/line-and-column.ts';
import { type Catalogue, joinCatalogue, parseCatalogue } from '../formats/article/catalogue.ts';
import { type ArticleSource, parseArticle } from '../formats/article/markdown.ts';
import { glossaryCsvSlices } from '../formats/glossary/csv.ts';
import { glossaryTbxSlices } from '../formats/glossary/tbx.ts';
import { type GlossaryFile, parseGlossaryYaml } from '../formats/glossary/yaml.ts';
import type { ArticleFiles, SourceFiles } from './list-sources.ts';
import type { SourceFile } from './read-source.ts';

/** Makes snapshots, and remembers for each file the last version without a problem. */
export interface Loader {
  load(files: SourceFiles): Slices<Snapshot>;
}

/** What a parser gives. */
interface Parsed {
  readonly problems: readonly Problem[];
}

const EMPTY_CATALOGUE: Catalogue = { messages: [], problems: [] };

export function createLoader(): Loader {
  const glossaryFiles = createMemory<GlossaryFile>({ concepts: [], problems: [] }, parseGlossary);
  const sources = createMemory<ArticleSource | null>(null, atOnce(parseArticle));
  const catalogues = createMemory<Catalogue>(EMPTY_CATALOGUE, atOnce(parseCatalogue));
  let last: Glossary | null = null;
  return {
    *load(files) {
      const problems: Problem[] = [...files.problems];
      const concepts: Concept[] = [];
      for (const file of files.glossary) {
        for (const concept of (yield* glossaryFiles.read(file, problems)).concepts) concepts.push(concept);
        yield;
      }
      const glossary = yield* glossarySlices(concepts, last);
      last = glossary;
      for (const problem of withExcerpts(fewProblems(glossary.problems), files.glossary)) problems.push(problem);
      const articles = new Map<string, CheckedArticle>();
      for (const one of files.articles) {
        yield;
        const source = yield* sources.read(one.source, problems);
        if (source === null) continue;
        const catalogue = one.catalogue === null ? EMPTY_CATALOGUE : yield* catalogues.read(one.catalogue, problems);
        const article = assemble(one, source, catalogue, problems);
        articles.set(one.slug, checkArticle(article, glossary));
      }
      const glossaryPaths = files.glossary.map((file) => file.path);
      return {
        revision: revisionOf(files),
        glossary,
        glossaryFiles: glossaryPaths,
        articles,
        problems: fewProblems(sorted(problems)),
      };
    },
  };
}

/** A parser of files so small that it needs no pause. */
function atOnce<T>(parse: (text: string, file: string) => T) {
  // biome-ignore lint/correctness/useYield: it never pauses
  return function* (text: string, file: string): Slices<T> {
    return parse(text, file);
  };
}

/** YAML for people; tables and TBX for tools. */
function* parseGlossary(text: string, file: string): Slices<GlossaryFile> {
  if (/\.ya?ml$/.test(file)) return parseGlossaryYaml(text, file);
  return yield* file.endsWith('.tbx') ? glossaryTbxSlices(text, file) : glossaryCsvSlices(text, file);
}

/** Joins the two files of an article; what does not fit together is a problem of the catalogue. */
function assemble(files: ArticleFiles, source: ArticleSource, catalogue: Catalogue, problems: Problem[]): Article {
  const joined = joinCatalogue(source.units, catalogue);
  const read = files.catalogue === null ? [] : [files.catalogue];
  for (const problem of withExcerpts(fewProblems(joined.problems), read)) problems.push(problem);
  return { slug: files.slug, citation: source.citation, units: joined.units };
}

/**
 * Reads files of one kind. A file that has a problem keeps its last good version in use; one that never was good
 * gives what is sound in it. Unchanged files are not parsed again.
 */
function createMemory<T extends Parsed | null>(
  nothing: T,
  parse: (text: string, file: string) => Slices<NonNullable<T>>,
) {
  const last = new Map<string, { text: string; parsed: NonNullable<T> }>();
  const good = new Map<string, NonNullable<T>>();
  const parseOnce = function* (text: string, file: string): Slices<NonNullable<T>> {
    const before = last.get(file);
    const parsed = before?.text === text ? before.parsed : yield* parse(text, file);
    last.set(file, { text, parsed });
    if (parsed.problems.length === 0 && text.trim() !== '') good.set(file, parsed);
    return parsed;
  };
  return {
    *read({ path, text, problem }: SourceFile, problems: Problem[]): Slices<T> {
      const kept = good.get(path);
      if (text === null) {
        if (problem !== null) problems.push(kept ? saidToBeKept(problem) : problem);
        return kept ?? nothing;
      }
      if (kept !== undefined && text.trim() === '') {
        problems.push(saidToBeKept(emptied(path)));
        return kept;
      }
      let parsed: NonNullable<T>;
      try {
        parsed = yield* parseOnce(text, path);
      } catch (error) {
        // The one file is left out; the others are served.
        problems.push(kept ? saidToBeKept(unforeseen(path, error)) : unforeseen(path, error));
        return kept ?? nothing;
      }
      if (parsed.problems.length === 0) return parsed;
      for (const one of parsed.problems) problems.push(kept ? saidToBeKept(one) : one);
      return kept ?? parsed;
    },
  };
}

function unforeseen(file: string, error: unknown): Problem {
  const message = `cannot be read, in a way nobody foresaw (${error}); report it with the file`;
  return { file, line: 1, column: 1, severity: 'error', rule: 'unforeseen', message, excerpt: '' };
}

function emptied(file: string): Problem {
  const message = 'is empty; write back what it held, or delete the file';
  return { file, line: 1, column: 1, severity: 'error', rule: 'file', message, excerpt: '' };
}

function saidToBeKept(problem: Problem): Problem {
  return { ...problem, message: `${problem.message} (until then its last good version is in use)` };
}

/** Lines are counted once for a file, however many problems it has. */
function withExcerpts(problems: readonly Problem[], files: readonly SourceFile[]): Problem[] {
  if (problems.length === 0) return [];
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const lines = new Map<string, Lines>();
  return problems.map((problem) => {
    const text = texts.get(problem.file) ?? null;
    if (text === null) return problem;
    const known = lines.get(problem.file) ?? createLines(text, problem.file);
    lines.set(problem.file, known);
    return { ...problem, excerpt: known.line(problem.line) };
  });
}

function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
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
