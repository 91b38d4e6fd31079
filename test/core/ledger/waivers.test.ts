import { describe, expect, test } from 'vitest';
import { conceptFingerprint, pairStamp } from '../../../src/core/ledger/waivers.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { readEntry } from '../../../src/formats/glossary/entry.ts';

const hashOf = (entry: object) =>
  conceptFingerprint(readEntry(entry, () => ({ file: 'a.yaml', line: 1, column: 1 })).concept as Concept);

const ENTRY = { fr: ['application', 'appli'], en: ['app'], except: ['mise en application'] };

test('an entry that says nothing new keeps the hash that waivers were written with', () => {
  expect(hashOf(ENTRY)).toBe('6d980102fbf0');
});

test.each<[string, object]>([
  ['words of another sense', { unless: ['enforcement'] }],
  ['other words of another sense', { unless: ['enforcement', 'use'] }],
  ['the same words as an exception', { except: ['mise en application', 'enforcement'] }],
  ['an English term without a plural', { en: [{ term: 'app', plural: 'none' }] }],
])('%s change it', (_what, keys) => {
  const others = [ENTRY, { ...ENTRY, unless: ['use'] }].map(hashOf);
  expect(others).not.toContain(hashOf({ ...ENTRY, ...keys }));
});

describe('the French of a waiver keeps the hash that waivers in files have', () => {
  test.each([
    ['un jeton', '59ce'],
    ['un\u00a0jeton', '59ce'],
    ['un  \njeton', '74ff'],
    ['l’IA', '4ab2'],
    ["l'IA", '4ab2'],
    ['l‘IA', '6c47'],
    ['e\u0301te\u0301', '7edf'],
    ['porte\u2010clé', '7c46'],
    ['je\u00adton', '348f'],
    ['je\u200bton', '348f'],
    ['je\u2060ton', '348f'],
    ['je\ufeffton', '348f'],
    ['je\u200cton', 'c23f'],
    ['je\u200dton', '2680'],
    ['un\u200e jeton', '9c20'],
    ['un\u200f jeton', '1f48'],
    ['un \u202ejeton\u202c', '0bef'],
    ['\u2066un\u2069 jeton', '20d6'],
    ['jeton\u{e0041}', '3f3c'],
    ['🏴\u{e0067}\u{e0062}\u{e007f}', '5018'],
  ])('%j', (french, hash) => {
    expect(pairStamp(readPlain(french), readPlain(''))).toBe(`${hash}d2ea`);
  });
});

test.each([
  ['a tag', 'a\u200e token\u{e0041}'],
  ['two marks of direction', '\u200fa\u200e token\u200f'],
  ['the same mark once more', 'a\u200e token\u200e'],
  ['a joiner', 'a\u200e to\u200dken'],
])('a waiver of one sign that nobody sees lapses with %s', (_what, english) => {
  const french = readPlain('un\u200e jeton');
  expect(pairStamp(french, readPlain(english))).not.toBe(pairStamp(french, readPlain('a\u200e token')));
});
