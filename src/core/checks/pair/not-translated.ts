import type { RichText } from '../../model/rich-text.ts';
import { writtenSpan } from '../../text/reading.ts';
import { segmentText } from '../../text/sentences.ts';
import type { Fault } from '../finding.ts';

/** Words from which on two equal texts are no accident. */
const MANY_WORDS = 4;

/** What tells French: its letters with accents, and small words that no English text has. */
const FRENCH =
  /[àâçèéêëîïôùûœ]|(?<![\p{L}\p{N}_-])(?:(?:les?|la|du|des|une|est|sont|et|dans|pour|avec|que|qui|cette|nous|vous|elles?|ils?|pas|aux?|ne)(?![\p{L}\p{N}_-])|(?:[ldnj]|qu)['’ʼ]\p{L})/iu;

/** What tells a sentence, with its verb, from a title that keeps its French: L’Apprentissage en médecine. */
const CLAUSE =
  /(?<![\p{L}\p{N}_-])(?:(?:il|elle|on|nous|vous|ils|elles|je|est|sont|a|ont|était|étaient|sera|seront|peut|doit|fait|se|ne|le [a-z]+ent|(?!chez|assez)\p{L}{3,}ez)(?![\p{L}\p{N}_-])|(?:[njs]|c)['’ʼ]\p{L})/iu;

/** A sentence that is a quotation, which may stay as it was said. */
const QUOTED = /^["«“].*["»”]$/s;

/**
 * An engine gave the French back, or a sentence of it; the other rules have nothing to add to the whole. A text of no
 * language is the same in both.
 */
export const notTranslated = {
  rule: 'not-translated',
  find({ source, target }: { readonly source: RichText; readonly target: RichText }): Fault[] {
    if (!FRENCH.test(target.words)) return [];
    if (isGivenBack(source, target))
      return [{ message: 'the English is the French, word for word; translate it', source: null, target: null }];
    return sentencesLeft(source, target);
  },
} as const;

/** Whether a translation is the whole French, word for word. */
export function isGivenBack(source: RichText, target: RichText): boolean {
  return source.text.trim() === target.text.trim() && hasManyWords(source.words) && FRENCH.test(source.words);
}

function hasManyWords(text: string): boolean {
  return (text.match(/\p{Ll}{2,}/gu)?.length ?? 0) >= MANY_WORDS;
}

/** Sentences of the French that stand in the English as they are. */
function sentencesLeft(source: RichText, target: RichText): Fault[] {
  const written = segmentText(source.words, 'fr').map(({ start, end }) => plain(source.words.slice(start, end)));
  const french = new Set(
    written.filter((one) => hasManyWords(one) && FRENCH.test(one) && CLAUSE.test(one) && !QUOTED.test(one)),
  );
  if (french.size === 0) return [];
  const left = segmentText(target.words, 'en').filter(({ start, end }) =>
    french.has(plain(target.words.slice(start, end))),
  );
  return left.map((span) => ({
    message: 'a sentence of the English is French, word for word; translate it',
    source: null,
    target: writtenSpan(target, span),
  }));
}

function plain(sentence: string): string {
  return sentence.trim().replaceAll(/\s+/g, ' ').replaceAll(/[’ʼ]/g, "'");
}
