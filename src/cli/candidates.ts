import type { Snapshot } from '../core/changes/library.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import { findVocabularyGaps } from '../core/checks/missing-entries.ts';
import type { Console, ExitCode } from './command.ts';

/** More are not worth reading. */
const MOST_LINES = 40;

/** `visavis check --candidates`: what the glossary may lack, the likeliest first, with the paragraphs that have it. */
export function runCandidates({ glossary }: Snapshot, articles: readonly CheckedArticle[], console: Console): ExitCode {
  for (const { article, units } of articles) {
    for (const { text, count, reason, units: where } of findVocabularyGaps(units, glossary.concepts).slice(
      0,
      MOST_LINES,
    )) {
      console.out(`${article.slug}: ${text}\t${count}\t${reason}\t${where.join(' ')}\n`);
    }
  }
  return 0;
}
