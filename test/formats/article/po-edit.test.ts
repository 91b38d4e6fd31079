import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleStamp } from '../../../src/core/ledger/waivers.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { editCatalogue } from '../../../src/formats/article/po-edit.ts';
import { parsePo } from '../../../src/formats/po/po.ts';
import { rounds } from '../../rounds.ts';

const { units } = parseArticle('---\ntitle: Essai\n---\n\nUn.\n\nDeux.\n\nUn.\n', 'fr.md');
const CATALOGUE = `# Mine.
msgid ""
msgstr "Language: en\\n"

# origin: deepl en-US glossary 000000 2026-01-01 4 characters
#   and more of it
# note: a note
#. p2
#, fuzzy, no-wrap
msgid "Un."
msgstr "Won."

# a comment at the end
`;
const edit = (unit: string, target: string, expected = '', state: 'translated' | 'reviewed' = 'translated') => ({
  ...{ unit, target, state, expected },
  comments: ['origin: x'],
  previous: null,
});

test('a message is written anew, and not a byte beside it', () => {
  expect(editCatalogue(CATALOGUE, units, [edit('p2', 'One.', 'Won.')]).text).toBe(
    CATALOGUE.replace(/# origin.*\n.*\n/, '# origin: x\n').replace('Won.', 'One.'),
  );
});

test('a reviewed target is fuzzy no more', () => {
  const { text } = editCatalogue(CATALOGUE, units, [edit('p2', 'One.', 'Won.', 'reviewed')]);
  expect(/^#,.*$/m.exec(text)?.[0]).toBe('#, no-wrap');
});

test('a new message goes behind that of the unit before', () => {
  const { text } = editCatalogue(CATALOGUE, units, [edit('p3', 'Two.')]);
  expect(text).toBe(
    CATALOGUE.replace('"Won."\n', '"Won."\n\n# origin: x\n#. p3\n#, fuzzy\nmsgid "Deux."\nmsgstr "Two."\n'),
  );
});

const LATER = 'msgid "Un."\nmsgstr "One."\n';
test.each([
  ['a message at once', '', LATER],
  ['a byte order mark', '\ufeff', LATER],
  ['blank lines', '\n\n', LATER],
  ['lines that end otherwise', '', LATER.replaceAll('\n', '\r\n')],
  ['a message that is obsolete', '', LATER.replaceAll('msg', '#~ msg')],
  ['a message with a comment', '', `# note: so\n${LATER}`],
  ['nothing', '', ''],
  ['a remark alone', '# Mine.\n', ''],
  ['a remark apart', '# Mine.\n\n', LATER],
  ['a header', 'msgid ""\nmsgstr "Language: en\\n"\n\n', LATER],
])('new messages are read back, and all that was there, in a catalogue that begins with %s', (_what, head, rest) => {
  const { text } = editCatalogue(head + rest, units, [edit('p1', 'Essay'), edit('p3', 'Two.')]);
  const { messages, problems } = parsePo(text, 'en.po');
  const told = messages.map((message) => message.text.value);
  const isKept = text.startsWith(head.trimEnd()) && text.includes(rest);
  expect([problems, [...told].sort(), isKept]).toEqual([[], ['Essay', ...(rest === '' ? [] : ['One.']), 'Two.'], true]);
});

test('a target that changed meanwhile stays', () => {
  expect(editCatalogue(CATALOGUE, units, [edit('p2', 'One.', 'Wun.')])).toEqual({ text: CATALOGUE, refused: ['p2'] });
});

test('a comment is one line, whatever stands in it', () => {
  const sly = { ...edit('p3', 'Two.'), comments: ['repaired: a\nmsgstr "b" → c'] };
  const { text } = editCatalogue(CATALOGUE, units, [sly]);
  expect([parseCatalogue(text, 'en.po').problems, text.includes('\n# repaired: a msgstr "b" → c\n')]).toEqual([
    [],
    true,
  ]);
});

test('a list of entries that another tool wrapped goes whole where a new one comes', () => {
  const long = ['model 1a2b3c', 'token 0a1b2c', 'chip 3d4e5f', 'agent 6a7b8c'].join(', ');
  const wrapped = `# terms: ${long},\n# training 3d4e5f, expert 6a7b8c\n# note`;
  const one = { ...edit('p2', 'One.', 'Won.'), comments: ['terms: token ffffff'] };
  const { text } = editCatalogue(CATALOGUE.replace('# note', wrapped), units, [one]);
  const [, unit] = joinCatalogue(units, parseCatalogue(text, 'en.po')).units;
  expect([...(unit?.reviewedTerms ?? [])]).toEqual([['token', 'ffffff']]);
});

describe('a waiver takes the place', () => {
  const [rule, entry] = [`quotation 11112222${ruleStamp('quotation')}`, 'quotation 111122223333'];
  const catalogue = CATALOGUE.replace(
    '# note',
    `# waive: ${rule} - old rule\n#   goes on\n# waive: ${entry} - old entry\n# note`,
  );
  test.each([
    ['of the old one of its rule', rule, ['old entry', 'new']],
    ['of the old one of its entry', entry, ['new', 'old rule goes on']],
    ['of none of another name', 'name-lost 111122223333', ['new', 'old entry', 'old rule goes on']],
  ])('%s', (_what, waiver, left) => {
    const one = { ...edit('p2', 'One.', 'Won.'), comments: [`waive: ${waiver} - new`] };
    const { text } = editCatalogue(catalogue, units, [one]);
    const reasons = joinCatalogue(units, parseCatalogue(text, 'en.po')).units[1]?.waivers.map(({ reason }) => reason);
    expect([reasons?.sort(), text.includes('goes on')]).toEqual([left.toSorted(), left.includes('old rule goes on')]);
  });
});

test('line ends of Windows stay', () => {
  const { text } = editCatalogue(CATALOGUE.replaceAll('\n', '\r\n'), units, [edit('p3', 'Two.')]);
  expect(/[^\r]\n/.test(text)).toBe(false);
});

describe('what is written is read back', () => {
  const target = fc
    .string({
      unit: fc.constantFrom('a', 'é', ' ', '"', '\\', '\n', '\t', '漢', '🙂', 'word '),
      minLength: 1,
      maxLength: 200,
    })
    .filter((text) => text.trim() !== '');
  test.each([
    ['into a catalogue', CATALOGUE],
    ['into none', null],
  ])('%s', (_what, before) => {
    fc.assert(
      fc.property(fc.array(target, { minLength: 4, maxLength: 4 }), (targets) => {
        const old = joinCatalogue(units, parseCatalogue(before ?? '', 'en.po')).units;
        const edits = units.map((unit, i) => edit(unit.id, targets[i] ?? '', old[i]?.target?.text ?? ''));
        const { text } = editCatalogue(before, units, edits);
        const joined = joinCatalogue(units, parseCatalogue(text, 'en.po'));
        expect([joined.units.map((unit) => unit.target?.text), joined.problems]).toEqual([targets, []]);
      }),
      { numRuns: rounds(80, 1500) },
    );
  });
});

describe('a message that is written in another way keeps what it says', () => {
  test.each([
    ['two strings on a line', 'msgid "U" "n."\nmsgstr "Won."\n', 'msgid "U" "n."\nmsgstr "One."\n'],
    ['both on one line', 'msgid "Un." msgstr "Won."\n', 'msgid "Un."\nmsgstr "One."\n'],
    [
      'a context on its line',
      'msgctxt "p2" msgid "Un."\nmsgstr "Won."\n',
      'msgctxt "p2"\nmsgid "Un."\nmsgstr "One."\n',
    ],
    ['a keyword alone', 'msgid\n"Un."\nmsgstr\n"Won."\n', 'msgid\n"Un."\nmsgstr "One."\n'],
    ['octal numbers', 'msgid "\\125n."\nmsgstr "\\127on."\n', 'msgid "\\125n."\nmsgstr "One."\n'],
  ])('%s', (_what, before, after) => {
    const { text, refused } = editCatalogue(`# a\n${before}`, units, [edit('p2', 'One.', 'Won.')]);
    expect([text, refused]).toEqual([`# origin: x\n# a\n#, fuzzy\n${after}`, []]);
  });
});

const hasMsgfmt = spawnSync('msgfmt', ['--version']).status === 0;
test.skipIf(!hasMsgfmt)(
  'msgfmt accepts what is written, whatever stands in it (skipped where gettext is not installed)',
  () => {
    const texts = [
      'One "quoted".',
      'Back\\slash',
      'Two\nlines',
      'Tab\there',
      'é€🙂\u202e',
      '# no comment',
      'msgid "x"',
      '%s %d',
    ];
    for (const [i, target] of texts.entries()) {
      const one = {
        ...edit('p2', target, 'Won.', i % 2 === 0 ? 'translated' : 'reviewed'),
        previous: i % 4 === 0 ? (texts[(i + 3) % 8] ?? '') : null,
      };
      const comments = [`origin: ${target}`, `terms: a ${'0'.repeat(6)}`, `waive: a ${'0'.repeat(12)} - ${target}`];
      const { text } = editCatalogue(CATALOGUE, units, [{ ...one, comments }, edit('p4', target)]);
      const checked = spawnSync('msgfmt', ['--check-format', '--check-header', '-o', '/dev/null', '-'], {
        input: text,
        encoding: 'utf8',
      });
      // CATALOGUE has a short header, which msgfmt only remarks on.
      expect([target, checked.stderr.split('\n').filter((line) => /error/.test(line))]).toEqual([target, []]);
    }
  },
);

test.skipIf(!hasMsgfmt)('a fresh catalogue has every field that gettext looks for (skipped as above)', () => {
  const { text } = editCatalogue(null, units, [edit('p2', 'One.')]);
  const checked = spawnSync('msgfmt', ['--check', '-o', '/dev/null', '-'], { input: text, encoding: 'utf8' });
  expect([checked.status, checked.stderr]).toEqual([0, '']);
});

const hasMsgcat = spawnSync('msgcat', ['--version']).status === 0;
test.skipIf(!hasMsgcat)('what msgcat writes with numbers says what it said (skipped as above)', () => {
  const { text } = editCatalogue(null, units, [edit('p2', 'L’« œuvre », 3 € 🙂'), edit('p3', 'Two\nlines\t"x"')]);
  const escaped = spawnSync('msgcat', ['--escape', '-'], { input: text, encoding: 'utf8' }).stdout;
  const said = (po: string) => parsePo(po, 'en.po').messages.map(({ id, text }) => [id.value, text.value]);
  expect([escaped.includes('\\342'), said(escaped)]).toEqual([true, said(text)]);
});

describe('a long text is written as the gettext tools write it', () => {
  const lines = (target: string) => {
    const { text } = editCatalogue(CATALOGUE, units, [edit('p3', target)]);
    return text
      .slice(text.indexOf('msgid "Deux."\n') + 14)
      .split(/\n\n|\n(?=#)/, 1)[0]
      ?.split('\n');
  };
  const letters = (count: number) => 'x'.repeat(count);

  test.each([
    ['fits its line', letters(70), [`msgstr "${letters(70)}"`]],
    ['is a sign too long', letters(71), ['msgstr ""', `"${letters(71)}"`]],
    ['is cut behind a space', `${letters(40)} ${letters(40)}`, ['msgstr ""', `"${letters(40)} "`, `"${letters(40)}"`]],
    [
      'fills a line to the end',
      `${letters(38)} ${letters(37)} y`,
      ['msgstr ""', `"${letters(38)} ${letters(37)} "`, '"y"'],
    ],
    ['is a sign over it', `${letters(38)} ${letters(38)} y`, ['msgstr ""', `"${letters(38)} "`, `"${letters(38)} y"`]],
    ['begins with a word that no line holds', `${letters(90)} b`, ['msgstr ""', `"${letters(90)} "`, '"b"']],
    ['has a break', 'One.\nTwo.', ['msgstr ""', '"One.\\n"', '"Two."']],
    ['has a word that no line holds', `a ${letters(90)} b`, ['msgstr ""', '"a "', `"${letters(90)} "`, '"b"']],
    ['has signs that are written as two', `${'"'.repeat(36)}`, [`msgstr ""`, `"${'\\"'.repeat(36)}"`]],
  ])('one that %s', (_what, target, expected) => {
    expect(lines(target)).toEqual(expected);
  });
});
