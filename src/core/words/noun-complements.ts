import { fold } from '../text/characters.ts';

/** What a French noun phrase can open with: le modèle, l’IA, cette œuvre. */
const DETERMINERS: ReadonlySet<string> = new Set(
  'le la les l un une ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur nos vos leurs chaque'.split(
    ' ',
  ),
);

/** De and an article in one word. */
const OF_THE: ReadonlySet<string> = new Set(['du', 'des']);
/** À and an article in one word. */
const TO_THE: ReadonlySet<string> = new Set(['au', 'aux']);

/** Whether words are a determiner and no more: “cette” before œuvre, “l’” before IA. */
export function isDeterminer(text: string): boolean {
  const [first = '', ...others] = wordsOf(text);
  return others.length === 0 && DETERMINERS.has(first);
}

/** A complement of a noun, by what stands between *de* or *à* and its noun: jeu de données, taille du modèle. */
export type Complement = 'bare' | 'determined';

/**
 * The complement that words lead to: “taille du”, “réglage d’un”, “méthode d’”, “accès aux”; null where they lead to
 * none, as *à* does without an article: “lampe à”.
 */
export function complementAfter(text: string): Complement | null {
  const [before = '', last = ''] = ['', '', ...wordsOf(text)].slice(-2);
  if (isDe(last)) return 'bare';
  const isContracted = OF_THE.has(last) || TO_THE.has(last);
  return isContracted || ((isDe(before) || before === 'à') && DETERMINERS.has(last)) ? 'determined' : null;
}

/** Whether words open with *de* or *à* and a determiner: “du jeu”, “à la requête”, “d’un modèle”; not “de texte”. */
export function opensDetermined(text: string): boolean {
  const [first = '', second = ''] = wordsOf(text);
  return OF_THE.has(first) || TO_THE.has(first) || ((isDe(first) || first === 'à') && DETERMINERS.has(second));
}

function isDe(word: string): boolean {
  return word === 'de' || word === 'd';
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
