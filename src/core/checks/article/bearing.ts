import { wordHashes } from '../../matcher/word-hashes.ts';
import type { Concept } from '../../model/concept.ts';
import { mapSlices, type Slices } from '../../model/slices.ts';
import type { Bearing, CheckedUnit } from '../checked-article.ts';

/** @param known the French words of these paragraphs, where they were looked for before */
export function* bearingSlices(checked: readonly CheckedUnit[], known: Bearing['words'] | null): Slices<Bearing> {
  const words = known ?? (yield* wordHashes(yield* mapSlices(checked, ({ unit }) => unit.source)));
  const accepts = [...new Set((yield* mapSlices(checked, acceptsIn)).flat())];
  return { words, accepts, named: new Set((yield* mapSlices(checked, namedBeside)).flat()) };
}

function acceptsIn({ unit: { waivers } }: CheckedUnit): string[] {
  return waivers.map(({ accepts }) => accepts);
}

/** Entries that a ledger names besides those its mentions are read as. */
function namedBeside({ entries, otherSenses }: CheckedUnit): Concept[] {
  return [
    ...entries.flatMap(({ rendering }) => rendering?.reading?.concept ?? []),
    ...otherSenses.map(({ reading }) => reading.concept),
  ];
}
