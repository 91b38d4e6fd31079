import { describe, expect, test } from 'vitest';
import { sortFindings } from '../../../src/core/checks/accepted.ts';
import type { Finding } from '../../../src/core/checks/finding.ts';
import { createPairStamps, pairStamp } from '../../../src/core/ledger/pair-stamps.ts';
import { conceptFingerprint, createHolding, heldFingerprints, ruleStamp } from '../../../src/core/ledger/waivers.ts';
import type { Waiver } from '../../../src/core/model/article.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { readEntry } from '../../../src/formats/glossary/entry.ts';

const hashOf = (entry: object) =>
  conceptFingerprint(readEntry(entry, () => ({ file: 'a.yaml', line: 1, column: 1 })).concept as Concept);

const ENTRY = { fr: ['application', 'appli'], en: ['app'], except: ['mise en application'] };

test('an entry that says nothing new keeps the hash that waivers were written with', () => {
  expect(hashOf(ENTRY)).toBe('6d980102fbf0');
});

test.each([
  ['each', 'free', true],
  ['unit', 'free', true],
  ['free', 'each', false],
  ['free', 'unit', false],
  ['each', 'unit', false],
] as const)('what was noted of an entry that counts “%s” holds where it counts “%s”: %s', (then, now, holds) => {
  const { concept } = readEntry({ ...ENTRY, count: now }, () => ({ file: 'a.yaml', line: 1, column: 1 }));
  expect(heldFingerprints(concept as Concept).includes(hashOf({ ...ENTRY, count: then }))).toBe(holds);
});

describe('of two waivers that say the same the first holds', () => {
  const rich = { source: readPlain('Un.'), target: readPlain('One.') };
  const pair = pairStamp(rich.source, rich.target);
  const place = { file: 'en.po', line: 1, column: 1 };
  const waiver = (accepts: string, stamp: string, reason: string) => ({ accepts, hash: pair + stamp, reason, place });
  const heldBy = (waivers: readonly Waiver[]) => createHolding(createPairStamps(rich.source, rich.target), waivers);
  test.each<[string, readonly Waiver[], string | undefined]>([
    ['one', [waiver('app', 'aaaa', 'one')], 'one'],
    ['two that say the same', [waiver('app', 'aaaa', 'one'), waiver('app', 'aaaa', 'two')], 'one'],
    ['the one that is asked for first', [waiver('app', 'bbbb', 'two'), waiver('app', 'aaaa', 'one')], 'one'],
    ['one of another state of the entry', [waiver('app', 'bbbb', 'two')], 'two'],
    ['one of another thing', [waiver('other', 'aaaa', 'one')], undefined],
    ['one that does not hold', [waiver('app', 'cccc', 'one')], undefined],
    ['a first that does not hold', [waiver('app', 'cccc', 'one'), waiver('app', 'aaaa', 'two')], 'two'],
    [
      'a first for other texts',
      [{ ...waiver('app', '', 'one'), hash: '00000000aaaa' }, waiver('app', 'aaaa', 'two')],
      'two',
    ],
  ])('%s', (_what, waivers, reason) => {
    expect(heldBy(waivers)('app', ['aaaa', 'bbbb'])?.reason).toBe(reason);
  });

  test('of what a rule finds too', () => {
    const waivers = ['one', 'two'].map((reason) => waiver('number-changed', ruleStamp('number-changed'), reason));
    const said = { unit: 'p2', concept: null, source: null, expected: [], found: [], message: '', said: '' };
    const finding: Finding = { ...place, ...said, rule: 'number-changed', severity: 'error' };
    const { open, accepted } = sortFindings([finding], waivers, createPairStamps(rich.source, rich.target));
    expect([open, accepted.map((one) => one.waiver.reason)]).toEqual([[], ['one']]);
  });
});

test.each<[string, object]>([
  ['one rendering that is enough', { count: 'unit' }],
  ['words of another sense', { unless: ['enforcement'] }],
  ['other words of another sense', { unless: ['enforcement', 'use'] }],
  ['the same words as an exception', { except: ['mise en application', 'enforcement'] }],
  ['an English term without a plural', { en: [{ term: 'app', plural: 'none' }] }],
])('%s change it', (_what, keys) => {
  const others = [ENTRY, { ...ENTRY, unless: ['use'] }].map(hashOf);
  expect(others).not.toContain(hashOf({ ...ENTRY, ...keys }));
});
