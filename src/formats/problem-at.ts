import { type Problem, problemOf } from '../core/checks/problem.ts';
import type { RuleId } from '../core/checks/rules.ts';
import type { Lines } from '../core/text/line-and-column.ts';

/** A problem at an offset of a file, with the line it stands on. */
export function problemAt(lines: Lines, offset: number, rule: RuleId, message: string): Problem {
  const place = lines.place(offset);
  return { ...problemOf(rule, place, message), excerpt: lines.line(place.line) };
}
