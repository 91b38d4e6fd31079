import { describe, expect, test } from 'vitest';
import { findTerms } from '../../../src/core/matcher/match.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { found, glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- { fr: modèle, en: model }
- { fr: jeu d'essai, en: trial set }
- { fr: réseau ouvert, en: open network }
- { fr: traducteur, en: translator }
- { fr: étudiant chevronné, en: seasoned student }
- { fr: LLM, en: LLM }
- { fr: citoyen, en: citizen }
- { fr: patient, en: patient }
- { fr: "e", en: "e" }
- { fr: téléphone, en: phone }
- { fr: e-mail, en: email }
- { fr: papier, en: paper }
- { fr: mot-clé, en: keyword }
- { keep: { term: DALL·E, pos: properNoun, forms: [Dall·E] }, id: dall-e }
- { keep: { term: WALL·E, pos: properNoun }, id: wall-e }
`);

describe('an ending that may be left out belongs to its word', () => {
  test.each([
    ['Choisissez le(s) modèle(s) voulu(s).', ['modèle(s)']],
    ['Le(s) jeu(x) d’essai suffisent.', ['jeu(x) d’essai']],
    ['Un ou des réseau(x) ouvert(s).', ['réseau(x) ouvert(s)']],
    ['Les traducteur·rice·s signent.', ['traducteur·rice·s']],
    ['Un·e traducteur·trice signe.', ['traducteur·trice']],
    ['Les traducteur.ice.s signent.', ['traducteur.ice.s']],
    ['Les traducteurs·trices signent.', ['traducteurs·trices']],
    ['Les traducteur(trice)s signent.', ['traducteur(trice)s']],
    ['Les étudiant(e)s chevronné(e)s.', ['étudiant(e)s chevronné(e)s']],
    ['Les étudiant-e-s chevronné-e-s.', ['étudiant-e-s chevronné-e-s']],
    ['Des étudiant•es chevronné•es.', ['étudiant•es chevronné•es']],
    ['Un ou plusieurs LLM(s).', ['LLM(s)']],
    ['Les citoyen-ne-s votent.', ['citoyen-ne-s']],
    ['Les citoyen.ne.s votent.', ['citoyen.ne.s']],
    ['Les citoyen·ne·s votent.', ['citoyen·ne·s']],
    ['Les patient⸱es attendent.', ['patient⸱es']],
    ['Tout∙e patient∙e attend.', ['patient∙e']],
    ['LES TRADUCTEUR·RICE·S SIGNENT.', ['TRADUCTEUR·RICE·S']],
    ['LES ÉTUDIANT·E·S CHEVRONNÉ·E·S', ['ÉTUDIANT·E·S CHEVRONNÉ·E·S']],
    ['MODÈLE(S) OUVERT(S)', ['MODÈLE(S)']],
    ['UN(E) ÉTUDIANT(E) CHEVRONNÉ(E)', ['ÉTUDIANT(E) CHEVRONNÉ(E)']],
    ['Un/e patient/e, une traducteur/trice.', ['patient/e', 'traducteur/trice']],
    ['Des mot(s)-clé(s).', ['mot(s)-clé(s)']],
    ['Un/e traducteur/trice signe.', ['traducteur/trice']],
    ['Les étudiant/e/s chevronné/e/s.', ['étudiant/e/s chevronné/e/s']],
    ['Un(e) traducteur(-trice) signe.', ['traducteur(-trice)']],
    ['Une traducteur/-trice signe.', ['traducteur/-trice']],
  ])('%s', (text, words) => {
    expect(found(text, GLOSSARY)).toEqual(words);
  });
});

describe('what only looks like one does not', () => {
  test.each([
    ['Le modèle (s) est une lettre.', ['modèle']],
    ['Un modèle(sans nom) suffit.', ['modèle']],
    ['Le modèle(x) est une fonction.', ['modèle']],
    ['Ce modèle.Les autres suivent.', ['modèle']],
    ['Le modèle-espace attend.', ['modèle']],
    ['Un modèle(s', ['modèle']],
    ['Le modèle. e', ['modèle', 'e']],
    ['Le modèle(s)able', ['modèle']],
    ['Un citoyen-ne sait-on jamais-', ['citoyen']],
    ['Le patient-se-soigne.', ['patient']],
    ['Le patient-le seul-attend.', ['patient']],
    ['Chaque patient-s attend.', ['patient']],
    ['Mille modèles/s suffisent.', ['modèles']],
    ['Le modèle/le patient.', ['modèle', 'patient']],
    ['LE LLM-E, LE LLM.E', ['LLM', 'e', 'LLM', 'e'].map((word) => word.toUpperCase())],
    ['Un traducteur(-né) signe.', ['traducteur']],
    ['Un LLM nommé DALL·E, Dall·E ou WALL·E.', ['LLM', 'DALL·E', 'Dall·E', 'WALL·E']],
    ['Par téléphone/e-mail ou SMS/e-mail.', ['téléphone', 'e-mail', 'e-mail']],
    ['Par téléphone/e‑mail.', ['téléphone', 'e‑mail']],
    ['En papier/e-book, en papier/e’book.', ['papier', 'e', 'papier', 'e']],
  ])('%s', (text, words) => {
    expect(found(text, GLOSSARY)).toEqual(words);
  });
});

describe('English leaves out a plural in brackets, and no word behind a hyphen', () => {
  const english = glossaryOf(`
- { fr: modèle, en: model }
- { fr: boîte, en: box }
- { fr: glace sèche, en: dry ice }
- { fr: banquise, en: sea ice }
- { fr: riz sauvage, en: wild rice }
- { fr: vitamine E, en: vitamin e }
- { fr: traitement par lots, en: batch e }
- { fr: ordre des s, en: order of s }
`);

  test.each([
    ['The model(s) in the box(es).', ['model(s)', 'box(es)']],
    ['Dry ice and sea ice.', ['Dry ice', 'sea ice']],
    ['A dry-ice blast, a sea-ice extent.', ['dry-ice', 'sea-ice']],
    ['Wild-rice fields.', ['Wild-rice']],
    ['A vitamin-e capsule.', ['vitamin-e']],
    ['An order-of-s list.', ['order-of-s']],
    ['The dry, the sea, the wild, a vitamin, the batch and the order of.', []],
    ['A model-e, a box-ices.', ['model', 'box']],
    ['The model.es site.', ['model']],
    ['The model(e) is a letter, the model(x) a function.', ['model', 'model']],
  ])('%s', (text, words) => {
    const { indexes } = english;
    expect(findTerms(parseInlineMarks(text), indexes.en).map(({ start, end }) => text.slice(start, end))).toEqual(
      words,
    );
  });
});
