import type { Snapshot } from '../core/changes/ports/library.ts';
import { findCandidateTerms } from '../core/checks/candidates/candidate-terms.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import type { Console, ExitCode } from './command.ts';

/** More are not worth reading. */
const MOST_LINES = 40;

/** `visavis check --candidates`: what the glossary may lack, the likeliest first, with the paragraphs that have it. */
export function runCandidates({ glossary }: Snapshot, articles: readonly CheckedArticle[], console: Console): ExitCode {
  for (const { article, units } of articles) {
    const candidates = findCandidateTerms(units, glossary);
    for (const { text, count, reason, units: where } of candidates.slice(0, MOST_LINES)) {
      console.out(`${article.slug}: ${text}\t${count}\t${reason}\t${where.join(' ')}\n`);
    }
    const left = candidates.length - MOST_LINES;
    if (left > 0) console.err(`${article.slug}: ${left} less likely ones are left out\n`);
  }
  return 0;
}
