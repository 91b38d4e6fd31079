import type { Verbs } from '../../words/verbs.ts';
import type { Phrase, Word } from './candidate-phrases.ts';
import type { Tally } from './candidate-tally.ts';
import {
  isEveryday,
  isOrigin,
  isParticiple,
  isPartitive,
  isSetPhrase,
  isTermAcronym,
  isVerbBehindNoun,
  isVerbForm,
} from './candidate-words.ts';

/** The words of a phrase that are neither links nor articles, in small letters. */
export function tellingWords({ words }: Phrase): string[] {
  return words.filter(({ does }) => does !== 'link').map(({ folded }) => folded);
}

export function isLoneAcronym({ phrase: { words } }: Tally): boolean {
  return words.length === 1 && isTermAcronym(words[0]?.written ?? '');
}

/** Whether it has the shape of a whole term; of one word, whether it is used as a noun of a field. */
export function isTermLike(tally: Tally, verbs: Verbs): boolean {
  if (isLoneAcronym(tally)) return true;
  if (hasVerb(tally.phrase.words, verbs)) return false;
  return tally.phrase.words.length === 1 ? isFieldNoun(tally) : isNounPhrase(tally);
}

/** A verb form anywhere; behind a noun or “en” also what could be one; or an adjective that says how many. */
function hasVerb(words: readonly Word[], verbs: Verbs): boolean {
  return words.some(({ folded, written, does }, i) => {
    if (does === 'link') return false;
    const [before, after] = [words[i - 1], words[i + 1]];
    if (isVerbForm(written, verbs)) return true;
    if (before === undefined) return false;
    if (before.does === 'link')
      return isPartitive(before.folded, folded) || (before.folded === 'en' && /.{3}ant$/.test(folded));
    const hasObject = after?.does === 'link';
    return isVerbBehindNoun(written, verbs) || (hasObject && isParticiple(folded));
  });
}

/** Mostly behind an article or a preposition, as verbs and adjectives are not. */
function isFieldNoun({ phrase: { words }, count, opened }: Tally): boolean {
  const { folded: word = '', written = '' } = words[0] ?? {};
  if (!/^\p{Ll}/u.test(written) || word.length < 4 || isEveryday(word) || isParticiple(word)) return false;
  return opened >= 0.7 * count;
}

function isNounPhrase({ phrase, count, opened, closed, goesOn }: Tally): boolean {
  const telling = tellingWords(phrase);
  if (isSetPhrase(phrase.words.map(({ folded }) => folded).join(' ')) || isEverydayPhrase(phrase)) return false;
  if (telling.length === 2 && telling.some(isOrigin)) return false;
  if (count > 1 && goesOn === count) return false;
  return 3 * closed <= count && (opened > 0 || count > 2);
}

/** Of everyday words alone, that de joins or nothing: début du livre, not mise sur le marché. */
function isEverydayPhrase({ words }: Phrase): boolean {
  return words.every(({ folded }) => isEveryday(folded) && !/^(?:à|en|sur|sous|sans|par|pour)$/.test(folded));
}
