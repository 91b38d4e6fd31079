import { expect, test } from 'vitest';
import { type EntryRow, glossaryImportSlices } from '../../../../src/core/changes/imports/glossary-import.ts';
import { type ImportRow, importPlanSlices } from '../../../../src/core/changes/imports/import-plan.ts';
import type { IncomingUnit } from '../../../../src/core/changes/imports/incoming-unit.ts';
import type { Snapshot } from '../../../../src/core/changes/ports/library.ts';
import { uncheckedArticle } from '../../../../src/core/checks/article/unchecked-article.ts';
import { createGlossary } from '../../../../src/core/checks/glossary/check-glossary.ts';
import type { Problem } from '../../../../src/core/checks/problem.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { plainly } from '../../../../src/core/text/told-words.ts';
import { readLike } from '../../../../src/formats/article/inline-marks.ts';
import { parseGlossaryYaml } from '../../../../src/formats/glossary/yaml.ts';
import { type GivenImport, importPage } from '../../../../src/http/pages/adding/import-page.ts';
import { type ImportedTerms, importTermsPage } from '../../../../src/http/pages/adding/import-terms-page.ts';
import { importTextsPage } from '../../../../src/http/pages/adding/import-texts-page.ts';
import { articleOf } from '../../../formats/exchange/articles.ts';

const FRENCH = '---\ntitle: Le pont\n---\n\nUn.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq longs mots.\n';
const CATALOGUE = `#, fuzzy
msgid "Un."
msgstr "One."

msgid "Deux."
msgstr "Two."

msgid "Trois."
msgstr "Three."
`;
const PONT = articleOf('pont', FRENCH, CATALOGUE);
const GLOSSARY = createGlossary([
  ...parseGlossaryYaml('- fr: jeton\n  en: token\n- fr: puce\n  en: chip\n  not: [flea]\n', 'glossary/ai.yaml')
    .concepts,
  ...parseGlossaryYaml('- fr: pont\n  en: bridge\n', 'glossary/termes.tbx').concepts,
]);
const NOTHING = { name: 'abc', from: 'revue.po', remarks: [], ticked: null, wrong: null };

/** Files with these articles in them. */
const filesOf = (...articles: readonly (typeof PONT)[]): Snapshot => ({
  ...{ revision: 'r', glossary: GLOSSARY, glossaryFiles: [], pending: new Set<string>(), problems: [] },
  articles: new Map(articles.map((article) => [article.slug, uncheckedArticle(article, 'is not looked at')])),
});
const BARE = articleOf('bare', `---\ntitle: ${'x'.repeat(101)}\n---\n\nUn.\n`);

const textsOf = (texts: readonly (readonly [source: string, target: string, state?: IncomingUnit['state']])[]) => {
  const incoming = texts.map(([source, target, state = 'translated']): IncomingUnit => {
    const place = { file: 'revue.po', line: 1, column: 1 };
    return { ...{ key: null, context: null, notes: [] }, source, target, state, place };
  });
  return finish(importPlanSlices(PONT, incoming, readLike));
};

test('a page of texts says of each what it would do, and leaves out what is the same', () => {
  const plan = textsOf([
    ['Un.', 'A single one.'],
    ['Deux.', 'Two.'],
    ['Trois.', '3.', 'reviewed'],
    ['Deux.', '2.'],
    ['Quatre.', 'Four.'],
    ['Cinq longs mots ici.', 'Five long words here.'],
    ['Ailleurs, tout est autre.', 'Elsewhere.'],
  ]);
  const page = finish(importTextsPage({ ...NOTHING, plan, findings: [] }, filesOf(PONT)));
  expect(
    page.rows.map(({ id, name, href, kind, isOpen, canTake, isTicked, theirFrench }) =>
      [id, name, href, kind, isOpen && 'open', canTake && 'can be taken', isTicked && 'ticked', theirFrench]
        .filter(Boolean)
        .join(' · '),
    ),
  ).toEqual([
    'row-0 · ¶2 · /articles/pont#p2 · changed · can be taken · ticked',
    'row-2 · ¶4 · /articles/pont#p4 · changed on both sides: reviewed on both sides · open · can be taken',
    'row-3 · unknown · the file has another translation of p3, which was taken · open',
    'row-4 · ¶5 · /articles/pont#p5 · new · can be taken · ticked',
    'row-5 · unknown · /articles/pont#p6 · no paragraph of the article reads so; ¶6 is the most like it · open · can be taken · Cinq longs mots ici.',
    'row-6 · unknown · no paragraph of the article reads so · open',
  ]);
  expect(page.says).toEqual('7 texts: 1 changed, 1 new, 1 the same, 1 changed on both sides, 3 unknown.');
});

test('what goes and what comes is marked, but for a first translation', () => {
  const plan = textsOf([
    ['Un.', 'A one.'],
    ['Quatre.', 'Four.'],
  ]);
  const { rows } = finish(importTextsPage({ ...NOTHING, plan, findings: [] }, filesOf(PONT)));
  const marked = rows.map(({ pieces }) =>
    pieces.map(({ text, isOut, isIn }) => (isOut ? `[-${text}]` : isIn ? `[+${text}]` : text)).join(''),
  );
  expect(marked).toEqual(['[-One][+A one].', 'Four.']);
});

