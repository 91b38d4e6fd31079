import { leadsAway } from '../blocks/block-doubt.ts';
import { lineDoubt } from '../blocks/line-doubt.ts';
import { elementsAround, type HtmlDocument, type HtmlElement, nameOf, wordsOf } from '../html/html-dom.ts';
import { isDropped } from '../html/html-kinds.ts';
import { ownText } from './page-junk.ts';

const BLOCKS = 'p, ul, ol, dl, table, pre, blockquote, h2, h3, h4, h5, h6';
const HEADING = /^h[2-6]$/;
/** Where a block stood before the article was looked for. */
const PLACE = 'data-place';
const AROUND = /^(?:nav|footer|header|form|aside|figure|button|a)$/;
/** Names of what stands beside a text, as the rules of browsers have them, and builders of pages. */
const NAMED =
  /-ad-|banner|breadcrumb|combx|comment|disqus|extra|footer|gdpr|header|legend|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pag(?:ination|er)|popup|share|promo|widget|teaser|card|meta|author|tag/i;
/** UTF-16 units; shorter paragraphs are lines about a text, unless they are sentences. */
const LEAST = 60;
const SENTENCE = /.{8}[.!?…»”]$/su;
/** As many of its first words tell whether a block is there in another shape. UTF-16 units. */
const KNOWN_BY = 60;

/** Blocks in reading order, none within another; each of text is at its place, and null stands for any other. */
export type PlacedBlocks = readonly (HtmlElement | null)[];

/** Notes where each block of text stands, before the article is looked for. */
export function placeBlocks(document: HtmlDocument): PlacedBlocks {
  const seen = new Set<HtmlElement>();
  const placed: (HtmlElement | null)[] = [];
  for (const block of document.querySelectorAll(BLOCKS)) {
    const around = [...elementsAround(block)];
    const isWithin = around.some((element) => seen.has(element));
    seen.add(block);
    if (isWithin) continue;
    const isText = isOfText(block) && ![block, ...around].some(isBesideText);
    if (isText) block.setAttribute(PLACE, String(placed.length));
    placed.push(isText ? block : null);
  }
  return placed;
}

/**
 * Puts back what stood between two blocks of an article and was not taken with them: what looks for it takes short boxes
 * among long ones for something else.
 */
export function returnBlocks(article: HtmlElement, placed: PlacedBlocks): void {
  const there = new Map([...article.querySelectorAll(`[${PLACE}]`)].map((block) => [placeOf(block), block]));
  const places = [...there.keys()];
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  const words = wordsOf(article);
  const isLost = (block: HtmlElement) => !words.includes(wordsOf(block).slice(0, KNOWN_BY));
  // From below, as a heading goes with what it stands above.
  for (let place = last - 1; place > first; place -= 1) {
    const block = placed[place];
    if (block == null || there.has(place) || !isLost(block)) continue;
    if (!HEADING.test(nameOf(block)) || there.has(place + 1)) there.set(place, block);
  }
  let before = there.get(first);
  for (let place = first + 1; place < last; place += 1) {
    const block = there.get(place);
    if (block !== undefined && block === placed[place] && before !== undefined && !isIn(block, article))
      before.parentNode?.insertBefore(block, before.nextSibling);
    before = block ?? before;
  }
}

function placeOf(block: HtmlElement): number {
  return Number(block.getAttribute(PLACE));
}

function isIn(block: HtmlElement, article: HtmlElement): boolean {
  return [...elementsAround(block)].includes(article);
}

function isBesideText(element: HtmlElement): boolean {
  if (/^(?:html|body|main|article)$/.test(nameOf(element))) return false;
  return AROUND.test(nameOf(element)) || isDropped(element) || NAMED.test(namesOf(element));
}

function namesOf(element: HtmlElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500);
}

function isOfText(block: HtmlElement): boolean {
  const words = wordsOf(block);
  if (ownText(block) * 2 <= words.length) return false;
  if (HEADING.test(nameOf(block))) return !leadsAway(words);
  if (nameOf(block) !== 'p') return true;
  return (words.length >= LEAST || SENTENCE.test(words)) && lineDoubt({ type: 'text', value: words }) === null;
}
