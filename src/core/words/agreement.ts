import { lowerCase } from '../text/characters.ts';
import { frenchPlurals } from './french-inflection.ts';

/** What a word does inside a French noun phrase. */
export type Role =
  | 'word'
  /** A noun that stands behind “de” in the plural too: appel de fonction, de fonctions. */
  | 'countable'
  /** An adjective that stands before its noun: grand, nouveau. */
  | 'prenominal'
  /** Ends as adverbs do, and some nouns: entièrement, raisonnement. */
  | 'in -ment'
  | 'of'
  | 'preposition'
  | 'conjunction'
  | 'determiner'
  | 'invariable';

/** The one table of what words do, in small letters. */
const WORDS: readonly (readonly [Role, string])[] = [
  ['of', 'de d'],
  /** They open a complement; what follows them does not agree with the head of the phrase. */
  ['preposition', 'du des à au aux en par pour sur sous avec sans dans entre vers chez contre selon of the'],
  ['conjunction', 'et ou'],
  ['determiner', 'le la les l un une'],
  /** Adverbs and prefixes inside a phrase; they never agree: apprentissages non supervisés. */
  [
    'invariable',
    'non quasi très trop assez plus moins mieux bien mal peu presque toujours déjà semi ultra auto multi pré pseudo anti',
  ],
  [
    'prenominal',
    `grand grande gros grosse petit petite bon bonne mauvais mauvaise nouveau nouvelle ancien ancienne premier première
    second seconde dernier dernière double triple haut haute bas basse beau belle vieux vieille jeune long longue vrai
    vraie faux fausse fort forte faible simple même autre seul seule large plein pleine futur future prochain prochaine`,
  ],
];
const COUNTABLE =
  `agent application article attribut bloc capteur caractère chiffre classe clause client colonne commande
  compétence composant compte concept connaissance consigne contenu couche critère document échantillon entité
  entrée erreur étape étiquette exemple expert fichier fonction groupe image indice instruction invite jeton lettre lien
  ligne message mot mouvement module nom objet opération outil page paire paramètre personne phrase pixel
  plongement point préférence problème produit projet prompt puce question règle réponse requête résultat scène segment
  séquence série serveur signal site symbole système tableau tâche texte token tokenizer utilisateur valeur variable
  vecteur version visage`.split(/\s+/);
/** What stands before a hyphen and never agrees; some of it is a preposition when it stands alone. */
const PREFIXES = new Set(
  `anti après arrière auto avant bi bio co contre demi éco entre ex extra géo hors hyper inter intra macro méta mi micro
  mini mono multi nano néo neuro non para pluri poly post pré pseudo quasi ré rétro semi sous super supra sur télé trans
  tri ultra vice`.split(/\s+/),
);

const PLURALS = new Map(COUNTABLE.map((word) => [word, frenchPlurals(word)[0] ?? word]));
const ROLES = new Map<string, Role>([
  ...COUNTABLE.map((word) => [word, 'countable'] as const),
  ...WORDS.flatMap(([role, words]) => words.split(/\s+/).map((word) => [word, role] as const)),
]);

/** Every word that has a role of its own, in small letters. */
export const ROLE_WORDS: readonly string[] = [...ROLES.keys()];

/** @param word in small letters */
export function roleOf(word: string): Role {
  return ROLES.get(word) ?? (word.endsWith('ment') ? 'in -ment' : 'word');
}

/** The plural of a countable word. */
export function countablePlural(word: string): string | undefined {
  return PLURALS.get(word);
}

/** Whether words of this role have a plural. */
export function inflects(role: Role): boolean {
  return role === 'word' || role === 'countable' || role === 'prenominal' || role === 'in -ment';
}

/**
 * The roles of the words of a phrase.
 *
 * @param parts its words, and between any two of them what stands there: `["pré", "-", "entraînement"]`
 */
export function rolesOf(parts: readonly string[]): Role[] {
  return parts
    .filter((_, i) => i % 2 === 0)
    .map((part, i) => {
      const word = lowerCase(part);
      const isPrefix = parts[2 * i + 1] === '-' && parts[2 * i - 1] !== '-' && PREFIXES.has(word);
      return isPrefix ? 'invariable' : roleOf(word);
    });
}

/** Words of a phrase that can agree; those behind stay as written. */
export const MOST_WORDS = 15;

/** Which words of a noun phrase take the plural, as sets of positions: bit 0 is the first word. */
export interface Agreement {
  /** The head and the adjectives beside it. */
  readonly head: number;
  /** Adjectives behind the complement, which go with the head or with it; and a noun joined to the head. */
  readonly tail: number;
  /** Complements in the singular that are found in the plural too. */
  readonly complement: number;
}

/** A word alone takes the plural, whatever it is. */
const ALONE: Agreement = { head: 1, tail: 0, complement: 0 };

/**
 * The head and the adjectives beside it agree; the complement (de, à, en …) stays as written; an adjective after the
 * complement goes with either; adverbs never agree.
 *
 *     grand modèle  de langage  entièrement  ouvert
 *     ^^^^^^^^^^^^  -----------  -----------  ^^^^^^   grands modèles de langage entièrement ouverts / ouvert
 */
export function agreementOf(roles: readonly Role[], count: number): Agreement {
  if (count === 1) return ALONE;
  const phrase = { head: 0, tail: 0, complement: 0 };
  // -1: in front of any complement.
  let complementWords = -1;
  for (let i = 0; i < count && i < MOST_WORDS; i += 1) {
    const role = roles[i] as Role;
    const bit = 1 << i;
    if (i > 0 && (role === 'preposition' || role === 'of')) complementWords = 0;
    else if (i > 0 && role === 'conjunction') complementWords = behindConjunction(phrase.head, complementWords);
    else if (isAdverb(roles, i, count)) continue;
    else if (complementWords < 0) phrase.head |= bit;
    else if (role !== 'determiner') {
      if (complementWords > 0) phrase.tail |= bit;
      else if (isEitherNumber(roles, i, count)) phrase.complement |= bit;
      complementWords += 1;
    }
  }
  return phrase;
}

/** “libre et ouverte” agree as one; a noun joined to the head may; what is joined to a complement belongs to it. */
function behindConjunction(head: number, complementWords: number): number {
  if (complementWords < 0) return (head & (head - 1)) === 0 ? 1 : -1;
  return complementWords === 1 ? 0 : complementWords;
}

/**
 * Adverbs stand behind a noun and before its adjective: couche entièrement connectée, but grand entraînement distribué.
 */
function isAdverb(roles: readonly Role[], i: number, count: number): boolean {
  if (roles[i] !== 'in -ment') return roles[i] === 'invariable';
  const before = roles.slice(0, i).findLast((role) => role !== 'invariable');
  if (before === undefined || before === 'prenominal' || !inflects(before)) return false;
  return i + 1 < count && inflects(roles[i + 1] as Role);
}

/** A countable noun behind “de” that nothing agrees with. */
function isEitherNumber(roles: readonly Role[], i: number, count: number): boolean {
  const next = i + 1 < count ? roles[i + 1] : undefined;
  return roles[i] === 'countable' && roles[i - 1] === 'of' && (next === undefined || !inflects(next));
}
