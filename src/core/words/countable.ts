/** Which English nouns have a plural, and which are one. */

import { lowerCase } from '../text/characters.ts';
import { isIrregularPlural } from './english-inflection.ts';

/** Words for what is not counted, as far as no ending says so. */
const MASS =
  /^(?:access|accuracy|advice|ai|attention|backpropagation|bandwidth|capital|compliance|compute|confidentiality|content|convergence|cryptography|damage|decay|discrimination|electricity|energy|enforcement|encryption|equipment|erasure|evidence|expertise|feedback|finance|governance|guidance|health|help|hpc|independence|integrity|interference|internet|iot|justice|knowledge|labor|legislation|literacy|logic|machinery|maintenance|management|ml|moderation|money|music|nlp|oversight|power|privacy|progress|propagation|ram|recognition|research|resilience|retrieval|safety|scrutiny|secrecy|silicon|sovereignty|spam|staff|storage|supervision|surveillance|sycophancy|traffic|transparency|trust|usage|work|cross-validation)$/;
/** Endings of what is not counted. */
const MASS_ENDING =
  /(?:ware|ness|ism|hood|bility|ivity|i[sz]ation|information|intelligence|entropy|security|(?<!net|frame|art)work|[a-z]{2}ing)$/;
/** Words with such an ending that have a plural all the same. */
const COUNTED =
  /^(?:(?:cap|dis|in|)ability|(?:lia|proba|possi|responsi|vulnera)bility|activity|(?:wit|busi|weak|ill|like)ness|(?:mechan|organ|critic)ism|(?:neighbor|likeli)hood|(?:organi|visuali|optimi|generali|reali|authori|speciali|categori|characteri|initiali|capitali)[sz]ation|(?:begin|bear|bind|book|brief|build|ceil|coat|cross|decod|draw|embedd|encod|end|feel|fil|find|fitt|group|head|hear|hold|k|land|list|mapp|mark|mean|meet|offer|open|pair|paint|post|proceed|rank|rat|read|record|render|r|rul|sav|sett|shortcom|s|spell|spr|str|surround|th|tim|understand|undertak|warn|weight|w|offspr|somet|noth)ing)$/;

/** A compound that says what something is like, and is no noun: high-end, zero-shot, speech-to-text. */
const MODIFIER =
  /^(?:high|low|open|closed|long|short|zero|one|few|real|for|not|cutting|large|full|top|end|state|leading)-|-to-|-of-the-/;
/** Words in -s that are no plural, of those whose ending does not say so. */
const SINGULAR_IN_S = /^(?:lens|bias|gas|atlas|canvas|alias|chaos)$/;

/** Whether an English word stands before nouns and is none: high-end, zero-shot. */
export function isModifier(word: string): boolean {
  return MODIFIER.test(lowerCase(word));
}

/** Whether an English word, the head of its phrase, has a plural other than itself. */
export function hasEnglishPlural(head: string): boolean {
  const lower = lowerCase(head);
  if (isModifier(lower) || isEnglishPlural(lower) || /^.$|\d$/u.test(lower)) return false;
  return [lower, lower.slice(lower.lastIndexOf('-') + 1)].every(
    (word) => COUNTED.test(word) || !(MASS.test(word) || MASS_ENDING.test(word)),
  );
}

/**
 * Whether an English word is a plural by its form.
 *
 * @param word in small letters
 */
export function isEnglishPlural(word: string): boolean {
  return (
    isIrregularPlural(word) || (/[a-z]{2}s$/.test(word) && !/(?:ss|us|is)$/.test(word) && !SINGULAR_IN_S.test(word))
  );
}
