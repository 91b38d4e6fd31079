import { wordSet } from '../../../core/text/word-set.ts';
import { LEADS_TO_OTHERS, leadsAway, MOST_OF_HEADING } from '../blocks/block-doubt.ts';
import {
  classWords,
  firstWords,
  type HtmlDocument,
  type HtmlElement,
  isElement,
  nameOf,
  readOnce,
  wordsOf,
} from '../html/html-dom.ts';
import { isPicture } from '../html/html-kinds.ts';
import { SAYS_AGAIN } from './said-again.ts';

/** Classes of boxes that no reader of an article wants, each a word of a class or id. */
const JUNK = wordSet(
  'share sharing sharebar shares partage partager partagez social socials sociaux newsletter newsletters infolettre cookie ' +
    'cookies consent gdpr rgpd tarteaucitron didomi axeptio breadcrumb breadcrumbs ariane related recommandations ' +
    'recommended recommandes outbrain taboola comments commentaires commentlist disqus respond advert advertisement ' +
    'adsense ads publicite publicites promo sponsored pagination pager navbox catlinks printfooter popular trending signup ' +
    'signin login subscribe subscription noprint follow sharedaddy relatedposts addtoany addthis widget arbo crumbs ' +
    'sidebar toolbar skiplinks sidenotes paranumber paranum parnum numpara pagenum lineno linenum linenumber',
);
/** The same where only several words say it. */
const JUNK_PHRASE =
  /(?:^|[\s_-])(?:(?:audio|video|media|podcast)[_-]?player|(?:read|see)[_-]?(?:also|more)|(?:a[_-]?)?(?:lire|voir)[_-]?aussi|fil[_-]d?[_-]?ariane|social[_-]?(?:bar|links|media|share)|post[_-]?nav(?:igation)?|nav[_-]?links|author[_-]?(?:bio|box)|most[_-]?read|(?:les[_-])?plus[_-]lus|(?:no|num|numero)[_-]para|jp[_-]related\w*)(?:$|[\s_-])/i;
const KEPT = /^(?:html|body|main|article)$/;
const MOST_TEXT = 600;

/**
 * Takes out boxes that say of themselves what they are, unless they hold too much to be one; and those that ask for an
 * address.
 */
export function removeJunk(document: HtmlDocument): void {
  for (const element of document.querySelectorAll('[class], [id]')) if (isJunk(element)) element.remove();
  for (const input of document.querySelectorAll('input[type="email"]')) boxAround(input)?.remove();
}

/**
 * What a box says that asks for an address, a paragraph in it, and what stands beside the form and does not ask. UTF-16
 * units.
 */
const MOST_OF_ASKING = { box: 400, paragraph: 200, beside: 80 };
/** How a box speaks of what it sends. */
const ASKS =
  /lettre|newsletter|inscri|abonn|recev|reçoi|courriel|e-?mail|\bmails?\b|\bboîte|adresse|actus?\b|subscri|inbox|sign[ -]?up/iu;

/** The box that a field belongs to; null for one that stands in the text itself. */
function boxAround(field: HtmlElement): HtmlElement | null {
  let box: HtmlElement | null = null;
  for (let at = field.parentNode; at !== null && !KEPT.test(nameOf(at)); at = at.parentNode) {
    if (firstWords(at, MOST_OF_ASKING.box + 1).length > MOST_OF_ASKING.box || holdsText(at)) break;
    box = at;
  }
  return box;
}

/**
 * A text may be as short as what asks for an address: it has a title, a long paragraph, or several beside the form, or
 * does not speak of anything that is sent.
 */
function holdsText(box: HtmlElement): boolean {
  const beside = besideForms(box);
  return hasParts(box) || (beside.length > MOST_OF_ASKING.beside && !ASKS.test(beside));
}

/** What a box says besides its forms. */
function besideForms(box: HtmlElement): string {
  if (nameOf(box) === 'form') return '';
  return [...box.querySelectorAll('form')].reduce((said, form) => said.replace(wordsOf(form), ''), wordsOf(box));
}

function hasParts(box: HtmlElement): boolean {
  const paragraphs = [...box.querySelectorAll('p')];
  const beside = paragraphs.length - [...box.querySelectorAll('form p')].length;
  const isLong = (paragraph: HtmlElement) => wordsOf(paragraph).length > MOST_OF_ASKING.paragraph;
  return beside > 1 || box.querySelector('h1') !== null || paragraphs.some(isLong);
}

