/** Inflection of English verbs, alone and in phrases: by what is known about them, else by rule. */

import { lowerCase } from '../text/characters.ts';
import { withS } from './english-inflection.ts';
import type { Verbs } from './verbs.ts';

/** Prefixes with which verbs are made of irregular ones: overfeed, retrain, unlearn. */
const PREFIXES = ['over', 'under', 'fore', 'out', 'mis', 'pre', 're', 'un', 'up', 'co', 'de'];
/** One syllable that ends in one consonant behind one vowel: plan, map, quiz. */
const SHORT = /^(?:[^aeiou]*|[^aeiou]*qu)[aeiou][bdfgklmnprtvz]$/;
/**
 * Verbs of more syllables that double their last consonant, because it is stressed or because of what they are made of.
 */
const DOUBLING =
  /(?:\b(?:in|pre|re|de|con|trans)fer|(?:\b(?:com|sub|per|trans|re|inter|pre|un|o|e)|ad)mit|\b(?:com|dis|ex|im|pro|re)pel|(?:oc|re|in|con)cur|control|patrol|rebel|excel|annul|enrol|bed|begin|forget|beget|(?:re|off|out|over|under|retro|un|mis)fit|(?:re|off|up|pre|type|out|sun|sub|under)set|put|cut|rebut|abut|abet|regret|allot|acquit|equip|kidnap|handicap|remap|bootstrap|wrap|scrap|drop|stop|flop|step|chop|crop|ship|skip|strip|clip|zip|trip|flip|chat|format|combat|plan|scan|win|spin|pin|begin|run|program|diagram|zigzag|tag|flag|drag|log|debug|plug|bug|deter|aver|disinter|bestir|forbid|outbid|embed|webcam|spam|trim|slim|hit|spot|snapshot|hot|plot|knot|quiz|transfer)$/;
/** Words that go before a verb: automatically update, better regulate; but not apply, rely. */
const ADVERB =
  /^(?:better|no|longer|not|(?!(?:apply|reapply|rely|supply|comply|multiply|imply|reply|ally|rally|tally|fly)$).*ly)$/;
/** Verbs of two words that only the last inflects. */
const APART =
  /^(?:fine tune|cross (?:validate|check|examine|reference)|(?:double|fact|spell) check|reverse engineer|peer review|stress test|mass produce|batch process|pre train)$/;
/** Words that a verb in front of them belongs to: roll-back, set-up. */
const BEHIND = new Set(
  `up down out in on off over away back through into onto with without for to by from at of as around apart together
  along across against under behind ahead between the a an`.split(/\s+/),
);

/**
 * The forms of a verb phrase: scaled up, fine-tuning, raised funds. The verb is the first word that is no adverb; of a
 * word with hyphens its last part, or what stands before a particle.
 */
export function englishVerbForms(phrase: string, verbs: Verbs): string[] {
  const parts = partsOf(phrase);
  const at = verbAt(parts);
  return verbInflections(parts[at] ?? '', verbs).map((form) => parts.with(at, form).join(''));
}

/** A form of a verb, as the words around it ask for it. */
export type VerbForm = 'base' | 's' | 'ing' | 'past' | 'participle';

/**
 * What form of a verb phrase somebody wrote: *educates* of *educate* → `s`. Past and participle look alike mostly:
 * `past`.
 *
 * @param written one of the forms of the phrase
 */
export function verbFormOf(written: string, phrase: string): VerbForm {
  const at = verbAt(partsOf(phrase));
  const verb = lowerCase(partsOf(phrase)[at] ?? '');
  const parts = partsOf(written);
  const word = lowerCase(parts[at] ?? parts.at(-1) ?? '');
  if (word === verb || word.endsWith(verb)) return 'base';
  if (/ing$/.test(word)) return 'ing';
  return /s$/.test(word) && !/ss$/.test(word) ? 's' : 'past';
}

