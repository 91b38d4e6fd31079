import type { Verdict } from '../core/ledger.ts';
import type { Frame } from './pages.ts';

/** views/unit.ejs: one paragraph, to be edited. */
export interface UnitPage extends Frame {
  readonly slug: string;
  readonly unit: string;
  readonly source: string;
  readonly target: string;
  readonly state: 'draft' | 'reviewed';
  /** Of the unit as shown; a save names it. */
  readonly version: string;
  /** `chips → tokens`; the last one can be taken back. */
  readonly repairs: readonly string[];
  readonly findings: readonly string[];
  readonly verdicts: readonly { readonly term: string; readonly verdict: Verdict; readonly concept: string }[];
  /** What somebody wrote that was not saved: another version came in between, or the file could not be written. */
  readonly refused: string | null;
  /** Why the file could not be written. */
  readonly failure: string | null;
}
