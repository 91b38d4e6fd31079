import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/checks/problem.ts';
import { parsePo } from '../../../src/formats/po/po.ts';
import { rounds } from '../../rounds.ts';

const HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n';

function messages(po: string) {
  return parsePo(HEADER + po, 'en.po').messages;
}

describe('a message', () => {
  test.each([
    ['on one line', 'msgid "a"\nmsgstr "b"\n', ['a', 'b']],
    ['over several lines', 'msgid ""\n"a "\n"c"\nmsgstr ""\n"b "\n"d"\n', ['a c', 'b d']],
    ['with escapes', 'msgid "a\\"b\\\\n"\nmsgstr "c\\td\\n"\n', ['a"b\\n', 'c\td\n']],
    ['with the escapes of C', 'msgid "a\\a\\b\\f"\nmsgstr "\\r\\v"\n', ['a\x07\b\f', '\r\v']],
    ['with octal and hexadecimal escapes', 'msgid "a"\nmsgstr "\\101\\x42"\n', ['a', 'AB']],
    [
      'with UTF-8 as octal numbers',
      'msgid "\\303\\251t\\303\\251 \\342\\202\\254"\nmsgstr "\\360\\237\\230\\200"\n',
      ['été €', '😀'],
    ],
    ['with UTF-8 as hexadecimal numbers', 'msgid "\\xc3\\xa9"\nmsgstr "b"\n', ['é', 'b']],
    ['with bytes that are no UTF-8', 'msgid "\\303(\\251"\nmsgstr "\\377"\n', ['Ã(©', 'ÿ']],
    ['with a byte that the next one does not go with', 'msgid "\\303\\101"\nmsgstr "b"\n', ['ÃA', 'b']],
    ['with half a character behind a whole one', 'msgid "\\303\\251\\303"\nmsgstr "b"\n', ['éÃ', 'b']],
    ['with two strings on a line', 'msgid "a" "b"\nmsgstr "c"\t"d"\n"e"  "f"\n', ['ab', 'cdef']],
    ['with its keyword on a line of its own', 'msgid\n"a"\nmsgstr\n"b"\n', ['a', 'b']],
    ['with a keyword that no string follows', 'msgid "a"\nmsgstr\n', ['a', '']],
    ['on a line with its translation', 'msgid "a" msgstr "b"\n', ['a', 'b']],
    ['with a keyword inside a string', 'msgid "a msgstr \\"b\\""\nmsgstr "c"\n', ['a msgstr "b"', 'c']],
    ['with CRLF', 'msgid "a"\r\nmsgstr "b"\r\n', ['a', 'b']],
  ])('%s', (_what, po, expected) => {
    expect(messages(po).map(({ id, text }) => [id.value, text.value])).toEqual([expected]);
  });

  test('has flags, comments of people and of programs, a context, what it said before', () => {
    const [message] = messages(
      '# origin: person\n#, fuzzy, no-wrap\n#. p7\n#.p8\n#: x\n#| msgctxt "1"\n#| msgid "A"\n#| "B"\nmsgctxt "2"\nmsgid "a"\nmsgstr "b"\n',
    );
    expect({ ...message, comments: message?.comments.map(({ text }) => text) }).toMatchObject({
      ...{ flags: ['fuzzy', 'no-wrap'], comments: ['origin: person'], extracted: ['p7', 'p8'] },
      ...{ context: '2', previous: 'AB', place: { line: 13 } },
    });
  });

  test('may say what it said before with a keyword on a line of its own', () => {
    expect(messages('#| msgid\n#| "A"\nmsgid "a"\nmsgstr "b"\n').map(({ previous }) => previous)).toEqual(['A']);
  });

  test('knows the place of each character that octal numbers write', () => {
    const [message] = messages('msgid "a"\nmsgstr "x\\303\\251" "y\\360\\237\\230\\200z"\n');
    const columns = [0, 1, 2, 3, 5].map((offset) => message?.text.placeAt(offset).column);
    expect([message?.text.value, columns]).toEqual(['xéy😀z', [9, 10, 21, 22, 38]]);
  });

  test('may be obsolete', () => {
    expect(messages('#~ msgid "a"\n#~ msgstr "b"\n').map(({ obsolete, id }) => [obsolete, id.value])).toEqual([
      [true, 'a'],
    ]);
  });

  test('needs no blank line before the next', () => {
    expect(messages('msgid "a"\nmsgstr "b"\n# c\nmsgid "d"\nmsgstr "e"\n').map(({ id }) => id.value)).toEqual([
      'a',
      'd',
    ]);
  });

  test('knows the place of each of its characters', () => {
    const [message] = messages('msgid "a"\nmsgstr ""\n"one "\n"t\\"wo"\n');
    expect(
      ['o', 'e', 't', '"', 'w', 'end']
        .map((_, i) => message?.text.placeAt([0, 2, 4, 5, 6, 8][i] ?? 0))
        .map((place) => `${place?.line}:${place?.column}`),
    ).toEqual(['6:2', '6:4', '7:2', '7:3', '7:5', '7:7']);
  });
});

