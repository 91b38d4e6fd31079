import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readYamlItem } from '../../../src/formats/yaml/entries.ts';
import { cutItems } from '../../../src/formats/yaml/items.ts';
import { readPlainItem } from '../../../src/formats/yaml/plain-item.ts';
import { offsetAt, type Spot } from '../../../src/formats/yaml/spot.ts';

const SHIPPED = new URL('../../../glossary/', import.meta.url);

/** What it says, and where each part stands, as the parser tells it. */
function expectSame(text: string, { parts }: Spot): void {
  const item = parts?.get(0) as Spot;
  const entry = readYamlItem(text);
  expect(item.value).toEqual(entry?.value);
  for (const path of pathsIn(item)) expect([path, offsetAt(item, path)]).toEqual([path, entry?.offsetOf(path)]);
}

function pathsIn({ parts }: Spot, at: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  return [at, ...[...(parts ?? [])].flatMap(([key, part]) => pathsIn(part, [...at, key]))];
}

describe('is read as the parser reads it', () => {
  test.each([
    '- fr: jeton\n  en: token\n',
    '- fr: jeton',
    '- fr: l\'état d’art, en deux; (trois) [quatre] {cinq} "six"\n  note: a:b a#b - c & d * e!\n\n\n# A remark: x\n\n',
    '- fr: [jeton, { term: puce, pos: noun }, "a, b", l\'eau "x"]\n  en: { term: chip, forms: [chips, "chip s"] }\n',
    '- { fr: jeton, en: [token] }\n',
    '- {fr: jeton, en: [token, coin]}\n',
    '- fr: "a: b # c"\n  en: ""\n',
    '- fr: a\n  examples:\n    - un => one\n    - "deux: trois"\n',
    '- fr: yes\n  en: Nullable\n  note: true story\n',
    '- constructor: a\n  valueof: b\n',
    '- fr: œuvre à 5 °C…\n  en: Ångström – “x”\n',
  ])('%j', (text) => {
    expectSame(text, readPlainItem(text) as Spot);
  });
});

describe('is left to the parser', () => {
  test.each([
    ['a text that is a truth', '- fr: true\n'],
    ['nothing by its name', '- en: [a, Null]\n'],
    ['a number', '- fr: 5\n'],
    ['a key that is a truth', '- true: a\n'],
    ['a key that stands twice', '- fr: a\n  fr: b\n'],
    ['a key in quotation marks', '- "fr": a\n'],
    ['a key without its space', '- fr:a\n'],
    ['no key', '- jeton\n'],
    ['nothing behind a key', '- fr:\n  en: b\n'],
    ['a text of two lines', '- fr: a\n    b\n'],
    ['a text of two lines in a list', '- examples:\n    - a\n      b\n'],
    ['a text of two lines in quotation marks', '- fr: "a\n    b"\n'],
    ['a list of two lines', '- fr: [a,\n    b]\n'],
    ['a second colon', '- fr: a: b\n'],
    ['a colon at the end', '- fr: a:\n'],
    ['a remark behind a text', '- fr: a # b\n'],
    ['a remark between keys', '- fr: a\n  # b\n  en: c\n'],
    ['a pair in a list', '- fr: [a: b]\n'],
    ['an empty list', '- fr: []\n'],
    ['a space in front of a comma', '- fr: [a , b]\n'],
    ['a comma too many', '- fr: [a, ]\n'],
    ['a bracket in brackets', '- fr: [a [b]]\n'],
    ['a bracket that is not closed', '- fr: [a\n'],
    ['more behind brackets', '- fr: [a] b\n'],
    ['more behind a quotation mark', '- fr: "a" b\n'],
    ['an apostrophe in front', "- fr: 'a'\n"],
    ['an escape', '- fr: "a\\n"\n'],
    ['a tab', '- fr: a\tb\n'],
    ['a line that ends in CR', '- fr: a\r\n'],
    ['a space at the end', '- fr: a \n'],
    ['a hard space at the end of a term', '- fr: [a\u00a0]\n'],
    ['half a character', '- fr: a\ud800\n'],
    ['a control character', '- fr: a\u0001\n'],
    ['a list in the column of its key', '- fr:\n  - a\n'],
    ['other indentation', '-   fr: a\n    en: b\n'],
    ['two items', '- fr: a\n- fr: b\n'],
    ['another document', '- fr: a\n---\n'],
    ['five levels', '- fr: [[[[[a]]]]]\n'],
    ['100,000 levels', `- fr: ${'['.repeat(100_000)}`],
    ['an empty text', ''],
  ])('%s', (_what, text) => {
    expect(readPlainItem(text)).toBeNull();
  });
});

test('nearly every shipped entry is so plain, and says what the parser says', () => {
  const items = readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const text = readFileSync(fileURLToPath(new URL(name, SHIPPED)), 'utf8');
      return (cutItems(text) ?? []).map(({ start, end }) => text.slice(start, end));
    });
  const plain = items.flatMap((text) => {
    const spot = readPlainItem(text);
    return spot === null ? [] : [{ text, spot }];
  });
  expect(plain.length / items.length).toBeGreaterThan(0.95);
  for (let i = 0; i < plain.length; i += 1000) expectSame(plain[i]?.text ?? '', plain[i]?.spot as Spot);
});
