import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What came of a change: a test failed by what it asserts; all passed; or nobody can say, as what went wrong may be the
 * change or the machine (a file that does not load, a test that takes too long).
 */
export type Verdict =
  | { readonly kind: 'noticed'; readonly by: string }
  | { readonly kind: 'unnoticed' }
  | { readonly kind: 'undecided'; readonly why: string };

export function said(verdict: Verdict): string {
  if (verdict.kind === 'noticed') return `noticed by ${verdict.by}`;
  return verdict.kind === 'unnoticed' ? 'NOT NOTICED' : `UNDECIDED: ${verdict.why}`;
}

/** Verdicts that outlive a run, so that one which was cut goes on. */
export interface KeptVerdicts {
  /** Null where there is none; what was undecided is tried again. */
  find(mutant: string): Verdict | null;
  keep(mutant: string, verdict: Verdict): void;
}

/**
 * Appends each verdict to a file, a line of JSON each.
 *
 * @param state what the checkout says: verdicts of another state count for nothing
 */
export function openVerdicts(file: string, state: string): KeptVerdicts {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(isWhole) : [];
  const kept = new Map<string, Verdict>();
  for (const line of lines) {
    const row = JSON.parse(line) as Row;
    if (row.state === state && row.verdict.kind !== 'undecided') kept.set(row.mutant, row.verdict);
  }
  mkdirSync(path.dirname(file), { recursive: true });
  return {
    find: (mutant) => kept.get(mutant) ?? null,
    keep: (mutant, verdict) => appendFileSync(file, `\n${JSON.stringify({ state, mutant, verdict } satisfies Row)}`),
  };
}

/** A run may have been cut within a line. */
function isWhole(line: string): boolean {
  return line.startsWith('{') && line.endsWith('}}');
}

interface Row {
  readonly state: string;
  readonly mutant: string;
  readonly verdict: Verdict;
}

/** The state of some files, by their names and what they say. */
export function stateOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [file, text] of files) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}
