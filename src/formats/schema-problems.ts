import type { z } from 'zod';
import { counted } from '../core/text/counted.ts';
import { nearestWord } from '../core/text/nearest-word.ts';

/** One thing that a value has wrong: where in the value, and the sentence for it. */
export interface ValueProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** Unknown keys of one object that are told one by one. */
const MOST_KEYS = 20;

/**
 * Turns what zod reports into sentences that say what to write. Of a union only the shape that was meant is reported;
 * an unknown key names the nearest known one.
 *
 * @param keysAt known keys of the object at a path
 */
export function valueProblems(
  error: z.ZodError,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): ValueProblem[] {
  return error.issues.flatMap((issue) => read(issue, [], keysAt));
}

function read(
  issue: Issue,
  base: readonly PropertyKey[],
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): ValueProblem[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const told = issue.keys.slice(0, MOST_KEYS);
    const more = issue.keys.length - told.length;
    const problems = told.map((key) => ({ path: [...path, key], message: unknownKey(key, keysAt(path)) }));
    return more === 0
      ? problems
      : [...problems, { path, message: `${counted(more, 'more key is', 'more keys are')} none here` }];
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((issues) => issues.length > 0 && issues.every((one) => !isWrongShape(one)));
    if (meant !== undefined) return meant.flatMap((one) => read(one, path, keysAt));
  }
  return [{ path, message: `${nameOf(path)}${issue.message}` }];
}

/** The value is another kind of thing altogether, so this branch of the union was not meant. */
function isWrongShape(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((issues) => issues.some(isWrongShape));
  return issue.code === 'invalid_type';
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearestWord(key, known);
  return near === null
    ? `“${key}” is not a key here; write one of ${known.join(', ')}`
    : `“${key}” is not a key here; write “${near}”`;
}

function nameOf(path: readonly PropertyKey[]): string {
  const key = path.findLast((part) => typeof part === 'string');
  return key === undefined ? '' : `${String(key)}: `;
}
