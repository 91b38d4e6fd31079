/** What words do around and inside a French term, as far as the search for candidates must know. */

import { fold } from '../../text/characters.ts';
import { isAcronym } from '../../words/acronyms.ts';
import { frenchFeminines, frenchPlurals } from '../../words/french-inflection.ts';
import type { Verbs } from '../../words/verbs.ts';

/** Behind these a noun phrase begins. */
const OPENERS = setOf(
  `le la les l un une des de du d au aux à en ce cet cette ces son sa ses leur leurs mon ma mes nos vos notre votre quel quelle quels quelles
  chaque aucun aucune tout toute tous toutes plusieurs quelques certains certaines par pour sur sous dans avec sans entre vers chez contre
  depuis pendant avant après lors dès selon comme deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante
  cinquante soixante cent cents mille`,
);
/** Behind these stands a verb, a participle or an adjective. */
const VERB_SIGNS = setOf(
  `je j tu il elle ils elles on nous vous se s ne n me m te t y lui eux qui est sont était étaient être été étant sera seront serait seraient
  soit soient fut furent ont a as ai avait avaient avoir aura auront aurait auraient ait aient ayant font faire faisait fera ferait peut peuvent
  pouvait pouvaient pourra pourront pourrait pourraient doit doivent devait devaient devra devront devrait devraient va vont allait aller
  veut veulent voulait faut fallait permet permettent devient deviennent reste restent semble semblent avons avez sommes êtes pouvons devons allons voulons
  faisons verrons vu pas plus moins très trop si aussi bien
  mieux mal peu assez tant jamais toujours déjà encore rien`,
);
/** All other words that open and end no term. */
const OTHERS = setOf(
  `et ou où que qu quoi dont mais donc or car ni c voici voilà puis ensuite enfin ainsi alors afin lorsque lorsqu quand puisque puisqu parce
  tandis cela ceci ça celui celle ceux celles lequel laquelle lesquels lesquelles duquel desquels desquelles auquel auxquels auxquelles soi moi
  toi non oui ici là hors près loin parmi malgré outre durant envers jusque jusqu sauf voire via dit déclaré ajouté indiqué affirmé estimé fait
  aujourd hui hier demain maintenant souvent parfois environ presque quasi vite tard tôt surtout pourtant cependant toutefois néanmoins
  sinon beaucoup plutôt autour dessus dessous dedans dehors devant derrière seulement simplement largement vraiment ci tel telle tels telles même
  mêmes comment pourquoi combien travers grâce autant
  au-dessus au-dessous au-delà ci-dessus ci-dessous là-bas peut-être`,
);
/** Adjectives that say nothing of a field, before a noun or behind it. */
const WEAK_ADJECTIVES = formsOf(
  `grand petit gros long court haut bas vaste bon mauvais meilleur pire nouveau nouvel vieux vieil ancien jeune beau bel joli premier dernier
  second deuxième troisième quatrième prochain précédent suivant présent actuel futur principal seul vrai plein entier énorme immense nombreux
  divers différent certain pareil semblable similaire important possible impossible nécessaire susceptible capable utile facile difficile
  pertinent particulier récent célèbre fameux excellent pauvre cher autre éventuel approprié demi intéressant individuel large extrême incroyable prêt disponible
  applicable relatif existant entendu propre gauche droit simple`,
);
/** Participles that bind what follows, and are part of no term. */
const BINDING = formsOf(
  `prévu visé mentionné concerné appelé nommé utilisé fourni obtenu effectué réalisé cité fondé basé lié destiné associé situé issu constitué
  requis inclus exigé décrit défini désigné choisi considéré proposé présenté publié créé apporté appris acquis soumis transmis émis admis
  conçu construit inscrit compris`,
);
/** Where a person or thing comes from: with one noun it is no term, marché chinois. */
const ORIGINS = formsOf(
  `américain français anglais britannique allemand européen chinois japonais russe italien espagnol canadien québécois suisse belge africain
  asiatique indien israélien iranien coréen australien mexicain brésilien parisien londonien écossais irlandais gallois ukrainien polonais
  suédois néerlandais mondial général original individuel typique gratuit global`,
);
/** Nouns that neither open nor end a term: they measure, place in time, or point at the text. */
const VAGUE = nounsOf(
  `exemple type nombre plupart série sorte genre majorité reste moitié quantité cas façon manière lieu début milieu fin suite égard titre chose
  fois part partie point côté bout ensemble instant moment jour journée matin soir soirée nuit heure minute seconde semaine mois an année
  siècle époque date lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
  novembre décembre hiver printemps été automne article paragraphe alinéa chapitre figure million milliard millier dizaine centaine dollar euro
  yuan peine besoin envie aide raison propos but occasion endroit coup droite gauche domaine gens autrui monde vie idée possibilité inconvénient nom matière présence absence manque excès degré œil intégralité gamme variété`,
);
/**
 * Nouns of any newspaper, with their plurals: alone they are no term of a field, in a phrase they may be part of one.
 */
