import { describe, expect, test } from 'vitest';
import { checkArticle } from '../../../src/core/checks/article/check-article.ts';
import type { CheckedUnit } from '../../../src/core/checks/checked-article.ts';
import type { Unit } from '../../../src/core/model/article.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { findParagraphs, searchFor } from '../../../src/core/search/find-paragraphs.ts';
import { type ContextPiece, inContext } from '../../../src/core/search/in-context.ts';
import { createSearchIndexes } from '../../../src/core/search/search-index.ts';
import { readQuery } from '../../../src/core/search/search-query.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- fr: jeton
  en: [token, lexical unit]
  not: [chip]
- fr: puce
  en: chip
- fr: modèle de langue
  en: language model
- keep: OpenAI
`);

const PLACE = { file: 'content/essai/fr.md', line: 1, column: 1 };

function unitOf([source, target]: readonly [string, string | null], i: number): Unit {
  return {
    ...{ id: `p${i + 1}`, kind: 'paragraph', level: 0, place: PLACE, origin: null, previous: null },
    ...{ repairs: [], notes: [], waivers: [], reviewedTerms: null, targetPlace: () => PLACE },
    source: parseInlineMarks(source),
    target: target === null ? null : parseInlineMarks(target),
    state: target === null ? 'initial' : 'reviewed',
  };
}

function articleOf(pairs: readonly (readonly [string, string | null])[], slug = 'essai') {
  const citation = { title: slug, site: null, url: null, date: null };
  return checkArticle({ slug, citation, units: pairs.map(unitOf) }, GLOSSARY);
}

function searched(query: string, pairs: readonly (readonly [string, string | null])[]) {
  const index = finish(createSearchIndexes()([articleOf(pairs)]));
  const search = searchFor(readQuery(query, GLOSSARY), index.numbers);
  const units = index.articles[0]?.checked.units ?? [];
  return finish(findParagraphs(index, search)).map(({ unit }) =>
    inContext(units[unit] as CheckedUnit, search, index.numbers),
  );
}

const marked = (pieces: readonly ContextPiece[] | null) =>
  (pieces ?? []).map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

/** What is found, hits in brackets, both sides. */
function found(query: string, ...pairs: readonly (readonly [string, string | null])[]): string[] {
  return searched(query, pairs).map(({ source, target }) => `${marked(source)} | ${marked(target)}`);
}

describe('a word is found on either side', () => {
  test.each([
    ['ete', 'Un été.', 'A summer.', '[été]'],
    ['ÉTÉ', 'Un été.', 'A summer.', '[été]'],
    ['summer', 'Un été.', 'A Summer.', '[Summer]'],
    ['oeuvre', 'Une œuvre.', 'A work.', '[œuvre]'],
    ['œuvre', 'Une oeuvre.', 'A work.', '[oeuvre]'],
    ['ia', 'Voilà l’IA.', 'Here.', '[IA]'],
    ['l’IA', "Voilà l'IA.", 'Here.', "[l]'[IA]"],
    ['e\u0301te\u0301', 'Un été.', 'A summer.', '[été]'],
    ['été', 'Un e\u0301te\u0301.', 'A summer.', '[e\u0301te\u0301]'],
    ['modele', 'Un mo\u00addèle.', 'A model.', '[mo\u00addèle]'],
    ['une', '*Une* chose.', 'A thing.', '[Une]'],
    ['beau', 'Un `beau` nom.', 'A name.', '[beau]'],
    ['chose', 'Des [choses](https://chose.example/) ou une chose.', 'Things.', '[chose]'],
    ['é', 'Il dit &eacute;.', 'He says so.', '[é]'],
    ['70', '70 % des mots.', '70% of words.', '[70]'],
  ])('%s in %s', (query, source, target, hit) => {
    const [row = ''] = found(query, [source, target]);
    expect(row).toContain(hit);
  });
});

test.each([
  ['a part of a word', 'mot', 'Des mots.'],
  ['another word beside it', 'mot loin', 'Un mot.'],
  ['an address that nobody sees', 'example', '[Un mot](https://example.org/).'],
  ['what a sign parts', '"mot autre"', 'Un mot. Autre chose.'],
  ['words in another order', '"autre mot"', 'Un mot autre.'],
])('is not found: %s', (_case, query, source) => {
  expect(found(query, [source, 'Nothing.'])).toEqual([]);
});

describe('a form of a term finds all its forms and renderings', () => {
  const PAIRS = [
    ['Un jeton.', 'A mark.'],
    ['Des jetons.', 'Marks.'],
    ['Autre chose.', 'Two lexical units.'],
    ['Une puce.', 'A chip.'],
  ] as const;
  const rows = ['Un [jeton]. | A mark.', 'Des [jetons]. | Marks.', 'Autre chose. | Two [lexical units].'];
  test.each(['jeton', 'Jetons', 'token', 'tokens', 'lexical unit'])('%s', (query) => {
    expect(found(query, ...PAIRS)).toEqual(rows);
  });

  test('in quotation marks it is found as it is', () => {
    expect([...found('"jetons"', ...PAIRS), ...found('« jetons »', ...PAIRS)]).toEqual([rows[1], rows[1]]);
  });

  test('what an entry rules out belongs to the entry that accepts it', () => {
    expect(found('chip', ...PAIRS)).toEqual(['Une [puce]. | A [chip].']);
  });

  test('several words of a term are sought together, whatever stands beside them', () => {
    const pairs = [
      ['Les modèles de langue.', 'The models.'],
      ['Un modèle, une langue.', 'A model.'],
    ] as const;
    expect(found('modèle de langue', ...pairs)).toEqual(['Les [modèles de langue]. | The models.']);
  });

  test('a name finds itself alone', () => {
    expect(found('openai', ['OpenAI et un jeton.', 'OpenAI and a token.'])).toEqual([
      '[OpenAI] et un jeton. | [OpenAI] and a token.',
    ]);
  });
});

test('all that is asked for stands in the paragraph, on whichever side', () => {
  const pairs = [
    ['Un chat noir.', 'A black cat.'],
    ['Un chat blanc.', 'A white cat.'],
  ] as const;
  expect(found('chat black', ...pairs)).toEqual(['Un [chat] noir. | A [black] cat.']);
});

test('thirty words are asked for at once, and what is more is left', () => {
  const words = (count: number) => Array.from({ length: count }, (_, i) => `m${i}`).join(' ');
  const query = words(31);
  expect([28, 29, 30, 31].map((count) => found(query, [words(count), null]).length)).toEqual([0, 0, 1, 1]);
});

test('a phrase goes over marks, hyphens and apostrophes', () => {
  expect(found('"l essai ouvert"', ['L’*essai* ouvert.', null])).toEqual(['[L’essai ouvert]. | ']);
});

test.each(['', ' ', '?!', '""', '« »', '💥', '\u0301'])('no word is sought in %j', (query) => {
  expect(readQuery(query, GLOSSARY).flatMap(({ phrases }) => phrases.fr.flat().filter((word) => word === ''))).toEqual(
    [],
  );
});

describe('what is shown around a hit', () => {
  const long = (word: string) => `${'mot '.repeat(300)}${word} ${'mot '.repeat(300)}`;

  test('is cut at spaces, and short', () => {
    const [row = ''] = found('cible', [long('cible'), null]);
    expect([row.startsWith('…mot mot'), row.includes('[cible]'), row.endsWith('mot… | '), row.length < 450]).toEqual([
      ...[true, true, true, true],
    ]);
  });

  test.each(['', 'a ', 'la ', 'une ', 'cinq '])('begins with a whole word, wherever it stands: %j', (before) => {
    expect(found('cible', [long(`${before}cible`), null])[0]).toMatch(/^…mot mot .* mot… \| $/);
  });

  test('is 120 signs before it and 400 in all', () => {
    const [row] = searched('cible', [[`${'é'.repeat(500)}, cible${',é'.repeat(300)}`, null]]);
    const [lead, before, hit, after] = (row?.source ?? []).map(({ text }) => text);
    expect([lead, before?.length, hit, after?.length]).toEqual(['…', 120, 'cible', 400 - 120 - 'cible'.length]);
  });

  test.each([
    [400, 'whole', 0],
    [401, 'cut', 1],
  ])('of a text of %i signs is %s', (length, _how, cuts) => {
    const [row = ''] = found('cible', [`cible ${'é'.repeat(length - 6)}`, null]);
    expect(row.split('…').length - 1).toBe(cuts);
  });

  test('of the other side is the sentence that says the same', () => {
    const french = `${'Le chat dort longtemps dans le jardin, puis il mange. '.repeat(10)}Voilà la cible que chacun cherchait. Le chien arrive enfin.`;
    const english = `${'The cat sleeps a long time in the garden, then it eats. '.repeat(10)}Here is what everybody was looking for. The dog comes at last.`;
    const [row = ''] = found('cible', [french, english]);
    expect(row).toMatch(/\| ….*Here is what everybody/);
  });

  describe('of the other side is all that says the same, where there is no room for more', () => {
    const before = [
      `Au jardin, ${'le chat dort longtemps, '.repeat(20)}puis il mange.`,
      `In the garden, ${'the cat sleeps a long time, '.repeat(20)}then it eats.`,
    ];
    const after = [
      `À la rivière, ${'le chien nage lentement, '.repeat(20)}puis il dort.`,
      `At the river, ${'the dog swims slowly, '.repeat(20)}then it sleeps.`,
    ];
    test.each([
      [
        'two sentences for one',
        'La cible que chacun cherchait en 1871 est au nord, et le pont de pierre de Lyon est au sud.',
        'What everybody was looking for in 1871 is in the north. The stone bridge of Lyon is in the south.',
      ],
      [
        'one sentence for two',
        'La cible que chacun cherchait en 1871 est au nord. Le pont de pierre de Lyon est au sud.',
        'What everybody was looking for in 1871 is in the north, and the stone bridge of Lyon is in the south.',
      ],
      [
        'one sentence for one',
        'La cible que chacun cherchait est au nord.',
        'What everybody was looking for is in the north.',
      ],
    ])('%s', (_what, french, english) => {
      const [row = ''] = found('cible', [`${before[0]} ${french} ${after[0]}`, `${before[1]} ${english} ${after[1]}`]);
      expect(row.split(' | ')[1]).toBe(`…${english}…`);
    });
  });

  test('says how many more there are', () => {
    expect(searched('cible', [[`${long('cible')} cible cible`, null]]).map(({ more }) => more)).toEqual([2]);
  });

  test('is whole for a word without an end', () => {
    expect(found('a', [`a ${'💥'.repeat(500)}`, null])[0]).not.toMatch(/\ud83d(?!\udca5)/);
  });
});

test('an article that did not change is not read again', () => {
  const indexes = createSearchIndexes();
  const article = articleOf([['Un mot.', 'A word.']]);
  const [first, second] = [finish(indexes([article])), finish(indexes([article, articleOf([], 'autre')]))];
  expect(second.articles[0]?.words).toBe(first.articles[0]?.words);
});

test('an article that was read once is searched without its paragraphs', () => {
  const { article, ...checked } = articleOf([['Trois jetons.', 'Three tokens.']]);
  const indexes = createSearchIndexes();
  let made = 0;
  const onDemand = {
    ...article,
    get units() {
      made += 1;
      return article.units;
    },
  };
  const index = finish(indexes([{ ...checked, article: onDemand }]));
  const found = finish(findParagraphs(index, searchFor(readQuery('jetons', GLOSSARY), index.numbers)));
  expect([found, made]).toEqual([[{ article: 0, unit: 0 }], 1]);
});
