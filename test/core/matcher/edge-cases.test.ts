import { describe, expect, test } from 'vitest';
import { compareQuotations } from '../../../src/core/checks/pair/quotations.ts';
import { findMixedWords } from '../../../src/core/text/hidden-characters.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { segmentText } from '../../../src/core/text/sentences.ts';
import { FRENCH_NUMBERS } from '../../../src/core/words/french-numbers.ts';
import { findQuantities } from '../../../src/core/words/quantities.ts';
import { found, glossaryOf } from '../glossaries.ts';

/**
 * What real French text contains, row by row as our list of edge cases has it; the texts are from that list where they
 * hold a term. Each row: the case, a text, what is found in it, and a near-miss in which nothing is.
 */
const GLOSSARY = glossaryOf(`
- fr: { term: apprentissage auto-supervisé, pos: noun }
  en: self-supervised learning
- fr: [intelligence artificielle, IA]
  en: [artificial intelligence, AI]
- fr: sortie
  en: output
- fr: entrée
  en: input
- fr: action
  en: action
- fr: données à caractère personnel
  en: personal data
- fr: supervision
  en: supervision
- fr: transformer
  en: transformer
- fr: puce
  en: chip
- fr: système d'IA
  en: AI system
- fr: { term: préentraîné, pos: adjective }
  en: { term: pretrained, pos: adjective }
- fr: attention multitête
  en: multi-head attention
- fr: { term: entraîner, pos: verb }
  en: { term: train, pos: verb }
  except: [entraînent des coûts]
- fr: { term: ambigu, pos: adjective }
  en: { term: ambiguous, pos: adjective }
- fr: t
  en: t
  id: t
  except: [a-t-il, explique-t-il, mène-t-il]
- fr: { term: expert, pos: adjective }
  en: { term: expert, pos: adjective }
- fr: { term: doté, pos: adjective }
  en: { term: endowed, pos: adjective }
- fr: { term: régulateur, pos: adjective }
  en: { term: regulatory, pos: adjective }
- fr: modalité
  en: modality
- fr: [grand modèle de langage, LLM]
  en: [large language model, LLM]
- fr: [réseau de neurones récurrent, RNN]
  en: [recurrent neural network, RNN]
- fr: [Mixture-of-Experts, MoE]
  en: [Mixture-of-Experts, MoE]
- keep: A100
- keep: GPT-2
- keep: Fire-Flyer II
- fr: nœud
  en: node
- fr: mise en œuvre
  en: implementation
- fr: échantillonnage
  en: sampling
- fr: négociable
  en: { term: negotiable, pos: adjective }
- fr: jeton
  en: token
- fr: modèle
  en: model
- fr: réseau de neurones
  en: neural network
- fr: bibliothèque
  en: library
  except: [fausse bibliothèque]
`);

