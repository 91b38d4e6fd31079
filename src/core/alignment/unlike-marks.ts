import type { Sides } from './side-words.ts';
import { sourcesOf, targetsOf } from './stretches.ts';
import type { SideMarks } from './telling-marks.ts';
import { createUnanswered } from './unanswered.ts';
import type { Partners } from './word-partners.ts';
import type { Bead } from './word-share.ts';

/** What a name or figure that the other does not have tells, and how many tell at most: headings have many capitals. */
const STRANGE = { each: 1, most: 4 };
/** What a name of a program that only one has tells, and how many tell at most. */
const IDENTIFIER = { each: 1.8, most: 3 };
/** What it tells that one leads on to something, or asks, and the other does not. */
const OTHER_END = 2;

/** Says what names, figures and last signs tell against a bead. */
export function createUnlikeness(sides: Sides, marks: SideMarks, partners: Partners): (pair: Bead) => number {
  const unanswered = createUnanswered(sides, partners);
  const strange = (pair: Bead) => {
    const { source, target } = unanswered(pair, {
      source: sourcesOf(pair, marks.source).flatMap(({ keys }) => keys),
      target: targetsOf(pair, marks.target).flatMap(({ keys }) => keys),
    });
    return source.length + target.length;
  };
  return (pair) => {
    const [own, other] = [sourcesOf(pair, marks.source), targetsOf(pair, marks.target)];
    const names = new Set(own.flatMap(({ identifiers }) => identifiers));
    const others = new Set(other.flatMap(({ identifiers }) => identifiers));
    return (
      STRANGE.each * Math.min(STRANGE.most, strange(pair)) +
      IDENTIFIER.each * Math.min(IDENTIFIER.most, inOneOf(names, others)) +
      (own.at(-1)?.end === other.at(-1)?.end ? 0 : OTHER_END)
    );
  };
}

/** How many only one of both has. */
function inOneOf(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((one) => !others.has(one)).length + [...others].filter((one) => !some.has(one)).length;
}
