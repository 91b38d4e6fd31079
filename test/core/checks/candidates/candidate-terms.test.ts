import { beforeAll, describe, expect, test } from 'vitest';
import { checkArticle } from '../../../../src/core/checks/article/check-article.ts';
import { findCandidateTerms } from '../../../../src/core/checks/candidates/candidate-terms.ts';
import type { CheckedArticle } from '../../../../src/core/checks/checked-article.ts';
import { createGlossary, type Glossary } from '../../../../src/core/checks/glossary/check-glossary.ts';
import type { Concept } from '../../../../src/core/model/concept.ts';
import { slugOf } from '../../../../src/core/text/slug.ts';
import { joinCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { readEntry } from '../../../../src/formats/glossary/entry.ts';
import { openLexicon } from '../../../../src/lexicon/lexicon.ts';
import { IS_SLOW_SET } from '../../../rounds.ts';
import { shippedSnapshot } from '../../../site.ts';

const LEXICON = openLexicon();
const NOWHERE = { file: 'a.yaml', line: 1, column: 1 };
const EMPTY = { messages: [], problems: [] };

let glossary: Glossary;
let article: CheckedArticle;
beforeAll(async () => {
  const snapshot = await shippedSnapshot();
  glossary = snapshot.glossary;
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
  test.runIf(IS_SLOW_SET)('of ten entries taken out, at least eight come back among the first twenty', () => {
    const rest = createGlossary(glossary.concepts.filter(({ id }) => REMOVED[id] === undefined));
    const { units } = checkArticle(article.article, rest);
    const first = findCandidateTerms(units, rest)
      .slice(0, 20)
      .map(({ text }) => text);
    const back = Object.values(REMOVED).filter((text) => first.includes(text));
    expect([glossary.concepts.length - rest.concepts.length, back.length >= 8], first.join(', ')).toEqual([10, true]);
  });

  test('a term of the glossary is never proposed', () => {
    const proposed = new Set(findCandidateTerms(article.units, glossary).map(({ text }) => text.toLowerCase()));
    expect(
      glossary.concepts
        .flatMap(({ fr }) => fr)
        .filter(({ text }) => proposed.has(text.toLowerCase()))
        .map(({ text }) => text),
    ).toEqual([]);
  });
});

/** What is proposed of a text without translation, the likeliest first, with an entry for each of some French terms. */
function proposed(text: string, terms: readonly string[] = []): string[] {
  const entries = terms.map((fr) => ({ fr, en: slugOf(fr) }));
  const glossary = createGlossary(
    entries.map((entry) => readEntry(entry, () => NOWHERE).concept as Concept),
    LEXICON,
  );
  const { units } = parseArticle(`---\ntitle: Essai\n---\n\n${text}\n`, 'fr.md');
  return findCandidateTerms(
    joinCatalogue(units, EMPTY).units.map((unit) => ({ unit })),
    glossary,
  ).map((candidate) => candidate.text);
}

/** A noun phrase in three sentences, in each of which it is whole. */
const thrice = (phrase: string) =>
  `Ici on parle de la ${phrase}. Sans la ${phrase}, rien. Pour chaque ${phrase}, il y a un prix.`;

describe('a phrase stays whole, and its parts are not proposed beside it', () => {
  test.each([
    ...['remise en eau', 'taxe sur le sel', 'garde à la ferme', 'course contre la montre', 'pêche sans filet'],
    ...[
      'protection des berges',
      "norme d'étanchéité",
      'vanne de vidange',
      'soudure par friction',
      'colle pour vitrage',
    ],
    "étude d'incidence sur la nappe des coteaux",
    'station de pompage à haut rendement',
    'cuve enterrée',
    'conduite forcée verticale',
    'temporisation',
  ])('%s', (phrase) => {
    expect(proposed(thrice(phrase))).toEqual([phrase]);
  });

  test('a part that comes alone as often is proposed too', () => {
    const text = `${thrice('vanne de vidange')} ${thrice('vidange')}`;
    expect(proposed(text)).toEqual(['vanne de vidange', 'vidange']);
  });

  test('a part of several phrases that never comes alone is not', () => {
    const text = `${thrice('vanne de vidange')} ${thrice('vanne de purge')}`;
    expect(proposed(text)).toEqual(['vanne de purge', 'vanne de vidange']);
  });
});

describe('what is no whole term is not proposed', () => {
  test.each<[string, string, string[]]>([
    ['a participle before its noun', 'Ils sont tirés de loin. Elles sont tirées de loin. On est tiré de loin.', []],
    ['an adjective alone', 'Un canal salin. Le canal salin, ce canal salin.', ['canal salin']],
    ['a participle alone', 'Le givré et la givrée, un givré, ce givré.', []],
    ['verb forms', 'Ils devraient doubler la mise. Elles devraient doubler. Elle veut doubler.', []],
    ['an infinitive', 'De quoi doubler le sel. De quoi doubler le sel.', []],
    ['a verb behind its subject', 'La vanne purge le bac. La vanne purge la cuve. La vanne purge tout.', ['vanne']],
    ['a verb in the plural', 'Les vannes présentent un bord. Les vannes présentent un pli.', []],
    ['a verb that opens', 'Il apprend des ruses. Elle apprend des ruses. On suit la ruse, on suit la ruse.', ['ruse']],
    ['a number with its ending', 'Le 17e règne. Au 17e règne.', []],
    ['a gerund', 'La vidange en ouvrant tout. La vidange en ouvrant peu. La vidange en ouvrant.', ['vidange']],
    ['a participle with its object', 'Le limon déposé par le vent. Un limon déposé par la mer.', []],
    ['a time at the end', 'La vidange en juillet. Une vidange en juillet. Cette vidange en juillet.', ['vidange']],
    ['what only counts', 'Un type de vanne, le nombre de vannes, cet exemple de vanne, plusieurs vannes.', ['vanne']],
    ['large and many', 'Le tri de vastes bosquets. Un tri de vastes bosquets.', []],
    ['an adjective that begins', 'La prochaine vanne. Sa prochaine vanne. Une prochaine vanne.', ['vanne']],
    ['set phrases', `${thrice('mise en place')} ${thrice('prise en compte')}`, []],
    ['whose it is', 'Le fromage suisse, un fromage suisse. Ce fromage suisse.', ['fromage']],
    ['half a phrase', 'Le bassin est mis à disposition du port. Il est mis à disposition du port.', []],
    ['forms of address', 'Voici MM. Bol et Cru, puis MM. Est et Fol.', []],
    ['numbers of kings', 'Sous Louis XIV, puis sous le règne du XIV. Le XVIe.', []],
    ['a title in capitals', 'LA VANNE DU BAC.\n\nLA VANNE DU BAC.', []],
    ['words of a program', 'La fonction ouvre_vanne. Une fonction ouvre_vanne.', []],
    ['names', 'La vanne Durand. Une vanne Durand.', []],
    ['what always goes on, each time otherwise', 'Un bac salin froid. Le bac salin chaud. Ce bac salin vide.', []],
    ['code', '```\nla vanne de purge, une vanne de purge\n```', []],
  ])('%s', (_, text, wanted) => {
    expect(proposed(text)).toEqual(wanted);
  });
});

describe('what comes once is proposed where it is surely whole', () => {
  test.each<[string, string, string[]]>([
    ['a noun with an adjective of a field', 'Un règne minéral.', ['règne minéral']],
    ['two nouns that de joins', 'Une vanne de purge.', ['vanne de purge']],
    ['an acronym', 'Un KPQ salin.', ['KPQ']],
    ['not without a determiner', 'Il voit règne minéral.', []],
    ['nor where it goes on', 'Ce règne minéral froid.', []],
    ['nor two nouns that another word joins', 'Une soudure par friction.', []],
    ['nor with an article between', 'Un règne du minéral.', []],
    ['nor with an adverb', 'Le règne très minéral.', []],
    ['nor with an adjective of no field', 'Un bassin froid.', []],
  ])('%s', (_, text, wanted) => {
    expect(proposed(text)).toEqual(wanted);
  });
});

describe('one candidate for all its spellings', () => {
  test.each<[string, string, string[]]>([
    ['the singular is shown', 'Des vannes salines. Une vanne saline. Les vannes salines.', ['vanne saline']],
    ['a plural alone stays as it is', 'Des vannes salines. Les vannes salines.', ['vannes salines']],
    ['plurals in -aux', 'Des bocaux spéciaux. Un bocal spécial.', ['bocal spécial']],
    ['accents', 'La polénisation, une polenisation. Cette polénisation.', ['polénisation']],
    ['z and s', 'La polenization, une polenization. Cette polenisation.', ['polenization']],
    ['hyphens', 'Le bas-relief. Un basrelief, ce bas-relief.', ['bas-relief']],
    ['the capital of a sentence', 'Vanne saline du port. Une vanne saline.', ['vanne saline']],
    [
      'but not words that differ',
      'La vanne saline, une vanne saline. Une vanne salée, la vanne salée.',
      ['vanne salée', 'vanne saline'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(proposed(text).slice(0, 2)).toEqual(wanted);
  });
});

describe('the likeliest come first', () => {
  test('acronyms, phrases that come again, words, what comes once', () => {
    const text = `Le KPQ, un KPQ. ${thrice('vanne de purge')} ${thrice('limaille')} Un règne minéral.`;
    expect(proposed(text)).toEqual(['KPQ', 'vanne de purge', 'limaille', 'règne minéral']);
  });

  test('a noun that met another by chance comes late', () => {
    const text = `La sonde du givre, une sonde du givre. ${thrice('givre')} ${thrice('givre')}`;
    expect(proposed(text)).toEqual(['givre', 'sonde du givre']);
  });

  test('what shares a word with the glossary comes before what does not', () => {
    const text = 'Un règne minéral. Une purge minérale.';
    expect([proposed(text, ['règne']), proposed(text, ['purge à froid'])]).toEqual([
      ['règne minéral', 'purge minérale'],
      ['purge minérale', 'règne minéral'],
    ]);
  });
});

describe('what the glossary knows is not proposed, in an untranslated text either', () => {
  test.each<[string, string, string[]]>([
    ['the term', thrice('vanne de purge'), []],
    ['its plural', 'Des vannes de purge. Les vannes de purge.', []],
    ['a part of it', `${thrice('vanne de purge')} La vanne de purge.`, []],
    ['what crosses its edge', 'Une vanne de purge saline. Cette vanne de purge saline.', ['vanne de purge saline']],
  ])('%s', (_, text, wanted) => {
    expect(proposed(text, ['vanne de purge'])).toEqual(wanted);
  });

  test('nor a word that is a verb of another sense where it stands', () => {
    expect(proposed('Nous jetons le sel. Nous jetons le givre. Nous jetons tout.', ['jeton'])).toEqual([]);
  });
});

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
    expect(proposed('Voici des lexèmes. Les lexèmes, puis ces lexèmes.')).toEqual(['lexèmes']);
  });

  test('in the glossary it says nothing of the field either', () => {
    expect([proposed('Un temps givré.', ['temps partagé']), proposed('Un limon givré.', ['limon partagé'])]).toEqual([
      [],
      ['limon givré'],
    ]);
  });
});
