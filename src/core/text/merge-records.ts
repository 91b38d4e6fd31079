/** One field in which two people wrote different things over the same base. Each value as JSON has it. */
export interface FieldConflict {
  readonly key: string;
  readonly base: unknown;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/**
 * Merges two versions of a record over the one both started from, field by field. What one side changed is taken from
 * that side; where both did, yours stands in the result and the field is told.
 */
export function mergeRecords(
  base: Readonly<Record<string, unknown>>,
  yours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): { merged: Record<string, unknown>; conflicts: FieldConflict[] } {
  const merged: Record<string, unknown> = {};
  const conflicts: FieldConflict[] = [];
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(yours), ...Object.keys(base)])) {
    const [was, mine, other] = [base[key], yours[key], theirs[key]];
    const value = same(mine, was) ? other : mine;
    if (!same(mine, was) && !same(other, was) && !same(mine, other))
      conflicts.push({ key, base: was, yours: mine, theirs: other });
    if (value !== undefined) merged[key] = value;
  }
  return { merged, conflicts };
}
