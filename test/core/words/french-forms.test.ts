import { describe, expect, test } from 'vitest';
import type { Term } from '../../../src/core/model/concept.ts';
import { frenchForms } from '../../../src/core/words/french-forms.ts';
import { frenchFeminines, frenchPlurals } from '../../../src/core/words/french-inflection.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { conceptsOf } from '../glossaries.ts';

function termOf(text: string, pos: string): Term {
  const [concept] = conceptsOf(`- fr: { term: "${text}", pos: ${pos} }\n  en: x\n`);
  return concept?.fr[0] as Term;
}

const PLURALS = `jeton jetons · réseau réseaux · jeu jeux · noyau noyaux · travail travaux · détail détails · signal signaux
  · festival festivals · bal bals · banal banals · final finals · pneu pneus · bleu bleus · bijou bijoux · trou trous
  · poids poids · voix voix · nez nez · œil yeux · tuyau tuyaux · landau landaus · émail émaux · mode modes · corail coraux
  · initial initiaux · chou choux · fou fous · biais biais · calcul calculs · cheveu cheveux · caillou cailloux · genou genoux
  · hibou hiboux · joujou joujoux · pou poux · ripou ripoux · oeil yeux · ciel cieux · aïeul aïeux · ail ails
  · monsieur messieurs · madame mesdames · mademoiselle mesdemoiselles · monseigneur messeigneurs · bonhomme bonshommes
  · gentilhomme gentilshommes · tout tous · stimulus stimulus · erratum errata · addendum addenda · desideratum desiderata
  · maximum maximums · minimum minimums · optimum optimums · quantum quanta · medium médiums · graffiti graffitis
  · corpus corpus · scénario scénarios · Genou Genoux · carnaval carnavals · vitrail vitraux · gaz gaz · émeu émeus`;
/** Those of a second spelling, of another sense, or as they are in English. */
const OTHER_PLURALS = `œil œils · oeil oeils · ciel ciels · aïeul aïeuls · ail aulx · monseigneur nosseigneurs · tout touts · stimulus stimuli
  · erratum erratums · addendum addendums · maximum maxima · minimum minima · optimum optima · quantum quantums · medium media
  · medium mediums · graffiti graffiti · corpus corpora · scénario scénarii · final finaux · match matches · crash crashes
  · hobby hobbies · gentleman gentlemen`;
const FEMININES = `supervisé supervisée · neuronal neuronale · génératif générative · convolutif convolutive · conversationnel conversationnelle
  · européen européenne · bon bonne · complet complète · net nette · premier première · nombreux nombreuse · public publique
  · long longue · vif vive · nul nulle · gros grosse · libre libre · supérieur supérieure · nouveau nouvelle · ambigu ambiguë
  · créateur créatrice · trompeur trompeuse · artificiel artificielle · récurrent récurrente · profond profonde · blanc blanche
  · beau belle · jumeau jumelle · fou folle · mou molle · vieux vieille · doux douce · faux fausse · roux rousse
  · franc franche · sec sèche · turc turque · caduc caduque · grec grecque · laïc laïque · oblong oblongue · frais fraîche
  · tiers tierce · favori favorite · bénin bénigne · malin maligne · gentil gentille · épais épaisse · bas basse
  · gras grasse · las lasse · exprès expresse · métis métisse · paysan paysanne · sot sotte · pâlot pâlotte
  · vieillot vieillotte · bref brève · andalou andalouse · rigolo rigolote · esquimau esquimaude · hébreu hébraïque
  · enchanteur enchanteresse · chasseur chasseuse · vengeur vengeresse · pécheur pécheresse · démineur démineuse
  · pareil pareille · menteur menteuse · majeur majeure · léger légère · jaloux jalouse · aigu aigüe`;

function pairs(table: string): [string, string][] {
  return table.split('·').map((pair) => pair.trim().split(/\s+/) as [string, string]);
}

describe('the plural of a word', () => {
  test.each(pairs(PLURALS))('%s → %s', (singular, plural) => {
    expect(frenchPlurals(singular)[0]).toBe(plural);
  });
});

test.each(pairs(OTHER_PLURALS))('another plural of %s is %s', (singular, plural) => {
  expect(frenchPlurals(singular)).toContain(plural);
});

describe('the feminine of a word', () => {
  test.each(pairs(FEMININES))('%s → %s', (masculine, feminine) => {
    expect(frenchFeminines(masculine)).toContain(feminine);
  });
});

