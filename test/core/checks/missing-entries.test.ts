import { beforeAll, describe, expect, test } from 'vitest';
import { checkArticle } from '../../../src/core/checks/check-article.ts';
import { createGlossary } from '../../../src/core/checks/check-glossary.ts';
import type { CheckedArticle } from '../../../src/core/checks/checked-article.ts';
import { findVocabularyGaps } from '../../../src/core/checks/missing-entries.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
import { slugOf } from '../../../src/core/text/slug.ts';
import { openLibrary } from '../../../src/files/library.ts';
import { joinCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { readEntry } from '../../../src/formats/glossary/entry.ts';
import { HOME } from '../../site.ts';

const NOWHERE = { file: 'a.yaml', line: 1, column: 1 };
const NO_CITATION = { title: 'Essai', site: null, url: null, date: null };
const EMPTY = { messages: [], problems: [] };

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

/** What is proposed of a text of so many words in a row, with an entry for each of some French terms. */
function proposed(text: string, terms: readonly string[] = []): string[] {
  const entries = terms.map((fr) => ({ fr, en: slugOf(fr) }));
  const glossary = createGlossary(entries.map((entry) => readEntry(entry, () => NOWHERE).concept as Concept));
  const { units } = parseArticle(`---\ntitle: Essai\n---\n\n${text}\n`, 'fr.md');
  const { units: checked } = checkArticle(
    { slug: 'a', citation: NO_CITATION, units: joinCatalogue(units, EMPTY).units },
    glossary,
  );
  return findVocabularyGaps(checked, glossary.concepts).map((gap) => gap.text);
}

describe('a word of any newspaper is not proposed, in no form', () => {
  test.each([
    ...['temps', 'pays', 'prix', 'mois', 'succès', 'travaux', 'travail', 'jeux', 'voix', 'choix', 'lieux', 'coûts'],
    ...['journaux', 'années', 'propos', 'cours', 'accès', 'niveaux', 'gouvernements', 'enjeux', 'mauvais', 'gens'],
  ])('%s', (word) => {
    expect(proposed(`Ils ont dit ${word}. Elle aura ${word}, puis ${word}, mais ${word}.`)).toEqual([]);
  });

  test.each(['poids synaptiques', 'temps réel', 'jeux de données', 'prix plafonds'])('but %s may be', (phrase) => {
    expect(proposed(`${phrase}. Voilà ${phrase}, puis ${phrase}.`).map((text) => text.toLowerCase())).toEqual([phrase]);
  });

  test('and a lone word of a field still is', () => {
    expect(proposed('Voici lexèmes. Des lexèmes, puis lexèmes, mais lexèmes.')).toEqual(['lexèmes']);
  });

  test('in the glossary it says nothing of the field either', () => {
    const text = 'Elle a vu temp, temp.';
    expect([proposed(text, ['temps partagé']), proposed(text, ['temp partagé'])]).toEqual([[], ['temp']]);
  });
});
