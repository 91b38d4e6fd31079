import { tell, tellAside } from '../../../core/checks/article/explain-unit.ts';
import type { CheckedUnit } from '../../../core/checks/checked-article.ts';
import { isAcceptable, type Standing, standingOf } from '../../../core/ledger/standing.ts';
import { readableIn } from '../../../core/text/reading.ts';
import { howOften, toldOnce } from '../../../core/text/told-once.ts';
import { inEnglish, type ToldPiece, toldInOneLine, toldLines } from '../../../core/text/told-words.ts';
import { conceptAddress } from '../../addresses.ts';

/** A term of a paragraph that is edited, and what became of it. */
export interface TermLine {
  /** The mention, as scripts know the line by. */
  readonly key: string;
  readonly text: string;
  readonly verdict: Standing;
  readonly href: string;
  readonly why: readonly ToldPiece[];
  /** Id of the entry that a reason would accept here; null for what is not wrong, or is accepted on a line before. */
  readonly accepts: string | null;
}

/** A word that is a term elsewhere: its entry, and why it does not count here. */
export interface OtherSenseLine {
  readonly href: string;
  readonly why: readonly ToldPiece[];
}

export function otherSenseLines({ unit, otherSenses }: CheckedUnit): OtherSenseLine[] {
  return otherSenses.map((other) => ({
    href: conceptAddress(other.reading.concept.id),
    why: toldInOneLine(tellAside(unit, other)),
  }));
}

/** The terms of a paragraph that are not rendered by the preferred term; once those of which the same is said. */
export function termLines({ unit, entries }: CheckedUnit): TermLine[] {
  const doubtful = entries.filter(({ verdict }) => verdict !== 'preferred');
  const acceptable = doubtful.filter((entry) => isAcceptable(standingOf(entry)));
  const lines = doubtful.map((entry) => {
    const { concept } = entry.reading;
    // One a concept: a reason holds for all its places.
    const isFirst = acceptable.find((one) => one.reading.concept === concept) === entry;
    return {
      key: `${unit.id}-${entry.number + 1}`,
      text: readableIn(unit.source, entry.source),
      verdict: standingOf(entry),
      href: conceptAddress(concept.id),
      why: toldInOneLine(tell(unit, entry)),
      accepts: isFirst ? concept.id : null,
    };
  });
  const saying = ({ text, verdict, href, why }: TermLine) => [text, verdict, href, toldLines([why])].join(' ');
  return toldOnce(lines, saying).map(({ one, times }) => ({ ...one, why: [...one.why, inEnglish(howOften(times))] }));
}
