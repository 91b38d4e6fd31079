import { describe, expect, test } from 'vitest';
import { createPairStamps, pairStamp } from '../../../src/core/ledger/pair-stamps.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';

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

/** Whether a waiver that was written beside one text holds beside another, as its French and as its English. */
const holds = (before: string, now: string): boolean[] => {
  const [old, text, other] = [parseInlineMarks(before), parseInlineMarks(now), parseInlineMarks('un jeton')];
  const [asFrench, asEnglish] = [pairStamp(old, other), pairStamp(other, old)];
  return [createPairStamps(text, other)(asFrench) === asFrench, createPairStamps(other, text)(asEnglish) === asEnglish];
};

describe('a waiver holds where a sign is escaped in another way, and back', () => {
  test.each([
    ['2 \\* 3 jetons', '2 &#42; 3 jetons'],
    ['2 \\* 3 jetons', '2 * 3 jetons'],
    ['2 &#42; 3 jetons', '2 * 3 jetons'],
    ['le jeton\\_fin', 'le jeton&#95;fin'],
    ['le jeton\\_fin', 'le jeton_fin'],
    ['le n\\# 3', 'le n&num; 3'],
    ['du C\\#, du F\\#', 'du C#, du F#'],
    ['R &amp; D', 'R & D'],
    ['R \\& D', 'R & D'],
    ['R \\& D', 'R &amp; D'],
    ['a \\< b \\& c', 'a &lt; b &amp; c'],
    ['un \\[jeton\\]', 'un &#91;jeton&#93;'],
    ['un \\[jeton\\]', 'un [jeton]'],
    ['un \\`jeton\\`', 'un &#96;jeton&#96;'],
    ['1986\\. Un jeton', '1986. Un jeton'],
    ['1986\\. Un jeton', '1986&#46; Un jeton'],
    ['\\- un jeton', '- un jeton'],
    ['a\\\\b', 'a&#92;b'],
    ['*a* \\* b \\_ c', '_a_ &#42; b &#95; c'],
    ['\\* \\_ \\# \\& \\< \\[', '&#42; &#95; &#35; &amp; &lt; &#91;'],
    ['la clé `a*b` \\* 2', 'la clé `a*b` &#42; 2'],
    ['R & D, 2 \\* 3, n# 1', 'R & D, 2 &#42; 3, n# 1'],
  ])('%j, %j', (one, other) => {
    expect([...holds(one, other), ...holds(other, one)]).toEqual([true, true, true, true]);
  });
});

describe('it lapses with what a reader sees to be another', () => {
  test.each([
    ['a mark for the sign', 'un \\*jeton\\*', 'un *jeton*'],
    ['a strong mark for the signs', 'un \\_\\_jeton\\_\\_', 'un __jeton__'],
    ['code for the sign', 'un \\`jeton\\`', 'un `jeton`'],
    ['another sign', '2 \\* 3', '2 \\_ 3'],
    ['no sign', '2 \\* 3', '2 3'],
    ['a sign more', '2 \\* 3', '2 \\*\\* 3'],
    ['a backslash that is seen', 'a \\* b', 'a \\\\* b'],
    ['a reference that is seen', 'R &amp; D', 'R &amp;amp; D'],
    ['another word', '2 \\* 3 jetons', '2 &#42; 3 puces'],
    ['another place', 'a \\* b c', 'a b &#42; c'],
  ])('%s', (_what, one, other) => {
    expect([...holds(one, other), ...holds(other, one)]).toEqual([false, false, false, false]);
  });
});

/** A text with more kinds of signs than are tried alone. */
const SIGNS = 'a * b _ c # d & e [ f ~ g | h < i > j';

test('of a text full of signs at most seven stamps hold beside its own, whatever a waiver has', () => {
  const stampAs = createPairStamps(readPlain(SIGNS), readPlain('un jeton'));
  const other = pairStamp(readPlain(''), readPlain('un jeton')).slice(4);
  let held = 0;
  for (let i = 0; i < 0x10000; i += 1) {
    const hash = i.toString(16).padStart(4, '0') + other;
    if (stampAs(hash) === hash) held += 1;
  }
  expect([held > 1, held <= 8]).toEqual([true, true]);
});

/** A text that counts how often it is read. */
function counted(text: string) {
  const plain = readPlain(text);
  const count = { reads: 0 };
  const rich = new Proxy(plain, {
    get(from, key) {
      if (key === 'words') count.reads += 1;
      return Reflect.get(from, key);
    },
  });
  return { rich, count };
}

test.each([
  ['no waiver', 0, 0],
  ['one that lapsed', 1, 2],
  ['twenty that lapsed', 20, 2],
])('a text is not read before a waiver asks, and not again for another: %s', (_what, waivers, reads) => {
  const [french, english] = [counted(SIGNS), counted(SIGNS)];
  const stampAs = createPairStamps(french.rich, english.rich);
  for (let i = 0; i < waivers; i += 1) stampAs(`fff${i.toString(36)}eee${i.toString(36)}`.slice(0, 8));
  expect([french.count.reads, english.count.reads]).toEqual([reads, reads]);
});

test.each([
  ['a long text', 5000, true],
  ['one that is too long to be read in many ways', 15_000, false],
])('%s with a sign that is escaped in another way', (_what, length, isHeld) => {
  const words = 'un jeton '.repeat(length / 9);
  expect(holds(`${words} 2 \\* 3`, `${words} 2 &#42; 3`)).toEqual([isHeld, isHeld]);
});
