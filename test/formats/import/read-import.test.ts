import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import { writeTmx } from '../../../src/formats/exchange/tmx.ts';
import { writeXliff12 } from '../../../src/formats/exchange/xliff12.ts';
import { writeXliff21 } from '../../../src/formats/exchange/xliff21.ts';
import { importFormatOf } from '../../../src/formats/import/import-format.ts';
import { importOutcomeOf, MOST_TERMBASE_BYTES, readImportSlices } from '../../../src/formats/import/read-import.ts';
import { rounds } from '../../rounds.ts';
import { articleOf } from '../exchange/articles.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const refusalOf = (content: string | Uint8Array, name = 'x') =>
  importOutcomeOf(typeof content === 'string' ? bytes(content) : content, name).refusal;
const long = (text: string) => bytes(text + ' '.repeat(5 * 1024 * 1024));
const unitsOf = (content: Uint8Array, name = 'x.po') => {
  const read = finish(readImportSlices(content, name));
  return read.kind === 'translation' ? read.file.units.map(({ source, target, state }) => [source, target, state]) : [];
};

describe('a file is told by what it holds', () => {
  test.each([
    ['<?xml version="1.0"?>\n<!-- by a tool -->\n<xliff version="1.2">', 'xliff'],
    ['<x:xliff version="2.1" xmlns:x="urn:oasis:names:tc:xliff:document:2.0">', 'xliff'],
    ['\ufeff<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">', 'tmx'],
    ['<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX">', 'tbx'],
    ['<tbx type="TBX-Basic" style="dct">', 'tbx'],
    ['<TBX dialect="TBX-Min">', 'tbx'],
    ['# a comment\n#, fuzzy\nmsgid ""\nmsgstr ""\n', 'po'],
    ['#. p1\nmsgctxt "p1"\nmsgid "a"\n', 'po'],
    ['# yaml-language-server: x\n- fr: jeton\n  en: token\n', 'yaml'],
    ['- {fr: jeton, en: token}\n', 'yaml'],
    ['fr,en\njeton,token\n', 'table'],
    ['# OmegaT\njeton\ttoken\n', 'table'],
    ['#metoo\t#metoo\njeton\ttoken\n', 'table'],
    ['sep=;\njeton;token\n', 'table'],
  ])('%j', (text, format) => {
    expect(importFormatOf(text)).toBe(format);
  });

  test.each([
    ['<mtf><conceptGrp/></mtf>', 'mtf'],
    ['<html><body>', 'html'],
    ['Un texte sans rien.', ''],
    ['#separator:tab\n#html:true\na1b2\t<b>jeton</b>\ttoken\n', ''],
    ['#deck:Mots\njeton\ttoken\n', ''],
    ['', ''],
  ])('%j is none', (text, other) => {
    expect(importFormatOf(text)).toEqual({ other });
  });
});

