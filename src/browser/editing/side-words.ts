/** A word of a text on the page: it may begin in one piece of it, and end in another. Offsets in UTF-16 units. */
export interface Word {
  readonly node: Text;
  readonly start: number;
  readonly endNode: Text;
  readonly end: number;
}

/** What stands in a text, and is none of its words. */
const NO_WORDS = '.hidden-sign, .note-label, .note-link, .no-picture';

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of one side of a paragraph, in order; an article that is elided is one of its own. */
export function wordsIn(side: HTMLElement): Word[] {
  const pieces = piecesOf(side);
  const text = pieces.map(({ data }) => data).join('');
  return [...text.matchAll(WORD)].flatMap(({ index, 0: word }) => {
    const first = placeIn(pieces, index);
    const last = placeIn(pieces, index + word.length - 1);
    return first === null || last === null
      ? []
      : [{ node: first.node, start: first.offset, endNode: last.node, end: last.offset + 1 }];
  });
}

function piecesOf(side: HTMLElement): Text[] {
  const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
  const pieces: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.parentElement?.closest(NO_WORDS) === null) pieces.push(node);
  return pieces;
}

function placeIn(pieces: readonly Text[], offset: number): { readonly node: Text; readonly offset: number } | null {
  let left = offset;
  for (const node of pieces) {
    if (left < node.length) return { node, offset: left };
    left -= node.length;
  }
  return null;
}
