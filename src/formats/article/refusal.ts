import type { RuleId } from '../../core/checks/rules.ts';

/** Why a text is not read. */
export interface Refusal {
  /** Where what is too much begins. UTF-16 offset. */
  readonly offset: number;
  readonly rule: RuleId;
  /** What to write instead. */
  readonly advice: string;
}