const TERMS: readonly (readonly [row: string, text: string, words: readonly string[], miss: string])[] = [
  ['typographic apostrophe U+2019', 'l’apprentissage auto-supervisé', ['apprentissage auto-supervisé'], 'l’apprenti'],
  ['straight apostrophe U+0027', "l'IA", ['IA'], "aujourd'hui"],
  ['U+2018 used as apostrophe', 'correspondant à l‘entrée s', ['entrée'], 'D‘autres questions'],
  ['apostrophe followed by a space', 'repassent à l’ action', ['action'], 's’ acquitter de cette condition'],
  ['elision before a term', 'd’IA, l’entrée', ['IA', 'entrée'], 'dIA, lentrée'],
  [
    'NBSP inside a term',
    'données à\u00a0caractère personnel',
    ['données à\u00a0caractère personnel'],
    'données à\u00a0caractères',
  ],
  ['NBSP before ; : ! ?', 'de supervision\u00a0:', ['supervision'], 'un superviseur\u00a0:'],
  ['NNBSP U+202F', '«\u202fpuces\u202f»', ['puces'], '«\u202fpucelle\u202f»'],
  [
    'plain space before a sign',
    'Comment fonctionnent les transformers ?',
    ['transformers'],
    'Comment transformaient-ils ?',
  ],
  ['no space before a sign', 'besoin de tant de puces?', ['puces'], 'besoin de tant de puceaux?'],
  ['guillemets with NBSP', '«\u00a0modèle\u00a0»', ['modèle'], '«\u00a0modéliser\u00a0»'],
  ['guillemets with plain space', '« jetons » et « puce »', ['jetons', 'puce'], '« jeter »'],
  ['guillemets with no space', '«système d’IA»', ['système d’IA'], '«systèmes d’iode»'],
  ['unbalanced guillemet', 'un modèle », a expliqué Lee', ['modèle'], 'un modelage », a expliqué Lee'],
  ['hyphen or none in a prefix', 'attention multi-tête', ['attention multi-tête'], 'attention multitâche'],
  ['1990 spelling reform', 'entrainer, ambigües', ['entrainer', 'ambigües'], 'entrain, ambiguïté'],
  ['euphonic -t-', 'le temps t', ['t'], 'a-t-il ajouté, mène-t-il'],
  ['inclusive writing, middle dot', 'expert·e·s, doté·e·s', ['expert·e·s', 'doté·e·s'], 'entrepreneurs·ses'],
  ['inclusive writing, full stops', 'des gens dotés et doté.e.s', ['dotés', 'doté.e.s'], 'dot.e.s'],
  ['feminine after a comma', 'régulateur, -trice', ['régulateur, -trice'], 'réguler, -trice'],
  ['feminine after a comma, one letter', 'doté, -e', ['doté, -e'], 'dot, -e'],
  ['p. ex.', 'les modalités (p. ex.: texte)', ['modalités'], 'les modes (p. ex.: texte)'],
  ['acronym plurals', 'des RNNs, les LLM', ['RNNs', 'LLM'], 'des rnns, les LLMx'],
  ['English term kept', 'Mixture of Experts (MoE)', ['Mixture of Experts', 'MoE'], 'moe'],
  ['model names with digits', 'A100, GPT-2, Fire-Flyer II', ['A100', 'GPT-2', 'Fire-Flyer II'], 'A1000, GPT-20'],
  ['oe ligature', 'un nœud', ['nœud'], 'une nœuvre'],
  ['oe without ligature', 'mise en oeuvre, noeuds', ['mise en oeuvre', 'noeuds'], 'mise en ouvre, nouds'],
  ['capital with accent', 'Échantillonnage', ['Échantillonnage'], 'Echantillon'],
  ['NFD decomposed accents', 'ne\u0301gociable', ['ne\u0301gociable'], 'negociable'],
  ['combining mark with no composed form', 'Y\u0305 puce', ['puce'], 'Y\u0305puce'],
  ['zero-width joiner in emoji', '🧑‍💻 puce 🕵️‍♂️', ['puce'], '🧑‍💻 Voyons 🕵️‍♂️'],
  ['soft hyphen', 'échantillon\u00adnage', ['échantillon\u00adnage'], 'échantillon\u00ad'],
  ['PDF line breaks', 'l’intelligence\nartificielle', ['intelligence\nartificielle'], 'l’intelligence\n\n'],
  ['words glued by markup', '*jetons*, <i>puce</i>', ['jetons', 'puce'], '*jetonner*'],
  ['article fused with of', 'des puces, du modèle, aux jetons', ['puces', 'modèle', 'jetons'], 'despuces, dumodèle'],
  ['plural in x', 'réseaux de neurones', ['réseaux de neurones'], 'réseau de neurone'],
  ['verb homographs of terms', 'ils entraînent des modèles', ['entraînent', 'modèles'], 'ils entraînent des coûts'],
  ['false friend', 'des bibliothèques', ['bibliothèques'], 'des librairies'],
];

