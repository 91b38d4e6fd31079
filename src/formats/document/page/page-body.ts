import { Readability } from '@mozilla/readability';
import { type HtmlDocument, type HtmlElement, isElement, parseHtml, wordsOf } from '../html/html-dom.ts';
import { boxesOf, type PageBox, warningsOfBoxes } from './page-boxes.ts';
import { removeJunk } from './page-junk.ts';
import { leadsOf } from './page-leads.ts';
import { paragraphsOfArticle, warningsOfLost } from './page-lost.ts';
import { unnameText } from './page-names.ts';
import { copyNotes, returnNotes } from './page-notes.ts';
import { placeBlocks, returnBlocks } from './page-returned.ts';
import { removeScripts } from './page-scripts.ts';

/**
 * A tree that is looked through for the article; in one that is larger or deeper, it is taken where the page says it
 * stands. The rules of browsers ask for the descendants of each element, again and again, so that elements within
 * elements cost most.
 */
const MOST_ELEMENTS = 15_000;
const MOST_PAIRS = 300_000;
const MOST_DEPTH = 80;
/** Less than that is no article, and the page is looked through otherwise. UTF-16 units. */
const LEAST_TEXT = 250;
/** What a page calls its text, the narrowest first. */
const PLACES = [
  '[itemprop~="articleBody"]',
  'article',
  'main, [role="main"]',
  '#content, #contenu, .content, .contenu',
];

/** The part of a page that is the article. */
export interface FoundArticle {
  readonly element: HtmlElement;
  /** Names what the page counts to its article and is not there; each is a sentence. */
  readonly warnings: readonly string[];
}

/** The part of a page that is the article, as far as its tree tells. Takes the document apart. */
export function findArticle(document: HtmlDocument, html: string): FoundArticle {
  removeScripts(document);
  const boxes = boxesOf(document);
  const paragraphs = paragraphsOfArticle(document, boxes);
  const notes = copyNotes(document.body);
  removeJunk(document);
  const leads = leadsOf(document);
  const named = paragraphsOf(placeOf(document, LEAST_TEXT));
  const { element: found, byline } = readable(document);
  if (found === null || wordsOf(found).length < LEAST_TEXT || paragraphsOf(found) < named * 0.6)
    return withWarnings(namedArticle(html), boxes);
  const start = startOf(found);
  const missing = leads.filter((lead) => !start.includes(wordsOf(lead).slice(0, 80)));
  for (const lead of missing.reverse()) found.insertBefore(lead, found.firstChild);
  returnNotes(found, notes);
  const { element, warnings } = withWarnings(found, boxes);
  return { element, warnings: [...warnings, ...warningsOfLost(paragraphs, { article: found, byline })] };
}

function withWarnings(element: HtmlElement, boxes: ReadonlyMap<HtmlElement, PageBox>): FoundArticle {
  return { element, warnings: warningsOfBoxes(boxes.values(), element) };
}

interface Readable {
  /** Null where none was found. */
  readonly element: HtmlElement | null;
  /** The line that was taken for its author’s, and out of it; '' for none. */
  readonly byline: string;
}

/** The article by the rules that browsers have for their readers’ view. */
function readable(document: HtmlDocument): Readable {
  if (isTooMuch(document)) return { element: null, byline: '' };
  unnameText(document);
  const placed = placeBlocks(document);
  const options = { keepClasses: true, serializer: (node: unknown) => node as HtmlElement };
  const { content = null, byline = null } = new Readability(document as never, options).parse() ?? {};
  if (content !== null) returnBlocks(content, placed);
  return { element: content, byline: byline ?? '' };
}

function isTooMuch(document: HtmlDocument): boolean {
  let [elements, pairs, deepest] = [0, 0, 0];
  const visit = (element: HtmlElement, depth: number) => {
    elements += 1;
    pairs += depth;
    deepest = Math.max(deepest, depth);
    for (const child of element.childNodes) if (isElement(child)) visit(child, depth + 1);
  };
  visit(document.body, 0);
  return elements > MOST_ELEMENTS || pairs > MOST_PAIRS || deepest > MOST_DEPTH;
}

/** The article where the page says it is, or else all of the page. */
function namedArticle(html: string): HtmlElement {
  const document = parseHtml(html);
  removeScripts(document);
  removeJunk(document);
  for (const element of document.querySelectorAll('nav, footer, [role="navigation"], [role="banner"]'))
    element.remove();
  return placeOf(document, LEAST_TEXT);
}

function placeOf(document: HtmlDocument, least: number): HtmlElement {
  for (const place of PLACES) {
    const longest = [...document.querySelectorAll(place)].reduce<{ element: HtmlElement | null; length: number }>(
      (best, element) => {
        const length = paragraphsOf(element);
        return length > best.length ? { element, length } : best;
      },
      { element: null, length: least - 1 },
    );
    if (longest.element !== null) return longest.element;
  }
  return document.body;
}

/** UTF-16 units of its paragraphs. */
function paragraphsOf(element: HtmlElement): number {
  let length = 0;
  for (const paragraph of element.querySelectorAll('p')) length += wordsOf(paragraph).length;
  return length;
}

function startOf(element: HtmlElement): string {
  return wordsOf(element).slice(0, 3000);
}
