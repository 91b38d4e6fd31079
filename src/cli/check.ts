import type { Snapshot } from '../core/changes/ports/library.ts';
import { neverHit } from '../core/checks/glossary/glossary-never-hit.ts';
import type { RuleId } from '../core/checks/rules.ts';
import type { Concept } from '../core/model/concept.ts';
import { type CheckFormat, type CheckReport, sayReport, tally } from './check-report.ts';
import { articleNamed } from './chosen-articles.ts';
import type { Console, ExitCode } from './command.ts';

/** What of a check a person asked for. */
export interface CheckCommand {
  /** The articles to check; all when empty. */
  readonly slugs: readonly string[];
  readonly format: CheckFormat;
  /** Rules that are left out of everything: findings, counts, exit code. */
  readonly skip: readonly RuleId[];
}

/** Where a check runs. */
export type CheckedFrom = Pick<CheckReport, 'below' | 'version'>;

/**
 * `visavis check`: what the files and the texts have wrong.
 *
 * @returns 1 when there is an error or a warning
 * @throws {UsageError} for an article that is not there
 */
export function runCheck(
  snapshot: Snapshot,
  { slugs, format, skip }: CheckCommand,
  { console, ...from }: CheckedFrom & { readonly console: Console },
): ExitCode {
  const isAsked = ({ rule }: { readonly rule: RuleId }) => !skip.includes(rule);
  const { glossary, glossaryFiles } = snapshot;
  const readable = slugs.filter((slug) => snapshot.articles.has(slug) || !isBroken(snapshot, slug));
  const all = [...snapshot.articles.values()];
  const chosen = slugs.length === 0 ? all : readable.map((slug) => articleNamed(snapshot, slug));
  const articles = chosen.map((article) => ({ ...article, findings: article.findings.filter(isAsked) }));
  const unused = neverHit(glossary.concepts, hitConcepts(snapshot));
  const report: CheckReport = {
    ...from,
    articles,
    problems: snapshot.problems.filter(isAsked),
    lint: [...glossary.findings, ...unused].filter(isAsked),
    glossary: { files: glossaryFiles, concepts: glossary.concepts.length },
  };
  sayReport(format, report, console);
  const { errors, warnings } = tally(report);
  return errors + warnings > 0 ? 1 : 0;
}

/** Whether an article is not there because its files cannot be read: what is wrong with them is told. */
function isBroken({ problems }: Snapshot, slug: string): boolean {
  const folder = `content/${slug}`;
  return problems.some(({ file }) => file === folder || file.startsWith(`${folder}/`));
}

/** The concepts that stand in any article. */
function hitConcepts({ articles }: Snapshot): Set<Concept> {
  const units = [...articles.values()].flatMap((article) => article.units);
  return new Set(units.flatMap(({ entries }) => entries.map(({ reading }) => reading.concept)));
}
