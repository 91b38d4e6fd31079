import type { Snapshot } from '../core/changes/library.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import type { Finding } from '../core/checks/finding.ts';
import { neverHit } from '../core/checks/glossary-never-hit.ts';
import { formatProblem, type Problem } from '../core/checks/problem.ts';
import type { Severity } from '../core/checks/rule.ts';
import type { RuleId } from '../core/checks/rules.ts';
import { summarize } from '../core/checks/verdict-counts.ts';
import type { Concept } from '../core/model/concept.ts';
import { nearestWord } from '../core/text/nearest-word.ts';
import { printableJson } from '../core/text/printable.ts';
import type { Console, ExitCode } from './command.ts';
import { UsageError } from './command.ts';

export type CheckFormat = 'text' | 'json';
export const CHECK_FORMATS: readonly CheckFormat[] = ['text', 'json'];

/** What of a check a person asked for. */
export interface CheckCommand {
  /** The articles to check; all when empty. */
  readonly slugs: readonly string[];
  readonly format: CheckFormat;
  /** Rules that are left out of everything: findings, counts, exit code. */
  readonly skip: readonly RuleId[];
}

/**
 * `visavis check`: what the files and the texts have wrong.
 *
 * @returns 1 when there is an error or a warning
 * @throws {UsageError} for an article that is not there
 */
export function runCheck(everything: Snapshot, { slugs, format, skip }: CheckCommand, console: Console): ExitCode {
  const isAsked = ({ rule }: { readonly rule: RuleId }) => !skip.includes(rule);
  const snapshot = { ...everything, problems: everything.problems.filter(isAsked) };
  const articles = chosenArticles(snapshot, slugs).map((article) => ({
    ...article,
    findings: article.findings.filter(isAsked),
  }));
  const findings = articles.flatMap((article) => article.findings);
  const unused = neverHit(snapshot.glossary.concepts, hitConcepts(snapshot));
  const lint = [...snapshot.glossary.findings, ...unused].filter(isAsked);
  const all = [...snapshot.problems, ...lint, ...findings];
  const count = (severity: Severity) => all.filter((one) => one.severity === severity).length;
  const summary = { errors: count('error'), warnings: count('warning') };
  if (format === 'json') {
    for (const line of printableJson(reportOf(snapshot, articles, lint, summary), 2).split('\n')) console.out(line);
  } else {
    for (const one of all.filter(({ severity }) => severity !== 'info')) console.out(`${formatProblem(one)}\n`);
    for (const { article, verdicts } of articles) console.err(`${article.slug}: ${summarize(verdicts)}\n`);
    const remarks = count('info');
    const more = remarks === 0 ? '' : `; ${counted(remarks, 'remark')} more with --format json`;
    console.err(`${counted(summary.errors, 'error')}, ${counted(summary.warnings, 'warning')}${more}\n`);
  }
  return summary.errors + summary.warnings > 0 ? 1 : 0;
}

/** @throws {UsageError} for an article that is not there */
export function chosenArticles({ articles }: Snapshot, slugs: readonly string[]): CheckedArticle[] {
  if (slugs.length === 0) return [...articles.values()];
  return slugs.map((slug) => {
    const article = articles.get(slug);
    if (article !== undefined) return article;
    const near = nearestWord(slug, [...articles.keys()]);
    throw new UsageError(`No article “${slug}”. There is: ${near ?? [...articles.keys()].join(', ')}.`);
  });
}

/** The concepts that stand in any article. */
function hitConcepts({ articles }: Snapshot): Set<Concept> {
  const units = [...articles.values()].flatMap((article) => article.units);
  return new Set(units.flatMap(({ entries }) => entries.map(({ reading }) => reading.concept)));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The JSON of the contract; design section 6. */
function reportOf(
  snapshot: Snapshot,
  articles: readonly CheckedArticle[],
  lint: readonly Problem[],
  summary: { errors: number; warnings: number },
) {
  return {
    articles: articles.map(({ article, verdicts, findings }) => ({
      slug: article.slug,
      units: article.units.length,
      translated: article.units.filter(({ state }) => state !== 'initial').length,
      reviewed: article.units.filter(({ state }) => state === 'reviewed').length,
      verdicts,
      findings: findings.map(reported),
    })),
    glossary: {
      files: snapshot.glossaryFiles,
      concepts: snapshot.glossary.concepts.length,
      problems: snapshot.problems,
      findings: lint,
    },
    summary,
  };
}

/** A finding as the contract has it. */
function reported({ said: _, ...finding }: Finding): Omit<Finding, 'said'> {
  return finding;
}