describe('what is not read says why', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /^is empty$/],
    ['other XML', '<mtf/>', /^is XML of another kind, “mtf”; give XLIFF/],
    ['prose', 'Rien.', /^is none of the formats/],
    ['an archive', new Uint8Array([0x50, 0x4b, 3, 4]), /^is a packed file/],
    ['an empty archive', Buffer.from('PK\x05\x06,\0'), /^is a packed file; unpack it/],
    ['gzip', Buffer.from('\x1f\x8b\b\0a,b\n', 'latin1'), /^is a packed file; unpack it/],
    ['bzip2', Buffer.from('BZh91AY&SY,a\n', 'latin1'), /^is a packed file; unpack it/],
    [
      'an old Excel',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1,a\n', 'latin1'),
      /^is a document of an old Word or Excel; export XLIFF/,
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n1,2\n'), /^is a PDF; export/],
    ['a picture', Buffer.from('\x89PNG\r\n,a\n', 'latin1'), /^is a picture; export/],
    ['RTF', '{\\rtf1 jeton, token}\n', /^is a formatted document \(RTF\); export/],
    ['what holds a NUL', 'fr,en\nje\0ton,token\n', /^holds a NUL character; save it as UTF-8 text$/],
    ['JSON', '[{"fr": "jeton", "en": "token"}]', /^is none of the formats/],
    ['JSON of one', '{ "fr": "jeton", "en": "token" }', /^is none of the formats/],
    ['a cut tag', '<?xml version="1.0"?><xl', /^(?:is XML of another kind|cannot be read)/],
    [
      'a huge file',
      new Uint8Array(MOST_TERMBASE_BYTES + 1),
      /^has more than 50 MB; export it in parts, or put it into/,
    ],
    [
      'a long translation',
      long('msgid "a"\nmsgstr "b"\n'),
      /^has more than 5 MB, .* of a translation; export it in parts$/,
    ],
    ['long XLIFF', long('<xliff version="1.2"/>'), /^has more than 5 MB, .* of a translation/],
    ['long YAML', long('- fr: a\n  en: b\n'), /^has more than 5 MB, .* of entries in YAML/],
    ['XLIFF that breaks off', '<xliff version="1.2"><file>', /^cannot be read: .* \(line \d+\)$/],
    [
      'XLIFF of other languages',
      '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="de" target-language="it" original="a" datatype="plaintext"><body><trans-unit id="1"><source>a</source><target>b</target></trans-unit></body></file></xliff>',
      /^cannot be read: this file is not between/,
    ],
    ['a catalogue into German', 'msgid ""\nmsgstr ""\n"Language: de\\n"\n\nmsgid "a"\nmsgstr "b"\n', /“de”/],
    ['a catalogue of English', 'msgid ""\nmsgstr "X-Source-Language: en\\n"\n\nmsgid "a"\nmsgstr "b"\n', /“en”/],
    [
      'TBX that breaks off',
      '<martif type="TBX"><text><body><termEntry>',
      /^cannot be read: this is no well-formed XML \(unclosed tag: \w+\); export it again \(line 1\)$/,
    ],
    [
      'TBX with a name for a sign',
      '<martif type="TBX">&a;</martif>',
      /^cannot be read: this is no well-formed XML \(undefined entity\); export/,
    ],
    ['a table of no language', 'jeton\tfr\n', /./],
  ])('%s', (_, content, says) => {
    expect(refusalOf(content)).toMatch(says);
  });
});