function isJunk(element: HtmlElement): boolean {
  if (KEPT.test(nameOf(element))) return false;
  const said = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500);
  if (!classWords(element).some((word) => JUNK.has(word)) && !JUNK_PHRASE.test(said)) return false;
  return element.querySelector('h1, [itemprop~="articleBody"]') === null && ownText(element) < MOST_TEXT;
}

/** UTF-16 units of its text outside links. */
export function ownText(element: HtmlElement): number {
  let length = wordsOf(element).length;
  for (const link of element.querySelectorAll('a')) length -= wordsOf(link).length;
  return length;
}

const LINES = /^(?:p|li|ul|ol|dd|td|div)$/;
const BLOCKS = 'p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6';

/** Whether a line or a list has no words but those of links. */
export function isLinksAlone(element: HtmlElement): boolean {
  const name = nameOf(element);
  if (!LINES.test(name) || element.querySelector('a[href]') === null) return false;
  if (!/^[uo]l$/.test(name) && element.querySelector(BLOCKS) !== null) return false;
  return wordsOf(element) !== '' && !/[\p{L}\d]/u.test(outsideLinks(element));
}

/** Whether a list has no words but those of links to places of the page. */
export function isContents(element: HtmlElement): boolean {
  if (!/^[uo]l$/.test(nameOf(element)) || !isLinksAlone(element)) return false;
  const links = [...element.querySelectorAll('a[href]')];
  return links.length > 1 && links.every((link) => (link.getAttribute('href') ?? '').startsWith('#'));
}

function outsideLinks(element: HtmlElement): string {
  if (nameOf(element) === 'a' && element.getAttribute('href') !== null) return '';
  return [...element.childNodes].map((node) => (isElement(node) ? outsideLinks(node) : node.textContent)).join(' ');
}

const REASONS: readonly (readonly [words: ReadonlySet<string>, reason: string, most: number])[] = [
  [wordSet('caption legende legend credit credits copyright figcaption'), 'a caption', 400],
  [wordSet('pullquote pull exergue'), SAYS_AGAIN, 600],
  [wordSet('toc sommaire'), 'a table of contents', 4000],
  [wordSet('infobox'), 'a box of facts', 8000],
  [wordSet('hatnote homonymie ambox'), 'a notice about the page', 1000],
  [wordSet('byline signature auteur author posted'), 'a line about the article', 300],
  [wordSet('tags etiquettes categories metadata postmetadata meta postmeta'), 'a line about the article', 300],
  [wordSet('tweet'), 'a post of another site', 1000],
  [wordSet('encart'), 'a box beside the text', 1500],
  [wordSet('cta'), 'an advertisement', 300],
];

/** A box that leads to other articles says no more besides its links. UTF-16 units. */
const MOST_BESIDE_LINKS = 300;

/** Why what stands in an element may be no part of the article: a box whose first words say where it leads. */
export function doubtByOpening(element: HtmlElement): string | null {
  if (!/^(?:section|div)$/.test(nameOf(element))) return null;
  const first = [...element.childNodes].filter(isElement).find((child) => firstWords(child, 1) !== '');
  if (first === undefined) return null;
  const opening = firstWords(first, MOST_OF_HEADING + 1);
  return leadsAway(opening) && ownText(element) < MOST_BESIDE_LINKS ? LEADS_TO_OTHERS : null;
}

function namesOf(element: HtmlElement): string[] {
  const said = classWords(element);
  return said.join(' ').includes('call to action') ? [...said, 'cta'] : said;
}

/** Why what stands in an element may be no part of the article, by its class; null for no reason. */
export function doubtByClass(element: HtmlElement): string | null {
  const name = nameOf(element);
  if (name === 'figcaption' || (isPicture(element) && element.textContent.length < MOST_TEXT)) return 'a caption';
  const said = namesOf(element);
  if (said.length === 0 || KEPT.test(name)) return null;
  const reason = REASONS.find(([list]) => said.some((word) => list.has(word)));
  return reason !== undefined && element.textContent.length < reason[2] ? reason[1] : null;
}

/** The same for the elements of one page, but that below a quotation stands who said it. */
export function createClassDoubt(): (element: HtmlElement) => string | null {
  // One box may have thousands of captions.
  const hasQuotation = readOnce((box) => box.querySelector('blockquote') !== null);
  return (element) => {
    const { parentNode: box } = element;
    const saysWho = nameOf(element) === 'figcaption' && box !== null && hasQuotation(box);
    return saysWho ? null : doubtByClass(element);
  };
}
