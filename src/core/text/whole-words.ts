const WORD_SIGN = /[\p{L}\p{N}\p{M}]/u;

/** Whether words stand in a text as they are, with no letter or digit right before or behind them: not May in Mayotte. */
export function hasWholeWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!WORD_SIGN.test(text.slice(Math.max(0, at - 1), at)) && !WORD_SIGN.test(text.slice(end, end + 1))) return true;
  }
  return false;
}
