import { classWords, type HtmlDocument, type HtmlElement, isWithin, nameOf, wordsOf } from '../html/html-dom.ts';

/** What stands around an article and is no part of it, as a sentence names it. */
const KINDS: readonly (readonly [what: string, words: string])[] = [
  [
    'a cookie banner',
    'cookie cookies consent gdpr rgpd tarteaucitron didomi axeptio onetrust cookiebot cybot cookieconsent quantcast sirdata cookieyes complianz',
  ],
  ['comments of readers', 'comments commentaires commentlist commentlistitem disqus respond'],
  ['what asks for a subscription', 'newsletter newsletters infolettre signup signin login subscribe subscription'],
  ['an advertisement', 'advert advertisement adsense ads publicite publicites promo sponsored'],
  [
    'buttons for sharing',
    'share sharing sharebar shares partage partager partagez social socials sociaux sharedaddy addtoany addthis',
  ],
  [
    'links to other articles',
    'related recommandations recommended recommandes outbrain taboola popular trending relatedposts',
  ],
];
const KIND_OF = new Map(KINDS.flatMap(([what, words]) => words.split(' ').map((word) => [word, what] as const)));
const ORDER = KINDS.map(([what]) => what);
const FRAME = /^(?:html|body|main|article)$/;
/** As many of its first words say whether a box is still there. UTF-16 units. */
const KNOWN_BY = 60;

/** A box of a page as it was before anything was taken out. */
export interface PageBox {
  readonly what: string;
  /** Its first words. */
  readonly opening: string;
}

/**
 * The boxes around the article of a page that say of themselves what they are, and hold words, by their elements; of
 * boxes in boxes the outermost.
 */
export function boxesOf(document: HtmlDocument): ReadonlyMap<HtmlElement, PageBox> {
  const boxes = new Map<HtmlElement, PageBox>();
  for (const element of document.querySelectorAll('[class], [id], [aria-label]')) {
    const what = kindOfBox(element);
    if (what === null || isWithin(element, boxes) || holdsArticle(element)) continue;
    const opening = wordsOf(element).slice(0, KNOWN_BY);
    if (opening !== '') boxes.set(element, { what, opening });
  }
  return boxes;
}

/**
 * What an element says of itself, by its class, its id, or how it is called for those who do not see it; null for
 * nothing of these.
 */
function kindOfBox(element: HtmlElement): string | null {
  if (FRAME.test(nameOf(element))) return null;
  return whatIsSaidOf(element);
}

function whatIsSaidOf(element: HtmlElement): string | null {
  const called =
    element
      .getAttribute('aria-label')
      ?.toLowerCase()
      .slice(0, 100)
      .match(/\p{L}+/gu) ?? [];
  const found = [...classWords(element), ...called].map((word) => KIND_OF.get(word));
  return found.find((what) => what !== undefined) ?? null;
}

/** A comment of a reader is called an article too, and says what it is. */
function holdsArticle(element: HtmlElement): boolean {
  if (element.querySelector('h1, main, [itemprop~="articleBody"]') !== null) return true;
  return [...element.querySelectorAll('article')].some((article) => whatIsSaidOf(article) === null);
}

/** One sentence that names the kinds of boxes of which an article holds nothing; none where it holds all. */
export function warningsOfBoxes(boxes: Iterable<PageBox>, article: HtmlElement): string[] {
  const there = wordsOf(article);
  const gone = new Set<string>();
  for (const { what, opening } of boxes) if (!gone.has(what) && !there.includes(opening)) gone.add(what);
  if (gone.size === 0) return [];
  return [`Left out around the article: ${ORDER.filter((what) => gone.has(what)).join(', ')}.`];
}