test('of fifteen hundred texts three hundred are shown, and the others counted', () => {
  const { slug, rows: found } = textsOf([
    ['Deux.', 'Two.'],
    ['Un.', 'A one.'],
  ]);
  const [same, changed] = found;
  const plan = { slug, rows: Array.from({ length: 1501 }, (_, i) => (i === 0 ? same : changed) as ImportRow) };
  const { rows, more, says } = finish(importTextsPage({ ...NOTHING, plan, findings: [] }, filesOf(PONT)));
  expect([rows.length, more, says]).toEqual([
    300,
    'and 1,200 more; save these, and give the file again for them',
    '1,501 texts: 1,500 changed, 1 the same.',
  ]);
});

test.each([
  [[PONT], null],
  [
    [PONT, BARE],
    ['Le pont chosen', `${'x'.repeat(100)}…`],
  ],
])('the other articles that it could be of', (articles, expected) => {
  const page = finish(importTextsPage({ ...NOTHING, plan: textsOf([]), findings: [] }, filesOf(...articles)));
  expect(page.articles?.map(({ title, isChosen }) => (isChosen ? `${title} chosen` : title)) ?? null).toEqual(expected);
});

const termsOf = (yaml: string) => {
  const { concepts } = parseGlossaryYaml(yaml, 'a.yaml');
  return finish(glossaryImportSlices({ concepts }, GLOSSARY));
};
const IMPACT = { broken: [{ slug: 'pont', unit: 'p2' }], mended: [], unchecked: [] };
const pageOfTerms = (yaml: string, more: Partial<ImportedTerms> = {}) => {
  const brought = { ...NOTHING, into: 'glossary/a.yaml', rows: termsOf(yaml), impact: IMPACT, problems: [] };
  return importTermsPage({ ...brought, ...more }, filesOf(PONT));
};
const problemAt = (line: number): Problem => {
  const [rule, severity] = ['duplicate', 'warning'] as const;
  return { file: 'a.yaml', line, column: 1, rule, severity, message: `line ${line}`, excerpt: '' };
};

const YAML = `- fr: [lot, paquet]
  en: [batch, pack]
  not: [lots, heap]
  definition: Some things.
- fr: jeton
  en: token
- fr: puce
  en: [chip, die]
- fr: pont
  en: overpass
- fr: jeton
  en: slug
  not: [token]
`;

test('a page of terms says of each entry what it would do, and leaves out what is the same', () => {
  const { rows, says, impact } = pageOfTerms(YAML, { problems: [1, 7].map(problemAt) });
  expect(
    rows.map(({ id, name, href, kind, isOpen, canTake, isTicked, findings, ...told }) =>
      [id, name, href, kind, isOpen && 'open', canTake && 'can be taken', isTicked && 'ticked', ...findings]
        .concat([told.french, told.english, told.not, told.definition])
        .filter(Boolean)
        .join(' · '),
    ),
  ).toEqual([
    'row-0 · batch · new · can be taken · ticked · line 1 · lot, paquet · batch, pack · lots, heap · Some things.',
    'row-1 · token · /glossary/token · contradicts the entry that is there · open · can be taken · jeton · token',
    'row-2 · chip · /glossary/chip · says more than the entry that is there · can be taken · puce · chip, die',
    'row-3 · bridge · /glossary/bridge · says more than the entry that is there, which comes from another tool and stays · pont · overpass',
  ]);
  expect([says, plainly(impact)]).toEqual([
    '1 new, 2 changed, 1 against ours.',
    'With what is ticked here, 1 paragraph becomes a problem, 0 are mended.',
  ]);
});

test('where nothing is ticked nothing is said of it, and where nothing is new that is said', () => {
  const { impact, says, canSave } = pageOfTerms('- fr: jeton\n  en: token\n');
  expect([plainly(impact), says, canSave]).toEqual(['', '0 new, 1 the same.', false]);
});

test('of seven hundred entries five hundred are shown, and the others counted', () => {
  const [same, added] = termsOf('- fr: jeton\n  en: token\n- fr: lot\n  en: batch\n');
  const all = Array.from({ length: 701 }, (_, i) => (i === 0 ? same : added) as EntryRow);
  const { rows, more } = pageOfTerms('', { rows: all });
  expect([rows.length, more]).toEqual([500, 'and 200 more; save these, and give the file again for them']);
});

test.each<[string, GivenImport['wrong'], readonly (string | null)[]]>([
  ['in nothing', null, [null, null, null]],
  ['in the file', { way: 'file', says: 'odd' }, ['odd', null, null]],
  ['in the text', { way: 'text', says: 'odd' }, [null, 'odd', null]],
  ['elsewhere', { way: null, says: 'odd' }, [null, null, 'odd']],
])('what is wrong is said where it is: %s', (_, wrong, expected) => {
  const page = importPage({ text: 'a text', article: 'pont', wrong }, filesOf(PONT, BARE));
  expect([page.file.wrong, page.text.wrong, page.wrong]).toEqual(expected);
  expect([page.text.value, page.articles?.map(({ isChosen }) => isChosen)]).toEqual(['a text', [true, false]]);
  expect(importPage({ text: '', article: '', wrong }, filesOf()).articles).toBe(null);
});
