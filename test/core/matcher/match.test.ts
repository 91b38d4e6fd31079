import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAllTerms, findTerms } from '../../../src/core/matcher/match.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { rounds } from '../../rounds.ts';
import { found, glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- fr: jeton
  en: token
- fr: [intelligence artificielle, IA]
  en: [artificial intelligence, AI]
- fr: modèle d'IA
  en: AI model
- fr: modèle d'IA à usage général
  en: general-purpose AI model
- fr: données à caractère personnel
  en: personal data
- fr: { term: préentraîné, pos: adjective }
  en: { term: pretrained, pos: adjective }
- fr: { term: autosupervisé, pos: adjective }
  en: { term: self-supervised, pos: adjective }
- fr: { term: entraîner, pos: verb }
  en: { term: train, pos: verb }
- fr: entraînement
  en: training
  id: training
- fr: expert
  en: expert
- fr: { term: doté, pos: adjective }
  en: { term: endowed, pos: adjective }
- fr: [grand modèle de langage, LLM]
  en: [large language model, LLM]
- fr: GPU
  en: GPU
- fr: réseau de neurones
  en: neural network
- fr: nœud
  en: node
- fr: mise en œuvre
  en: implementation
- fr: état caché
  en: hidden state
- keep: OpenAI
- keep: A100
- keep: GPT-2
- keep: { term: Mistral, case: exact }
- fr: [Fire-Flyer II, Fire-Fly II]
  en: Fire-Flyer II
- fr: étiquette
  en: label
- fr: MoE
  en: MoE
- fr: cote
  en: rating
- fr: attention multi-tête
  en: multi-head attention
`);

/** What real French text contains: each row a text, the words that must be found, and why. */
const FOUND: readonly (readonly [why: string, text: string, words: readonly string[]])[] = [
  ['typographic apostrophe', 'l’IA', ['IA']],
  ['straight apostrophe', "d'IA", ['IA']],
  ['modifier letter apostrophe', 'dʼIA', ['IA']],
  ['U+2018 as apostrophe', 'l‘IA', ['IA']],
  ['apostrophe and a stray space', "l' IA", ['IA']],
  ['stray space inside a term', "un modèle d' IA", ["modèle d' IA"]],
  ['elision before a name', "qu'OpenAI", ['OpenAI']],
  ['elision before a verb', "s'entraîne", ['entraîne']],
  ['jusqu’', "jusqu'à l'entraînement", ['entraînement']],
  ['no-break space in a term', 'données à\u00a0caractère personnel', ['données à\u00a0caractère personnel']],
  ['narrow no-break space in a term', 'modèle d’IA à\u202fusage général', ['modèle d’IA à\u202fusage général']],
  ['line break in a term', 'l’intelligence\nartificielle', ['intelligence\nartificielle']],
  ['guillemets without spaces', '«jetons»', ['jetons']],
  ['guillemets with no-break spaces', '«\u00a0jetons\u00a0»', ['jetons']],
  ['straight quotes with padding', '" jetons "', ['jetons']],
  ['no space before a question mark', 'tant de jetons?', ['jetons']],
  ['a dash and no space', 'jetons—mots', ['jetons']],
  ['hyphen in a prefix', 'pré-entraîné', ['pré-entraîné']],
  ['closed prefix', 'préentraînée', ['préentraînée']],
  ['spelling of 1990', 'entrainer et préentrainés', ['entrainer', 'préentrainés']],
  ['hyphen or closed, plural', 'auto-supervisées, autosupervisés', ['auto-supervisées', 'autosupervisés']],
  [
    'multi-tête, multitête',
    'attention multitête et attention multi-tête',
    ['attention multitête', 'attention multi-tête'],
  ],
  ['inclusive, middle dots', 'des gens doté·e·s', ['doté·e·s']],
  ['inclusive, full stops', 'des gens doté.e.s', ['doté.e.s']],
  ['inclusive, brackets', 'des gens doté(e)s', ['doté(e)s']],
  ['plural of an acronym', 'les GPUs et les LLMs', ['GPUs', 'LLMs']],
  ['French plural of an acronym', 'les GPU', ['GPU']],
  ['only the head inflects', 'des réseaux de neurones', ['réseaux de neurones']],
  ['adjectives agree with the head', 'de grands modèles de langage', ['grands modèles de langage']],
  ['œ and oe', 'des noeuds, un nœud', ['noeuds', 'nœud']],
  ['œ inside a term', 'la mise en oeuvre', ['mise en oeuvre']],
  ['capital with accent', 'État caché', ['État caché']],
  ['all capitals', 'DES JETONS', ['JETONS']],
  ['decomposed accents', 'e\u0301tiquette', ['e\u0301tiquette']],
  ['soft hyphen inside a word', 'je\u00adtons', ['je\u00adtons']],
  ['beside an emoji', '🧑‍💻jetons🙂', ['jetons']],
  ['names with digits', 'des A100 et GPT-2', ['A100', 'GPT-2']],
  ['two spellings of one name', 'Fire-Flyer II puis Fire-Fly II', ['Fire-Flyer II', 'Fire-Fly II']],
  ['the longest wins', "modèle d'IA à usage général", ["modèle d'IA à usage général"]],
  ['contracted articles', 'du modèle d’IA, aux jetons, des jetons', ['modèle d’IA', 'jetons', 'jetons']],
  ['markup that touches', '*jetons*', ['jetons']],
  ['figure before', '1000 jetons', ['jetons']],
  ['hyphenated suffix', 'ces jetons-là', ['jetons']],
  ['a free prefix', 'anti-IA', ['IA']],
  ['the figure of a note', 'des jetons¹, l’IA²³ et des GPU⁴.', ['jetons', 'IA', 'GPU']],
];

/** What only looks like a term. */
const NOT_FOUND: readonly (readonly [why: string, text: string])[] = [
  ['a word that begins alike', 'jetonner'],
  ['a word that ends alike', 'surjeton'],
  ['accents count', 'côté, côte'],
  ['no stem: etiquetage', 'étiquetage'],
  ['an acronym in small letters', 'il y a moe et ia'],
  ['an acronym inside capitals', 'MAIA, IAM'],
  ['an acronym with a digit', 'IA2'],
  ['a name in small letters', 'openai'],
  ['a common word for a name', 'le mistral souffle'],
  ['euphonic t', 'a-t-il'],
  ['a bound prefix makes another word', 'post-entraînement'],
  ['a sentence end in between', 'un réseau. De neurones'],
  ['a comma in between', 'réseau, de neurones'],
  ['an identifier', 'max_jetons'],
  ['the head alone', 'un réseau'],
  ['an adjective that does not agree', 'grand modèles de langage'],
  ['another word between', 'état bien caché'],
  ['a longer model number', 'A1000'],
];

describe('a term is found', () => {
  test.each(FOUND)('%s', (_why, text, words) => {
    expect(found(text, GLOSSARY)).toEqual(words);
  });
});

describe('nothing is found', () => {
  test.each(NOT_FOUND)('%s', (_why, text) => {
    expect(found(text, GLOSSARY)).toEqual([]);
  });
});

describe('a term goes on through a mark, whose signs part words', () => {
  test.each<[what: string, text: string, words: string[]]>([
    ['the last word under stress', 'un réseau de *neurones*', ['réseau de *neurones']],
    ['the first', 'un **réseau** de neurones', ['réseau** de neurones']],
    ['each word for itself', 'une *intelligence* _artificielle_', ['intelligence* _artificielle']],
    ['an elided word under stress with it', 'de *l’intelligence* artificielle', ['intelligence* artificielle']],
    ['a link', 'une [intelligence](https://a.fr) artificielle', ['intelligence](https://a.fr) artificielle']],
    ['a word with a hyphen', 'attention multi-*tête*', ['attention multi-*tête']],
    ['a name with the capitals it is written with', 'avec *Fire-Flyer* II', ['Fire-Flyer* II']],
    ['an escaped sign', 'le GPT\\-2', ['GPT\\-2']],
    ['a reference before it', 'R&amp;D : réseau de *neurones*', ['réseau de *neurones']],
    ['a remark', 'un réseau <!-- x --> de %%y%% neurones', ['réseau <!-- x --> de %%y%% neurones']],
    ['a remark without a space', 'un réseau<!-- x -->de neurones', ['réseau<!-- x -->de neurones']],
    ['half a word', 'un rés*eau* de neurones, des je*tons*', []],
    ['code', 'un réseau `x` de neurones', []],
    ['an address', 'un réseau https://a.fr de neurones', []],
    ['a stop', 'un *réseau*. De neurones', []],
    ['into struck words', 'un ~~réseau~~ de neurones', []],
    ['out of them', 'un réseau ~~de neurones~~', []],
    ['struck words in the middle', 'un réseau ~~de~~ ~~ou~~ de neurones', []],
    ['with stress in them', 'un ~~*réseau*~~ de neurones', []],
    ['or around them', 'un *~~réseau~~* de neurones', []],
    ['struck as a whole', 'un ~~réseau de *neurones*~~', ['réseau de *neurones']],
    ['beside struck words', '~~Un~~ *réseau* de neurones', ['réseau* de neurones']],
    ['a sign that strikes nothing', 'un \\~~*réseau* de neurones', ['réseau* de neurones']],
  ])('%s', (_what, text, words) => {
    expect(found(text, GLOSSARY)).toEqual(words);
  });
});

describe('a raised figure', () => {
  const units = glossaryOf(`
- { fr: { term: km, pos: other }, en: { term: km, pos: other } }
- { fr: m, en: m }
- { fr: "10", en: "10" }
- { fr: jeton, en: token }
- { fr: GPU, en: GPU }
- { fr: A10, en: A10 }
- { fr: jeu, en: set }
- { fr: CO₂, en: CO₂ }
- { fr: H₂O, en: H₂O }
- { fr: cm³, en: cm³ }
`);

  test.each<[what: string, text: string, words: string[]]>([
    ['is a power behind a unit', '3 km² et 2 km³, des m², des m³', []],
    ['and behind a figure', '10³ jetons, 10² jetons', ['jetons', 'jetons']],
    ['is that of a note behind a longer word', 'des jetons², un jeton³', ['jetons', 'jeton']],
    ['behind an acronym or a model', 'un GPU², un A10³', ['GPU', 'A10']],
    ['and where it is no power', 'un jeu¹, un jeu⁴, 3 km¹', ['jeu', 'jeu', 'km']],
    ['belongs to a term that has it', '5 cm³ de jetons', ['cm³', 'jetons']],
    ['below the line it is part of its word', 'du CO₂, du H₂O, km₂', ['CO₂', 'H₂O']],
    ['apart it is neither', 'un km ² et un km.', ['km', 'km']],
  ])('%s', (_what, text, words) => {
    expect(found(text, units)).toEqual(words);
  });
});

test('overlapping terms: the one that begins first wins', () => {
  const glossary = glossaryOf('- fr: réseau profond\n  en: deep network\n- fr: profond apprentissage\n  en: x\n');
  expect(found('réseau profond apprentissage', glossary)).toEqual(['réseau profond']);
});

test('one form of two concepts has two readings', () => {
  const glossary = glossaryOf('- fr: puce\n  en: chip\n- fr: puce\n  en: bullet\n');
  expect(findAllTerms(readPlain('puces'), glossary.indexes.fr)[0]?.readings.map(({ concept }) => concept.id)).toEqual([
    'chip',
    'bullet',
  ]);
});

test('words such as constructor are words', () => {
  const glossary = glossaryOf('- fr: constructor\n  en: toString\n');
  expect(found('constructor __proto__ toString', glossary)).toEqual(['constructor']);
});

/** Pieces of French text with everything that moves offsets. */
const PIECES = [
  'jeton',
  'jetons',
  'é',
  'e\u0301',
  'œ',
  'ﬁ',
  '🙂',
  '\u00ad',
  '\u00a0',
  '\u202f',
  ' ',
  '’',
  "'",
  '-',
  '.',
  'IA',
  'd',
  'modèle',
  'nœuds',
  'e\u0301tiquette',
  '\n',
  '\u200d',
  'Y\u0305',
];
const TEXT = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('spans, whatever the text', () => {
  test('lie in the text, in order, and slice to words that are found again', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        let end = 0;
        for (const match of findTerms(readPlain(text), GLOSSARY.indexes.fr)) {
          expect(match.start >= end && match.end > match.start && match.end <= text.length).toBe(true);
          expect(found(text.slice(match.start, match.end), GLOSSARY).join('')).toBe(text.slice(match.start, match.end));
          end = match.end;
        }
      }),
      { numRuns: rounds(150, 3500) },
    );
  });

  test('mean the same in composed and decomposed text', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const composed = found(text.normalize('NFC'), GLOSSARY).map((words) => words.normalize('NFC'));
        expect(found(text.normalize('NFD'), GLOSSARY).map((words) => words.normalize('NFC'))).toEqual(composed);
      }),
      { numRuns: rounds(150, 3500) },
    );
  });
});

describe('a term that begins or ends in a sign', () => {
  const SIGNS = glossaryOf(`
- keep: C++
- keep: C#
  id: c-sharp
- keep: .NET
- { keep: R², id: r-squared }
- fr: langage C++
  en: C++ language
- fr: jeton @
  en: at token
`);

  test.each([
    ['in the middle of a text', 'Le C++ compile.', ['C++']],
    ['at its end', 'écrit en C++', ['C++']],
    ['before a full stop', 'écrit en C++.', ['C++']],
    ['before a comma, and another one', 'C++, C# et .NET', ['C++', 'C#', '.NET']],
    ['in brackets and quotation marks', 'le (C++) et « C# »', ['C++', 'C#']],
    ['a figure above the line', 'un R² de 0,9, R²¹', ['R²', 'R²']],
    ['inside a longer term', 'le langage C++ ou C++', ['langage C++', 'C++']],
    ['after the word', 'un jeton @ et un jeton', ['jeton @']],
    ['the letter alone is none', 'en C et en C+', []],
    ['nor a longer word', 'NET et dotNET', []],
  ])('keeps its whole span: %s', (_where, text, words) => {
    expect(found(text, SIGNS)).toEqual(words);
  });
});
