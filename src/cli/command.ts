/** Where a command writes, and what it may be asked of the outside. */
export interface Console {
  /** Results. */
  readonly out: (text: string) => void;
  /** Messages. */
  readonly err: (text: string) => void;
}

/** 0 clean, 1 findings, 2 wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** Wrong use of the command line: a sentence, then exit code 2. */
export class UsageError extends Error {}
