import { counted } from '../text/counted.ts';
import { fewTold, MOST_TOLD, type Several, worstOf } from './few-told.ts';
import type { Problem } from './problem.ts';

/** Characters of a line that are shown with a problem. */
const MOST_EXCERPT = 1000;

/**
 * The first problems of each file, and how many more it has: nobody reads ten thousand lines, and no page should be
 * made of them. Files that are refused by their names count by folder.
 *
 * @param problems in the order they are to be shown
 */
export function fewProblems(problems: readonly Problem[]): Problem[] {
  return fewTold(problems, placeOf, restOf).map(withShortExcerpt);
}

function withShortExcerpt(problem: Problem): Problem {
  if (problem.excerpt.length <= MOST_EXCERPT) return problem;
  return { ...problem, excerpt: problem.excerpt.slice(0, MOST_EXCERPT) };
}

function placeOf({ rule, file }: Problem): string {
  return (rule === 'file' || rule === 'stray') && file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : file;
}

/** As bad as the worst of them. */
function restOf(problems: Several<Problem>): Problem {
  const message = `has ${counted(problems.length, 'more problem')} from here on; correct the ${MOST_TOLD} before first`;
  return { ...problems[0], file: placeOf(problems[0]), ...worstOf(problems), rule: 'more', message, excerpt: '' };
}
