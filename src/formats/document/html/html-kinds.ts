import { wordSet } from '../../../core/text/word-set.ts';
import { classWords, type HtmlElement, isElement, nameOf } from './html-dom.ts';

/** Nothing of these is text of an article, or nothing can be shown here. */
const DROPPED = wordSet(
  'script style template noscript noframes noembed head title meta link base nav svg iframe object embed applet canvas ' +
    'audio video dialog select datalist textarea input option optgroup progress meter area map param source track ' +
    'frame frameset bgsound keygen command menuitem rp col colgroup',
);
/** Stand in a line with other words. */
const INLINE = wordSet(
  'a abbr acronym b bdi bdo big blink br button cite code data del dfn em font i img image ins kbd label mark math nobr ' +
    'output picture q rb rbc rtc rt ruby s samp slot small span strike strong sub sup time tt u var wbr',
);
/** Each of these begins a block of its own, whatever it holds. */
const BLOCK = wordSet(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main marquee menu multicol ol p plaintext pre ' +
    'search section summary table tbody td tfoot th thead tr ul xmp',
);

export function isBlockName(name: string): boolean {
  return BLOCK.has(name);
}

export function isInlineName(name: string): boolean {
  return INLINE.has(name) || !BLOCK.has(name);
}

const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const UNSEEN_CLASS =
  /(?:^|\s)(?:(?:fr-)?sr-only|wb-inv|visually-?hidden|screen-reader-text|element-invisible|mw-editsection|need_ref_tag|tooltiptext)(?:\s|$)/i;

/** Whether a reader of the page sees nothing of it, or nothing that an article could hold. */
export function isDropped(element: HtmlElement): boolean {
  return DROPPED.has(nameOf(element)) || isHidden(element);
}

/** A drawing of lines, which may have words that are seen. */
export function isDrawing(element: HtmlElement): boolean {
  return nameOf(element) === 'svg' && !isHidden(element);
}

/** What in a drawing holds words that are seen; of those within one another the outermost. */
export function* wordsOfDrawing(within: HtmlElement): Generator<HtmlElement> {
  for (const child of within.childNodes) {
    if (!isElement(child) || isHidden(child)) continue;
    const name = nameOf(child);
    if (name === 'text' || name === 'foreignobject') yield child;
    else if (name !== 'defs' && name !== 'symbol') yield* wordsOfDrawing(child);
  }
}

/** What a reader chooses from, fills in or opens, with words of its own; none for anything else. */
export function wordsOfControl(element: HtmlElement): readonly HtmlElement[] {
  const name = nameOf(element);
  if (isHidden(element)) return [];
  if (name === 'select') return [...element.querySelectorAll('option')];
  return name === 'dialog' || name === 'textarea' ? [element] : [];
}

function isHidden(element: HtmlElement): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  if (HIDDEN_STYLE.test(element.getAttribute('style') ?? '')) return !isFormula(element);
  return isUnseenByClass(element);
}

/** What is there for those who hear a page, or who write in it. */
export function isUnseenByClass(element: HtmlElement): boolean {
  return UNSEEN_CLASS.test(element.getAttribute('class') ?? '');
}

/** A formula for machines stands hidden beside a picture of it, and says the same in signs. */
function isFormula(element: HtmlElement): boolean {
  return /(?:^|\s)mwe-math/.test(element.getAttribute('class') ?? '');
}

const HELD_BY_FIGURE = 'table, pre, blockquote, ul, ol, dl';
const BESIDE_BUT_TOLD = wordSet('note admonition callout tip warning caution important encadre remark remarque');
const TEXT_OF_FORM = 400;

const SHOWN_BY_FIGURE = 'img, picture, image, video, audio, canvas, amp-img, figcaption';

/** A picture with its caption; one around a table, code, a quotation or words alone is no more than a frame. */
export function isPicture(element: HtmlElement): boolean {
  if (nameOf(element) !== 'figure' || element.querySelector(HELD_BY_FIGURE) !== null) return false;
  return element.querySelector(SHOWN_BY_FIGURE) !== null || element.querySelector('p') === null;
}

/** What stands beside the article: a box, a form that is not the frame of the whole page. */
export function isBeside(element: HtmlElement): boolean {
  const name = nameOf(element);
  if (name === 'aside') return !classWords(element).some((word) => BESIDE_BUT_TOLD.has(word));
  if (name === 'form') return textOfParagraphs(element) < TEXT_OF_FORM;
  return name === 'button';
}

function textOfParagraphs(element: HtmlElement): number {
  let length = 0;
  for (const block of element.querySelectorAll('p, li, h1, h2, td')) {
    length += block.textContent.length;
    if (length >= TEXT_OF_FORM) break;
  }
  return length;
}

export type MarkType = 'strong' | 'emphasis' | 'delete';
const MARKS: ReadonlyMap<string, MarkType> = new Map(
  Object.entries<MarkType>({
    ...{ b: 'strong', strong: 'strong', em: 'emphasis', i: 'emphasis', cite: 'emphasis', dfn: 'emphasis' },
    ...{ var: 'emphasis', del: 'delete', s: 'delete', strike: 'delete' },
  }),
);

/** The mark that an element puts on its words; null for none. Word processors say it by style. */
export function markOf(element: HtmlElement): MarkType | null {
  const name = nameOf(element);
  const style = element.getAttribute('style') ?? '';
  const mark = MARKS.get(name) ?? null;
  if (mark === 'strong') return /font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style) ? null : mark;
  if (mark !== null || name !== 'span') return mark;
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) return 'strong';
  return /font-style\s*:\s*(?:italic|oblique)/i.test(style) ? 'emphasis' : null;
}
