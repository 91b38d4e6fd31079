import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/model/slices.ts';
import { promptPairs, termPairSlices } from '../../src/translate/term-pairs.ts';
import { conceptsOf } from '../core/glossaries.ts';

const told = (yaml: string) =>
  finish(termPairSlices(conceptsOf(yaml))).map(({ source, target }) => `${source} = ${target}`);

describe('an engine is told', () => {
  test.each([
    ['singular for singular, plural for plural', '- fr: jeton\n  en: token\n', ['jeton = token', 'jetons = tokens']],
    [
      'the same English for both, where it is said to have no plural',
      '- fr: matériel\n  en: { term: hardware, plural: none }\n',
      ['matériel = hardware', 'matériels = hardware'],
    ],
    [
      'the same English for both, where English has no plural',
      '- fr: logiciel\n  en: software\n',
      ['logiciel = software', 'logiciels = software'],
    ],
    [
      'the preferred English alone, for each French term',
      '- fr: [jeton, unité]\n  en: [token, piece]\n  not: [chip]\n',
      ['jeton = token', 'jetons = tokens', 'unité = token', 'unités = tokens'],
    ],
    [
      'an acronym for an acronym, long for long',
      "- fr: [réseau d'accès, RA]\n  en: [access network, AN]\n",
      [
        "réseau d'accès = access network",
        'réseau d’accès = access network',
        "réseaux d'accès = access networks",
        'réseaux d’accès = access networks',
        'RA = AN',
        'RAs = ANs',
      ],
    ],
    [
      'the long English for an acronym that English has not',
      '- fr: [plan local, PL]\n  en: local plan\n',
      ['plan local = local plan', 'plans locaux = local plans', 'PL = local plan', 'PLs = local plans'],
    ],
    [
      'no plural of an acronym for what is not counted',
      '- fr: [recherche appliquée, RA]\n  en: [applied research, AR]\n',
      ['recherche appliquée = applied research', 'recherches appliquées = applied research', 'RA = AR', 'RAs = AR'],
    ],
    [
      'a name once',
      '- fr: [Union postale, UP]\n  en: [Postal Union, PU]\n',
      ['Union postale = Postal Union', 'UP = PU'],
    ],
    [
      'a name with small words in it once',
      '- fr: Union des postes\n  en: Union of Posts and Roads\n',
      ['Union des postes = Union of Posts and Roads'],
    ],
    ['near-miss: a word in capitals in its number', '- fr: Jeton\n  en: Token\n', ['Jeton = Token', 'Jetons = Tokens']],
    [
      'near-miss: what begins in capitals',
      '- fr: Grand livre\n  en: General ledger\n',
      ['Grand livre = General ledger', 'Grands livres = General ledgers'],
    ],
    ['near-miss: acronyms alone', '- fr: puce IA\n  en: AI GPU\n', ['puce IA = AI GPU', 'puces IA = AI GPUs']],
    [
      'a plural that the entry writes as one',
      '- fr: parties liées\n  en: related party\n',
      ['parties liées = related parties'],
    ],
    [
      'a listed form in its own number',
      '- fr: { term: gérant, forms: [gérants associés] }\n  en: manager\n',
      [
        'gérant = manager',
        'gérants associés = managers',
        'gérants = managers',
        'gérante = manager',
        'gérantes = managers',
        'Gérants associés = Managers',
      ],
    ],
    [
      'a loan in the plural it has at home',
      '- fr: [carte de score, score card]\n  en: score card\n',
      [
        'carte de score = score card',
        'cartes de score = score cards',
        'score card = score card',
        'score cards = score cards',
      ],
    ],
    [
      'a loan that each language joins in its own way',
      '- fr: score-card\n  en: score card\n',
      ['score-card = score card', 'score-cards = score cards'],
    ],
    [
      'and the other way round',
      '- fr: score card\n  en: score-card\n',
      ['score card = score-card', 'score cards = score-cards'],
    ],
    [
      'nothing but the word for what stands before nouns',
      '- fr: haut de gamme\n  en: high-end\n',
      ['haut de gamme = high-end'],
    ],
    [
      'an adjective in each gender and number',
      '- fr: { term: causal, pos: adjective }\n  en: { term: causal, pos: adjective }\n',
      ['causal = causal', 'causals = causal', 'causaux = causal', 'causale = causal', 'causales = causal'],
    ],
    [
      'a longer term around one that it is told, as it opens a sentence too',
      '- fr: prix de RA\n  en: AN price\n  unless: [reward]\n- fr: RA\n  en: AN\n',
      ['RA = AN', 'RAs = ANs', 'prix de RA = AN price', 'Prix de RA = AN price'],
    ],
  ])('%s', (_what, yaml, pairs) => {
    expect(told(yaml)).toEqual(pairs);
  });
});