describe('terms', () => {
  test.each(TERMS)('%s: found', (_row, text, words) => {
    expect(found(text, GLOSSARY)).toEqual(words);
  });

  test.each(TERMS)('%s: near-miss', (_row, _text, _words, miss) => {
    expect(found(miss, GLOSSARY)).toEqual([]);
  });
});

const SENTENCES: readonly (readonly [row: string, text: string, count: number])[] = [
  ['inclusive writing, full stops', 'Il y a des expert.e.s en linguistique ici.', 1],
  ['a full stop that is none of it', 'Il y a des experts. Une linguiste aussi.', 2],
  ['abbreviation M. / Mme / Dr', 'M. Swann venait avec le Dr. Wu.', 1],
  ['an M that ends a sentence', 'Il prit le plan M! Swann venait.', 2],
  ['etc. within', '(GPT, BERT, BART, T5, etc.) et les autres', 1],
  ['etc. at the end', 'GPT, BERT, etc. Les autres aussi.', 2],
  ['p. ex.', 'les modalités (p. ex.: texte, image)', 1],
  ['straight quotes padded with spaces', '" Notre problème n\'a jamais été le financement ", a-t-il déclaré.', 1],
];

test.each(SENTENCES)('sentences: %s', (_row, text, count) => {
  expect(segmentText(text, 'fr').length).toBe(count);
});

const QUANTITIES: readonly (readonly [row: string, text: string, values: readonly string[]])[] = [
  ['numero as no', 'les règlements (CE) no 300/2008', ['300', '2008']],
  ['numero as n°', 'la loi n° 78-17', ['78', '17']],
  ['numero glued', 'cours n°3', ['3']],
  ['ordinals', 'le 1er juillet 2020', ['1', '7', '2020']],
  ['centuries', 'au XXIe siècle', ['21']],
  ['a word of the same letters', 'le mixte et le vie', []],
  ['decimal comma', '1,5 million de yuans', ['1500000']],
  ['a list is no decimal', 'les modèles 1, 5 et 7', ['1', '5', '7']],
  ['thousands with a space', '800 000 yuans', ['800000']],
  ['thousands with a no-break space', '10\u00a0000 puces', ['10000']],
  ['percent with a space', '70 % de ses revenus', ['70']],
  ['percent without', '90% des cas environ', ['90']],
  ['milliard', '1,2 milliard de yuans', ['1200000000']],
  ['billion', 'plus de 1 billion de dollars', ['1000000000000']],
  ['clock times', 'de 9h à 21h six jours par semaine', ['540', '1260', '6']],
  ['dates', 'le 25 février', ['25', '2']],
  ['a month alone', 'en juillet 2024', ['7', '2024']],
];

test.each(QUANTITIES)('quantities: %s', (_row, text, values) => {
  const strict = findQuantities(text, FRENCH_NUMBERS).filter(({ loose }) => !loose);
  expect(strict.map(({ value }) => String(value))).toEqual(values);
});

test.each([
  ['a straight quote padded with spaces', '" Oui ", dit-il.', '“Yes,” he said.', true],
  [
    'an unbalanced guillemet is not relied on',
    '… est plus faible », a expliqué Lee.',
    '… is weaker, Lee explained.',
    true,
  ],
  ['a pair that is lost', '« Oui », dit-il.', 'He agreed.', false],
])('quotations: %s', (_row, source, target, kept) => {
  expect(compareQuotations(readPlain(source), readPlain(target)) === null).toBe(kept);
});

describe('words that mix two alphabets', () => {
  test.each<[string, string[]]>([
    ['un tоken', ['tоken']],
    ['l’АI générative', ['АI']],
    ['Οpenai', ['Οpenai']],
    ['Москва et Paris', []],
    ['Ελλάδα', []],
    ['5 μm, kΩ, α-hélice', []],
    ['élève, cœur, ﬁn', []],
  ])('%s', (text, words) => {
    expect(findMixedWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });
});
