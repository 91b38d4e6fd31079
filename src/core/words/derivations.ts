/** Regular derivations of English nouns: evaluation → evaluate, transparency → transparent. */

import { lowerCase } from '../text/characters.ts';
import { englishInflections } from './english-verbs.ts';
import { NO_VERBS } from './verbs.ts';

/** Endings of a noun, and what stands in their place in the verb it is made from. The first that fits counts. */
const VERBS: readonly (readonly [ending: RegExp, verbs: readonly string[]])[] = [
  [/i[sz]ation$/, ['ize', 'ise']],
  [/ification$/, ['ify']],
  [/plication$/, ['ply', 'plicate']],
  [/ation$/, ['ate', 'e', '']],
  [/duction$/, ['duce', 'duct']],
  [/scription$/, ['scribe']],
  [/umption$/, ['ume']],
  [/(?<=[aeio]c|[rpus]c)tion$/, ['t']],
  [/ption$/, ['pt', 'ive']],
  [/ition$/, ['ite', 'e']],
  [/ution$/, ['ute']],
  [/etion$/, ['ete']],
  [/(?<=ess|iss|uss)ion$/, ['']],
  [/(?<=[lf]us|is|ens)ion$/, ['e']],
  [/vision$/, ['vise']],
  [/version$/, ['vert']],
  [/mission$/, ['mit']],
  [/analysis$/, ['analyze', 'analyse']],
  [/thesis$/, ['thesize', 'thesise']],
  [/(?<=\w{3})ment$/, ['']],
  [/(?<=\w{3})[ae]nce$/, ['', 'e']],
  [/(?<=\w{3})al$/, ['', 'e']],
  [/(?<=\w{2}|^)([bdgklmnprt])\1ing$/, ['$1']],
  [/(?<=\w{2})ing$/, ['', 'e']],
];
/** Endings of a noun, and the adjectives it is made from. */
const ADJECTIVES: readonly (readonly [ending: RegExp, adjectives: readonly string[]])[] = [
  [/ability$/, ['able']],
  [/ibility$/, ['ible']],
  [/ivity$/, ['ive']],
  [/icity$/, ['ic']],
  [/(?<=\w{3})ity$/, ['', 'e', 'ous']],
  [/ency$/, ['ent']],
  [/ancy$/, ['ant']],
  [/acy$/, ['ate']],
  [/iness$/, ['y']],
  [/(?<=\w{3})ness$/, ['']],
];

/**
 * The words of other kinds that a translator may put for an English noun: the forms of its verb, its adjective, and
 * the noun itself taken as a verb (process → processing, head → headed). Lower case. Made by whole endings of the noun,
 * never by comparing beginnings, so that no word of another family is among them; what is no English word hits nothing.
 */
export function derivedForms(noun: string): string[] {
  const lower = lowerCase(noun);
  if (!/^[a-z-]{3,}$/.test(lower)) return [];
  const verbs = [...replaced(lower, VERBS), lower].filter((verb) => verb.length > 2);
  const forms = verbs.flatMap((verb) => [verb, ...englishInflections(verb, NO_VERBS)]);
  return [...new Set([...forms, ...replaced(lower, ADJECTIVES)])].filter((form) => form !== lower);
}

function replaced(noun: string, table: readonly (readonly [RegExp, readonly string[]])[]): string[] {
  const row = table.find(([ending]) => ending.test(noun));
  return row === undefined ? [] : row[1].map((other) => noun.replace(row[0], other));
}
