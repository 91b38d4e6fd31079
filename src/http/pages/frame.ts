import type { Problem } from '../../core/checks/problem.ts';

/** What every page shows around its content. */
export interface Frame {
  readonly title: string;
  /** Content hash of everything shown. */
  readonly revision: string;
  /** Files that need a correction right now; what was good before stays in use. */
  readonly problems: readonly Problem[];
}
