import type { Span } from '../model/rich-text.ts';
import { lowerCase } from '../text/characters.ts';
import { roleOf } from '../words/agreement.ts';

/**
 * French words that are a noun by themselves and a verb by what stands around them: nous jetons, pour transformer le
 * monde.
 */

/** UTF-16 units looked at on either side of a word. */
const AROUND = 24;

/** Pronouns and ne stand before verbs alone; the inverted ones (avons-nous) belong to what is before them. */
const PRONOUN =
  /(?<![\p{L}\p{N}\p{M}-])(?:(?:je|tu|il|elle|on|nous|vous|ils|elles|ne|se|me|te|y)(?=\s+$)|[jnsmt](?=['’ʼ]\s?$))/iu;
/** After these an infinitive, never a noun without an article. */
const OPENS_INFINITIVE =
  /(?<![\p{L}\p{N}\p{M}-])(?:pour|sans|à|rien|mieux|(?:peu|veu)(?:t|x|vent|lent)|pou(?:rra|rrait|rraient|rront|vait|vaient|voir|vez|vons)|doit|dois|doivent|devra|devrait|devraient|devront|devait|devoir|devons|devez|va|vais|vas|vont|allait|allaient|allons|allez|faut|faudra|faudrait|fait|faire|laisse|laisser|ose|veulent|voulait|voulaient|vouloir|voudrait|entend|entendent|souhaite|souhaitent|espère|espèrent|compte|comptent|prétend|prétendent|promet|promettent|cherche à|afin de)(?=\s+$)/iu;
/** What makes a noun of the word behind it, whatever follows: au transformer une liste. */
const DETERMINER =
  /(?<![\p{L}\p{N}\p{M}])(?:une?|l[ae]|cet?|cette|[mts](?:on|a)|[nv]otre|leur|chaque|aucune?|quel|quelle|même|nouveau|autre|du|aux?|l['’ʼ])\s*$/iu;
/** A plural before an infinitive is its object: les transformer. */
const OBJECT_BEFORE = /(?<![\p{L}\p{N}\p{M}])les(?=\s+$)/iu;
/** Where a clause begins, so that a verb in -ons may give an order: puis jetons un œil. */
const CLAUSE_START =
  /(?:^|[.!?…:;,«“"(–—\ufffc]|(?<![\p{L}\p{N}\p{M}])(?:maintenant|puis|et|mais|alors|ensuite|enfin|donc|ici|d['’ʼ]abord))\s*$/iu;
/**
 * An object: jetons un coup d’œil, transformer plusieurs sites. Not “les modèles les plus grands”, not “jetons du
 * modèle”.
 */
const OBJECT =
  /^(?:\s+(?:une?|l[ae](?! (?:plus|moins))|les(?! (?:plus|moins|mieux))|cet?|cette|ces|m(?:on|a|es)|s(?:on|a|es)|[nv]os|[nv]otre|leurs?|plusieurs|quelques|chaque)(?![\p{L}\p{N}\p{M}])|\s+l['’ʼ]|-(?:nous|les?|la|y|en|lui|leur)(?![\p{L}\p{N}\p{M}]))/iu;

/** A subject of an article and a noun: la température règle le degré. */
const SUBJECT =
  /(?<![\p{L}\p{N}\p{M}])(?:(?:une?|l[ae]|cet?|cette|[mts](?:on|a)|[nv]otre|leur|chaque|aucune?)\s+|l['’ʼ]\s*)(\p{L}{3,})\s+$/iu;

/** An object that is no pronoun before another verb (la présente règle le prévoit): une valeur, le degré de hasard. */
const SURE_OBJECT =
  /^\s+(?:(?:une?|cet?|cette|ces|m(?:on|a|es)|s(?:on|a|es)|[nv]os|[nv]otre|leurs?|plusieurs|quelques|chaque)\s|(?:l[ae]|les)\s+\p{L}+\s+(?:(?:de|des|du)\s|d['’ʼ]))/iu;

/**
 * Whether a subject, or another word that stands before verbs alone, ends what is before a word: elle copie, se copie.
 */
export function isBehindSubject(before: string): boolean {
  return PRONOUN.test(before);
}

/**
 * The stretch of a text that makes a verb of what the glossary has as a noun; null where nothing does.
 *
 * @param words the text without its marks
 * @param span one word, UTF-16 offsets into it
 */
export function verbSign(words: string, { start, end }: Span): Span | null {
  const before = words.slice(Math.max(0, start - AROUND), start);
  const word = words.slice(start, end);
  const at = start - before.length;
  const pronoun = PRONOUN.exec(before);
  if (pronoun !== null) return { start: at + pronoun.index, end: at + pronoun.index + pronoun[0].length };
  const object = OBJECT.exec(words.slice(end, end + AROUND));
  const behind =
    object === null ? null : { start: end + (/^\s*/.exec(object[0])?.[0].length ?? 0), end: end + object[0].length };
  if (/ons$/i.test(word)) return CLAUSE_START.test(before) ? behind : null;
  if (/\p{Ll}e$/u.test(word))
    return isBehindNoun(before) && SURE_OBJECT.test(words.slice(end, end + AROUND)) ? behind : null;
  if (!/\p{Ll}er$/u.test(word)) return null;
  if (DETERMINER.test(before)) return null;
  const opens = OPENS_INFINITIVE.exec(before) ?? OBJECT_BEFORE.exec(before);
  return opens === null ? behind : { start: at + opens.index, end: at + opens.index + opens[0].length };
}

/**
 * Whether a noun with its article stands before: a verb follows it, or a noun in apposition; not la nouvelle (règle).
 */
function isBehindNoun(before: string): boolean {
  const noun = SUBJECT.exec(before)?.[1];
  return noun !== undefined && roleOf(lowerCase(noun)) !== 'prenominal';
}
