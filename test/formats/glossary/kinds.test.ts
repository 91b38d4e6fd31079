import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import {
  editGlossarySlices,
  GLOSSARY_KINDS,
  isEditable,
  kindOf,
  namesOfKinds,
  readGlossarySlices,
} from '../../../src/formats/glossary/kinds.ts';
import { HOME } from '../../site.ts';

/** One entry in each kind of file. */
const SAMPLES: Readonly<Record<string, string>> = {
  '.yaml': '- fr: jeton\n  en: token\n',
  '.csv': 'jeton,token\n',
  '.tsv': 'jeton\ttoken\n',
  '.tbx':
    '<tbx><termEntry><langSet xml:lang="fr"><tig><term>jeton</term></tig></langSet><langSet xml:lang="en"><tig><term>token</term></tig></langSet></termEntry></tbx>',
};

describe.each(GLOSSARY_KINDS.flatMap((kind) => kind.extensions.map((extension) => ({ kind, extension }))))(
  'a file that ends in $extension',
  ({ kind, extension }) => {
    const file = `glossary/a${extension}`;
    const text = SAMPLES[kind.extensions[0] ?? ''] ?? '';

    test('is read, and its entries say whether a tool made them', () => {
      const { concepts } = finish(readGlossarySlices(text, file));
      expect(concepts.map(({ id, isExport }) => [id, isExport ?? false])).toEqual([['token', kind.isExport]]);
    });

    test('is changed, or says why not', () => {
      const edited = finish(editGlossarySlices(text, file, { kind: 'delete', id: 'token' }));
      expect('text' in edited).toBe(isEditable(file));
    });
  },
);

test.each(['a.md', 'a.po', 'yaml', 'a.yaml~', 'a.csv.bak', 'glossary.schema.json', ''])('%j is no glossary', (file) => {
  const edited = finish(editGlossarySlices('', file, { kind: 'delete', id: 'a' }));
  expect([kindOf(file), isEditable(file), 'refused' in edited]).toEqual([null, false, true]);
});

test('messages name each kind once', () => {
  expect(namesOfKinds()).toBe('.yaml, .csv, .tsv or .tbx');
});

test('no other file asks what a glossary file is called', () => {
  const src = path.join(HOME, 'src');
  const others = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/glossary\/(kinds|csv)\.ts$/.test(file),
  );
  const asking = /ya\?ml|\.\(csv|(?:endsWith|extname)\(.*\.(?:ya?ml|csv|tsv|tbx)/;
  expect(others.filter((file) => asking.test(readFileSync(path.join(src, file), 'utf8')))).toEqual([]);
});

test.each([
  ['content/essai/fr.txt', false],
  ['glossary/terms.txt', true],
  ['glossary/TERMS.CSV', true],
  ['glossary/terms.csv.doc', false],
])('%s is a glossary file: %s', (file, isOne) => {
  expect(kindOf(file) !== null).toBe(isOne);
});
