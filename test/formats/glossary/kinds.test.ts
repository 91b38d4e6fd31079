import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import {
  changeGlossarySlices,
  editGlossarySlices,
  GLOSSARY_KINDS,
  isEditable,
  kindOf,
  namesOfKinds,
  readGlossarySlices,
} from '../../../src/formats/glossary/kinds.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';
import { HOME } from '../../site.ts';

/** One entry in each kind of file. */
const SAMPLES: Readonly<Record<string, string>> = {
  '.yaml': '- fr: jeton\n  en: token\n',
  '.csv': 'jeton,token\n',
  '.tsv': 'jeton\ttoken\n',
  '.po': 'msgid "jeton"\nmsgstr "token"\n',
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

test.each(['a.md', 'content/a/en.po', 'a.pot', 'yaml', 'a.yaml~', 'a.csv.bak', 'glossary.schema.json', ''])(
  '%j is no glossary',
  (file) => {
    const edited = finish(editGlossarySlices('', file, { kind: 'delete', id: 'a' }));
    expect([kindOf(file), isEditable(file), 'refused' in edited]).toEqual([null, false, true]);
  },
);

test('messages name each kind once', () => {
  expect(namesOfKinds()).toBe('.yaml, .csv, .tsv, .tbx or .po');
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

describe('many entries', () => {
  const conceptsOf = (text: string) => parseGlossaryYaml(text, 'a.yaml').concepts;
  const putsOf = (wanted: string) => conceptsOf(wanted).map((entry) => ({ id: entry.id, entry }));
  const change = (text: string, wanted: string, { file = 'a.yaml', adds = '' } = {}) =>
    finish(changeGlossarySlices(text, file, { puts: putsOf(wanted), adds: conceptsOf(adds) }));

  test.each([
    [
      'several, and a new one',
      'a.yaml',
      '- fr: a # kept\n  en: x\n- fr: b\n  en: y\n',
      '- fr: a # kept\n  en: [x, x2]\n- fr: b\n  en: [y, y2]\n\n- fr: c\n  en: z\n',
    ],
    [
      'behind a mark, with the line breaks of Windows',
      'a.yaml',
      '\ufeff- fr: a\r\n  en: x\r\n- fr: b\r\n  en: y\r\n',
      '\ufeff- fr: a\r\n  en: [x, x2]\r\n- fr: b\r\n  en: [y, y2]\r\n\r\n- fr: c\r\n  en: z\r\n',
    ],
    [
      'that others refer to',
      'a.yaml',
      '- fr: a\n  en: &e x\n- { fr: b, en: y }\n',
      '- fr: a\n  en: [x, x2]\n- { fr: b, en: [y, y2] }\n\n- fr: c\n  en: z\n',
    ],
  ])('%s', (_, file, text, changed) => {
    const wanted = '- { fr: a, en: [x, x2] }\n- { fr: b, en: [y, y2] }\n';
    expect(change(text, wanted, { file, adds: '- { fr: c, en: z }\n' })).toEqual({ text: changed });
  });

  test('of a table are changed too', () => {
    const wanted = '- { fr: a, en: x, definition: one }\n- { fr: b, en: y, definition: two }\n';
    const edited = change('fr,en,definition\na,x,\nb,y,\n', wanted, { file: 'a.csv' });
    expect(edited).toEqual({ text: 'fr,en,definition\na,x,one\nb,y,two\n' });
  });

  test('are not changed where one of them cannot be', () => {
    const edited = change('- fr: a\n  en: x\n', '- { fr: a, en: [x, x2] }\n- { fr: b, en: y }\n');
    expect(edited).toEqual({
      refused: '“y”: This entry is written in a way that cannot be changed here; edit a.yaml.',
    });
  });

  test('may be 500', () => {
    const numbers = Array.from({ length: 500 }, (_, i) => i);
    const text = numbers.map((i) => `- fr: mot ${i}\n  en: word ${i}\n`).join('');
    const wanted = numbers.map((i) => `- fr: mot ${i}\n  en: [word ${i}, term ${i}]\n`).join('');
    expect(change(text, wanted)).toEqual({ text: wanted });
  });
});
