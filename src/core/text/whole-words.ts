import { CLASS, WORD } from './characters.ts';

/** Whether words stand in a text as they are written, and not as a part of longer ones: “March” is not in “Marché”. */
export function hasWholeWords(text: string, words: string): boolean {
  const isLetter = (at: number) => CLASS[text.charCodeAt(at)] === WORD;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isLetter(at - 1) && !isLetter(at + words.length)) return true;
  return false;
}
