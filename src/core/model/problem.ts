import { showControls } from './visible-controls.ts';

/** Where something stands in a file: 1-based line, 1-based column in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `error` stops a clean check, `warning` too; `info` is only said. */
export type Severity = 'error' | 'warning' | 'info';

/** Something to correct in a *file*: what is wrong there and what to write instead. */
export interface Problem extends Place {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** The line of the file as it stands, without its line break; empty when the file could not be read. */
  readonly excerpt: string;
}

/** One line an editor can jump to: `file:line:column: severity rule: message`. A name with a line break forges no other. */
export function formatProblem({ file, line, column, severity, rule, message }: Omit<Problem, 'excerpt'>): string {
  return showControls(`${file}:${line}:${column}: ${severity} ${rule}: ${message}`);
}
