import { expect, test } from 'vitest';
import { conceptFingerprint, heldFingerprints } from '../../../src/core/ledger/waivers.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
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
