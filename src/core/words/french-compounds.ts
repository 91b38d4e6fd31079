import type { Role } from './agreement.ts';

/** Verbs that a noun is made of with what they do it to; they never agree: pare-feu, porte-parole, passe-bas. */
const VERBS: ReadonlySet<string> = new Set(
  `abat aide amuse appuie attrape brise cache casse chauffe compte coupe couvre croque cure essuie garde gratte grille lance
  lave lève monte ouvre pare passe perce pèse porte pousse presse protège rabat ramasse réveille sèche serre souffle taille
  tire tord tourne traîne trompe trouble vide`.split(/\s+/),
);

/**
 * Which words of a phrase take the plural where a compound with hyphens stands in it, as usage and the spelling of 1990
 * leave it open: pare-feu applicatifs, pare-feux applicatifs; mots-clé, mot-clés principaux.
 *
 * @param parts the words, and between any two of them what stands there
 * @param head positions that take it when every part of the compound does: bit 0 is the first word
 * @returns the other sets; none where the phrase has no such compound, or is one
 */
export function compoundPlurals(parts: readonly string[], roles: readonly Role[], head: number): number[] {
  const from = parts.indexOf('-');
  if (from < 0 || !parts.some((part) => /^\s/.test(part))) return [];
  const first = (from - 1) / 2;
  const last = lastOfCompound(parts, first);
  const compound = (1 << (last + 1)) - (1 << first);
  if ((head & compound) !== compound || roles[first] === 'invariable') return [];
  const rest = head & ~compound;
  const isVerb = VERBS.has(parts[2 * first] ?? '');
  return [isVerb ? rest : rest | (1 << first), rest | (1 << last)];
}

function lastOfCompound(parts: readonly string[], first: number): number {
  let last = first;
  while (parts[2 * last + 1] === '-') last += 1;
  return last;
}

/** What an article makes of the preposition that a phrase ends in: tenir compte de → tenir compte du. */
export function contractions(phrase: string): string[] {
  if (/ de$/.test(phrase)) return ['du', 'des', 'd’'].map((form) => phrase.slice(0, -2) + form);
  if (/ à$/.test(phrase)) return ['au', 'aux'].map((form) => phrase.slice(0, -1) + form);
  return [];
}
