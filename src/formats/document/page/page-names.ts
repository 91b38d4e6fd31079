import { leadsAway } from '../blocks/block-doubt.ts';
import {
  elementsAround,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  nameOf,
  wordsOf,
} from '../html/html-dom.ts';
import { doubtByClass, ownText } from './page-junk.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Elements around a heading that may be named after it. */
const MOST_AROUND = 3;
/** A box of text begins with a paragraph, not with a line about it. UTF-16 units. */
const LEAST_PARAGRAPH = 80;
/** Nodes of a box that has one thing in it. */
const MOST_BESIDE = 20;
/** Whoever said what is quoted is not who wrote the article. */
const SAID_BY = ['blockquote', 'figure', 'q']
  .map(
    (name) =>
      `${name} [class*="author"], ${name} [class*="byline"], ${name} [rel="author"], ${name} [itemprop*="author"]`,
  )
  .concat('blockquote + [class*="author"]')
  .join(', ');
const AUTHOR = /author|byline/gi;
/** French names that begin as English ones do, and what they mean. */
const FRENCH: readonly (readonly [RegExp, string])[] = [
  [/extrait/gi, 'citation'],
  [/remarque/gi, 'note'],
];

/**
 * Takes names from text that would be dropped for them: the rules of browsers know English ones, and take “Comment
 * faire ?”, named `comment-faire`, for comments, an `extrait` for something extra, and a heading in a `section-header`
 * for the head of the page.
 */
export function unnameText(document: HtmlDocument): void {
  const isOfText = createTextTest();
  let isBelowTitle = false;
  const heads = new Set<HtmlElement>();
  for (const heading of document.querySelectorAll(HEADINGS)) {
    if (!leadsAway(wordsOf(heading))) {
      unnameHeading(heading, isOfText);
      if (isBelowTitle) unnameHead(heading, heads, isOfText);
      joinBelow(heading, isOfText);
    }
    isBelowTitle ||= nameOf(heading) === 'h1';
  }
  for (const said of document.querySelectorAll(SAID_BY))
    for (const name of ['class', 'rel', 'itemprop']) replaceIn(said, name, AUTHOR, 'speaker');
  for (const element of document.querySelectorAll('[class], [id]')) {
    translateNames(element);
    nameWithin(element, document);
  }
  for (const table of document.querySelectorAll(`table${HEADERS}`))
    if (table.querySelector('th') !== null) replaceIn(table, 'class', /header/gi, 'heading');
  for (const rule of document.querySelectorAll('div > hr')) freeRule(rule);
  unnameBoxHeads(document);
  for (const box of document.querySelectorAll('div[lang]')) nameLanguage(box, document);
}

/** What stands in a box without a paragraph is put into one, which says its language too. */
function nameLanguage(box: HtmlElement, document: HtmlDocument): void {
  if (box.querySelector(BLOCKS) !== null) return;
  wrapLine(box, document);
  box.querySelector('p')?.setAttribute('lang', box.getAttribute('lang') ?? '');
}

/** The line above a box below the title, which is no heading for machines: it is part of the box. */
function unnameBoxHeads(document: HtmlDocument): void {
  let isBelowTitle = false;
  for (const element of document.querySelectorAll('h1, div[class*="eader"]')) {
    isBelowTitle ||= nameOf(element) === 'h1';
    if (!isBelowTitle || element.querySelector('a, img, nav, h1, time') !== null) continue;
    const { length } = wordsOf(element);
    const below = elementBehind(element);
    if (length > 0 && length <= LEAST_PARAGRAPH && below?.querySelector('p') != null)
      replaceIn(element, 'class', /header/gi, 'heading');
  }
}

function unnameHeading(heading: HtmlElement, isOfText: (element: HtmlElement) => boolean): void {
  const words = wordsOf(heading);
  let at: HtmlElement | null = heading;
  let isAlone = true;
  for (let up = 0; at !== null && up <= MOST_AROUND && !/^(?:body|main|article)$/.test(nameOf(at)); up += 1) {
    if (isNamedAfter(at, words) && (at === heading || isOfText(at))) at.removeAttribute('id');
    if (isAlone) replaceIn(at, 'class', /header/gi, 'heading');
    isAlone &&= isAloneIn(at.parentNode, at);
    at = at.parentNode;
  }
}

/**
 * A part of an article may have a head of its own, with a line below its heading: it is none of the page.
 *
 * @param seen boxes of the headings before, which are gone through once
 */
function unnameHead(heading: HtmlElement, seen: Set<HtmlElement>, isOfText: (element: HtmlElement) => boolean): void {
  let at = heading.parentNode;
  for (let up = 0; at !== null && isElement(at) && up < MOST_AROUND && !seen.has(at); up += 1) {
    seen.add(at);
    if (isFrame(at) || !isOfText(at)) return;
    if (isInArticle(at))
      for (const element of [at, ...at.querySelectorAll(HEADERS)]) replaceIn(element, 'class', /header/gi, 'heading');
    at = at.parentNode;
  }
}

