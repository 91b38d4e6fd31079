import type { PhrasingContent } from 'mdast';
import { type HtmlElement, isElement, isText, nameOf, wordsOf } from './html-dom.ts';
import { isBeside, isBlockName, isDrawing, isDropped, markOf, wordsOfControl, wordsOfDrawing } from './html-kinds.ts';
import { addressOf } from './html-links.ts';
import type { HtmlReading } from './html-reading.ts';
import { mathLine } from './math-line.ts';

/** What of an element stands in a line; blocks within it are parted by line breaks. As written: not yet tidied. */
export function phrasingWithin(element: HtmlElement, reading: HtmlReading): PhrasingContent[] {
  return [...element.childNodes].flatMap((child): PhrasingContent[] => {
    if (isText(child)) return [text(child.textContent)];
    if (!isElement(child)) return [];
    if (!isBlockName(nameOf(child))) return phrasingOf(child, reading);
    return [{ type: 'break' }, ...phrasingOf(child, reading), { type: 'break' }];
  });
}

/** What an element within a line becomes. */
export function phrasingOf(element: HtmlElement, reading: HtmlReading): PhrasingContent[] {
  if (reading.notes.numbers.has(element)) return [];
  const label = reading.notes.references.get(element);
  if (label !== undefined) return [{ type: 'footnoteReference', identifier: label, label }];
  if (isDrawing(element)) reading.leftOut.drawing(wordsOfDrawing(element));
  reading.leftOut.control(wordsOfControl(element));
  if (isDropped(element)) return [];
  if (isLeftOut(element, reading)) return [];
  const special = SPECIAL.get(nameOf(element));
  if (special !== undefined) return special(element, reading);
  const mark = markOf(element);
  const children = phrasingWithin(element, reading);
  return mark === null ? children : [{ type: mark, children }];
}

/** A box beside the text: told in a warning. */
function isLeftOut(element: HtmlElement, { leftOut }: HtmlReading): boolean {
  const isBox = isBeside(element) && !isInHeading(element);
  if (isBox) leftOut.box(element);
  return isBox;
}

/** A heading that folds its part of the page in and out is a button. */
function isInHeading(element: HtmlElement): boolean {
  const [first, second] = [element.parentNode, element.parentNode?.parentNode];
  return [first, second].some((at) => at != null && /^(?:h[1-6]|summary|dt)$/.test(nameOf(at)));
}

type Special = (element: HtmlElement, reading: HtmlReading) => PhrasingContent[];

const code: Special = (element) => {
  const value = wordsOf(element);
  return value === '' ? [] : [{ type: 'inlineCode', value }];
};

const SPECIAL: ReadonlyMap<string, Special> = new Map(
  Object.entries<Special>({
    br: () => [{ type: 'break' }],
    wbr: () => [],
    img: picture,
    picture,
    image: picture,
    a: link,
    code,
    kbd: code,
    samp: code,
    tt: code,
    q: quotation,
    sup: raised,
    rt: (element, reading) => [text(' ('), ...phrasingWithin(element, reading), text(')')],
    math: formula,
    label,
  }),
);

/** One that is pressed may stand right behind another, and its button between them. */
function label(element: HtmlElement, reading: HtmlReading): PhrasingContent[] {
  const next = element.nextSibling;
  const hasNext = next !== null && isElement(next) && /^(?:label|input)$/.test(nameOf(next));
  return [...phrasingWithin(element, reading), ...(hasNext ? [text(' ')] : [])];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Signs that a page shows as pictures are signs again. */
function picture(element: HtmlElement, { leftOut }: HtmlReading): PhrasingContent[] {
  const alt = (element.getAttribute('alt') ?? element.querySelector('img[alt]')?.getAttribute('alt') ?? '').trim();
  if (/(?:^|\s)(?:wp-smiley|emoji)(?:\s|$)/.test(element.getAttribute('class') ?? '')) return [text(alt)];
  leftOut.picture(alt);
  return [];
}

/** What stands behind a heading for people who copy its address. */
const ANCHOR = /^[#¶§🔗]?$/u;

function link(element: HtmlElement, reading: HtmlReading): PhrasingContent[] {
  const words = wordsOf(element);
  if (reading.notes.wayBack.has(element) && words.length < 12 && !/\p{L}{2}/u.test(words)) return [];
  const url = addressOf(element, reading.base);
  const children = phrasingWithin(element, reading);
  if (url !== null && words !== '') return [{ type: 'link', url, children }];
  return url === null && ANCHOR.test(words) && element.getAttribute('href') !== null ? [] : children;
}

/** As French prints it: « … », and “…” within. */
function quotation(element: HtmlElement, reading: HtmlReading): PhrasingContent[] {
  const children = phrasingWithin(element, reading);
  const words = wordsOf(element);
  if (words === '' || /^[«“"„]/.test(words)) return children;
  const [open, close] = isInQuotation(element) ? ['“', '”'] : ['«\u00a0', '\u00a0»'];
  return [text(open), ...children, text(close)];
}

function isInQuotation(element: HtmlElement): boolean {
  for (let at = element.parentNode; at !== null; at = at.parentNode) if (nameOf(at) === 'q') return true;
  return false;
}

const RAISED = new Map([...'0123456789+-−'].map((sign, i) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻'.charAt(i)]));

/** Numbers stay raised, as 10⁶ is not 106; letters stand in the line, as “1er” is written too. */
function raised(element: HtmlElement, reading: HtmlReading): PhrasingContent[] {
  const children = phrasingWithin(element, reading);
  const references = children.filter(({ type }) => type === 'footnoteReference');
  if (references.length > 0) return references;
  const words = wordsOf(element);
  if (/^\[[^\]]{1,9}\]$/.test(words) && element.querySelector('a[href*="#"]') !== null) return [];
  if (!/^[\d+−-]+$/.test(words) || children.some(({ type }) => type === 'link')) return children;
  return [text([...words].map((sign) => RAISED.get(sign) ?? sign).join(''))];
}

/** TeX where the page has it, as that is how people write formulas; its signs in one line otherwise. */
function formula(element: HtmlElement): PhrasingContent[] {
  const tex = element.querySelector('annotation[encoding="application/x-tex"]');
  const value = (tex === null ? mathLine(element) : wordsOf(tex)).replace(/^\{\\displaystyle (.*)\}$/s, '$1');
  return value === '' ? [] : [{ type: 'inlineCode', value }];
}
