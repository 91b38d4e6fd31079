import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYamlItem, type YamlEntry } from '../../../src/formats/yaml/entries.ts';
import { cutItems } from '../../../src/formats/yaml/items.ts';
import { readSoundItem } from '../../../src/formats/yaml/sound-item.ts';
import { rounds } from '../../rounds.ts';

const SHIPPED = fileURLToPath(new URL('../../../glossary/', import.meta.url));
const ITEMS = ['llm.yaml', 'law.yaml', 'industry.yaml'].flatMap((name) => {
  const text = readFileSync(path.join(SHIPPED, name), 'utf8');
  return (cutItems(text) ?? []).slice(0, 60).map(({ start, end }) => text.slice(start, end));
});

/** Its value, and where each part of it stands. */
function told({ value, offsetOf }: YamlEntry): unknown {
  return { value, offsets: pathsIn(value).map((path) => [path.join('.'), offsetOf(path)]) };
}

function pathsIn(value: unknown, at: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [at, ...parts.flatMap(([key, part]) => pathsIn(part, [...at, Array.isArray(value) ? Number(key) : key]))];
}

describe('the two readers agree on', () => {
  test.each([
    '- fr: jeton\n  en: token\n',
    '- { fr: [jeton, { term: puce, pos: noun }], en: "a, b" }\n',
    '- fr: \'l\'\'eau\'\n  en:\n    - "a \\"b\\" \\u00e9"\n    - c\n',
    '-\n  fr: jeton\n\n  # a remark\n  en: token # another\n',
    '- "fr": jeton\n  en:\n   more\n   lines\n',
    '- fr: 5\n  en: true\n  note: 1_000\n  source: 0x1F\n',
    '- fr: 1e300\n  en: "1e400"\n  note: 1e400 W\n  source: 1e-400\n',
    '- [.inf, -.inf, .5, +7]\n',
    '- fr: a:b\n  en: a#b\n  note: "#"\n',
    '- fr: jeton\r\n  en: [token,\r\n    coin]\r\n',
    '- jeton\n',
    '- "\\U0010FFFF \\U0001F600"\n',
    '- [a, [b, [c]]]\n',
    '- - a\n  - b\n',
    '- constructor: a\n  toString: b\n',
    '- fr: a\n  note: 5\n  en: [b, ~]\n',
    '- "2": a\n  "1": b\n',
    '- truth: a\n  nulls: b\n  "~": c\n  "0x1": d\n',
    '- fr: 😀 œ\u202f!\n  en: x\n',
  ])('%j', (text) => {
    expect(told(readSoundItem(text) as YamlEntry)).toEqual(told(readYamlItem(text) as YamlEntry));
  });
});

describe('left to the reader that knows more is', () => {
  test.each([
    ['a key that stands twice', '- fr: a\n  fr: b\n'],
    ['a key that stands twice, once in quotation marks', '- { fr: a, "fr": b }\n'],
    ['a key that every object has', '- __proto__: a\n'],
    ['a key that every object has, in quotation marks', '- "__proto__": [a]\n'],
    ['a bracket that is not closed', '- fr: [a\n'],
    ['a tab that indents', '- fr: a\n\ten: b\n'],
    ['an alias', '- fr: &a b\n  en: *a\n'],
    ['an anchor', '- fr: &a b\n'],
    ['a tag', '- fr: !!str 5\n'],
    ['a tag nobody knows', '- fr: !x b\n'],
    ['a block', '- fr: |\n    a\n    b\n'],
    ['a folded block', '- fr: >-\n    a\n    b\n'],
    ['nothing', '- fr:\n  en: b\n'],
    ['an empty key', '- : a\n'],
    ['a key that may be nothing', '- ~: a\n'],
    ['a key that may be a number', '- 0x1: a\n'],
    ['a key that may be a truth', '- TRUE: a\n'],
    ['a list as a key', '- [a]: b\n'],
    ['a number beyond all', '- fr: 1e400\n'],
    ['the same below all', '- en: [-1e400]\n'],
    ['the same with a point', '- 1.e400\n'],
    ['the same of digits alone', `- fr: ${'9'.repeat(400)}\n`],
    ['the same in sixteens', `- fr: 0x${'F'.repeat(300)}\n`],
    ['a line that ends in CR', '- fr: a\r  en: b\n'],
    ['two items', '- fr: a\n- fr: b\n'],
    ['no list', 'fr: a\n'],
    ['two texts', '- fr: a\n---\n- fr: b\n'],
    ['an empty text', ''],
    ['33 levels', `- ${'['.repeat(32)}a${']'.repeat(32)}\n`],
    ['100,000 levels', `- ${'['.repeat(100_000)}`],
    ['a control character', '- fr: a\u0001b\n'],
    ['one that is escaped', '- fr: "a\\x01b"\n'],
    ['what is beyond Unicode', '- fr: "\\U00110000"\n'],
    ['the same far beyond', '- fr: "\\UFFFFFFFF"\n'],
    ['half a surrogate pair', '- fr: "\\ud800"\n'],
  ])('%s', (_what, text) => {
    expect(readSoundItem(text)).toBeNull();
  });
});

test('whatever is written into an entry, they never read two things', () => {
  const pieces =
    ' |  |\n|\n  |\t|: |:|#| #|- |[|]|{|}|,|"|\'|\\|~|null|1|.5|? |%|@|`|<<: |\r\n|\u0085|\u2028|\ufeff|1e400'.split(
      '|',
    );
  const piece = fc.constantFrom(...pieces, '&a ', '*a', '!!str ', '|', '>', '""', "''", '  - x\n', '\\x41');
  const change = fc.tuple(fc.nat(), fc.nat(3), piece);
  const changed = fc.tuple(fc.constantFrom(...ITEMS), fc.array(change, { maxLength: 3 })).map(([item, changes]) =>
    changes.reduce((text, [at, less, more]) => {
      const from = at % (text.length + 1);
      return `${text.slice(0, from)}${more}${text.slice(from + less)}`;
    }, item),
  );
  fc.assert(
    fc.property(changed, (text) => {
      // What such a list is cut at, and never holds.
      fc.pre(cutItems(text) !== null);
      const [sound, other] = [readSoundItem(text), readYamlItem(text)];
      if (sound !== null && other !== null) expect(told(sound)).toEqual(told(other));
    }),
    { numRuns: rounds(400, 30_000) },
  );
});