describe('whatever its letters are, a file is read, or says what they are', () => {
  const utf32 = (text: string, isLittle: boolean) => {
    const words = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
    const content = Buffer.alloc(4 * words.length);
    for (const [i, word] of words.entries())
      isLittle ? content.writeUInt32LE(word, 4 * i) : content.writeUInt32BE(word, 4 * i);
    return content;
  };
  const TEXTS = [
    ['a table', 'fr,en\ncafé,coffee\n'],
    ['a table with tabs', 'café\tcoffee\n'],
    ['a catalogue', 'msgid "café"\nmsgstr "coffee"\n'],
    ['YAML', '- fr: café\n  en: coffee\n'],
    ['TBX', '<?xml version="1.0"?><martif type="TBX"/>'],
    ['TMX', '<tmx version="1.4"/>'],
  ] as const;

  test.each(TEXTS)('%s in UTF-32, with its mark and without', (_what, text) => {
    const files = ['', '\ufeff'].flatMap((mark) => [true, false].map((isLittle) => utf32(mark + text, isLittle)));
    expect(new Set(files.map((file) => refusalOf(file, 'a.csv')))).toEqual(new Set(['is UTF-32; save it as UTF-8']));
  });

  test.each(TEXTS.slice(0, 4))('%s in UTF-16 without a mark is read', (_what, text) => {
    const files = [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
    const said = files.map((file) => {
      const { concepts, units } = importOutcomeOf(file, 'a.csv');
      return [...concepts.map(({ fr }) => fr[0]?.text), ...units.map(({ source }) => source)];
    });
    expect(said).toEqual([['café'], ['café']]);
  });

  test.each(['PK,clé primaire\n', 'Rar,rare\n', 'BZh,x\n', '7z,x\n', '{x},y\n', '%PDF,x\n'])(
    '%j may be a table',
    (text) => {
      expect(importOutcomeOf(bytes(text), 'a.csv').concepts).toHaveLength(1);
    },
  );
});

describe('catalogues', () => {
  test('a flag fuzzy makes a draft, and obsolete messages are left out', () => {
    const text =
      '#, fuzzy\nmsgid "a"\nmsgstr "A"\n\nmsgid "b"\nmsgstr "B"\n\nmsgid "c"\nmsgstr ""\n\n#~ msgid "d"\n#~ msgstr "D"\n';
    expect(unitsOf(bytes(text))).toEqual([
      ['a', 'A', 'translated'],
      ['b', 'B', 'reviewed'],
      ['c', null, 'initial'],
    ]);
  });

  test('the encoding of the header is read', () => {
    const text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "été"\nmsgstr "summer"\n';
    expect(unitsOf(Buffer.from(text, 'latin1'))).toEqual([['été', 'summer', 'reviewed']]);
  });

  test('UTF-16 with its mark is read, and letters stay in the signs they are written in', () => {
    const text = '\ufeffmsgid "e\u0301te\u0301"\nmsgstr "summer"\n';
    expect(unitsOf(Buffer.from(text, 'utf16le'))).toEqual([['e\u0301te\u0301', 'summer', 'reviewed']]);
  });

  test('a line that cannot be read is a remark, the others are read', () => {
    const read = finish(readImportSlices(bytes('msgid "a"\nmsgstr "A"\n\nmsgid "b\nmsgstr "B"\n'), 'x.po'));
    expect(read.kind === 'translation' && [read.file.units.length, read.file.remarks.length > 0]).toEqual([1, true]);
  });
});

test('a table without a name is read by its tabs or its commas', () => {
  const conceptsOf = (text: string) => {
    const read = finish(readImportSlices(bytes(text), 'pasted text'));
    return read.kind === 'glossary' ? read.concepts.map(({ id }) => id) : [];
  };
  expect([conceptsOf('jeton\ttoken\n'), conceptsOf('fr,en\njeton,token\n')]).toEqual([['token'], ['token']]);
});

describe('whatever a file was broken into is read or refused', () => {
  const catalogue =
    'msgid "Le *pont* & [la rue](https://example.org)"\nmsgstr "The *bridge* & [the street](https://example.org)"\n';
  const article = articleOf('pont', '---\ntitle: Pont\n---\n\nLe *pont* & [la rue](https://example.org)\n', catalogue);
  const options = { version: '1.0.0', drafts: true };
  const files = [writeXliff12, writeXliff21, writeTmx].map((write) => [...write(article, options)].join(''));
  const broken = fc.tuple(
    fc.constantFrom(...files, catalogue, 'fr,en\njeton,token\n', '- fr: a\n  en: b\n'),
    fc.nat(),
    fc.nat({ max: 30 }),
    fc.string({ maxLength: 8 }),
  );

  test('a stretch that is another', () => {
    fc.assert(
      fc.property(broken, ([text, at, length, other]) => {
        const start = at % (text.length + 1);
        const { read, refusal } = importOutcomeOf(
          bytes(text.slice(0, start) + other + text.slice(start + length)),
          'x',
        );
        expect((read === null) === (refusal !== '')).toBe(true);
      }),
      { numRuns: rounds(80, 1500) },
    );
  });

  test('any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (content) => {
        const { read, refusal } = importOutcomeOf(content, 'x');
        expect((read === null) === (refusal !== '')).toBe(true);
      }),
      { numRuns: rounds(80, 1500) },
    );
  });
});