describe('an engine is not told', () => {
  test.each([
    ['a form of two entries that want different English', '- fr: puce\n  en: chip\n- fr: puce\n  en: flea\n', []],
    [
      'but a form of two entries that want the same',
      '- fr: puce\n  en: chip\n- fr: [puce, pastille]\n  en: chip\n',
      ['puce = chip', 'puces = chips', 'pastille = chip', 'pastilles = chips'],
    ],
    [
      'a word in other capitals than those of another entry',
      '- fr: Orange\n  en: Orange\n- fr: orange\n  en: tangerine\n',
      [],
    ],
    [
      'a noun that is a form of a verb in another entry',
      '- fr: marque\n  en: brand\n- fr: { term: marquer, pos: verb }\n  en: { term: score, pos: verb }\n',
      [],
    ],
    [
      'a word that stands in a phrase its entry excepts',
      '- fr: [lot, lot de pièces]\n  en: batch\n  except: [gros lot]\n',
      ['lots = batches', 'lot de pièces = batch', 'lots de pièces = batches', 'Lots de pièces = Batches'],
    ],
    [
      'but a word that only begins like one there',
      '- fr: lot\n  en: batch\n  except: [loterie nationale]\n',
      ['lot = batch', 'lots = batches'],
    ],
    ['a word with another sense', '- fr: tâche\n  en: task\n  unless: [stain]\n', []],
    ['a verb', '- fr: { term: étalonner, pos: verb }\n  en: { term: calibrate, pos: verb }\n', []],
    ['a noun for which the entry has a verb alone', '- fr: étalonnage\n  en: { term: calibrate, pos: verb }\n', []],
    ['a verb for an adjective', '- fr: { term: noté, pos: adjective }\n  en: { term: rate, pos: verb }\n', []],
    ['a loan that is a French verb as well', '- fr: router\n  en: router\n', ['routers = routers']],
    ['what the entry rules out', '- fr: puce\n  en: chip\n  not: [flea]\n', ['puce = chip', 'puces = chips']],
  ])('%s', (_what, yaml, pairs) => {
    expect(told(yaml)).toEqual(pairs);
  });
});

/** Forms that only a program would make. */
test.each([
  ['- fr: président de jury\n  en: jury president\n', /pré /],
  ['- fr: Tour-of-Duty\n  en: tour of duty\n', /ofs|Tourof/],
  ['- fr: recherche en chimie organique\n  en: organic chemistry research\n', /organiques/],
  ['- fr: agent mobile\n  en: mobile agent\n', /agente mobiles/],
  ['- fr: modèle open data\n  en: open data model\n', /opens|datas/],
  ['- fr: modèle de grande taille\n  en: large model\n', /tailles/],
  ['- fr: n-uplet\n  en: tuple\n', /^ns/],
  ["- fr: [commande d'IA, IA]\n  en: [AI command, AI]\n", /I\.A/],
])('no form is told that nobody writes: %s', (yaml, nonsense) => {
  expect(told(yaml).filter((pair) => nonsense.test(pair))).toEqual([]);
});

test('an engine that inflects is told verbs too, infinitive for infinitive', () => {
  const yaml = `
- fr: [étalonnage, { term: étalonner, pos: verb }]
  en: [calibration, { term: calibrate, pos: verb }]
`;
  expect(promptPairs(conceptsOf(yaml)).map(({ source, target }) => `${source} = ${target}`)).toEqual([
    'étalonnage = calibration',
    'étalonnages = calibrations',
    'étalonner = calibrate',
  ]);
});

test('a prompt names an entry that was found in its text, whatever else its word may mean', () => {
  const yaml = '- fr: jeton\n  en: token\n  except: [jeton de présence]\n  unless: [poker]\n';
  const all = (pairs: ReturnType<typeof promptPairs>) => pairs.map(({ source, target }) => `${source} = ${target}`);
  expect([all(finish(termPairSlices(conceptsOf(yaml)))), all(promptPairs(conceptsOf(yaml)))]).toEqual([
    [],
    ['jeton = token', 'jetons = tokens'],
  ]);
});

test('the pairs of a large glossary are made in many pieces', () => {
  const yaml = Array.from({ length: 200 }, (_, i) => `- fr: mot ${i}\n  en: word ${i}\n`).join('');
  const work = termPairSlices(conceptsOf(yaml));
  let pieces = 0;
  while (work.next().done !== true) pieces += 1;
  expect(pieces).toBeGreaterThan(3 * 200);
});
