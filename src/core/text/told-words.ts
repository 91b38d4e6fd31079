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

/** Sentences in one line. */
export function inOneLine(told: Told): ToldPiece[] {
  return told.flatMap((sentence, i) => (i === 0 ? sentence : [inEnglish(' '), ...sentence]));
}

/** Sentences as plain text, a line each. */
export function toldLines(told: Told): string {
  return told.map((sentence) => sentence.map(({ text }) => text).join('')).join('\n');
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
