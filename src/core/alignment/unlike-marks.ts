import type { Slices } from '../model/slices.ts';
import type { Sides } from './side-words.ts';
import { sourcesOf, targetsOf } from './stretches.ts';
import { markSlices } from './telling-marks.ts';
import type { Partners } from './word-partners.ts';
import type { Bead } from './word-share.ts';

/** What a name or figure that the other does not have tells, and how many tell at most: headings have many capitals. */
const STRANGE = { each: 1, most: 4 };
/** What a name of a program that only one has tells, and how many tell at most. */
const IDENTIFIER = { each: 1.8, most: 3 };
/** What it tells that one leads on to something, or asks, and the other does not. */
const OTHER_END = 2;

/** Says what names, figures and last signs tell against a bead. */
export function* unlikeSlices(
  { source, target }: Sides,
  texts: { readonly source: readonly string[]; readonly target: readonly string[] },
  partners: Partners,
): Slices<(pair: Bead) => number> {
  const marks = { source: yield* markSlices(texts.source, source), target: yield* markSlices(texts.target, target) };
  const partnersOf = (word: number) => [...(partners[word] ?? [])];
  const strange = (pair: Bead) => {
    const own = sourcesOf(pair, marks.source).flatMap(({ keys }) => keys);
    const foreign = targetsOf(pair, marks.target).flatMap(({ keys }) => keys);
    const others = new Set(targetsOf(pair, target.segments).flatMap(({ words }) => words));
    const unpaired = own.filter((key) => !partnersOf(key).some((other) => others.has(other)));
    if (foreign.length === 0) return unpaired.length;
    const wanted = new Set(sourcesOf(pair, source.segments).flatMap(({ words }) => words.flatMap(partnersOf)));
    return unpaired.length + foreign.filter((key) => !wanted.has(key)).length;
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
