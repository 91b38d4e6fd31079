import { explain } from '../../core/checks/check-article.ts';
import { explainWaiting } from '../../core/ledger/explain.ts';
import type { LedgerEntry, Verdict } from '../../core/ledger/ledger-entry.ts';
import type { Unit } from '../../core/model/article.ts';

/** A term where it stands in the text. Source and target of one pair share the key. */
export interface MentionView {
  /** `p7-3`: the third term of the source of unit p7. */
  readonly key: string;
  readonly concept: string;
  /** A name, the same on both sides: marked where somebody asks for it, or where it is not right. */
  readonly keep: boolean;
  /** Null as long as there is no English. */
  readonly verdict: Verdict | null;
  /** The explanation: “jetons: plural of jeton; rendered by tokens, preferred”. */
  readonly why: string;
}

export function mentionView(unit: Unit, entry: LedgerEntry): MentionView {
  const { id, keep } = entry.reading.concept;
  return {
    key: mentionKey(unit, entry),
    concept: id,
    keep,
    ...(unit.target === null
      ? { verdict: null, why: explainWaiting(entry, unit.source) }
      : { verdict: entry.verdict, why: explain(unit, entry) }),
  };
}

/** `p7-3`: the third term of unit p7. */
export function mentionKey(unit: Unit, { number }: LedgerEntry): string {
  return `${unit.id}-${number + 1}`;
}
