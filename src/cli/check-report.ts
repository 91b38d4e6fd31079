import { summarize } from '../core/checks/article/standing-counts.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import { fewFindings } from '../core/checks/few-findings.ts';
import { fewProblems } from '../core/checks/few-problems.ts';
import type { Finding } from '../core/checks/finding.ts';
import { formatProblem, type Problem } from '../core/checks/problem.ts';
import { isGrave } from '../core/checks/rule.ts';
import type { Standings } from '../core/ledger/standing.ts';
import { counted } from '../core/text/counted.ts';
import { printableJson } from '../core/text/printable.ts';
import { annotationOf } from './annotations.ts';
import type { Console } from './command.ts';
import { sarifLog } from './sarif.ts';

/** What a check found, however it is told. */
export interface CheckReport {
  readonly articles: readonly CheckedArticle[];
  /** What files have wrong. */
  readonly problems: readonly Problem[];
  /** What entries of the glossary have wrong. */
  readonly lint: readonly Problem[];
  readonly glossary: { readonly files: readonly string[]; readonly concepts: number };
  /** Where the root stands in the checkout that a build server looks at: `docs/`; '' for the checkout itself. */
  readonly below: string;
  /** Version of this program. */
  readonly version: string;
}

/** Everything that was found: in files, in entries, in texts. */
function allFound({ articles, problems, lint }: CheckReport): readonly (Finding | Problem)[] {
  return [...problems, ...lint, ...articles.flatMap(({ findings }) => findings)];
}

/**
 * The same as it is told: of a paragraph, and of a file of the glossary, with very many findings the first ones, and
 * how many more. Remarks are told to those alone who ask for all.
 */
function allTold(report: CheckReport, isTold = (_: Finding | Problem) => true): readonly (Finding | Problem)[] {
  const { articles, problems, lint } = report;
  const ofTexts = articles.flatMap(({ findings }) => fewFindings(findings.filter(isTold)));
  const ofEntries = [...fewProblems(lint.filter(isGrave)), ...lint.filter((one) => !isGrave(one))];
  return [...[...problems, ...ofEntries].filter(isTold), ...ofTexts];
}

/** How a check is told. A further way is one line here. */
const FORMATS = {
  text: sayText,
  json: (report, { out }) => sayJson(reportOf(report), out),
  github: (report, console) => {
    for (const one of grave(report)) console.out(annotationOf(one, report.below));
    saySummary(report, console);
  },
  sarif: (report, { out }) => sayJson(sarifLog(allTold(report), report), out),
} as const satisfies Readonly<Record<string, (report: CheckReport, console: Console) => void>>;

export type CheckFormat = keyof typeof FORMATS;
export const CHECK_FORMATS = Object.keys(FORMATS) as readonly CheckFormat[];

export function sayReport(format: CheckFormat, report: CheckReport, console: Console): void {
  FORMATS[format](report, console);
}

export function sayJson(value: unknown, out: Console['out']): void {
  for (const line of printableJson(value, 2).split('\n')) out(line);
}

/** Errors and warnings; remarks are left to those who ask for all. */
function grave(report: CheckReport): readonly (Finding | Problem)[] {
  return allTold(report, isGrave);
}

function sayText(report: CheckReport, console: Console): void {
  for (const one of grave(report)) console.out(`${formatProblem(one)}\n`);
  saySummary(report, console);
}

function saySummary(report: CheckReport, console: Console): void {
  for (const { article, standings, unchecked } of report.articles)
    console.err(`${article.slug}: ${unchecked === null ? summarize(standings) : 'not checked'}\n`);
  const { errors, warnings, remarks } = tally(report);
  const more = remarks === 0 ? '' : `; ${counted(remarks, 'remark')} more with --format json`;
  console.err(`${counted(errors, 'error')}, ${counted(warnings, 'warning')}${more}\n`);
}

export function tally(report: CheckReport) {
  const all = allFound(report);
  const count = (severity: Problem['severity']) => all.filter((one) => one.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), remarks: count('info') };
}

/** A general word without a rendering is missing, as every term is. */
function verdictCounts({ preferred, admitted, deprecated, missing, free, waived }: Standings) {
  return { preferred, admitted, deprecated, missing: missing + free, waived };
}

/** The JSON of the contract; design section 6. */
function reportOf(report: CheckReport) {
  const { errors, warnings } = tally(report);
  return {
    articles: report.articles.map(({ article, standings, findings, unchecked }) => ({
      slug: article.slug,
      ...(unchecked === null ? {} : { unchecked }),
      units: article.units.length,
      translated: article.units.filter(({ state }) => state !== 'initial').length,
      reviewed: article.units.filter(({ state }) => state === 'reviewed').length,
      verdicts: verdictCounts(standings),
      findings: fewFindings(findings).map(reported),
    })),
    glossary: { ...report.glossary, problems: report.problems, findings: report.lint },
    summary: { errors, warnings },
  };
}

/** A finding as the contract has it. */
export function reported({ said: _, ...finding }: Finding): Omit<Finding, 'said'> {
  return finding;
}
