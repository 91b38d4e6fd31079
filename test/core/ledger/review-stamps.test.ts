import { expect, test } from 'vitest';
import { checkUnit } from '../../../src/core/ledger/ledger.ts';
import { isStampedOtherwise, readReviewedTerms, writeReviewedTerms } from '../../../src/core/ledger/review-stamps.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { glossaryOf } from '../glossaries.ts';

/** The terms of one pair by an entry that says this besides its terms. */
function entriesBy(keys: string) {
  const { indexes } = glossaryOf(`- { fr: mesure, en: [measure, step]${keys} }\n`);
  return checkUnit(readPlain('La mesure.'), readPlain('The step.'), indexes).entries;
}

test.each([
  ['', '', false],
  ['', ', count: unit', true],
  ['', ', count: free', false],
  [', count: unit', ', count: free', false],
  [', count: free', ', count: unit', true],
  [', count: free', '', true],
  [', except: [sur mesure]', ', count: free', true],
])('an entry noted with “%s” is another with “%s”: %s', (then, now, isOther) => {
  const noted = readReviewedTerms(writeReviewedTerms(entriesBy(then)));
  expect(entriesBy(now).map((entry) => isStampedOtherwise(entry, noted))).toEqual([isOther]);
});