const EVERYDAY = nounsOf(
  `temps pays ville personne homme femme enfant fille garçon père mère frère sœur oncle tante ami famille entreprise société groupe employé
  dirigeant patron concurrent rival autorité gouvernement ministre régulateur media média presse public marché prix coût produit service
  secteur industrie travail succès détail attention lancement stratégie jeu voix choix enjeu journal bras corps poids progrès procès cours avis
  accès concours discours recours parcours repas niveau bureau tableau œil ciel vœu mise prise usage utilisation application action activité
  affaire aspect attente avenir base bien bord bruit caractère cause changement chef chemin chance chiffre chambre client comité commission
  communauté compte concept condition confiance conséquence conseil contact contenu contexte contrôle copie couleur création crise danger
  décision demande départ développement différence difficulté dimension direction domaine doute droit durée eau école effet effort élément
  élève ennemi enfance entrée équipe erreur espace espoir esprit essai état étape étranger étude événement évolution examen expérience face
  facteur faveur fenêtre feu feuille forme formation frais garde guerre habitude hasard hauteur histoire impact importance impression
  information initiative intérêt intérieur jambe joie langue lecteur lecture lettre ligne limite liste livre loi main maison maître mal match
  mémoire membre mesure méthode mètre mort mot mouvement moyen mur nature nécessité note objectif objet œuvre ombre opération opinion ordre
  organisation origine outil page paix papier parole passage passé paysage peau perte peur phase phrase pied place plan plaisir politique porte
  position pouvoir pratique présence président pression preuve principe prison problème procédure processus professeur programme projet qualité
  quartier question rapport réalité recherche chercheur regard région règle relation rencontre réponse responsable résultat retour réunion
  rêve rôle route rue salle sang santé scène science score secret section sens sentiment séance siège signe silence site situation soin soleil
  solution somme son source souvenir structure sujet support surface système tâche taille technique technologie terme terrain terre tête texte
  thème ton total traitement tradition troupe univers valeur vent vérité version victime visage visite vitesse voiture volonté voyage vue zone
  joueur saison électeur candidat élection vote campagne police policier avocat financement fonds idée image vidéo résumé bibliothèque
  commentaire cabinet colère impatience enthousiasme rideau fauteuil bonheur malheur âme cœur bête arbre fleur montagne mer nuage pluie neige
  escalier cheminée toit cuisine dîner pain vin larme cri geste pensée gloire honneur courage voisin domestique auteur savant individu acteur
  citoyen habitant population peuple spécialiste expert directeur partenaire augmentation hausse baisse amélioration tendance croissance
  moyenne existence absence arrivée sortie ouverture comportement connaissance capacité complexité avantage utilisateur fonction réalisation
  préparation présentation description explication lien personnage carrière lumière écrit collègue océan justice
  rassemblement classe`,
);
/** Of the shape of a term, and everyday language. */
const SET_PHRASES = new Set(
  `mise en place,mise en oeuvre,mise en évidence,mise en avant,mise au point,prise en compte,prise en considération,prise en charge,
  prise de conscience,ordre du jour,chef de file,mise en marche`.split(/,\s*/),
);
/** Forms of address, and what is in capitals by custom. */
const NO_ACRONYMS = setOf('mm mme mlle mr mrs ms dr pr st ste ok tv');

/** Adverbs end so, and hardly any noun. */
const ADVERB = /(?:ell|iv|al|iqu|abl|ibl|ièr|eus|id|act|ect|ict|air|ul)ement$|[ae]mment$/;
/** Verb forms of several persons; nouns do not end so. */
const FINITE =
  /(?:aient|eront|erait|erez|issent|assent|vienne|viennent|(?:con|ob|main|re|appar|sou|dé)tienne|tiennent)$/;
/** Finite forms of frequent verbs that no ending tells. */
const FREQUENT_FORMS = setOf(
  `prend prennent reçoit reçoivent met mettent tient contient contiennent obtient vient viennent provient revient sert servent rend rendent dit
  disent lit lisent écrivent suit suivent voit voient sait savent comprend comprennent apprend apprennent correspond correspondent dépend
  dépendent agit agissent choisit connaît entend perd répond attend vaut vit paraît revêt prédit prédisent conduit construit détruit traduit`,
);
/** Words that are a noun at the beginning of a phrase, and a verb or a participle behind one. */
const NEVER_BEHIND_NOUNS = setOf('mis mise mises pris prise prises donné donnée donnés ouvre offre sort part');
/** Nouns and adjectives in -e behind a noun that are verb forms too: langue cible, clé double. */
const BEHIND_NOUNS = setOf(
  'cible type pilote cadre limite base double inverse active précise complète vide secrète neutre phare calme',
);
/** Nouns that are infinitives too. */
const NOUNS = setOf('pouvoir devoir savoir souvenir dîner déjeuner rire sourire transformer');

