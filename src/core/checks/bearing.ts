import { wordHashes } from '../matcher/word-hashes.ts';
import type { Concept } from '../model/concept.ts';
import { mapSlices, type Slices } from '../model/slices.ts';
import type { Bearing, CheckedUnit } from './checked-article.ts';

export function* bearingSlices(checked: readonly CheckedUnit[]): Slices<Bearing> {
  const units = checked.map(({ unit }) => unit);
  const words = {
    fr: yield* wordHashes(units.map(({ source }) => source)),
    en: yield* wordHashes(units.map(({ target }) => target)),
  };
  return { words, accepts: acceptsIn(checked), named: new Set((yield* mapSlices(checked, namedBeside)).flat()) };
}

function acceptsIn(checked: readonly CheckedUnit[]): string[] {
  return [...new Set(checked.flatMap(({ unit: { waivers } }) => waivers.map(({ accepts }) => accepts)))];
}

/** Entries that a ledger names besides those its mentions are read as. */
function namedBeside({ entries, otherSenses }: CheckedUnit): Concept[] {
  return [
    ...entries.flatMap(({ rendering }) => rendering?.reading?.concept ?? []),
    ...otherSenses.map(({ reading }) => reading.concept),
  ];
}
