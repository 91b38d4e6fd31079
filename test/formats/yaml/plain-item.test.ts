import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYamlEntries } from '../../../src/formats/yaml/entries.ts';
import { readPlainItem, type YamlEntry } from '../../../src/formats/yaml/plain-item.ts';
import { rounds } from '../../rounds.ts';

/** Every path of a value, and some that are not there. */
function pathsIn(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  const isList = Array.isArray(value);
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const below = parts.flatMap(([key, part]) => pathsIn(part, [...path, isList ? Number(key) : key]));
  return [path, [...path, 'gender'], [...path, 9], ...below];
}

/** What an entry says, and where; null for none. */
function saidBy(entry: YamlEntry | null, paths: readonly PropertyKey[][]): unknown {
  return entry === null ? null : [entry.value, paths.map((path) => entry.offsetOf(path))];
}

/** What the parser says of a text, where that is one item without a problem. */
function parsed(text: string): YamlEntry | null {
  const { entries, problems } = readYamlEntries(text, '');
  return entries.length === 1 && problems.length === 0 ? (entries[0] ?? null) : null;
}

test.each([
  ['a text', '- fr: jeton\n  en: token\n'],
  ['texts with signs in them', "- fr: l’IA (« à venir ») & co. - 100 %, C++\n  en: AI, it's - so\n"],
  ['lists', '- fr: [jeton, jeton d’accès]\n  en: [ token , access token ]\n'],
  ['mappings', '- fr: { term: puce, pos: noun }\n  en: [{ term: chip, forms: [chips, chip set] }, microchip]\n'],
  ['quotation marks', '- fr: "jeton: un"\n  en: [\'the “token”\', "a, b"]\n'],
  ['a line a text', '- fr: jeton\n  examples:\n    - un jeton => a token\n    - jetons => -\n  en: token\n'],
  ['remarks between lines', '- fr: jeton\n\n  # a remark\n# another\n  en: token\n\n# Others\n\n'],
  ['brackets around all', '- { keep: Paris, definition: "It is: a town.", see: [lyon, nice] }\n# Lyon\n'],
  ['numbers that are words', '- fr: 4 octets\n  en: 4 bytes\n'],
  ['signs outside the plane', '- fr: bibliothèque 🤗 Datasets\n  en: [🤗 Datasets]\n'],
])('reads as the parser does: %s', (_what, text) => {
  const read = readPlainItem(text);
  const paths = pathsIn(read?.value);
  expect(saidBy(read, paths)).toEqual(saidBy(parsed(text), paths));
  expect(read).not.toBeNull();
});

test.each([
  ['a number', '- fr: 12\n'],
  ['a number in a list', '- fr: [1e3]\n'],
  ['nothing', '- fr:\n  en: token\n'],
  ['a word for nothing', '- fr: Null\n'],
  ['a truth', '- fr: [true]\n'],
  ['a remark behind a text', '- fr: jeton # a remark\n'],
  ['a remark behind a list', '- fr: [jeton] # a remark\n'],
  ['a key on the same line', '- fr: jeton: un\n'],
  ['a colon at the end', '- fr: jeton:\n'],
  ['a colon in brackets', '- fr: [a:b]\n'],
  ['a text that goes on', '- fr: jeton\n    textuel\n'],
  ['a list that goes on', '- fr: [jeton,\n    puce]\n'],
  ['a block', '- fr: >\n    jeton\n'],
  ['an alias', '- fr: *a\n'],
  ['a tag', '- fr: !!str 12\n'],
  ['a key that stands twice', '- fr: a\n  fr: b\n'],
  ['a key that stands twice in brackets', '- fr: { term: a, term: b }\n'],
  ['a list that ends in a comma', '- fr: [a, ]\n'],
  ['nothing behind the dash', '- \n'],
  ['an item that begins below its dash', '- \n  fr: jeton\n'],
  ['a list of nothing', '- fr: []\n'],
  ['a quotation mark that is not closed', '- fr: "a\n'],
  ['words behind a quotation', '- fr: "a" b\n'],
  ['a quotation with an escape', '- fr: "a\\n"\n'],
  ['a quotation mark twice', "- fr: 'l''IA'\n"],
  ['a blank at the end', '- fr: jeton \n'],
  ['a no-break space at the end', '- fr: [jeton\u00a0]\n'],
  ['a tab', '- fr:\tjeton\n'],
  ['a carriage return', '- fr: jeton\r\n'],
  ['a mapping below a dash', '- not:\n    - term: puce\n      why: so\n'],
  ['another indentation', '- fr: jeton\n   en: token\n'],
  ['a list without indentation', '- fr:\n  - jeton\n'],
  ['a list below a text', '- fr: jeton\n    - puce\n'],
  ['words for all', '- jeton\n'],
  ['half a character', '- fr: jeton\ud83e\n'],
  ['brackets in brackets without end', `- fr: ${'['.repeat(100_000)}\n`],
])('leaves to the parser: %s', (_what, text) => {
  expect(readPlainItem(text)).toBeNull();
});

test('whatever stands in an item, it is read as the parser reads it or left to it', () => {
  const part = fc.constantFrom(
    ...[
      'jeton',
      'l’IA',
      'a',
      '🤗',
      '12',
      '1.5',
      '0x1f',
      'null',
      'True',
      '~',
      'C#',
      'fr',
      'term',
      '-',
      '- ',
      '=>',
      '\u00a0',
    ],
    ...[
      ': ',
      ':',
      ' #',
      '# ',
      ', ',
      ',',
      ' ',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '{ term: ',
      '[a, ',
      ' }',
      '"',
      "'",
      '\\',
      '&',
      '*',
      '!',
      '|',
      '?',
    ],
    ...[
      '\n',
      '\n  ',
      '\n    ',
      '\n    - ',
      '\n  en: ',
      '\n  see:',
      '\n# x',
      '\n\n',
      '\r\n',
      '\t',
      '\u0085',
      '\u2028',
      '\ufeff',
      '.',
      '.inf',
      '<<',
      '%',
      '@',
    ],
  );
  const item = fc.tuple(
    fc.constantFrom('- fr: ', '- fr: [', '- { fr: ', '- fr:\n    - '),
    fc.array(part, { maxLength: 9 }),
  );
  fc.assert(
    fc.property(item, ([opening, parts]) => {
      const text = `${opening}${parts.join('')}\n`;
      const read = readPlainItem(text);
      const paths = pathsIn(read?.value);
      if (read !== null) expect(saidBy(read, paths)).toEqual(saidBy(parsed(text), paths));
    }),
    { numRuns: rounds(3000, 300_000) },
  );
});
