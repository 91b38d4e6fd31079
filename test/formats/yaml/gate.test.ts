import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';
import { findTooDeep } from '../../../src/formats/yaml/gate.ts';
import { rounds } from '../../rounds.ts';

const many = (text: string, count = 40) => text.repeat(count);

describe('brackets and dashes that open nothing do not count', () => {
  test.each([
    ['half-open intervals in definitions', many('- definition: a number of [0, 1[ or ]0, 1]\n')],
    ['brackets in the middle of a text', many('- note: see [1 and {x\n')],
    ['in a text over several lines', `- note: a\n${many('   [b {c\n')}`],
    ['in double quotation marks', many('- note: "[0, 1["\n')],
    ['in double quotation marks behind a \\"', many('- note: "a \\" [["\n')],
    ['in single quotation marks', many("- note: '[0, it''s [1['\n")],
    ['in quotation marks over several lines', `- note: "a\n${many('   [b {c\n')}   "\n`],
    ['in a block', `- note: |\n${many('    [a {b\n')}`],
    ['in a folded block', `- note: >-\n${many('    - [a {b\n')}`],
    ['in comments', many('# [0, 1[ {\n- fr: a # [[ {\n')],
    ['in quoted items of a list in brackets', many('- en: ["[", "{", \'[\']\n')],
    ['a row of dashes in a text', `- note: |\n    ${many('- ')}\n  fr: a\n`],
    ['a row of dashes behind a word', `- note: a ${many('- ')}\n`],
    [
      'drawn steps in a block',
      `- note: |\n${Array.from({ length: 40 }, (_, i) => `${' '.repeat(4 + i)}x\n`).join('')}`,
    ],
    ['brackets closed again', many('- [a, {b: c}]\n')],
    ['with CRLF', many('- definition: in [0, 1[\r\n  note: |\r\n    [{\r\n')],
  ])('%s', (_what, yaml) => {
    expect(findTooDeep(yaml)).toBe(-1);
  });
});

describe('what really nests is stopped where it gets too deep', () => {
  test.each([
    ['brackets', many('['), 32],
    ['braces', many('{a: '), 32 * 4],
    ['brackets behind texts that close some', many('["]", '), 32 * 6],
    ['behind comments that close some', many('[ # ]\n'), 32 * 6],
    ['behind words that look closed', many('[a, '), 32 * 4],
    ['dashes', many('- '), 32 * 2],
    ['question marks', many('? '), 32 * 2],
    ['dashes one under the other', Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}-\n`).join(''), 592],
    ['keys one under the other', Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 624],
    ['brackets in a second document', `--- a\n--- ${many('[')}`, 10 + 32],
    ['brackets after an unclosed one', `- [a\n- ${many('[')}`, 7 + 32],
  ])('%s', (_what, yaml, offset) => {
    expect(findTooDeep(yaml)).toBe(offset);
  });
});

test('seventeen definitions with a half-open interval are read', () => {
  const yaml = Array.from(
    { length: 17 },
    (_, i) => `- fr: terme ${i}\n  en: term ${i}\n  definition: A weight in [0, 1[ or in ]0, 1[.\n`,
  );
  const { concepts, problems } = parseGlossaryYaml(yaml.join(''), 'ai.yaml');
  expect([concepts.length, problems]).toEqual([17, []]);
});

test('whatever is let through is read to its end, and what is too deep is said', () => {
  const piece = fc.constantFrom(
    '- ',
    '? ',
    ': ',
    'a: ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '\n',
    '  ',
    ' ',
    'x',
    '# ',
    '|\n',
    '&a ',
    '!t ',
    '--- ',
    '\\',
    '\r\n',
    '\t',
  );
  const soup = fc.array(fc.tuple(piece, fc.integer({ min: 1, max: 300 })), { maxLength: 25 });
  fc.assert(
    fc.property(soup, (pieces) => {
      const yaml = pieces.map(([text, count]) => text.repeat(count)).join('');
      const { problems } = parseGlossaryYaml(yaml, 'ai.yaml');
      return findTooDeep(yaml) < 0 || problems.length > 0;
    }),
    { numRuns: rounds(150, 5000) },
  );
});
