import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { verbPhraseForms } from '../../../src/core/words/french-verb-phrases.ts';
import { frenchVerb, simpleForms } from '../../../src/core/words/french-verbs.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { openLexicon } from '../../../src/lexicon/lexicon.ts';
import { everyNth } from '../../rounds.ts';
import { HOME } from '../../site.ts';

const VERBS = openLexicon();

/** The forms of every verb as the package has them, read without our reader. */
function readVerbs(): [infinitive: string, forms: ReadonlySet<string>][] {
  const file = path.join(HOME, 'node_modules/french-verbs-lefff/dist/conjugations.json');
  const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, (string | null)[]>>;
  return Object.entries(data)
    .filter(([, tenses]) => tenses['W'] !== undefined)
    .map(([infinitive, tenses]) => [
      infinitive,
      new Set(
        Object.values(tenses)
          .flat()
          .filter((form) => form !== null && form !== 'NA'),
      ) as Set<string>,
    ]);
}

const ALL = readVerbs();

/** Those that are measured here. */
const SOME = everyNth(ALL, 6);

/** Of all forms of these verbs: the share that is made, and the share of what is made that is a form. */
function measure(formsOf: (infinitive: string) => readonly string[], ending = '') {
  let [wanted, found, made, right] = [0, 0, 0, 0];
  for (const [infinitive, forms] of SOME.filter(([verb]) => verb.endsWith(ending))) {
    const ours = new Set(formsOf(infinitive));
    wanted += forms.size;
    made += ours.size;
    found += [...forms].filter((form) => ours.has(form)).length;
    right += [...ours].filter((form) => forms.has(form)).length;
  }
  return { recall: found / wanted, precision: right / made };
}

const allForms = (known: typeof VERBS) => (infinitive: string) => {
  const verb = frenchVerb(infinitive, known);
  return verb === null ? [] : simpleForms(verb);
};

test('résolu is the participle of résoudre, whatever the package says', () => {
  expect(VERBS.french('résoudre')?.pastParticiple).toEqual(['résolu', 'résolus', 'résolue', 'résolues']);
});

test('the lexicon knows thousands of verbs', () => {
  expect(ALL.length).toBeGreaterThan(7800);
});

test('at least 99.5 % of the forms of its verbs are made, and nothing that is none but a second spelling', {
  timeout: 60_000,
}, () => {
  const { recall, precision } = measure(allForms(VERBS));
  expect([recall >= 0.995, precision >= 0.99], `${recall} ${precision}`).toEqual([true, true]);
  const invented = SOME.filter(([infinitive]) => !infinitive.endsWith('ayer') && infinitive !== 'résoudre').flatMap(
    ([infinitive, forms]) => allForms(VERBS)(infinitive).filter((form) => !forms.has(form)),
  );
  expect(invented).toEqual([]);
});

test('rules alone make 99.5 % of the forms of verbs in -er, and 95 % of all', () => {
  const all = measure(allForms(NO_VERBS));
  const er = measure(allForms(NO_VERBS), 'er');
  expect([er.recall >= 0.995, all.recall >= 0.95, all.precision >= 0.97], JSON.stringify({ er, all })).toEqual([
    true,
    true,
    true,
  ]);
});

describe('a verb of which nothing is known goes by rule', () => {
  test.each([
    ['tokeniser', 'tokenise tokenisons tokenisaient tokenisera tokenisées tokenisant'],
    ['prompter', 'prompte promptez promptions prompté'],
    ['finetuner', 'finetune finetunons finetunée'],
    ['quantizer', 'quantize quantizent quantizait'],
    ['chatgptiser', 'chatgptise'],
    ['débuguer', 'débugue débuguons'],
    ['pinger', 'pingeons pingeait pinge pingions'],
    ['benchmarcer', 'benchmarçons benchmarce benchmarçait'],
    ['deployer', 'deploie deployons deploiera deploient'],
    ['relayer', 'relaie relaye relayons relaiera'],
    ['pixeler', 'pixelle pixelons pixellera pixelé'],
    ['tweeter', 'tweete tweetons tweetées'],
    ['upgrader', 'upgrade upgradent'],
    ['googliser', 'googlisent'],
    ['sémantéger', 'sémantège sémantégeons sémantégera'],
    ['zerosemer', 'zerosème zerosemons zerosèmera'],
    ['agrandifir', 'agrandifissent agrandifit agrandifissant agrandifies'],
    ['contrefendre', 'contrefend contrefendent contrefendu'],
  ])('%s', (infinitive, forms) => {
    expect(verbPhraseForms(infinitive, VERBS)).toEqual(expect.arrayContaining(forms.split(' ')));
  });

  test.each([
    ['tokeniser', 'tokenisation'],
    ['tokeniser', 'tokeniseur'],
    ['pinger', 'pingons'],
    ['benchmarcer', 'benchmarcons'],
    ['deployer', 'deploye'],
    ['tweeter', 'tweette'],
    ['pixeler', 'pixellons'],
    ['entraîner', 'entraînement'],
    ['partager', 'partagons'],
  ])('%s has no form %s', (infinitive, wrong) => {
    expect(verbPhraseForms(infinitive, VERBS)).not.toContain(wrong);
  });

  test.each(['jeton', 'données', 'vouloirement', 'big data', ''])('“%s” is no verb', (word) => {
    expect(verbPhraseForms(word, VERBS)).toEqual([]);
  });
});

