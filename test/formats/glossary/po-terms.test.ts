import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import { glossaryPoSlices } from '../../../src/formats/glossary/po-terms.ts';
import { saying } from './saying.ts';

const header = (...fields: readonly string[]) =>
  `msgid ""\nmsgstr ""\n${['Content-Type: text/plain; charset=UTF-8', ...fields].map((field) => `"${field}\\n"\n`).join('')}\n`;
const message = (id: string, text: string, before = '') => `${before}msgid "${id}"\nmsgstr "${text}"\n\n`;
const read = (text: string) => saying(finish(glossaryPoSlices(text, 'glossary/a.po')));
const UNKNOWN = (said: string) =>
  `! “${said}” is no status that is known here, so the term that has it is left out; write preferred, admitted, deprecated or superseded`;

describe('a glossary that is kept as a catalogue', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'terms',
      header('Language: en') + message('jeton', 'token') + message('puce', 'chip'),
      ['jeton = token', 'puce = chip'],
    ],
    ['no header', message('jeton', 'token'), ['jeton = token']],
    ['the other direction', header('Language: fr') + message('token', 'jeton'), ['jeton = token']],
    [
      'both languages named',
      header('X-Source-Language: en-US', 'Language: fr_CA') + message('token', 'jeton'),
      ['jeton = token'],
    ],
    [
      'two renderings of a term',
      header() +
        message('jeton', 'token') +
        message('jeton', 'chip', '#, forbidden\nmsgctxt ""\n').replace('msgctxt ""\n', ''),
      ['jeton = token, -chip'],
    ],
    [
      'Weblate’s other flags',
      header() + message('jeton', 'token', '#, terminology, case-insensitive\n'),
      ['jeton = token'],
    ],
    ['a name that stays as it is', header() + message('DeepSeek', '', '#, read-only\n'), ['DeepSeek = DeepSeek']],
    [
      'a comment that rules out',
      header() + message('jeton', 'token') + message('jeton', 'chip', '# à éviter\n'),
      ['jeton = token, -chip'],
    ],
    [
      'flags in a comment',
      header() + message('jeton', 'token') + message('jeton', 'chip', '# flags: read-only, forbidden\n'),
      ['jeton = token, -chip'],
    ],
    ['a ruling in its text', header() + message('jeton', 'token (not: chip)'), ['jeton = token, -chip']],
    ['what is to be checked', header() + message('jeton', 'token', '#, fuzzy\n'), [UNKNOWN('fuzzy')]],
    ['what was deleted', `${header()}#~ msgid "jeton"\n#~ msgstr "token"\n`, []],
    ['what has no English yet', header() + message('jeton', ''), ['! 1 message has no English term, and is left out']],
    [
      'other languages',
      header('Language: de') + message('jeton', 'Token') + message('puce', 'Chip'),
      ['! 2 messages are of another language, “de”, and are left out'],
    ],
    [
      'texts of an article',
      header() + message('jeton', 'token') + message('Un texte. '.repeat(20), 'A text. '.repeat(20)),
      [
        'jeton = token',
        '! 1 message is too long for a term, and is left out; the translation of an article belongs into its folder',
      ],
    ],
    [
      'several without English, and one without French',
      header('Language: en') + message('jeton', '') + message('puce', ' ') + message(' ', 'chip'),
      ['! 2 messages have no English term, and are left out', '! 1 message has no French term, and is left out'],
    ],
    [
      'a term of 120 signs',
      message('a'.repeat(120), 'a') + message('b', 'b'.repeat(121)) + message('c'.repeat(121), 'c'),
      [
        `${'a'.repeat(120)} = a`,
        '! 2 messages are too long for a term, and are left out; the translation of an article belongs into its folder',
      ],
    ],
    [
      'one of another language',
      header('Language: de') + message('jeton', 'Token'),
      ['! 1 message is of another language, “de”, and is left out'],
    ],
    [
      'a doubt in its text',
      header() + message('jeton', 'token') + message('jeton', 'unit (?)'),
      ['jeton = token', UNKNOWN('unit (?)')],
    ],
    ['a comment in prose', header() + message('jeton', 'token', '# It was forbidden once.\n'), ['jeton = token']],
  ])('has %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('has definitions, and fields, and one entry for each French term', () => {
    const text = `${header()}#. Unit of text.\nmsgctxt "AI"\nmsgid "jeton"\nmsgstr "token"\n\n#, forbidden\nmsgctxt "games"\nmsgid "jeton"\nmsgstr "chip"\n`;
    const { concepts } = finish(glossaryPoSlices(text, 'a.po'));
    expect(concepts.map(({ en, definition, domain }) => [en.map(({ status }) => status), definition, domain])).toEqual([
      [['preferred', 'deprecated'], 'Unit of text.', 'AI'],
    ]);
  });

  test('says where it cannot be read', () => {
    const { problems } = finish(glossaryPoSlices('msgid "jeton\nmsgstr "token"\n', 'a.po'));
    expect(problems[0]?.rule).toBe('po');
  });
});
