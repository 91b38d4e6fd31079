/** Whether English says “a” or “an” before a word. */

import { bare, lowerCase } from '../text/characters.ts';
import { isAcronym } from './acronyms.ts';

/** Acronyms that are read as a word though their letters do not show it. */
const READ_AS_WORDS = new Set(
  'fat flop flops lan lab lamp mac man map nan ram rag rem rest rip risc rom san sap sar shap sim slam smote sparql stem swat'.split(
    ' ',
  ),
);

/** A letter whose name begins with a vowel: F, L, X. */
const VOWEL_NAME = /^[aefhilmnorsx]/i;

/** Words in h- that begin with the vowel behind it. */
const SILENT_H = /^(?:hour|honest|hono[ur]|heir|herb(?:s|al)?(?![a-z]))/;

/** Words in a vowel that begin with the sound of “you” or of “won”. */
const CONSONANT_SOUND =
  /^(?:uni(?!dent|deal|mag|mp|n|ll|ssu|ron|tem)|unanim|unary|us(?:[eau]|ing)|ut[ieo]|ubiq|ur[aeiou]|uk|uv[eu]|eu|ew|uyg|uig|one(?![a-z])|once|oui)/;

/** By sound, not by letter: an hour, a unit, an unidentified, an MLA, a GPU, an 8-bit. */
export function indefiniteArticle(phrase: string): 'a' | 'an' {
  const first = /^[\p{L}\p{N}.,]+/u.exec(phrase)?.[0] ?? '';
  return opensWithVowel(first) ? 'an' : 'a';
}

function opensWithVowel(word: string): boolean {
  if (/^\d/.test(word)) return /^(?:8|1[18](?!\d))/.test(word);
  if (/^\p{L}\d*$/u.test(word)) return VOWEL_NAME.test(word);
  if (isAcronym(word)) return opensAcronym(word);
  const lower = bare(word);
  if (SILENT_H.test(lower)) return true;
  return /^[aeiou]/.test(lower) && !CONSONANT_SOUND.test(lower);
}

/** Letter by letter, unless a vowel behind the first letter makes a word of it: an MLA, an MoE, but a NASA, a RAM. */
function opensAcronym(acronym: string): boolean {
  const word = lowerCase(acronym).replace(/s$/, '');
  const isWord = READ_AS_WORDS.has(word) || (word.length > 3 && /^[^aeiou][aeiou]/.test(word));
  return isWord ? /^[aeio]/.test(word) : VOWEL_NAME.test(word);
}