describe('a verb made of a known one goes as that one does', () => {
  test.each([
    ['surapprendre', 'surapprend surapprennent surappris surapprises'],
    ['préconstruire', 'préconstruit préconstruisent'],
    ['pré-apprendre', 'pré-appris pré-apprennent'],
    ['sous-échantillonner', 'sous-échantillonne'],
    ['coproduire', 'coproduisent'],
    ['connaitre', 'connait connaissent connu'],
    ['réétiqueter', 'réétiquette réétiquetons'],
  ])('%s', (infinitive, forms) => {
    expect(verbPhraseForms(infinitive, VERBS)).toEqual(expect.arrayContaining(forms.split(' ')));
  });
});

describe('a phrase is conjugated at its verb', () => {
  test.each([
    ['mettre en production', 'mis en production'],
    ['mettre en production', 'mettons en production'],
    ['mettre en production', 'mises en production'],
    ['faire apparaître', 'fait apparaître'],
    ['prendre en compte', 'pris en compte'],
    ["tirer parti d'un modèle", "tirait parti d'un modèle"],
    ['rendre public', 'rend public'],
    ['revenir en arrière', 'revient en arrière'],
    ['suivre', 'suivi'],
    ['obtenir', 'obtiennent'],
    ['choisir', 'choisissent'],
    ['construire', 'construit'],
    ['étiqueter', 'étiquetées'],
    ['rappeler', 'rappelle'],
    ['essuyer', 'essuie'],
    ['essayer', 'essaie'],
    ['essayer', 'essaye'],
    ['remplacer', 'remplaçons'],
    ['mélanger', 'mélangeaient'],
  ])('%s: %s', (phrase, form) => {
    expect(verbPhraseForms(phrase, VERBS)).toContain(form);
  });

  test.each([
    ['mettre en production', 'mettre en productions'],
    ['mettre en production', 'mettu en production'],
    ['prendre en compte', 'prend'],
    ['obtenir', 'obtenissent'],
    ['suivre', 'suivu'],
  ])('%s: not %s', (phrase, form) => {
    expect(verbPhraseForms(phrase, VERBS)).not.toContain(form);
  });
});

describe('what one does to oneself keeps its pronoun', () => {
  test.each([
    ["s'améliorer", 's’améliore'],
    ["s'améliorer", 't’améliores'],
    ["s'améliorer", 'nous améliorons'],
    ["s'améliorer", 's’améliorant'],
    ["s'améliorer", 'm’améliorer'],
    ["s'améliorer", 's’est améliorée'],
    ["s'améliorer", 'se sont améliorés'],
    ["s'améliorer", 'améliorez-vous'],
    ["s'améliorer", 'améliorons-nous'],
    ["s'améliorer", 'améliore-toi'],
    ["s'améliorer", 'me suis améliorée'],
    ["s'améliorer", 't’étais amélioré'],
    ["s'améliorer", 'nous sommes améliorés'],
    ["s'améliorer", 'nous étions améliorées'],
    ["s'améliorer", 'vous êtes amélioré'],
    ["s'améliorer", 'vous serez améliorés'],
    ["s'améliorer", 'vous étiez améliorée'],
    ["s'améliorer", 'vous seriez améliorées'],
    ["s'améliorer", 'se seraient améliorées'],
    ["s'améliorer", 's’être amélioré'],
    ["s'améliorer", 'm’étant améliorée'],
    ['se tromper', 'vous trompez'],
    ['se tromper', 'te trompes'],
    ['se tromper', 'me trompe'],
    ['se tromper', 's’étaient trompées'],
    ['se produire', 'se produisent'],
    ['se mettre à jour', 'se met à jour'],
    ["s'habituer", 's’habitue'],
    ['se heurter', 'se heurte'],
  ])('%s: %s', (phrase, form) => {
    expect(verbPhraseForms(phrase, VERBS)).toContain(form);
  });

  test.each([
    ["s'améliorer", 'améliore'],
    ["s'améliorer", 'amélioré'],
    ["s'améliorer", 's’améliores'],
    ["s'améliorer", 's’est améliorés'],
    ["s'améliorer", 'me suis améliorés'],
    ["s'améliorer", 'me suis améliorées'],
    ["s'améliorer", 't’es améliorées'],
    ["s'améliorer", 'nous sommes amélioré'],
    ["s'améliorer", 'nous sommes améliorée'],
    ["s'améliorer", 'se sont amélioré'],
    ["s'améliorer", 'se sont améliorée'],
    ["s'améliorer", 'se améliore'],
    ["s'améliorer", 'améliorez-toi'],
    ['se heurter', 's’heurte'],
    ['se produire', 'produisent'],
  ])('%s: not %s', (phrase, form) => {
    expect(verbPhraseForms(phrase, VERBS)).not.toContain(form);
  });
});
