import { describe, expect, test } from 'vitest';
import { parseUsers } from '../../src/formats/users.ts';

const HASH = `scrypt$15$8$1$${'s'.repeat(22)}$${'k'.repeat(43)}`;
const BAD_HASH = 'write the hash as “visavis user add” prints it, or nothing for somebody whom a proxy names';
const FIELDS = 'write name:hash:role; “visavis user add NAME” prints such a line';
const NAME = 'write a name of letters and digits, joined by one space or one of . @ _ - + ’';

describe('a line that names somebody', () => {
  test.each([
    ['a reviewer', `Ana:${HASH}:reviewer`, ['Ana reviewer']],
    ['a translator', `Ana:${HASH}:translator`, ['Ana translator']],
    ['a reader', `Ana:${HASH}:reader`, ['Ana reader']],
    ['somebody whom a proxy names', 'Ana::reviewer', ['Ana reviewer']],
    ['two words', `Ana Lima:${HASH}:reader`, ['Ana Lima reader']],
    ['an address', `ana.l@example.org:${HASH}:reader`, ['ana.l@example.org reader']],
    ['an initial', `A. Lima:${HASH}:reader`, ['A. Lima reader']],
    ['an apostrophe', `Ana O’Brien:${HASH}:reader`, ['Ana O’Brien reader']],
    ['another script', `Åse 山田:${HASH}:reader`, ['Åse 山田 reader']],
    ['é in two signs', `Rene\u0301:${HASH}:reader`, ['René reader']],
    ['spaces around all of it', `  Ana : ${HASH} : reader  `, ['Ana reader']],
    ['comments and empty lines', `# people\n\n  # more\nAna::reader\n`, ['Ana reader']],
    [
      'line breaks of Windows, and a byte order mark',
      '\ufeffAna::reader\r\nBen::reader\r\n',
      ['Ana reader', 'Ben reader'],
    ],
    ['a name of 60 signs', `${'a'.repeat(60)}::reader`, [`${'a'.repeat(60)} reader`]],
    ['nobody at all', '\n# none\n', []],
    ['two names that begin alike', 'Ana::reader\nAnabel::reader', ['Ana reader', 'Anabel reader']],
  ])('%s', (_what, text, people) => {
    const { users, mistakes } = parseUsers(text, 'people.txt');
    expect([users.map(({ name, role }) => `${name} ${role}`), mistakes]).toEqual([people, []]);
  });
});

describe('besides a line with a mistake', () => {
  test.each([
    ['the others are taken', 'Ana::reader\nBen\nCleo::boss\nDora::reader', ['Ana', 'Dora']],
    ['nobody whom two lines name', 'Ana::reader\nBen::reader\nana::reviewer', ['Ben']],
    [
      'nobody whom it names too, in whatever letters',
      `René:${HASH}:reader\nRENE\u0301:$2y$05:reader\nBen::reader`,
      ['Ben'],
    ],
    ['nobody whom it names above', 'Ana:x\nAna::reader\nBen::reader', ['Ben']],
    ['near-miss: somebody whose name only begins as one does', 'Ana\nAnabel::reader', ['Anabel']],
  ])('%s', (_what, text, names) => {
    const { users, mistakes } = parseUsers(text, 'people.txt');
    expect([users.map(({ name }) => name), mistakes.length > 0]).toEqual([names, true]);
  });
});

describe('a line with a mistake is told by its place, and how to write it', () => {
  test.each([
    ['one field', 'Ana', `1:1: ${FIELDS}`],
    ['two fields', 'Ana:reader', `1:1: ${FIELDS}`],
    ['four fields', `Ana:${HASH}:reader:x`, `1:1: ${FIELDS}`],
    ['a password in the clear', 'Ana:quatre mots tout simples:reader', `1:5: ${BAD_HASH}`],
    ['a hash that is cut off', `Ana:${HASH.slice(0, -1)}:reader`, `1:5: ${BAD_HASH}`],
    ['a hash of no cost', `Ana:${HASH.replace('$15$', '$1$')}:reader`, `1:5: ${BAD_HASH}`],
    ['a hash that would take all memory', `Ana:${HASH.replace('$15$', '$24$')}:reader`, `1:5: ${BAD_HASH}`],
    ['a hash of another program', 'Ana:$2y$05$abcdefghijklmnopqrstuv:reader', `1:5: ${BAD_HASH}`],
    ['no name', `:${HASH}:reader`, '1:1: write a name'],
    ['a name with < in it', `Ana <a@b>:${HASH}:reader`, `1:1: ${NAME}`],
    ['a name with a comma', `Lima, Ana:${HASH}:reader`, `1:1: ${NAME}`],
    ['a name with two spaces', `Ana  Lima:${HASH}:reader`, `1:1: ${NAME}`],
    ['a name that turns the direction', `Ana\u202e:${HASH}:reader`, `1:1: ${NAME}`],
    ['a name too long', `${'a'.repeat(61)}::reader`, '1:1: write a name of 60 signs at most'],
    [
      'a name that stands for nobody',
      'session 1::reader',
      '1:1: “session 1” stands for people without a name; write another one',
    ],
    ['an unknown role', `Ana::boss`, '1:6: “boss” is no role; write reader, translator or reviewer'],
    ['a slip in a role', `Ana::reviwer`, '1:6: “reviwer” is no role; write reviewer'],
    ['a role in capitals', `Ana::Reader`, '1:6: “Reader” is no role; write reader'],
    ['no role', `Ana::`, '1:6: “” is no role; write reader, translator or reviewer'],
    ['a name twice', 'Ana::reader\n Ana::reviewer', '2:2: “Ana” stands on line 1 already; write each name once'],
    [
      'a name twice, in small letters',
      'Ana::reader\nana::reader',
      '2:1: “ana” stands on line 1 already; write each name once',
    ],
    [
      'é twice, in one sign and in two',
      'René::reader\nRene\u0301::reader',
      '2:1: “René” stands on line 1 already; write each name once',
    ],
  ])('%s', (_what, text, mistake) => {
    expect(parseUsers(text, 'people.txt').mistakes).toEqual([`people.txt:${mistake}`]);
  });

  test('all of them at once, and the line is never told, where a secret may stand', () => {
    const { mistakes } = parseUsers('Ana:secret:reader\nBen\n\nCleo::rader', 'f');
    expect([mistakes.map((one) => one.split(' ')[0]), mistakes.join().includes('secret')]).toEqual([
      ['f:1:5:', 'f:2:1:', 'f:4:7:'],
      false,
    ]);
  });
});
