import { tell } from '../../../core/checks/article/explain-unit.ts';
import { tellWaiting } from '../../../core/ledger/explain.ts';
import type { LedgerEntry, Verdict } from '../../../core/ledger/ledger-entry.ts';
import type { Unit } from '../../../core/model/article.ts';
import { isAccepted } from '../../../core/model/concept.ts';
import { toldLines } from '../../../core/text/told-words.ts';

/** A term where it stands in the text. Source and target of one pair share the key. */
export interface MentionView {
  /** `p7-3`: the third term of the source of unit p7. */
  readonly key: string;
  readonly concept: string;
  /** A name, the same on both sides: marked where somebody asks for it, or where it is not right. */
  readonly isName: boolean;
  /** A general word, which English renders freely: where no rendering stands, that is a remark. */
  readonly isFree: boolean;
  /** Null as long as there is no English. */
  readonly verdict: Verdict | null;
  /** The explanation, a line each: which form was found, unless it is the term itself, and what became of it. */
  readonly why: string;
}

export function mentionView(unit: Unit, entry: LedgerEntry): MentionView {
  return {
    key: mentionKey(unit, entry),
    concept: entry.reading.concept.id,
    isName: isName(entry),
    isFree: entry.reading.concept.count === 'free',
    ...(unit.target === null
      ? { verdict: null, why: toldLines(tellWaiting(entry, unit.source)) }
      : { verdict: entry.verdict, why: toldLines(tell(unit, entry)) }),
  };
}

/** Whether the English has it as the French has it: as it is kept, or as an entry of both languages writes it. */
function isName({ reading: { concept, term } }: LedgerEntry): boolean {
  if (concept.keep) return true;
  return term.partOfSpeech === 'properNoun' && concept.en.some((en) => isAccepted(en) && en.text === term.text);
}

/** `p7-3`: the third term of unit p7. */
export function mentionKey(unit: Unit, { number }: LedgerEntry): string {
  return `${unit.id}-${number + 1}`;
}
