import { exactPlace, type Place } from '../model/place.ts';
import type { Severity } from './rule.ts';
import { RULES, type RuleId } from './rules.ts';

/** Something to correct in a *file*: what is wrong there and what to write instead. */
export interface Problem extends Place {
  readonly severity: Severity;
  readonly rule: RuleId;
  readonly message: string;
  /** The line of the file as it stands, without its line break; empty when the file could not be read. */
  readonly excerpt: string;
}

/** A problem as its rule judges it. */
export function problemOf(rule: RuleId, { file, line, column }: Place, message: string): Problem {
  return { file, line, column, severity: RULES[rule].severity, rule, message, excerpt: '' };
}

/** Something in the folders that is left out, while everything else is read. */
export function leftOut(file: string, message: string): Problem {
  return mildProblemOf('file', { file, line: 1, column: 1 }, message);
}

/** A problem with the milder severity of its rule, where it has one. */
export function mildProblemOf(rule: RuleId, place: Place, message: string): Problem {
  const { severity, milder = severity } = RULES[rule];
  return { ...problemOf(rule, place, message), severity: milder };
}

/** One line an editor can jump to: `file:line:column: severity rule: message`. */
export function formatProblem({ severity, rule, message, ...place }: Omit<Problem, 'excerpt'>): string {
  return `${exactPlace(place)}: ${severity} ${rule}: ${message}`;
}
