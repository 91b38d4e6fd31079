import type { Language, PartOfSpeech } from '../model/concept.ts';
import { lowerCase } from '../text/characters.ts';

/** Words with which a phrase is no noun phrase: de bout en bout, en ligne; out of distribution. */
const OPENING: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['de', 'du', 'd', 'en', 'à', 'au', 'aux', 'hors', 'sans', 'sur', 'par']),
  en: new Set(['at', 'by', 'for', 'from', 'in', 'of', 'off', 'on', 'out', 'to', 'with', 'without']),
};

/** Other prepositions: what they open is no noun phrase either, though nobody wrote so of it. */
const PREPOSITIONS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    'après avant avec chez contre dans depuis dès durant entre envers lors malgré parmi pendant pour selon sous vers'.split(
      ' ',
    ),
  ),
  en: new Set('about after against before between during into over through under within'.split(' ')),
};

/** Whether a phrase opens with a preposition: en ligne, selon les médias, au sens de l’article. */
export function isPrepositional(text: string, language: Language): boolean {
  const first = firstOf(text);
  return OPENING[language].has(first) || PREPOSITIONS[language].has(first);
}

/**
 * The part of speech of a term of which nobody wrote it. A phrase that opens with a preposition stays as it is;
 * everything else is taken for a noun. Words decide, never letters: *durée de vie* does not open with “du”, nor
 * *en-tête* with “en”.
 */
export function guessPartOfSpeech(text: string, language: Language): PartOfSpeech {
  return OPENING[language].has(firstOf(text)) ? 'other' : 'noun';
}

/** The first word of a phrase, in small letters; '' where it has only one. */
function firstOf(text: string): string {
  const [, first = ''] = /^(\p{L}+)(?:\s+|[’'ʼ‘]\s*)\S/u.exec(text) ?? [];
  return lowerCase(first);
}