/** A verb phrase in another of its forms: *roll out* → *rolled out*. */
export function verbPhraseIn(phrase: string, form: VerbForm, verbs: Verbs): string {
  const parts = partsOf(phrase);
  const at = verbAt(parts);
  return parts.with(at, verbIn(parts[at] ?? '', form, verbs)).join('');
}

function verbIn(verb: string, form: VerbForm, verbs: Verbs): string {
  if (form === 'base') return verb;
  const lower = lowerCase(verb);
  if (form === 's') return withS(verb);
  const { past, present } = regular(verb, lower);
  if (form === 'ing') return present;
  const [simple = past, other = simple] = irregularPasts(lower, verbs) ?? [];
  // Learned rather than learnt, but shown rather than showed.
  return form === 'past' || (/ed$/.test(simple) && !/n$/.test(other)) ? simple : other;
}

function partsOf(phrase: string): string[] {
  return phrase.split(/(\s+|-)/);
}

/**
 * Of a phrase its first word that is a verb; of a word with hyphens its last part, or what stands before a particle.
 */
function verbAt(parts: readonly string[]): number {
  const spaces = parts.flatMap((part, i) => (/^\s/.test(part) ? [i] : []));
  const first = spaces.findIndex((space, i) => !isBeforeVerb(parts, i === 0 ? 0 : (spaces[i - 1] ?? 0) + 1, space));
  if (spaces.length > 0) return first < 0 ? parts.length - 1 : (spaces[first] ?? 0) - 1;
  const follows = parts.findIndex((part, i) => i > 0 && BEHIND.has(lowerCase(part)));
  return follows < 0 ? parts.length - 1 : follows - 2;
}

/** Whether a word from one part to another says how something is done, or is half of a verb that is written apart. */
function isBeforeVerb(parts: readonly string[], from: number, space: number): boolean {
  const word = lowerCase(parts.slice(from, space).join(''));
  return ADVERB.test(word) || APART.test(`${word} ${lowerCase(parts[space + 1] ?? '')}`);
}

/** The other forms of one verb: -s, -ing, and -ed or what stands instead of it. */
export function verbInflections(verb: string, verbs: Verbs): string[] {
  const lower = lowerCase(verb);
  const { past, present } = regular(verb, lower);
  const pasts = irregularPasts(lower, verbs);
  if (pasts === null) return [withS(verb), present, past];
  // Of a verb that is found with one consonant and with two, what is known may be either.
  const inEd = pasts.filter((form) => form.endsWith('ed') && form.startsWith(lower) && form.length > lower.length + 1);
  const presents = inEd.map((form) => `${form.slice(0, -2)}ing`);
  return [...new Set([withS(verb), present, ...presents, ...pasts, ...(inEd.length > 0 ? [past] : [])])];
}

function irregularPasts(verb: string, verbs: Verbs): string[] | null {
  const known = verbs.english(verb);
  if (known !== null) return [...known];
  for (const prefix of PREFIXES) {
    const base = verb.startsWith(prefix) ? verbs.english(verb.slice(prefix.length)) : null;
    if (base !== null) return base.map((past) => prefix + past);
  }
  return null;
}

function regular(verb: string, lower: string): { past: string; present: string } {
  if (/[^aeiou]y$/.test(lower)) return { past: `${verb.slice(0, -1)}ied`, present: `${verb}ing` };
  if (/ie$/.test(lower)) return { past: `${verb}d`, present: `${verb.slice(0, -2)}ying` };
  if (/(?:[eoy]e)$/.test(lower)) return { past: `${verb}d`, present: `${verb}ing` };
  if (/e$/.test(lower)) return { past: `${verb}d`, present: `${verb.slice(0, -1)}ing` };
  const stem = stemOf(verb, lower);
  return { past: `${stem}ed`, present: `${stem}ing` };
}

function stemOf(verb: string, lower: string): string {
  if (/[aeiou][^aeiou]+ic$/.test(lower)) return `${verb}k`;
  return SHORT.test(lower) || DOUBLING.test(lower) ? `${verb}${verb.at(-1)}` : verb;
}
