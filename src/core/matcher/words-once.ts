import type { RichText } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { compose } from '../text/nfc.ts';
import type { IndexPart } from './index-part.ts';
import type { TermIndex } from './term-index.ts';
import { createTokenizer } from './tokens.ts';

/** The words and signs of texts, each once and between blanks: enough to tell that a form stands in none of the texts. */
export function* wordsOnce(texts: Iterable<RichText>): Slices<string> {
  const tokenizer = createTokenizer(null, 0);
  const found = new Set<string>();
  for (const { words } of texts) {
    const { text } = compose(words);
    tokenizer.each(text, ({ begin, limit, starts, ends }) => {
      for (let at = begin; at < limit; at += 1) found.add(text.slice(starts[at], ends[at]));
    });
    yield;
  }
  return [...found].join(' ');
}

/** Whether a form of any term of an index may stand in texts: its first word does. False only where none stands there. */
export function mayHaveForms(words: string, { parts }: TermIndex): boolean {
  return parts.some((part) => hasFirstWord(words, part));
}

function hasFirstWord(text: string, { tokenizer, trie: { firsts } }: IndexPart): boolean {
  let found = false;
  tokenizer.each(text, ({ begin, limit, words }) => {
    for (let at = begin; at < limit && !found; at += 1) {
      const word = words[at] as number;
      found = word >= 0 && (firsts[word] as number) >= 0;
    }
  });
  return found;
}
