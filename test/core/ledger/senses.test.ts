import { expect, test } from 'vitest';
import { explainOtherSense } from '../../../src/core/ledger/explain.ts';
import { checkUnit } from '../../../src/core/ledger/ledger.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { openLexicon } from '../../../src/lexicon/lexicon.ts';
import { glossaryOf, ledgerOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(
  `
- {fr: jeton, en: token, not: [chip], unless: [casino, poker]}
- {fr: modèle, en: model, unless: [template, pattern]}
- {fr: application, en: [app, application], unless: [enforcement, implement, apply]}
- {fr: [entraînement, {term: entraîner, pos: verb}], en: [training, {term: train, pos: verb}], unless: [lead to, cause, coach]}
- {fr: données, en: data, unless: [give]}
- {fr: requête, en: query, unless: [motion, petition]}
- {fr: [{term: transformer, pos: other, forms: [transformers]}, transformeur], en: transformer, unless: [transform, turn]}
- {fr: note, en: grade}
- {fr: règle, en: rule}
- {fr: coupon, en: voucher}
`,
  openLexicon(),
);

/** What is set aside of a pair, with its reason. */
function asides(fr: string, en: string): string[] {
  const [source, target] = [parseInlineMarks(fr), parseInlineMarks(en)];
  return checkUnit(source, target, GLOSSARY.indexes).otherSenses.map((other) =>
    explainOtherSense(other, source, target).replace(/^(.*), glossary\/test\.yaml:\d+\. Not counted: /, '$1 | '),
  );
}

const BARE = (words: string) => words.replace(/:.*?(?= \|)/, '');

test.each<[french: string, noun: string, beside: string]>([
  ['Nous jetons les brouillons.', 'jetons', 'Nous'],
  ['nous ne jetons rien', 'jetons', 'ne'],
  ['Si nous les *jetons*, tout se perd : nous jetons trop.', 'jetons', 'nous'],
  ['Maintenant, jetons un coup d’œil au code.', 'jetons', 'un'],
  ['Jetons un œil.', 'Jetons', 'un'],
  ['Prenons-le, puis jetons les autres.', 'jetons', 'les'],
  ['« Jetons ces feuilles », dit-elle.', 'Jetons', 'ces'],
  ['Jetons-les.', 'Jetons', '-les'],
  ['Coupons la poire en deux.', 'Coupons', 'la'],
  ['Elle modèle la glaise.', 'modèle', 'Elle'],
  ['Il n’application rien', 'application', 'n'],
  ['On note les absences.', 'note', 'On'],
  ['Tout se règle demain.', 'règle', 'se'],
  ['J’y note tout.', 'note', 'y'],
  ['Elle veut transformer le quartier.', 'transformer', 'veut'],
  ['Pour transformer durablement la ville, il faut du temps.', 'transformer', 'Pour'],
  ['Transformer plusieurs sites prendra des mois.', 'Transformer', 'plusieurs'],
  ['sans rien transformer', 'transformer', 'rien'],
  ['Il faut les transformer.', 'transformer', 'les'],
  ['La température règle le degré de hasard.', 'règle', 'le'],
  ['Ce sculpteur modèle une tête.', 'modèle', 'une'],
  ['L’élève note ses progrès.', 'note', 'ses'],
  ['Ma sœur règle les factures du mois.', 'règle', 'les'],
])('%s: the noun of the glossary is a verb there, %s, by “%s”', (french, noun, beside) => {
  expect(asides(french, 'Something else.').map(BARE)).toContain(`${noun} | a verb here, beside “${beside}”.`);
});

test.each<[french: string, noun: string]>([
  ['Les jetons sont courts.', 'jetons'],
  ['Jetons et modèles', 'Jetons'],
  ['Jetons du modèle', 'Jetons'],
  ['Jetons les plus fréquents', 'Jetons'],
  ['avec des mots, jetons les moins chers du marché', 'jetons'],
  ['Chez nous, jetons et coupons sont gratuits.', 'jetons'],
  ['Comptez-vous jetons ou mots ?', 'jetons'],
  ['la note du modèle', 'note'],
  ['La nouvelle règle les concerne.', 'règle'],
  ['La présente règle le prévoit.', 'règle'],
  ['Leçon règle une vie.', 'règle'],
  ['Une seule règle les lie.', 'règle'],
  ['La température de la règle monte.', 'règle'],
  ['Sans règle, la vie est triste.', 'règle'],
  ['Le prix modèle du catalogue.', 'modèle'],
  ['Il y a une note.', 'note'],
  ['Elle suit la règle.', 'règle'],
  ['un transformer entraîné en dix jours', 'transformer'],
  ['Le transformer le plus connu est ancien.', 'transformer'],
  ['l’architecture transformer', 'transformer'],
  ['Donnez au transformer une liste de mots.', 'transformer'],
  ['Le transformer les lit.', 'transformer'],
  ['Des transformers les lisent.', 'transformers'],
  ['Un nouveau transformer la remplace.', 'transformer'],
  ['Leur modèle est petit.', 'modèle'],
])('%s: the noun counts', (french, noun) => {
  const source = parseInlineMarks(french);
  const { entries } = checkUnit(source, parseInlineMarks('Something else.'), GLOSSARY.indexes);
  expect(entries.map((entry) => french.slice(entry.source.start, entry.source.end))).toContain(noun);
});

test.each<[french: string, english: string, aside: string]>([
  ['L’application de la loi', 'Enforcement of the law', 'application | another sense, which “Enforcement” shows.'],
  ['L’application du plan', 'The plan was implemented', 'application | another sense, which “implemented” shows.'],
  ['La hausse entraîne un retard.', 'The rise leads to a delay.', 'entraîne | another sense, which “leads to” shows.'],
  ['La hausse a entraîné un retard.', 'The rise led to a delay.', 'entraîné | another sense, which “led to” shows.'],
  ['les dégâts entraînés', 'the damage caused', 'entraînés | another sense, which “caused” shows.'],
  ['Ses jetons de poker', 'His poker chips', 'jetons | another sense, which “poker” shows.'],
  ['Le modèle de lettre', 'The *template* letter', 'modèle | another sense, which “template” shows.'],
  ['des consignes données aux élèves', 'instructions given to pupils', 'données | another sense, which “given” shows.'],
  ['La requête est rejetée.', 'The motion was denied.', 'requête | another sense, which “motion” shows.'],
  ['Deux modèles différents', 'Two different patterns', 'modèles | another sense, which “patterns” shows.'],
])('%s / %s: a word of the English shows another sense', (fr, en, aside) => {
  expect(asides(fr, en).map(BARE)).toStrictEqual([aside]);
});

test.each<[why: string, french: string, english: string, verdicts: string[]]>([
  [
    'a rendering stands',
    'L’application applique la règle.',
    'The app applies the rule.',
    ['application → app: preferred', 'règle → rule: preferred'],
  ],
  [
    'the word renders another term',
    'Le modèle suit la règle.',
    'The template follows the rule.',
    ['règle → rule: preferred'],
  ],
  [
    'it stands in another sentence',
    'Le modèle est là. La règle est un gabarit fort long que voici.',
    'It is there. The rule is a very long template, here it is.',
    ['modèle → -: missing', 'règle → rule: preferred'],
  ],
  ['no such word stands', 'L’application de la loi', 'The working of the law', ['application → -: missing']],
  ['only a part of such a word stands', 'Les requêtes', 'The commotion', ['requêtes → -: missing']],
  [
    'only a part of such a phrase stands',
    'Cela entraîne un retard.',
    'This leads him there late.',
    ['entraîne → -: missing'],
  ],
])('%s: %s', (_, fr, en, verdicts) => {
  expect(ledgerOf(fr, en, GLOSSARY)).toStrictEqual(verdicts);
});

test('a term keeps its number when one before it is set aside', () => {
  const source = parseInlineMarks('L’application de la règle');
  const numbers = ['The app of the rule', 'Enforcement of the rule'].map((english) => {
    const { entries } = checkUnit(source, parseInlineMarks(english), GLOSSARY.indexes);
    return entries.find(({ reading }) => reading.concept.id === 'rule')?.number;
  });
  expect(numbers).toStrictEqual([1, 1]);
});

test('a phrase that shows another sense swallows the renderings in it', () => {
  const glossary = glossaryOf('- {fr: modèle, en: model, unless: [role model]}');
  expect(ledgerOf('un modèle pour tous', 'a role model for all', glossary)).toStrictEqual([]);
});

test.each([
  ['a poker chip', 'jeton → poker chip: deprecated'],
  ['a game of poker', undefined],
  ['poker, not a poker chip', undefined],
  ['one poker token', 'jeton → poker token: preferred'],
])('a sign of another sense within a longer term of the entry shows none: %s', (english, verdict) => {
  const glossary = glossaryOf('- {fr: jeton, en: [poker token, token], not: [poker chip], unless: [poker]}');
  expect(ledgerOf('un jeton', english, glossary)[0]).toBe(verdict);
});
