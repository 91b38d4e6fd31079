import { orEmpty } from '../../core/model/empty-list.ts';
import type { RichText } from '../../core/model/rich-text.ts';

/**
 * A text that comes as a copy, from another thread or out of bytes: where it has no mark its words are the text, and
 * what it has none of is the empty list.
 */
export function withoutCopies(rich: RichText): RichText {
  const { text, marks, syntax, wordless, references, words } = rich;
  const lists = { marks: orEmpty(marks), syntax: orEmpty(syntax), wordless: orEmpty(wordless) };
  return { ...rich, ...lists, references: orEmpty(references), words: words === text ? text : words };
}
