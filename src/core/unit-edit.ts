import type { Unit } from './article.ts';
import { fingerprint } from './fingerprint.ts';
import type { TargetEdit } from './ports.ts';

/** What a person wrote for a unit. */
export interface WrittenTarget {
  readonly target: string;
  readonly state: 'draft' | 'reviewed';
}

/** Changes with the source, the target and the state of one unit, and with nothing else. */
export function unitVersion({ source, target, state }: Unit): string {
  return fingerprint(source.text, target?.text ?? '', state);
}

/** @param date ISO 8601 */
export function personalEdit(unit: Unit, { target, state }: WrittenTarget, date: string): TargetEdit {
  return {
    unit: unit.id,
    target,
    state: state === 'reviewed' ? 'reviewed' : 'translated',
    comments: [`origin: person ${date}`],
    expected: unit.target?.text ?? '',
  };
}

/** The target with the last of its repairs taken back, and the repairs that are left; null when it is not there any more. */
export function withoutRepair(unit: Unit): { target: string; repairs: readonly string[] } | null {
  const last = unit.repairs.at(-1);
  const [from = '', to = ''] = last?.split(' → ') ?? [];
  const text = unit.target?.text ?? '';
  const at = to === '' ? -1 : text.lastIndexOf(to);
  if (at < 0) return null;
  return { target: text.slice(0, at) + from + text.slice(at + to.length), repairs: unit.repairs.slice(0, -1) };
}
