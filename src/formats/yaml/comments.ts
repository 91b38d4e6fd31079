import { Lexer } from 'yaml';

/** Announces a text that may begin with any sign. */
const TEXT_FOLLOWS = '\u001f';

/** The comments of a text, each from its `#` to the end of its line. */
export function commentsIn(text: string): string[] {
  const comments: string[] = [];
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (!isText && token.startsWith('#')) comments.push(token.trimEnd());
    isText = token === TEXT_FOLLOWS;
  }
  return comments;
}
