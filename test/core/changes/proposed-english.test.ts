import { describe, expect, test } from 'vitest';
import { proposedEnglish } from '../../../src/core/changes/proposed-english.ts';
import { checkArticle } from '../../../src/core/checks/article/check-article.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf('- fr: jeton\n  en: token\n- fr: puce\n  en: chip\n');

const PAIRS = [
  ['Un grand modèle de langage lit des jetons.', 'A large language model reads tokens.'],
  ['La fenêtre de contexte est étroite ; la mémoire suffit.', 'The context window is narrow; the memory will do.'],
  ['L’*architecture moderne* apprend. Elle oublie aussi.', 'The *modern architecture* learns. It forgets too.'],
  ['Chaque poids compte.', 'Each weight counts.'],
  ['Un poids de trop pèse.', 'One weight too many is heavy.'],
  ['Rien ne ressemble à cela.', 'No such thing is known here.'],
  ['Modèle contre modèle, puis modèle de pointe.', 'Model against model, then frontier model.'],
  ['Sans anglais, ce modèle attend.', ''],
] as const;

/** What is proposed for words of the nth pair, from 0. */
function proposed(pair: number, french: string): string[] {
  const article = parseArticle(`---\ntitle: T\n---\n\n${PAIRS.map(([fr]) => fr).join('\n\n')}\n`, 'fr.md');
  const po = PAIRS.map(([fr, en]) => `msgid "${fr}"\nmsgstr "${en}"\n`).join('\n');
  const { units } = joinCatalogue(article.units, parseCatalogue(`msgid "T"\nmsgstr "T"\n\n${po}`, 'en.po'));
  const checked = checkArticle({ slug: 'a', citation: article.citation, units }, GLOSSARY).units;
  return finish(proposedEnglish({ french, unit: `p${pair + 2}`, units: checked, concepts: GLOSSARY.concepts }));
}

describe('English that is proposed for French words', () => {
  test.each([
    ['words that look alike, in their own order', 0, 'modèle de langage', ['language model']],
    ['what an entry knows, as it stands there', 0, 'jetons', ['tokens']],
    [
      'a part that looks alike, and longer where the French says more',
      1,
      'fenêtre de contexte',
      ['context', 'context window'],
    ],
    ['words in marks, without these', 2, 'architecture moderne', ['modern architecture']],
    ['words that always stand together', 3, 'poids', ['weight']],
    ['the place that answers to the French one', 6, 'modèle de pointe', ['model', 'frontier model']],
  ])('is %s', (_why, pair, french, wanted) => {
    expect(proposed(pair, french)).toEqual(wanted);
  });

  test.each([
    ['of which nothing is known', 5, 'ressemble'],
    ['without English', 7, 'modèle'],
    ['that only hold others together', 1, 'de la'],
    ['that do not stand there', 4, 'réseau'],
  ])('is nothing for words %s', (_why, pair, french) => {
    expect(proposed(pair, french)).toEqual([]);
  });

  test('stands in the English of the paragraph, whatever is asked', () => {
    const strange = PAIRS.flatMap(([fr, en], pair) =>
      fr.split(/[\s.,;*]+/).flatMap((word) => proposed(pair, word).filter((one) => !en.includes(one))),
    );
    expect(strange).toEqual([]);
  });
});
