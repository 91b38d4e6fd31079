import { capitalized } from './capitalized.ts';

/** A stretch of an English sentence, or the French words that it quotes. */
export interface ToldPiece {
  readonly text: string;
  readonly isFrench: boolean;
}

/** Sentences, each in such stretches. */
export type Told = readonly (readonly ToldPiece[])[];

export function inEnglish(text: string): ToldPiece {
  return { text, isFrench: false };
}

export function inFrench(text: string): ToldPiece {
  return { text, isFrench: true };
}

/** Sentences one behind the other, on one line. */
export function toldInOneLine(told: Told): ToldPiece[] {
  return told.flatMap((sentence, i) => (i === 0 ? sentence : [inEnglish(' '), ...sentence]));
}

/** A sentence in which a name is told in other words, in the last place where it stands. */
export function tellWith(sentence: string, name: string, told: readonly ToldPiece[]): ToldPiece[] {
  const at = sentence.lastIndexOf(name);
  if (at === -1) return [inEnglish(sentence)];
  return [inEnglish(sentence.slice(0, at)), ...told, inEnglish(sentence.slice(at + name.length))].filter(
    ({ text }) => text !== '',
  );
}

/** The same at the beginning of a line: with a capital. */
export function atLineBegin([first, ...rest]: readonly ToldPiece[]): ToldPiece[] {
  if (first === undefined) return [];
  return [{ ...first, text: capitalized(first.text) }, ...rest];
}

/** A sentence as plain text. */
export function plainly(told: readonly ToldPiece[]): string {
  return told.map(({ text }) => text).join('');
}

/** Sentences as plain text, a line each. */
export function toldLines(told: Told): string {
  return told.map(plainly).join('\n');
}

/**
 * An English sentence about a paragraph in pieces, so that what it quotes can be read out as French: what stands in “ ”
 * and in the French as written, unless the English has it too, as a name is in both.
 */
export function tellApart(sentence: string, french: string, english: string): ToldPiece[] {
  return sentence
    .split(/(?<=“)([^“”]+)(?=”)/)
    .map((text, i) => ({ text, isFrench: i % 2 === 1 && french.includes(text) && !english.includes(text) }))
    .filter(({ text }) => text !== '');
}
