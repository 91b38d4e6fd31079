import { describe, expect, test } from 'vitest';
import { checkArticle } from '../../../../src/core/checks/article/check-article.ts';
import { countStandings, summarize } from '../../../../src/core/checks/article/standing-counts.ts';
import { wantsOf } from '../../../../src/core/checks/article/wants.ts';
import { joinCatalogue, parseCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { glossaryOf } from '../../glossaries.ts';

const GLOSSARY = glossaryOf(
  '- fr: jeton\n  en: [token, text token]\n  not: [{ term: chip, why: that is puce }]\n- fr: [modèle]\n  en: model\n  count: unit\n- fr: mesure\n  en: [measure, step]\n  not: [metric]\n  count: free\n',
);

function checked(source: string, target: string, comments = '') {
  const article = parseArticle(`---\ntitle: T\n---\n\n${source}\n`, 'fr.md');
  const po = `msgid "T"\nmsgstr "T"\n\n${comments}msgid "${source}"\nmsgstr ""\n"${target}"\n`;
  const { units } = joinCatalogue(article.units, parseCatalogue(po, 'en.po'));
  return checkArticle({ slug: 'a', citation: article.citation, units }, GLOSSARY);
}

/** The findings of one French paragraph and its English. */
function findings(source: string, target: string, comments = ''): string[] {
  return checked(source, target, comments).findings.map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`,
  );
}

test('a ruled-out word is a finding at its own place, with what to write in the right number', () => {
  expect(findings('Deux jetons.', 'Two chips.')).toEqual([
    expect.stringMatching(
      /^6:6 deprecated-term: “chips” is ruled out for “jetons” \(that is puce\); write “tokens” or “text tokens” \[p2, glossary\/test\.yaml:1; or accept it: “# waive: token [0-9a-f]{12} - reason”\]$/,
    ),
  ]);
});

test.each([
  ['Deux jetons.', 'Two chips.', ['token', [5, 11, 'jetons'], ['token', 'text token'], ['chips']]],
  ['Un jeton.', 'It.', ['token', [3, 8, 'jeton'], ['token', 'text token'], []]],
  ['Trois.', 'Four.', [null, [0, 5, 'Trois'], [], ['Four']]],
  ['Trois.', 'Some.', [null, [0, 5, 'Trois'], [], []]],
  ['Des.', 'The 12.', [null, null, [], ['12']]],
])('a finding in “%s” | “%s” says of which entry, what is wanted and what stands there', (french, english, said) => {
  expect(
    checked(french, english).findings.map(({ concept, source, expected, found }) => [
      concept,
      source && [source.start, source.end, source.text],
      expected,
      found,
    ]),
  ).toEqual([said]);
});

test('a missing term is a finding where the translation begins', () => {
  expect(findings('Un jeton.', 'It.')).toEqual([
    expect.stringMatching(/^6:2 missing-term: nothing renders “jeton”; write “token” or “text token” /),
  ]);
});

test('a generic head that is missing throughout a unit is one finding', () => {
  expect(findings('Ce modèle est un modèle.', 'It is.').length).toBe(1);
});

test('an untranslated unit is a warning', () => {
  expect(findings('Un jeton.', '')).toEqual(['6:2 untranslated: p2 has no translation; write its msgstr']);
});

test('the waiver that check prints accepts the finding', () => {
  const [finding = ''] = findings('Un jeton.', 'It.');
  const waiver = /“(# waive: [^”]+) - reason”/.exec(finding)?.[1];
  expect(findings('Un jeton.', 'It.', `${waiver} - a pronoun\n`)).toEqual([]);
});

test.each([
  [
    'a waiver that accepts nothing',
    '# waive: token 000000000000 - x\n',
    'A token.',
    'this waiver of “token” lapsed, since the French and the English and the entry changed',
  ],
  [
    'a waiver of no entry',
    '# waive: nobody 000000000000 - x\n',
    'A token.',
    'this waiver names “nobody”, which is no entry',
  ],
])('%s is a warning', (_what, comments, target, message) => {
  expect(findings('Un jeton.', target, comments)).toEqual([expect.stringContaining(message)]);
});

test('a lapsed waiver says what changed', () => {
  const [finding = ''] = findings('Un jeton.', 'It.');
  const waiver = /“(# waive: [^”]+) - reason”/.exec(finding)?.[1];
  expect(findings('Un jeton.', 'Them.', `${waiver} - a pronoun\n`)).toContainEqual(
    expect.stringContaining('lapsed, since the English changed;'),
  );
});

describe('numbers', () => {
  test.each([
    ['changed', 'Trois.', 'Four.', '6:2 number-changed: “Four” does not answer “Trois”'],
    ['lost', 'Trois.', 'Some.', '6:2 number-lost: no number answers “Trois”'],
    ['added', 'Des.', 'The 12.', '6:6 number-added: “12” is a number that the French does not have'],
  ])('%s are findings', (_what, source, target, message) => {
    expect(findings(source, target)).toEqual([expect.stringContaining(message)]);
  });
});

test.each([
  [{ preferred: 58, admitted: 3 }, '61 terms: 58 preferred, 3 admitted'],
  [{ missing: 1 }, '1 term: 1 missing'],
  [{ missing: 1, free: 2 }, '3 terms: 1 missing, 2 free'],
  [{}, 'no terms'],
])('%j reads “%s”', (some, line) => {
  expect(summarize({ ...countStandings([]), ...some })).toBe(line);
});

describe('a general word that English renders freely', () => {
  const told = (english: string, comments = '') => {
    const { findings: found, units } = checked('Une nouvelle mesure des jetons.', english, comments);
    return [
      found.map(({ rule, severity }) => `${severity} ${rule}`),
      units.map((unit) => wantsOf(unit).includes('problem'))[1],
    ];
  };
  test.each([
    [
      'without a rendering is a remark, and no problem of its paragraph',
      'New tokens.',
      [['info free-rendering'], false],
    ],
    ['takes its rendering as every term', 'A new measure of tokens.', [[], false]],
    ['does not hide what is missing beside it', 'New ones.', [['info free-rendering', 'error missing-term'], true]],
    ['is alarmed at where its English is ruled out', 'A new metric of tokens.', [['error deprecated-term'], true]],
  ])('%s: “%s”', (_what, english, expected) => {
    expect(told(english)).toEqual(expected);
  });
});
