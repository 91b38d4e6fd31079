import type { PhrasingContent } from 'mdast';
import { classWords, type HtmlElement, isElement, isText, nameOf, wordsOf } from './html-dom.ts';
import { isBlockName, isDropped } from './html-kinds.ts';
import { phrasingWithin } from './html-phrasing.ts';
import type { HtmlReading } from './html-reading.ts';

const VERSE = new Set('verse verses stanza strophe poem poeme poesie linegroup quatrain tercet'.split(' '));
/** Longer ones are paragraphs of a poem in prose. UTF-16 units. */
const LONGEST_LINE = 120;

/** The lines of a stanza whose lines are elements, a break behind each; null for anything else. */
export function versesOf(element: HtmlElement, reading: HtmlReading): PhrasingContent[] | null {
  if (!reading.holdsBlock.has(element) || !classWords(element).some((word) => VERSE.has(word))) return null;
  const lines: HtmlElement[] = [];
  for (const child of element.childNodes) {
    if (isElement(child) && !isDropped(child)) lines.push(child);
    else if (isText(child) && child.textContent.trim() !== '') return null;
  }
  if (lines.length < 2 || !lines.every((line) => isLine(line, reading))) return null;
  return lines.flatMap((line) => [...phrasingWithin(line, reading), { type: 'break' }]);
}

function isLine(element: HtmlElement, { holdsBlock, notes }: HtmlReading): boolean {
  const isBlock = /^(?:p|div)$/.test(nameOf(element)) || !isBlockName(nameOf(element));
  return isBlock && !holdsBlock.has(element) && !notes.bodies.has(element) && wordsOf(element).length <= LONGEST_LINE;
}

/** Words of somebody else that stand before a text. */
export function isEpigraph(element: HtmlElement): boolean {
  if (!/^(?:div|section|p|header)$/.test(nameOf(element))) return false;
  const roles = `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`;
  return /(?:^| |-)epigraph(?: |$)/.test(roles) || classWords(element).some((word) => /^epigraphe?$/.test(word));
}
