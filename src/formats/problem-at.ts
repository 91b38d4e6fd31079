import type { Problem, Severity } from '../core/model/problem.ts';
import type { Lines } from '../core/text/line-and-column.ts';

/** A problem at an offset of a file, with the line it stands on. */
export function problemAt(
  lines: Lines,
  offset: number,
  rule: string,
  message: string,
  severity: Severity = 'error',
): Problem {
  const place = lines.place(offset);
  return { ...place, severity, rule, message, excerpt: lines.line(place.line) };
}
