import { addToGroup } from '../model/groups.ts';
import type { Problem } from './problem.ts';
import type { Severity } from './rule.ts';

/**
 * Problems of one file, or names in one folder, that are listed one by one.
 *
 * @guard long-lists → Infinity
 */
const MOST_LISTED = 100;
/** Characters of a line that are shown with a problem. */
const MOST_EXCERPT = 1000;

/**
 * The first problems of each file, and how many more it has: nobody reads ten thousand lines, and no page should be
 * made of them. Files that are refused by their names count by folder.
 *
 * @param problems in the order they are to be shown
 */
export function fewProblems(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  const left = new Map<string, Problem[]>();
  const shown = problems.filter((problem) => {
    const place = placeOf(problem);
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    if (count <= MOST_LISTED) return true;
    addToGroup(left, place, problem);
    return false;
  });
  return [...shown.map(withShortExcerpt), ...[...left].map(([place, others]) => restOf(place, others))];
}

function withShortExcerpt(problem: Problem): Problem {
  if (problem.excerpt.length <= MOST_EXCERPT) return problem;
  return { ...problem, excerpt: problem.excerpt.slice(0, MOST_EXCERPT) };
}

function placeOf({ rule, file }: Problem): string {
  return (rule === 'file' || rule === 'stray') && file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : file;
}

/** As bad as the worst of them. */
function restOf(place: string, problems: readonly Problem[]): Problem {
  const [first] = problems as readonly [Problem, ...Problem[]];
  const { severity } = problems.reduce((worst, one) => (BADNESS[one.severity] > BADNESS[worst.severity] ? one : worst));
  const count = problems.length;
  const message = `has ${count} more ${count === 1 ? 'problem' : 'problems'} from here on; correct the ${MOST_LISTED} before first`;
  return { ...first, file: place, severity, rule: 'more', message, excerpt: '' };
}

const BADNESS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
