import { type HtmlElement, type HtmlNode, isElement, isWithin, nameOf, wordsOf } from './html-dom.ts';

/** Notes that a page writes into the sentence they belong to, and shows beside or below it. */
export interface InlineNotes {
  readonly bodies: ReadonlySet<HtmlElement>;
  /** What numbers them, in the sentence and in the note. */
  readonly numbers: ReadonlySet<HtmlElement>;
}

const PLACES = 'span[class], small[class]';
/** Not what is marked with a note, or leads to one: `has-footnote`, `footnote-ref`. */
const NAMED =
  /(?:^|\s|(?<!\b(?:has|with|no))[_-])(?:foot|side|margin|end)[_-]?notes?(?=$|\s|[_-]+(?:content|text|body|note|inner|outer|wrapper|box|tooltip|popup|inline|footnote))/i;
/** 1, [1], †, ⊕, or nothing at all. */
const NUMBER = /^[[(]?(?:\d{1,3}|[^\p{L}\d\s]{0,3})[\])]?\.?$/u;
const WORD = /\p{L}{2}/u;

/** Notes by what their elements are called: of LaTeXML, of the styles of Tufte, of plug-ins that open them. */
export function findInlineNotes(root: HtmlElement): InlineNotes {
  const bodies = new Set<HtmlElement>();
  const numbers = new Set<HtmlElement>();
  for (const element of root.querySelectorAll(PLACES)) {
    if (!isNote(element) || isWithin(element, bodies)) continue;
    bodies.add(element);
    for (const number of [...numbersBefore(element), ...numbersAtStart(element)]) numbers.add(number);
  }
  return { bodies, numbers };
}

/** One that stands alone in its paragraph is that paragraph. */
function isNote(element: HtmlElement): boolean {
  if (!NAMED.test(element.getAttribute('class') ?? '')) return false;
  const words = wordsOf(element);
  return WORD.test(words) && element.parentNode !== null && wordsBefore(element);
}

function wordsBefore({ previousSibling }: HtmlNode): boolean {
  for (let at = previousSibling; at !== null; at = at.previousSibling) if (WORD.test(at.textContent)) return true;
  return false;
}

function* numbersBefore({ previousSibling }: HtmlElement): Generator<HtmlElement> {
  for (let at = previousSibling; at !== null; at = at.previousSibling) {
    if (!isElement(at) ? at.textContent.trim() !== '' : !isNumber(at)) return;
    if (isElement(at)) yield at;
  }
}

/** Numbers that stand before the text of a note. */
export function* numbersAtStart(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.childNodes) {
    const isBlank = !isElement(child) && child.textContent.trim() === '';
    if (isBlank) continue;
    if (!isElement(child)) return;
    if (isNumber(child)) yield child;
    else return yield* numbersAtStart(child);
  }
}

function isNumber(element: HtmlElement): boolean {
  return nameOf(element) !== 'img' && NUMBER.test(wordsOf(element));
}
