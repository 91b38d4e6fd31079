/** A stretch of an English sentence, or the French words that it quotes. */
export interface ToldPiece {
  readonly text: string;
  readonly isFrench: boolean;
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