const HEADERS = '[class*="header"]';

function isFrame(element: HtmlElement): boolean {
  return /^(?:body|main|article|header)$/.test(nameOf(element)) || element.querySelector('h1') !== null;
}

function isInArticle(element: HtmlElement): boolean {
  return [...elementsAround(element)].some(
    (one) => nameOf(one) === 'article' || /articleBody/.test(one.getAttribute('itemprop') ?? ''),
  );
}

/**
 * A heading between boxes of text, in a box of its own or not, goes into the one below: what looks for the article
 * takes such boxes together, and nothing between them.
 */
function joinBelow(heading: HtmlElement, isOfText: (element: HtmlElement) => boolean): void {
  let at = heading;
  for (let up = 0; up < MOST_AROUND && at.parentNode !== null && isAloneIn(at.parentNode, at); up += 1)
    at = at.parentNode;
  const below = elementBehind(at);
  const first = below !== null && nameOf(below) === 'div' ? below.querySelector('p') : null;
  if (below !== null && first !== null && wordsOf(first).length >= LEAST_PARAGRAPH && isOfText(below))
    below.insertBefore(heading, below.firstChild);
}

function elementBehind(element: HtmlElement): HtmlElement | null {
  let node = element.nextSibling;
  while (node !== null && !isElement(node) && wordsOf(node) === '') node = node.nextSibling;
  return node !== null && isElement(node) ? node : null;
}

/** Whether nothing else in a box has words; one with many nodes in it is no box for one. */
function isAloneIn(box: HtmlElement | null, child: HtmlNode): boolean {
  let node = box?.firstChild ?? null;
  for (let count = 0; node !== null; count += 1, node = node.nextSibling) {
    const isSeen = isElement(node) || isText(node);
    if (count === MOST_BESIDE || (node !== child && isSeen && wordsOf(node) !== '')) return false;
  }
  return true;
}

/** `comment-faire` after “Comment faire pour bien lire ?” */
function isNamedAfter(element: HtmlElement, words: string): boolean {
  const [id, said] = [folded(element.getAttribute('id') ?? ''), folded(words)];
  return id.length > 2 && said !== '' && (said.startsWith(id) || id.startsWith(said));
}

function folded(words: string): string {
  return words
    .slice(0, 300)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '');
}

/**
 * Tells what is not a row of links below a heading; each element is gone through once, however many headings it has.
 */
function createTextTest(): (element: HtmlElement) => boolean {
  const known = new Map<HtmlElement, boolean>();
  return (element) => {
    const isOne = known.get(element) ?? ownText(element) * 2 > wordsOf(element).length;
    known.set(element, isOne);
    return isOne;
  };
}

function translateNames(element: HtmlElement): void {
  for (const attribute of ['class', 'id'])
    for (const [french, meaning] of FRENCH) replaceIn(element, attribute, french, meaning);
}

function replaceIn(element: HtmlElement, attribute: string, sign: RegExp, by: string): void {
  const value = element.getAttribute(attribute) ?? '';
  const replaced = value.replaceAll(sign, by);
  if (replaced !== value) element.setAttribute(attribute, replaced);
}

/** A box around one paragraph is taken away, and what it is called with it, unless the paragraph is called the same. */
function nameWithin(element: HtmlElement, document: HtmlDocument): void {
  if (nameOf(element) !== 'div' || doubtByClass(element) === null) return;
  if (element.querySelector(BLOCKS) === null) wrapLine(element, document);
  const [only, second] = [...element.childNodes].filter(isElement);
  if (only === undefined || second !== undefined || !/^(?:p|div)$/.test(nameOf(only))) return;
  only.setAttribute('class', `${only.getAttribute('class') ?? ''} ${element.getAttribute('class') ?? ''}`.trim());
  nameWithin(only, document);
}

const BLOCKS = 'p, div, section, ul, ol, dl, table, blockquote, pre, figure, h1, h2, h3, h4, h5, h6, hr';

/** A line in a box of its own is a paragraph in it. */
function wrapLine(box: HtmlElement, document: HtmlDocument): void {
  const line = document.createElement('p');
  for (const node of [...box.childNodes]) line.insertBefore(node, null);
  box.insertBefore(line, null);
}

/** A line across the page in a box of its own would go with the box, which holds no word. */
function freeRule(rule: HtmlElement): void {
  const box = rule.parentNode;
  if (box !== null && isAloneIn(box, rule)) box.parentNode?.insertBefore(rule, box);
}
