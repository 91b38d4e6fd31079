import { type HtmlDocument, type HtmlElement, nameOf, wordsOf } from '../html/html-dom.ts';
import { isDrawing, isUnseenByClass, wordsOfDrawing } from '../html/html-kinds.ts';

/** What stands around the text and never is part of it: its words are not read at all. */
const UNREAD = 'script, style, noscript, template, iframe, object, embed';
/** What a page shows when somebody asks for it: it folds in and out, or stands behind a tab. */
const FOLDED =
  '[hidden="until-found"], [role="tabpanel"], [class*="accordion"], [class*="collapse"], [class*="toggle"], [class*="tab-content"]';
/** Builders of pages call each of their parts a widget, and other pages what stands beside them. */
const BUILT = /(?<=^|\s)(elementor|siteorigin|so|fl|et_pb)([-_])widget/g;
const MENU = /^(?:nav|header|footer|form)$/;

/**
 * Takes out what is no text, before the text of a page is looked for, and frees text that looks like something else.
 */
export function removeScripts(document: HtmlDocument): void {
  openShadows(document);
  for (const element of document.querySelectorAll(UNREAD)) element.remove();
  // “[modifier]” beside a heading makes it a row of links.
  for (const element of document.querySelectorAll('[class]')) if (isUnseenByClass(element)) element.remove();
  for (const drawing of document.querySelectorAll('svg')) if (!hasWords(drawing)) drawing.remove();
  for (const element of document.querySelectorAll(FOLDED)) if (!isInMenu(element)) unfold(element);
  // Headings that fold their part in and out, links that lead nowhere, and formulas that stand hidden beside a picture
  // of them.
  for (const button of document.querySelectorAll('h2 button, h3 button, h4 button, h5 button, summary button'))
    freeChildren(button);
  for (const link of document.querySelectorAll('a:not([href]):not([id]):not([name])')) {
    freeChildren(link);
    link.remove();
  }
  for (const part of document.querySelectorAll('[class*="widget"]'))
    part.setAttribute('class', (part.getAttribute('class') ?? '').replaceAll(BUILT, '$1$2part'));
  for (const button of document.querySelectorAll('button')) if (wordsOf(button) === '') button.remove();
  for (const hidden of document.querySelectorAll('.mwe-math-element [style]')) hidden.removeAttribute('style');
}

/** A drawing that has some stays as long as it must be told. */
function hasWords(drawing: HtmlElement): boolean {
  return isDrawing(drawing) && wordsOfDrawing(drawing).next().done === false;
}

/** Takes out the links of headings to themselves: `¶`, `#`. */
export function removePermalinks(document: HtmlDocument): void {
  for (const link of document.querySelectorAll('h1 a, h2 a, h3 a, h4 a, h5 a, h6 a'))
    if (/^(?:[¶#§]|\u{1f517}\ufe0f?)$/u.test(wordsOf(link)) && isToItself(link)) link.remove();
}

function isToItself(link: HtmlElement): boolean {
  return (link.getAttribute('href') ?? '').includes('#');
}

/** What an element of a page’s own shows in its place, as saved pages have it, one within another. */
function openShadows(document: HtmlDocument): void {
  for (let round = 0; round < MOST_SHADOWS; round += 1) {
    const [...shadows] = document.querySelectorAll('template[shadowrootmode]');
    if (shadows.length === 0) return;
    for (const shadow of shadows) {
      freeChildren(shadow);
      shadow.remove();
    }
  }
}

const MOST_SHADOWS = 20;

function freeChildren(element: HtmlElement): void {
  for (const child of [...element.childNodes]) element.parentNode?.insertBefore(child, element);
}

function isInMenu(element: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at !== null; at = at.parentNode) if (MENU.test(nameOf(at))) return true;
  return false;
}

function unfold(element: HtmlElement): void {
  element.removeAttribute('hidden');
  element.removeAttribute('aria-hidden');
  const style = element.getAttribute('style') ?? '';
  if (/display\s*:\s*none/i.test(style)) element.removeAttribute('style');
}
