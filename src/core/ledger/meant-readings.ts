/**
 * French words that are a noun or a verb by what stands before them: des copies, tu copies; and names that look like a
 * term.
 */

import type { Reading } from '../matcher/index-part.ts';
import type { Span } from '../model/rich-text.ts';
import { BLANK } from '../text/reading.ts';
import { isBehindSubject } from './verb-context.ts';

/** UTF-16 units looked at before a word. */
const BEFORE = 24;

/** Before nouns alone. Not “en”, “leur”, “la”, which are pronouns too. */
const OPENS_NOUN =
  /(?<![\p{L}\p{N}\p{M}])(?:(?:une?|des|du|aux?|ces?|cet|cette|[mts](?:on|es|a)|[nv]os|[nv]otre|leurs|plusieurs|quelques|chaque|certaine?s|quell?e?s?|aucune?|deux|trois|quatre|cinq|dix|cent|mille|\d+|à|de|par|pour|sur|sous|avec|sans|dans|entre|selon|comme)\s+|d['’ʼ]\s?)$/iu;
/**
 * Before nouns, and before a verb where its subject, “ne” or the end of another clause stands in front: qui la copie.
 */
const ARTICLE = /(?<![\p{L}\p{N}\p{M}])(?:(le|la|les)\s+|l['’ʼ]\s?)$/iu;
/** Before the pronoun of a verb: the beginning of a clause, a subject, ne, or another pronoun. */
const OPENS_CLAUSE =
  /(?:^|[,;:(]|(?<![\p{L}\p{N}\p{M}-])(?:je|tu|il|elle|on|nous|vous|ils|elles|qui|ne|n['’ʼ]en|me|te|se|et|ou|puis|mais))\s*$/iu;
/** An auxiliary and at most one adverb, behind which a participle stands: a bien copié. */
const AUXILIARY =
  /(?<![\p{L}\p{N}\p{M}])(?:ai|as|a|avons|avez|ont|avait|avaient|aura|auront|ayant|avoir|est|sont|était|étaient|été|sera|seront|soit|soient|être|étant)(?:\s+(?:déjà|bien|aussi|toujours|encore|donc|pas|\p{L}+ment))?\s+$/iu;
/** Who is told, and whose verb ends in -s: tu copies. */
const SECOND_PERSON = /(?<![\p{L}\p{N}\p{M}])(?:tu|toi|t['’ʼ])/iu;
/** What follows a verb in a question: copies-tu ? */
const INVERTED = /^-tu(?!\p{L})/iu;

/**
 * The readings of a match that can be meant where it stands: those as a verb apart from those as a noun, as far as the
 * words before tell. None for the spelling of a verb that is a noun there of which the glossary knows nothing.
 *
 * @param words the text without its marks
 * @param span UTF-16 offsets into it
 */
export function readingsMeant(readings: readonly Reading[], words: string, span: Span): readonly Reading[] {
  const written = words.slice(span.start, span.end);
  const before = words.slice(Math.max(0, span.start - BEFORE), span.start).replaceAll(BLANK, '');
  if (isNameLikeTerm(readings, written, before)) return [];
  if (!readings.some(isVerb)) return readings;
  const ofTu = SECOND_PERSON.test(before) || INVERTED.test(words.slice(span.end, span.end + BEFORE));
  const nouns = readings.filter((one) => !isVerb(one) && one.term.partOfSpeech !== 'adjective');
  const isNounSpelling = ({ term }: Reading) =>
    isPresent(written, term.text) && (OPENS_NOUN.test(before) || (!ofTu && /es$/i.test(written)));
  if (nouns.length === 0) return readings.filter((one) => !isNounSpelling(one));
  const kind = kindOf(written, before);
  if (kind === 'noun') return readings.filter((one) => !isVerb(one));
  if (kind === 'verb') return readings.filter((one) => !nouns.includes(one));
  return readings.filter((one) => !isVerb(one) || !isNounSpelling(one));
}

function isVerb({ term }: Reading): boolean {
  return term.partOfSpeech === 'verb';
}

function kindOf(written: string, before: string): 'noun' | 'verb' | null {
  if (OPENS_NOUN.test(before)) return 'noun';
  const article = ARTICLE.exec(before);
  if (article === null) return isBehindSubject(before) || AUXILIARY.test(before) ? 'verb' : null;
  const isPronoun = /^les/i.test(article[0]) && /e$/i.test(written);
  if (isPronoun) return 'verb';
  const front = before.slice(0, article.index);
  return front.trim() !== '' && OPENS_CLAUSE.test(front) ? null : 'noun';
}

/** One word in -e or -es, which no participle of a verb in -er is. */
function isPresent(written: string, infinitive: string): boolean {
  return /^\p{L}+er$/u.test(infinitive) && /^\p{L}*[^é\P{L}]es?$/iu.test(written);
}

/**
 * What names a thing of which one word in the plural is the name: avec Tokenizers, avec 🧨 Diffusers, 🤗 Datasets. Any
 * other sign may open a heading or an item, where each word has a capital: ✅ Lecteurs attentifs.
 */
const OPENS_NAME =
  /(?:🤗|(?<![\p{L}\p{N}\p{M}])(?:bibliothèque|librairie|paquet|package|module|framework|logiciel|outil|projet|dans|avec|via)(?:\s+\p{Extended_Pictographic}\ufe0f?)?)\s+$/iu;

/** One word with a capital and the s of a plural where no plural can stand. */
function isNameLikeTerm(readings: readonly Reading[], written: string, before: string): boolean {
  if (!/^\p{Lu}\p{Ll}+s$/u.test(written)) return false;
  return readings.some(({ kind }) => kind !== 'as written') && OPENS_NAME.test(before);
}
