import type { Place, Severity } from './problem.ts';

/** Something the text has wrong: what a reader or a check command is told. */
export interface Finding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly unit: string;
  readonly concept: string | null;
  readonly source: { readonly text: string; readonly start: number; readonly end: number } | null;
  readonly expected: readonly string[];
  readonly found: readonly string[];
  readonly message: string;
}