/** Without an article they open what is an adverb as a whole: à disposition, par défaut. */
const OPEN_ADVERBS = setOf('à en par sous sans');

/** How a word may stand to a term that begins behind it. */
export type Before = 'opens' | 'closes' | 'neither';

/**
 * A determiner or preposition opens; a pronoun, an auxiliary or another noun closes: what follows is its verb, its
 * adjective, or half of a phrase.
 */
export function beforeTerm(word: string): Before {
  if (OPEN_ADVERBS.has(word)) return 'closes';
  if (OPENERS.has(word) || WEAK_ADJECTIVES.has(word) || /^\d/.test(word)) return 'opens';
  if (OTHERS.has(word)) return 'neither';
  return 'closes';
}

/** A word that only holds others together, or a number. */
export function isFunctionWord(word: string): boolean {
  if (OPENERS.has(word) || VERB_SIGNS.has(word) || OTHERS.has(word) || BINDING.has(word)) return true;
  return /^\d+(?:er?|[eè]re|è|[eè]me)?$|-(?:ils?|elles?|on|nous|vous|je|tu|ce|les?|la|y|en)$/.test(word);
}

/** A word at which no term begins or ends. */
export function isEdgeless(word: string): boolean {
  return isFunctionWord(word) || WEAK_ADJECTIVES.has(word) || VAGUE.has(word) || ADVERB.test(word);
}

/** A noun of everyday language, or a word that says even less. */
export function isEveryday(word: string): boolean {
  return EVERYDAY.has(word) || isEdgeless(word);
}

export function isOrigin(word: string): boolean {
  return ORIGINS.has(word);
}

/** @param phrase words with spaces between them */
export function isSetPhrase(phrase: string): boolean {
  return SET_PHRASES.has(phrase);
}

/** An infinitive that is no noun, or a form that hardly anything but verbs has. */
export function isVerbForm(written: string, verbs: Verbs): boolean {
  const word = fold(written);
  if (FINITE.test(word) || FREQUENT_FORMS.has(word)) return true;
  return /(?:r|re)$/.test(word) && !NOUNS.has(word) && verbs.french(word) !== null;
}

/**
 * Whether a word that stands behind a noun at once is a verb there: le codeur traite, les jeux présentent, un jeu
 * contenant.
 */
export function isVerbBehindNoun(written: string, verbs: Verbs): boolean {
  const word = fold(written);
  if (NEVER_BEHIND_NOUNS.has(word) || /.{3}ant$/.test(word)) return true;
  const stem = /[^i]ent$/.test(word)
    ? word.slice(0, -3)
    : word.endsWith('e') && !BEHIND_NOUNS.has(word)
      ? word.slice(0, -1)
      : null;
  if (stem === null) return false;
  const stems = [
    stem,
    stem.replace(/è(?=[^è]+$)/, 'é'),
    stem.replace(/è(?=[^è]+$)/, 'e'),
    stem.replace(/([lt])\1$/, '$1'),
  ];
  return stems.some((each) => verbs.french(`${each}er`) !== null);
}

/** Ends as a past participle does, and as few nouns do: généré, apportées; not qualité. */
export function isParticiple(word: string): boolean {
  return /[^tg]ée?s?$/.test(word) && !/^clés?$/.test(word);
}

/** Whether a word behind a noun ends as the adjectives of a field do: nitrique, existentiel. */
export function isFieldAdjective(word: string): boolean {
  return /(?:iques?|elles?|els?|ale?s?|aux|aires?|ives?|ifs?)$/.test(word);
}

/** An adjective that does not say which, but how many or how large: de vastes jeux. */
export function isPartitive(link: string, word: string): boolean {
  return /^de?$/.test(link) && WEAK_ADJECTIVES.has(word) && /[sx]$/.test(word);
}

/** An acronym of two to six signs that is neither a form of address nor a number: IA, GPT-2, not XIV. */
export function isTermAcronym(written: string): boolean {
  if (!isAcronym(written) || written.length > 6 || /^[IVXLC]+(?:e|er|re)?$/.test(written)) return false;
  return !NO_ACRONYMS.has(fold(written));
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(fold));
}

function nounsOf(words: string): ReadonlySet<string> {
  const all = words.trim().split(/\s+/);
  return new Set(all.flatMap((word) => [word, ...frenchPlurals(word)]).map(fold));
}

function formsOf(words: string): ReadonlySet<string> {
  const both = words.trim().split(/\s+/);
  return nounsOf(both.flatMap((word) => [word, ...frenchFeminines(word)]).join(' '));
}
