import type { FieldConflict } from '../../../core/text/merge-records.ts';

/** A field that two people changed; each value as one would write it. */
export interface ConflictView {
  readonly key: string;
  readonly base: string;
  readonly yours: string;
  readonly theirs: string;
}

export function conflictViews(conflicts: readonly FieldConflict[]): ConflictView[] {
  const written = (value: unknown) =>
    value === undefined ? '(nothing)' : typeof value === 'string' ? value : listed(value);
  return conflicts.map(({ key, base, yours, theirs }) => ({
    key,
    base: written(base),
    yours: written(yours),
    theirs: written(theirs),
  }));
}

/** Terms as words, with their rules in brackets. */
function listed(value: unknown): string {
  if (!Array.isArray(value)) return termText(value);
  return value.map(termText).join(', ');
}

function termText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { term, ...rules } = value as Record<string, unknown>;
  return `${String(term)} (${Object.values(rules).flat().map(String).join(', ')})`;
}
