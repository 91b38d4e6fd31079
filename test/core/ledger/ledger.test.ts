import { describe, expect, test } from 'vitest';
import { checkUnit } from '../../../src/core/ledger/ledger.ts';
import { pairStamp } from '../../../src/core/ledger/pair-stamps.ts';
import { entryStamp } from '../../../src/core/ledger/waivers.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { glossaryOf, ledgerOf, verdictsOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- fr: jeton
  en: token
  not: [{ term: chip, why: that is puce }]
- fr: puce
  en: chip
  not: [token]
- fr: puce d'IA
  en: AI chip
- fr: [intelligence artificielle, IA]
  en: [artificial intelligence, AI]
  count: unit
- fr: [Mixture-of-Experts, mélange d'experts, MoE]
  en: [Mixture of Experts, MoE]
  id: moe
- fr: modèle
  en: model
  count: unit
- fr: modèle d'IA
  en: AI model
- fr: modèle de raisonnement
  en: reasoning model
- fr: puissance de calcul
  en: [computing power, compute]
- fr: recherche en IA
  en: AI research
- fr: [réseau de neurones, { term: réseau neuronal, status: deprecated }]
  en: neural network
- fr: [entraînement, { term: entraîner, pos: verb }]
  en: [training, { term: train, pos: verb }]
  except: [entraînent des coûts, entraîne des coûts]
- fr: données
  en: data
  count: unit
  except: [étant données]
- fr: coût de calcul
  en: computing cost
- keep: DeepSeek
- keep: Scale AI
- fr: grappe
  en: cluster
- fr: précision
  en: precision
- fr: [précision du modèle, exactitude]
  en: accuracy
- fr: { term: couper, pos: verb }
  en: { term: shut down, pos: verb }
- fr: { term: absorber, pos: verb }
  en: { term: take over, pos: verb }
`);

/** From what a natural translation needs: each row a pair of texts, the ledger, and the rule it shows. */
const FACTS: readonly (readonly [rule: string, source: string, target: string, ledger: readonly string[]])[] = [
  ['a plural answers a plural', 'trois jetons', 'three tokens', ['jetons → tokens: preferred']],
  [
    'two jetons want two tokens',
    'un jeton, deux jetons',
    'one token',
    ['jeton → token: preferred', 'jetons → -: missing'],
  ],
  ['a ruled-out term is named', 'trois jetons', 'three chips', ['jetons → chips: deprecated']],
  [
    'chips that answer puces are not held against jetons',
    'des puces et des jetons',
    'chips and tokens',
    ['puces → chips: preferred', 'jetons → tokens: preferred'],
  ],
  [
    'chips answer puces, even where jetons are lost',
    'des puces et des jetons',
    'chips and so on',
    ['puces → chips: preferred', 'jetons → -: missing'],
  ],
  ['swapped words are both seen', 'des jetons', 'blue-chip tokens', ['jetons → tokens: preferred']],
  [
    'ruled out fires only on an occurrence without rendering',
    'un jeton',
    'a token for a blue chip client',
    ['jeton → token: preferred'],
  ],
  [
    'one wrong word gives one finding',
    'un jeton et une puce',
    'a chip and a chip',
    ['jeton → chip: deprecated', 'puce → chip: preferred'],
  ],
  ['the acronym answers the acronym', "l'IA", 'AI', ['IA → AI: preferred']],
  [
    'the long form answers the long form',
    "l'intelligence artificielle",
    'artificial intelligence',
    ['intelligence artificielle → artificial intelligence: preferred'],
  ],
  [
    'the acronym for the long form is admitted',
    "l'intelligence artificielle",
    'AI',
    ['intelligence artificielle → AI: admitted'],
  ],
  ['MoE for MoE is not second best', 'la technique MoE', 'the MoE technique', ['MoE → MoE: preferred']],
  [
    'a spelled-out acronym is one mention',
    'le Mixture-of-Experts (MoE)',
    'Mixture of Experts (MoE)',
    ['Mixture-of-Experts (MoE) → Mixture of Experts (MoE): preferred'],
  ],
  [
    'an acronym may be spelled out in the translation',
    'le MoE',
    'Mixture of Experts (MoE)',
    ['MoE → Mixture of Experts (MoE): preferred'],
  ],
  [
    'a spelled-out acronym may be shortened',
    "le mélange d'experts (MoE)",
    'MoE',
    ["mélange d'experts (MoE) → MoE: preferred"],
  ],
  [
    'a repeated generic head need not be repeated',
    'ce modèle est un modèle',
    'this model is one',
    ['modèle → model: preferred', 'modèle → -: preferred'],
  ],
  ['but it must stand once', 'ce modèle est un modèle', 'this is it', ['modèle → -: missing', 'modèle → -: missing']],
  [
    'a repeated name may become a pronoun',
    'DeepSeek et DeepSeek',
    'DeepSeek and itself',
    ['DeepSeek → DeepSeek: preferred', 'DeepSeek → -: preferred'],
  ],
  ['a possessive keeps a name', 'le R1 de DeepSeek', 'DeepSeek’s R1', ['DeepSeek → DeepSeek: preferred']],
  ['a compound answers a compound', "un modèle d'IA", 'an AI model', ["modèle d'IA → AI model: preferred"]],
  ['the head in a compound nobody needs stays available', 'un modèle', 'an AI model', ['modèle → model: preferred']],
  [
    'each stretch answers once',
    "un modèle d'IA et un modèle",
    'an AI model',
    ["modèle d'IA → AI model: preferred", 'modèle → -: missing'],
  ],
  [
    'the head alone will do where the rest stands nearby',
    "En IA, un modèle d'IA apprend",
    'In AI, the model learns',
    ['IA → AI: preferred', "modèle d'IA → model: admitted"],
  ],
  ['but not where the rest stands nowhere', "un modèle d'IA apprend", 'the model learns', ["modèle d'IA → -: missing"]],
  [
    'a compound may come in parts',
    'la recherche en IA',
    'research into AI',
    ['recherche en IA → research … AI: admitted'],
  ],
  [
    'its parts may lie 30 signs apart',
    'la recherche en IA',
    `research ${'x'.repeat(28)} AI`,
    [`recherche en IA → research … AI: admitted`],
  ],
  ['and no further', 'la recherche en IA', `research ${'x'.repeat(29)} AI`, ['recherche en IA → research: admitted']],
  [
    'a name lends no part of itself',
    "Scale AI et l'IA",
    'Scale AI and the like',
    ['Scale AI → Scale AI: preferred', 'IA → -: missing'],
  ],
  [
    'a deprecated French form is found, its English is right',
    'un réseau neuronal',
    'a neural network',
    ['réseau neuronal → neural network: preferred'],
  ],
  ['an admitted term is admitted', 'la puissance de calcul', 'compute', ['puissance de calcul → compute: admitted']],
  ['a verb may answer a noun', "pour l'entraînement", 'used to train', ['entraînement → train: admitted']],
  [
    'an exception swallows its match',
    'entraînent des coûts de calcul',
    'lead to computing costs',
    ['coûts de calcul → computing costs: preferred'],
  ],
  [
    'an exception of one entry leaves the others alone',
    'étant données les puces',
    'given the chips',
    ['puces → chips: preferred'],
  ],
  [
    'more English than French hits are no finding',
    'la puce',
    'the chip, a chip among chips',
    ['puce → chip: preferred'],
  ],
  [
    'order does not matter',
    'des grappes de puces',
    'chip clusters',
    ['grappes → clusters: preferred', 'puces → chip: preferred'],
  ],
  ['the shadowed term asks for nothing', "des puces d'IA", 'AI chips', ["puces d'IA → AI chips: preferred"]],
  [
    'competition is settled for the good of all',
    "l'IA et la puce d'IA",
    'the AI chip and AI',
    ['IA → AI: preferred', "puce d'IA → AI chip: preferred"],
  ],
  ['no French term, no entry', 'rien', 'nothing', []],
  ...(
    [
      ['of few words', 'on coupe', 'they shut the old server down', 'coupe → shut … down: admitted'],
      ['a pronoun', 'on coupe', 'shut it down', 'coupe → shut … down: admitted'],
      ['and not another clause', 'on coupe', 'they shut it and calm down', 'coupe → -: missing'],
      ['nor behind a comma', 'on coupe', 'they shut it, far down', 'coupe → -: missing'],
      ['nor a long one', 'on coupe', 'they shut one two three four five down', 'coupe → -: missing'],
      [
        'before a particle that is none of another word',
        'on absorbe',
        'take the firm over',
        'absorbe → take … over: admitted',
      ],
      ['past signs within it', 'on coupe', 'shut the “main” web-server down', 'coupe → shut … down: admitted'],
      ['before an adverb', 'on coupe', 'shut the server down again', 'coupe → shut … down: admitted'],
      ['not before another word', 'on coupe', 'shut the door down the hall', 'coupe → -: missing'],
      ['but not what opens a complement', 'on absorbe', 'take the firm over the line', 'absorbe → -: missing'],
    ] as const
  ).map(([rule, fr, en, ledger]) => [`an object may part a verb: ${rule}`, fr, en, [ledger]] as const),
];

describe('the ledger', () => {
  test.each(FACTS)('%s', (_rule, source, target, ledger) => {
    expect(ledgerOf(source, target, GLOSSARY)).toEqual(ledger);
  });
});

describe('a waiver', () => {
  const [source, target] = [readPlain('trois jetons'), readPlain('three of them')];
  const token = GLOSSARY.byId.get('token');
  const place = { file: 'en.po', line: 1, column: 1 };
  const hash = token ? pairStamp(source, target) + entryStamp(token) : '';
  const waiver = { accepts: 'token', hash, reason: 'a pronoun', place };

  test('accepts what is wrong, with its reason', () => {
    const [entry] = checkUnit(source, target, GLOSSARY.indexes, [waiver]).entries;
    expect([entry?.verdict, entry?.reason]).toEqual(['waived', 'a pronoun']);
  });

  test.each([
    ['the source changes', readPlain('quatre jetons'), target],
    ['the target changes', source, readPlain('four of them')],
  ])('lapses when %s', (_what, changedSource, changedTarget) => {
    expect(checkUnit(changedSource, changedTarget, GLOSSARY.indexes, [waiver]).entries[0]?.verdict).toBe('missing');
  });

  test('lapses when the entry changes', () => {
    const changed = glossaryOf('- fr: jeton\n  en: [token, text token]\n');
    expect(checkUnit(source, target, changed.indexes, [waiver]).entries[0]?.verdict).toBe('missing');
  });

  test('of another concept accepts nothing', () => {
    expect(checkUnit(source, target, GLOSSARY.indexes, [{ ...waiver, accepts: 'chip' }]).entries[0]?.verdict).toBe(
      'missing',
    );
  });
});

describe('the first rendering of its kind is preferred, another one admitted', () => {
  const SECOND = glossaryOf(`
- fr: vivier
  en: [pool, { term: reservoir, status: admitted }]
- fr: élan
  en: [{ term: impetus, status: admitted }, { term: momentum, status: admitted }]
- fr: [tuteur, { term: tutorer, pos: verb }]
  en: [mentor, { term: coach, pos: verb }, { term: tutor, pos: verb, status: admitted }]
`);

  test.each([
    ['le vivier', 'the pool', 'preferred'],
    ['le vivier', 'the reservoir', 'admitted'],
    ['l’élan', 'the impetus', 'preferred'],
    ['l’élan', 'the momentum', 'admitted'],
    ['le tuteur', 'the mentor', 'preferred'],
    ['il veut tutorer', 'it wants to coach', 'preferred'],
    ['il veut tutorer', 'it wants to tutor', 'admitted'],
  ])('%s, %s', (source, target, verdict) => {
    expect(ledgerOf(source, target, SECOND).map((line) => line.replace(/^.*: /, ''))).toEqual([verdict]);
  });
});

describe('where each sentence has its own, a term is looked for in that one alone', () => {
  test.each<[why: string, french: string, english: string, verdicts: string[]]>([
    [
      'left out of its sentence, spare in the next',
      'La machine découpe les jetons un par un. Elle les compte ensuite avec beaucoup de soin.',
      'The machine cuts the pieces one by one. It then counts the tokens with a lot of care.',
      ['missing'],
    ],
    [
      'in its sentence',
      'La machine découpe les jetons un par un. Elle les compte ensuite avec beaucoup de soin.',
      'The machine cuts the tokens one by one. It then counts them with a lot of care.',
      ['preferred'],
    ],
    [
      'in the second half of a sentence cut in two',
      'La machine, qui est lente, découpe longuement tous les jetons de la phrase. Elle s’arrête.',
      'The machine is slow. It takes its time to cut all the tokens of the sentence. It stops.',
      ['preferred'],
    ],
    [
      'in the sentence before, whose length shows that it took a part of its own',
      'La machine est sortie en avril. Elle découpe soixante jetons par minute, ce que nul n’avait fait. Elle est rare.',
      'The machine, out in April, cuts sixty tokens a minute. Nobody had done that before. It is rare.',
      ['preferred'],
    ],
    [
      'in the sentence behind, which took the end of its own',
      'La machine qui découpe longuement les phrases en jetons est arrivée hier. Elle est rare. On l’attend.',
      'The machine came yesterday. It takes its time to cut sentences into tokens, and is rare. It is awaited.',
      ['preferred'],
    ],
    [
      'left out of a sentence that is as long as its own lets expect',
      'La machine découpe les jetons un par un. Elle est très rare. On les compte avec soin.',
      'The machine cuts the pieces one by one. It is very rare. The tokens are counted carefully.',
      ['missing'],
    ],
  ])('%s', (_, french, english, verdicts) => {
    expect(verdictsOf(french, english, GLOSSARY)).toStrictEqual(verdicts);
  });
});

test.each(['of', 'for', 'in', 'on', 'to', 'with', 'by', 'from', 'at', 'as', 'the', 'a', 'an', 'and'])(
  'a term with “%s” in it may be turned round',
  (word) => {
    const glossary = glossaryOf(`- {fr: chemin, en: path ${word} lake}`);
    expect(ledgerOf('le chemin', 'this lake path', glossary)).toEqual(['chemin → lake … path: admitted']);
  },
);

test.each<[rule: string, source: string, target: string, ledger: string[]]>([
  [
    'a phrase comes before the word in it that another mention could take',
    'dix paires de gants ; ces paires sont neuves',
    'ten pairs of gloves; they are new',
    ['paires de gants → pairs of gloves: admitted', 'paires → -: missing'],
  ],
  [
    'the word is left to the other mention where that is there too',
    'dix paires de gants ; ces paires sont neuves',
    'ten pairs of gloves; these pairs are new',
    ['paires de gants → pairs of gloves: admitted', 'paires → pairs: preferred'],
  ],
  [
    'a phrase does not take the places of two',
    'des paires de gants, des paires, un gant',
    'pairs of gloves',
    ['paires de gants → -: missing', 'paires → pairs: preferred', 'gant → gloves: preferred'],
  ],
])('%s', (_, source, target, ledger) => {
  const glossary = glossaryOf(
    '- {fr: paire de gants, en: [glove pair, pair of gloves]}\n- {fr: paire, en: pair}\n- {fr: gant, en: glove}\n',
  );
  expect(ledgerOf(source, target, glossary)).toStrictEqual(ledger);
});
