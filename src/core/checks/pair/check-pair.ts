import type { RichText } from '../../model/rich-text.ts';
import { finish, type Slices } from '../../model/slices.ts';
import { someSlices } from '../../model/some-slices.ts';
import { createFindings, type Finding, type JudgedUnit, type Telling } from '../finding.ts';
import { hiddenCharacter } from './hidden-character.ts';
import { linkChanged } from './link-changed.ts';
import { markLost } from './mark-lost.ts';
import { mixedScript } from './mixed-script.ts';
import { nameLost } from './name-lost.ts';
import { isGivenBack, notTranslated } from './not-translated.ts';
import { numberAdded } from './number-added.ts';
import { numberChanged } from './number-changed.ts';
import { numberLost } from './number-lost.ts';
import { differenceSlices } from './numbers.ts';
import type { KnownFrench, PairRule } from './pair-rule.ts';
import { quotation } from './quotation.ts';
import { sentenceCount } from './sentence-count.ts';

/** In the order in which a paragraph is told. */
const RULES_OF_PAIRS: readonly PairRule[] = [
  numberChanged,
  numberLost,
  numberAdded,
  quotation,
  nameLost,
  linkChanged,
  markLost,
  sentenceCount,
  hiddenCharacter,
  mixedScript,
];

/** What a unit’s translation lost, added or changed besides its terms, and what nobody sees. */
export function checkPair(unit: JudgedUnit, target: RichText, known: KnownFrench): Finding[] {
  return finish(pairSlices(unit, target, { known, told: createFindings(unit, target) }));
}

/** The same with a pause after each rule, since a paragraph may be as long as an article. */
export function* pairSlices(
  { source }: Pick<JudgedUnit, 'source'>,
  target: RichText,
  { known, told }: { readonly known: KnownFrench; readonly told: Telling },
): Slices<Finding[]> {
  const findings = notTranslated.find({ source, target }).map((fault) => told(notTranslated.rule, fault));
  if (isGivenBack(source, target)) return findings;
  yield;
  const numbers = yield* differenceSlices(known.quantities, target, known.terms);
  const pair = { source, target, ...known, numbers };
  yield;
  for (const { rule, find } of RULES_OF_PAIRS) {
    yield* someSlices(find(pair), (fault) => findings.push(told(rule, fault)));
    yield;
  }
  return findings;
}
