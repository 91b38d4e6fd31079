import {
  classWords,
  elementsAround,
  type HtmlDocument,
  type HtmlElement,
  isElement,
  nameOf,
  wordsOf,
} from '../html/html-dom.ts';
import { ownText } from './page-junk.ts';

const LEAD =
  '.chapo, .chapeau, .standfirst, .article-chapo, .article__chapo, .article__desc, .article__standfirst, .article-lead, ' +
  '.article__lead, .article-intro, .article__intro, .entry-summary, .fr-text--lead, [itemprop="description"]';
/** What says of itself that it stands below the title; it may be shorter. */
const SUBTITLE = '.subtitle, .post-subtitle, .article-subtitle, .article__subtitle, .entry-subtitle, .sous-titre';
const LEAST_LEAD = 60;
const MOST_LEAD = 900;

/** The same in words of classes, as programs put others around them: `Standfirst_s__3`, `release-subtitle`. */
const NAMES = new Set(
  (
    'chapo chapeau standfirst lead lede intro introduction excerpt summary deck dek headnote subtitle subheading subhead ' +
    'subheadline soustitre accroche'
  ).split(' '),
);
const NEAR = /^(?:p|div|span|h[2-5]|header|section)$/;
/** Elements behind a title among which such a line is looked for, and a paragraph where the text has begun. */
const MOST_BEHIND = 40;
const LEAST_TEXT = 100;

/** What stands above the text and sums it up: part of the article, though pages set it apart. Copies, in order. */
export function leadsOf(document: HtmlDocument): HtmlElement[] {
  const anywhere = leadByClass(document);
  const found = anywhere === null ? [] : [anywhere];
  for (const near of leadsBelowTitle(document))
    if (!found.some((one) => says(one, near) || says(near, one))) found.push(near);
  // A copy, as what looks for the article moves the words of elements into others.
  return found.map((element) => element.cloneNode(true));
}

function leadByClass(document: HtmlDocument): HtmlElement | null {
  const subtitles = new Set(document.querySelectorAll(SUBTITLE));
  for (const element of document.querySelectorAll(`${LEAD}, ${SUBTITLE}`)) {
    const { length } = wordsOf(element);
    const least = subtitles.has(element) ? 1 : LEAST_LEAD;
    if (length >= least && isOneText(element) && !isWithinTitle(element)) return element;
  }
  return null;
}

function leadsBelowTitle(document: HtmlDocument): HtmlElement[] {
  const [title, second] = document.querySelectorAll('h1');
  if (title === undefined || second !== undefined) return [];
  const leads: HtmlElement[] = [];
  for (const element of elementsBehind(title)) {
    const isNamed = classWords(element).some((word) => NAMES.has(word)) || isOfTitleBlock(element);
    const isLead = NEAR.test(nameOf(element)) && isNamed;
    const isText = wordsOf(element) !== '' && isOneText(element) && isMostlyText(element);
    if (isLead && isText && !isInMenu(element) && !isBelowOther(element)) leads.push(element);
    else if (nameOf(element) === 'p' && wordsOf(element).length >= LEAST_TEXT && !isIn(element, leads)) break;
  }
  return leads;
}

/** What Pandoc, and programs that build on it, put below a title. */
function isOfTitleBlock(element: HtmlElement): boolean {
  if (element.getAttribute('class') !== 'description') return false;
  return [...elementsAround(element)].some((one) => one.getAttribute('id') === 'title-block-header');
}

/** The next ones in reading order. */
function* elementsBehind(title: HtmlElement): Generator<HtmlElement> {
  let root = title;
  while (root.parentNode !== null && nameOf(root) !== 'body') root = root.parentNode;
  let left = -1;
  for (const element of root.querySelectorAll('*')) {
    if (element === title) left = MOST_BEHIND;
    else if (left > 0) yield element;
    if (left === 0) return;
    left -= 1;
  }
}

function isOneText(element: HtmlElement): boolean {
  const { length } = wordsOf(element);
  return length <= MOST_LEAD && element.querySelector('h1, h2, ul, article') === null;
}

function isMostlyText(element: HtmlElement): boolean {
  return ownText(element) * 2 > wordsOf(element).length;
}

function isWithinTitle(element: HtmlElement): boolean {
  return [element, ...elementsAround(element)].some((one) => nameOf(one) === 'h1');
}

/** What stands right below another heading belongs to that. */
function isBelowOther({ previousSibling }: HtmlElement): boolean {
  let at = previousSibling;
  while (at !== null && !isElement(at)) at = at.previousSibling;
  return at !== null && /^h[2-6]$/.test(nameOf(at));
}

/** A summary in a menu is a table of contents. */
function isInMenu(element: HtmlElement): boolean {
  return [element, ...elementsAround(element)].some((one) => /^(?:nav|aside|footer|form)$/.test(nameOf(one)));
}

function isIn(element: HtmlElement, others: readonly HtmlElement[]): boolean {
  return others.some((other) => says(other, element));
}

function says(one: HtmlElement, other: HtmlElement): boolean {
  return wordsOf(one).includes(wordsOf(other));
}
