import type { Language, PartOfSpeech } from '../model/concept.ts';
import { lowerCase } from '../text/characters.ts';

/** Words with which a phrase is no noun phrase: de bout en bout, en ligne; out of distribution. */
const OPENING: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['de', 'du', 'd', 'en', 'à', 'au', 'aux', 'hors', 'sans', 'sur', 'par']),
  en: new Set(['at', 'by', 'for', 'from', 'in', 'of', 'off', 'on', 'out', 'to', 'with', 'without']),
};

/**
 * The part of speech of a term of which nobody wrote it. A phrase that opens with a preposition stays as it is;
 * everything else is taken for a noun. Words decide, never letters: *durée de vie* does not open with “du”, nor
 * *en-tête* with “en”.
 */
export function guessPartOfSpeech(text: string, language: Language): PartOfSpeech {
  const [, first = ''] = /^(\p{L}+)(?:\s+|[’'ʼ‘]\s*)\S/u.exec(text) ?? [];
  return OPENING[language].has(lowerCase(first)) ? 'other' : 'noun';
}
