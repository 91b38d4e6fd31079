import type { Problem } from '../core/checks/problem.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * A finding as a workflow command of GitHub, which shows it beside the line it is about. What steers the command is
 * escaped as the runner undoes it.
 *
 * @param below where the root stands in the checkout: `docs/`
 */
export function annotationOf(one: Omit<Problem, 'excerpt'>, below: string): string {
  const { file, line, column, severity, rule, message } = one;
  const about = { file: below + file, line: String(line), col: String(column), title: `visavis ${rule}` };
  const properties = Object.entries(about).map(([name, value]) => `${name}=${escapedProperty(value)}`);
  return `::${LEVELS[severity]} ${properties.join(',')}::${escaped(message)}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
