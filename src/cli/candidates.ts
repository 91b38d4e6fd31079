import type { Snapshot } from '../core/changes/library.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import { findVocabularyGaps } from '../core/checks/missing-entries.ts';
import type { Console, ExitCode } from './command.ts';

/** More are not worth reading. */
const MOST_LINES = 40;

/** `visavis check --candidates`: what the glossary may lack, the likeliest first, with the paragraphs that have it. */
export function runCandidates({ glossary }: Snapshot, articles: readonly CheckedArticle[], console: Console): ExitCode {
  for (const { article, units } of articles) {
    const gaps = findVocabularyGaps(units, glossary.concepts);
    for (const { text, count, reason, units: where } of gaps.slice(0, MOST_LINES)) {
      console.out(`${article.slug}: ${text}\t${count}\t${reason}\t${where.join(' ')}\n`);
    }
    const left = gaps.length - MOST_LINES;
    if (left > 0) console.err(`${article.slug}: ${left} less likely ones are left out\n`);
  }
  return 0;
}
