import { bare } from '../text/characters.ts';

/** The words of a text without accents and case: `U.N.` is u and n. */
export function bareWords(text: string): string[] {
  return bare(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * What a name from another alphabet sounds like as each language spells it: Poutine and Putin, Tchekhov and Chekhov.
 */
export function soundOf(word: string, language: 'fr' | 'en'): string {
  const spelled =
    language === 'fr'
      ? word
          .replaceAll('tch', 'C')
          .replaceAll('ch', 'S')
          .replaceAll('dj', 'j')
          .replaceAll('ou', 'u')
          .replace(/ine$/, 'in')
      : word.replaceAll('ch', 'C').replaceAll('sh', 'S').replaceAll(/oo|ou/g, 'u');
  return spelled.replaceAll(/[iy]+/g, 'i').replace(/ff$/, 'v');
}
