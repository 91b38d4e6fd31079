import type { EntryRule } from './entry-rule.ts';

/** A word that looks like an infinitive or a participle on both sides, and is taken for a noun. */
export const partOfSpeech: EntryRule = {
  rule: 'part-of-speech',
  find({ fr, en }) {
    const words = fr.filter(({ inferred, text }) => inferred && /^\p{Ll}+$/u.test(text));
    return words.flatMap(({ text, place }) => {
      const likely = LIKELY.find(
        ([french, english]) => french.test(text) && en.every((term) => english.test(term.text)),
      );
      if (likely === undefined) return [];
      const message = `“${text}” is taken for a noun, so only its plural is found; write “pos: ${likely[2]}” if it is one, or “pos: noun”`;
      return [{ place, message }];
    });
  },
};

/** Endings of a French word and of its English that speak against a noun. */
const LIKELY: readonly (readonly [french: RegExp, english: RegExp, partOfSpeech: string])[] = [
  [/[^oi]er$|[^o]ir$/, /^\p{Ll}+(?<!er|or|ing|ion|ment|ure)$/u, 'verb'],
  [/é$|i[fv]e?$|el$|eux$/, /(?:ed|ive|al|ous|able)$/, 'adjective'],
];