describe('a broken line is said, the other messages stay', () => {
  test.each([
    [
      'a string left open',
      'msgid "a\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n',
      [
        'en.po:4:1: error po: this string does not end with a quotation mark of its own; write \\" for one inside it',
        'en.po:4:1: error po: a message needs one msgid and one msgstr',
      ],
      ['c'],
    ],
    [
      'a stray line',
      'msgid "a"\nmsgstr "b"\nhello\n',
      ['en.po:6:1: error po: a catalogue line starts with msgid, msgstr, # or a quotation mark'],
      ['a'],
    ],
    [
      'a msgid alone',
      'msgid "a"\n\nmsgid "c"\nmsgstr "d"\n',
      ['en.po:4:1: error po: a message needs one msgid and one msgstr'],
      ['c'],
    ],
  ])('%s', (_what, po, problems, ids) => {
    const read = parsePo(HEADER + po, 'en.po');
    expect([
      read.problems.map(formatProblem).map((line) => line.replace(/^en\.po:1:1/, 'en.po:4:1')),
      read.messages.map(({ id }) => id.value),
    ]).toEqual([problems, ids]);
  });
});

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}"`;
}

test('what was written is read, and each offset leads back to its character', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\\', '\n', '\t', ' ', '🙂', '#'), minLength: 1 });
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1, maxLength: 5 }), (id, pieces) => {
      const po = `msgid ${quote(id)}\nmsgstr ${pieces.map(quote).join('\n')}\n`;
      const [message] = messages(po);
      expect([message?.id.value, message?.text.value]).toEqual([id, pieces.join('')]);
      const lines = (HEADER + po).split('\n');
      for (let i = 0; i < pieces.join('').length; i += 1) {
        const place = message?.text.placeAt(i);
        const written = lines[(place?.line ?? 1) - 1]?.slice((place?.column ?? 1) - 1) ?? '';
        expect(written.startsWith('\\') || written.startsWith(pieces.join('').charAt(i))).toBe(true);
      }
    }),
  );
});

describe('each offset leads to its character in the file', () => {
  const written = String.raw`msgid "a"
msgstr ""
"Été "
"a \"b\" \\ \x41\102\7 \q"
"🙂\n"
""
"end"
`;
  test.each([
    ['LF', '\n', ''],
    ['CRLF', '\r\n', ''],
    ['CR', '\r', ''],
    ['LF after a byte order mark', '\n', '\ufeff'],
    ['CRLF after a byte order mark', '\r\n', '\ufeff'],
  ])('%s', (_what, newline, mark) => {
    const po = mark + written.replaceAll('\n', newline);
    const [message] = parsePo(po, 'en.po').messages;
    const lines = po.split(newline);
    const signs = [...(message?.text.value ?? ''), 'the end'].reduce<{ at: number; found: string[] }>(
      ({ at, found }, sign) => {
        const { line = 0, column = 0 } = message?.text.placeAt(at) ?? {};
        return { at: at + sign.length, found: [...found, `${line} ${lines[line - 1]?.slice(column - 1).slice(0, 2)}`] };
      },
      { at: 0, found: [] },
    );
    expect(signs.found).toEqual([
      ...['3 Ét', '3 té', '3 é ', '3  "'],
      ...['4 a ', '4  \\', '4 \\"', '4 b\\', '4 \\"', '4  \\', '4 \\\\', '4  \\', '4 \\x', '4 \\1', '4 \\7'],
      ...['4  \\', '4 \\q', '4 q"'],
      ...['5 🙂', '5 \\n'],
      ...['7 en', '7 nd', '7 d"', '7 "'],
    ]);
  });
});

test('no input is slow: a hundred thousand lines of one string', () => {
  const [message] = messages(`msgid "a"\nmsgstr ""\n${'"x "\n'.repeat(100_000)}`);
  expect(message?.text.value.length).toBe(200_000);
});

test('whatever a file holds, reading it ends, and each problem has a place', () => {
  const piece = fc.constantFrom(
    'msgid ',
    'msgstr ',
    '"a"',
    '"',
    '\\',
    '\n',
    '#, fuzzy',
    '# x',
    '#~ ',
    'msgctxt ',
    ' ',
    '\r',
    'é',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(parsePo(pieces.join(''), 'en.po').problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(
        true,
      );
    }),
    { numRuns: rounds(150, 3500) },
  );
});
