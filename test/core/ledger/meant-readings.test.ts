import { expect, test } from 'vitest';
import { readSenses } from '../../../src/core/ledger/senses.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { openLexicon } from '../../../src/lexicon/lexicon.ts';
import { glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(
  `
- {fr: trame, en: frame}
- {fr: {term: tramer, pos: verb}, en: {term: weave, pos: verb}}
- {fr: filtre, en: strainer}
- {fr: {term: filtrer, pos: verb}, en: {term: sift, pos: verb}}
- {fr: résumé, en: abstract}
- {fr: {term: résumer, pos: verb}, en: {term: sum up, pos: verb}}
- {fr: {term: former, pos: verb}, en: {term: teach, pos: verb}}
- {fr: {term: charger, pos: verb}, en: {term: load, pos: verb}}
- {fr: lecteur, en: reader}
- {fr: [{term: parser, pos: noun}], en: parser}
`,
  openLexicon(),
);

/** What is found, each with the kinds of word it can be. */
function meant(french: string): string[] {
  return readSenses(parseInlineMarks(french), GLOSSARY.indexes.fr).terms.map(
    ({ start, end, readings }) =>
      `${french.slice(start, end)} ${readings.map(({ term }) => term.partOfSpeech).join(' or ')}`,
  );
}

test.each<[french: string, found: string]>([
  ['Les trames sont longues.', 'trames noun'],
  ['De longues trames suivent.', 'trames noun'],
  ['trames', 'trames noun'],
  ['Une *trame* suffit.', 'trame noun'],
  ['Il manque d’une trame.', 'trame noun'],
  ['faute de trame', 'trame noun'],
  ['Elle passe par deux filtres.', 'filtres noun'],
  ['La trame est là.', 'trame noun'],
  ['Le filtre arrête tout.', 'filtre noun'],
  ['Un résumé suit.', 'résumé noun'],
  ['au résumé', 'résumé noun'],
])('%s: the noun alone', (french, found) => {
  expect(meant(french)).toStrictEqual([found]);
});

test.each<[french: string, found: string]>([
  ['Tu trames un complot.', 'trames verb'],
  ['Elle filtre les appels.', 'filtre verb'],
  ['Rien ne filtre.', 'filtre verb'],
  ['Cela se trame ailleurs.', 'trame verb'],
  ['Elle a résumé le livre.', 'résumé verb'],
  ['Le livre est bien résumé.', 'résumé verb'],
  ['Le site les filtre.', 'filtre verb'],
])('%s: the verb alone', (french, found) => {
  expect(meant(french)).toStrictEqual([found]);
});

test.each<[french: string, found: string]>([
  ['Elle lit et la filtre.', 'filtre noun or verb'],
  ['Le site filtre tout.', 'filtre noun or verb'],
  ['Texte résumé', 'résumé noun or verb'],
])('%s: nobody can tell, so either will do', (french, found) => {
  expect(meant(french)).toStrictEqual([found]);
});

test.each(['Les formes changent.', 'Cette forme change.', 'des formes', 'sans charge', 'Leurs charges pèsent.'])(
  '%s: a noun that no entry has is no verb',
  (french) => {
    expect(meant(french)).toStrictEqual([]);
  },
);

test.each<[french: string, found: string]>([
  ['Elle forme dix personnes.', 'forme verb'],
  ['La page arrive et la charge.', 'charge verb'],
  ['Ils forment des gens.', 'forment verb'],
  ['des gens formés', 'formés verb'],
  ['Les gens formées ici', 'formées verb'],
  ['Tu me formes.', 'formes verb'],
  ['Formes-tu des gens ?', 'Formes verb'],
  ['Toi qui formes des gens', 'formes verb'],
  ['On en charge deux.', 'charge verb'],
])('%s: the verb counts', (french, found) => {
  expect(meant(french)).toStrictEqual([found]);
});

test.each([
  'Elle ouvre 🤗 Lecteurs.',
  'Elle vient avec **Lecteurs**.',
  '🤗 Lecteurs est là.',
  'avec 🧨 Lecteurs',
  'la bibliothèque Parsers',
  'avec Lecteurs, tout va bien',
  'dans Parsers',
])('%s: a name', (french) => {
  expect(meant(french)).toStrictEqual([]);
});

test.each<[french: string, found: string]>([
  ['Les Lecteurs arrivent.', 'Lecteurs noun'],
  ['Lecteurs et auteurs', 'Lecteurs noun'],
  ['dans le Parser', 'Parser noun'],
  ['avec lecteurs', 'lecteurs noun'],
  ['les bibliothèques, Lecteurs compris', 'Lecteurs noun'],
  ['✅ Lecteurs attentifs', 'Lecteurs noun'],
  ['🔥 Lecteurs : les nouveautés', 'Lecteurs noun'],
  ['Points forts : ✨ Lecteurs rapides', 'Lecteurs noun'],
  ['Merci à tous. 🎉 Lecteurs, à demain', 'Lecteurs noun'],
])('%s: no name', (french, found) => {
  expect(meant(french)).toStrictEqual([found]);
});