describe('a phrase agrees where French does', () => {
  test.each([
    ['réseau de neurones', 'réseaux de neurones'],
    ['grand modèle de langage', 'grands modèles de langage'],
    ['modèle de langage géant', 'modèles de langage géants'],
    ['réseau de neurones convolutif', 'réseaux de neurones convolutifs'],
    ["fonction d'activation", "fonctions d'activation"],
    ['fonction objectif', 'fonctions objectif'],
    ['score F1', 'scores F1'],
    ['poids ouvert', 'poids ouverts'],
    ['unité de traitement', 'unités de traitement'],
    ['image fortement bruitée', 'images fortement bruitées'],
    ['jeu de règles partiellement ordonné', 'jeux de règles partiellement ordonnés'],
    ['grand raisonnement formel', 'grands raisonnements formels'],
    ['nouveau traitement automatique', 'nouveaux traitements automatiques'],
    ['corpus de phrases non annoté', 'corpus de phrases non annotés'],
    ['vecteur pré-calculé', 'vecteurs pré-calculés'],
    ['sous-réseau dense', 'sous-réseaux denses'],
    ['auto-évaluation continue', 'auto-évaluations continues'],
    ['sur-ajustement local', 'sur-ajustements locaux'],
    ['calcul rapide et fiable', 'calculs rapides et fiables'],
    ['coût réel ou estimé', 'coûts réels ou estimés'],
    ['entrée et sortie', 'entrées et sorties'],
    ['tirage et remise', 'tirages et remise'],
    ['file de message', 'files de messages'],
    ['durée de vie', 'durées de vie'],
    ['descente de gradient', 'descentes de gradient'],
    ['mise à la terre', 'mises à la terre'],
    ['big data', 'big datas'],
    ['data scientist', 'data scientists'],
    ['fonction source', 'fonctions source'],
    ['base clé', 'bases clé'],
    ['langue cible', 'langues cible'],
    ['projet pilote', 'projets pilote'],
    ['jeu test', 'jeux test'],
    ['modèle fondation', 'modèles fondation'],
    ['distance cosinus', 'distances cosinus'],
    ['apprentissage machine', 'apprentissages machine'],
    ['pare-feu applicatif', 'pare-feux applicatifs'],
    ['pare-feu applicatif', 'pare-feu applicatifs'],
    ['porte-parole officiel', 'porte-parole officiels'],
    ['filtre passe-bas', 'filtres passe-bas'],
    ['lève-vitre électrique', 'lève-vitres électriques'],
    ['mot-clé principal', 'mots-clés principaux'],
    ['mot-clé principal', 'mots-clé principaux'],
    ['prise en compte de', 'prises en compte du'],
  ])('%s → %s', (text, plural) => {
    expect(frenchForms(termOf(text, 'noun'), NO_VERBS).map((form) => form.text)).toContain(plural);
  });

  test.each([
    ['réseau de neurones', 'réseau des neurones'],
    ['modèle de langage', 'modèles de langages'],
    ['grand modèle de langage', 'grand modèles de langage'],
    ['calcul', 'calculer'],
    ['attention', 'attentif'],
    ['image fortement bruitée', 'images fortements bruitées'],
    ['corpus de phrases non annoté', 'corpus de phrases nons annotés'],
    ['vecteur pré-calculé', 'vecteurs prés-calculés'],
    ['calcul rapide et fiable', 'calculs rapides et fiable'],
    ['modèle de monde', 'modèles de mondes'],
    ['réseau de neurones', 'réseau de neurone'],
    ['paire de phrase parallèle', 'paires de phrases parallèle'],
    ['mise à la terre', 'mises à la terres'],
    ['passage à l’échelle', 'passages à l’échelles'],
    ['data scientist', 'datas scientists'],
    ['filtre passe-bas', 'filtre passe-bass'],
    ['mot-clé principal', 'mot-clé principaux'],
    ['sous-réseau dense', 'sous-réseau denses'],
    ['mode de', 'mode au'],
  ])('%s has no form %s', (text, wrong) => {
    expect(frenchForms(termOf(text, 'noun'), NO_VERBS).map((form) => form.text)).not.toContain(wrong);
  });
});

describe('an adjective phrase agrees in its adjectives', () => {
  test.each([
    ['libre et ouvert', 'libres et ouvertes'],
    ['densément peuplé', 'densément peuplées'],
    ['non aligné', 'non alignée'],
    ['pré-calculé', 'pré-calculées'],
    ['proche du but', 'proches du but'],
  ])('%s: %s', (text, form) => {
    expect(frenchForms(termOf(text, 'adjective'), NO_VERBS).map((one) => one.text)).toContain(form);
  });

  test.each([
    ['libre et ouvert', 'libre et ouvertes'],
    ['densément peuplé', 'denséments peuplés'],
    ['pré-calculé', 'prés-calculés'],
    ['proche du but', 'proche du buts'],
  ])('%s: not %s', (text, form) => {
    expect(frenchForms(termOf(text, 'adjective'), NO_VERBS).map((one) => one.text)).not.toContain(form);
  });
});

describe('a noun for a person has its feminines', () => {
  test.each([
    ['chercheur', 'chercheuses'],
    ['acteur', 'actrice'],
    ['auteur', 'autrices'],
    ['auteur', 'auteure'],
    ['développeur', 'développeuse'],
    ['ingénieur', 'ingénieures'],
    ['expert', 'experte'],
    ['informaticienne', 'informaticiennes'],
    ['statisticien', 'statisticienne'],
    ['conseiller', 'conseillères'],
    ['programmeur indépendant', 'programmeuses indépendantes'],
    ['ingénieur logiciel', 'ingénieure logiciel'],
    ['étudiant en droit', 'étudiantes en droit'],
    ['chef de projet', 'cheffes de projet'],
    ['jeune traducteur', 'jeune traductrice'],
    ['ambassadeur', 'ambassadrice'],
    ['infirmier', 'infirmière'],
    ['sportif', 'sportives'],
    ['étudiant', 'étudiante'],
  ])('%s: %s', (text, form) => {
    expect(frenchForms(termOf(text, 'noun'), NO_VERBS).map((one) => one.text)).toContain(form);
  });

  test.each([
    ['vecteur', 'vectrice'],
    ['moteur', 'motrice'],
    ['serveur', 'serveuse'],
    ['calculateur', 'calculatrice'],
    ['acteur', 'acteuse'],
    ['ingénieur', 'ingénieuse'],
    ['médecin', 'médecine'],
    ['lien', 'lienne'],
    ['base de chercheur', 'base de chercheuse'],
  ])('%s: not %s', (text, form) => {
    expect(frenchForms(termOf(text, 'noun'), NO_VERBS).map((one) => one.text)).not.toContain(form);
  });
});

test('each form says what it is', () => {
  expect(frenchForms(termOf('jeton', 'noun'), NO_VERBS)).toEqual([
    { text: 'jeton', kind: 'as written' },
    { text: 'jetons', kind: 'plural' },
  ]);
});
