import { beforeAll, describe, expect, test } from 'vitest';
import { checkArticle } from '../../../src/core/checks/check-article.ts';
import { createGlossary } from '../../../src/core/checks/check-glossary.ts';
import type { CheckedArticle } from '../../../src/core/checks/checked-article.ts';
import { findVocabularyGaps } from '../../../src/core/checks/missing-entries.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
import { openLibrary } from '../../../src/files/library.ts';
import { HOME } from '../../site.ts';

let concepts: readonly Concept[];
let article: CheckedArticle;
beforeAll(async () => {
  const snapshot = (await openLibrary(HOME, { watch: false })).current();
  concepts = snapshot.glossary.concepts;
  article = snapshot.articles.get('deepseek-r2') as CheckedArticle;
});

/** The terms of the article that are hardest to miss, and how they stand in it. */
const REMOVED: Readonly<Record<string, string>> = {
  moe: 'MoE',
  mla: 'MLA',
  'ai-model': "modèle d'IA",
  'computing-power': 'puissance de calcul',
  'tech-giant': 'géants technologiques',
  'quant-fund': 'fonds quantitatifs',
  'reasoning-model': 'modèle de raisonnement',
  'computing-cost': 'coûts de calcul',
  chip: 'puces',
  'ai-chip': "puces d'IA",
};

describe('what the glossary lacks', () => {
  test('of ten entries taken out, at least eight come back among the first twenty', () => {
    const rest = concepts.filter(({ id }) => REMOVED[id] === undefined);
    const { units } = checkArticle(article.article, createGlossary(rest));
    const first = findVocabularyGaps(units, rest)
      .slice(0, 20)
      .map(({ text }) => text);
    const back = Object.values(REMOVED).filter((text) => first.includes(text));
    expect([concepts.length - rest.length, back.length >= 8], first.join(', ')).toEqual([10, true]);
  });

  test('a term of the glossary is never proposed', () => {
    const proposed = new Set(findVocabularyGaps(article.units, concepts).map(({ text }) => text.toLowerCase()));
    expect(
      concepts
        .flatMap(({ fr }) => fr)
        .filter(({ text }) => proposed.has(text.toLowerCase()))
        .map(({ text }) => text),
    ).toEqual([]);
  });
});
