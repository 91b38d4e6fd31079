import { UnreadableDocument } from '../blocks/document.ts';
import { type HtmlDocument, type HtmlElement, isElement, nameOf, parseHtml, wordsOf } from '../html/html-dom.ts';
import { isBlockName } from '../html/html-kinds.ts';
import { isNoteMarker, noteAt } from '../html/html-notes.ts';
import { openingWords } from '../html/html-reading.ts';
import { resolveInBook } from './epub-package.ts';

/** A page of a book. */
interface BookPage {
  /** Its name in the archive. */
  readonly file: string;
  readonly html: string;
}

/**
 * The body of a chapter; notes that it refers to and other pages of the book hold stand below it.
 *
 * @param htmlOf what a file of the book holds; '' for one that is none
 */
export function chapterBody({ file, html }: BookPage, htmlOf: (file: string) => string): HtmlElement {
  const document = parseHtml(html);
  const pages = new Map<string, ReadonlyMap<string, HtmlElement>>();
  const placesIn = (page: string) => {
    const places = pages.get(page) ?? placesOf(htmlOf(page));
    pages.set(page, places);
    return places;
  };
  const notes = new Map<string, HtmlElement | null>();
  const bodies = new Map<HtmlElement, string>();
  for (const link of document.querySelectorAll('a[href*="#"]')) {
    if (!isNoteMarker(link) || beginsBlock(link)) continue;
    const key = `${isReference(link)} ${link.getAttribute('href')}`;
    const note = notes.get(key) ?? (notes.has(key) ? null : noteOf(link, file, placesIn));
    notes.set(key, note);
    if (note === null) continue;
    const id = bodies.get(note) ?? `note-of-book-${bodies.size + 1}`;
    if (!bodies.has(note)) document.body.insertBefore(boxOf(note, id, document), null);
    bodies.set(note, id);
    link.setAttribute('href', `#${id}`);
  }
  return document.body;
}

/** The note that a link leads to in another page; null for any other link, as one to a chapter is. */
function noteOf(
  link: HtmlElement,
  file: string,
  placesIn: (page: string) => ReadonlyMap<string, HtmlElement>,
): HtmlElement | null {
  const href = link.getAttribute('href') ?? '';
  const page = resolveInBook(file, href);
  if (href.startsWith('#') || page === file) return null;
  const place = placesIn(page).get(href.slice(href.indexOf('#') + 1));
  const note = place === undefined ? null : noteAt(place, link);
  return note !== null && (isReference(link) || leadsBack(note, page, file)) ? note : null;
}

/** A number before a note leads back to the text. */
function beginsBlock(link: HtmlElement): boolean {
  let box = link.parentNode;
  while (box !== null && isElement(box) && !isBlockName(nameOf(box))) box = box.parentNode;
  const words = wordsOf(link);
  return box !== null && openingWords([box], words.length).startsWith(words);
}

function isReference(link: HtmlElement): boolean {
  return link.getAttribute('epub:type') === 'noteref' || link.getAttribute('role') === 'doc-noteref';
}

function leadsBack(note: HtmlElement, page: string, file: string): boolean {
  const links = [...note.querySelectorAll('a[href*="#"]')];
  return links.some((link) => resolveInBook(page, link.getAttribute('href') ?? '') === file);
}

/** Nothing of a page that cannot be read: the chapter can. */
function placesOf(html: string): ReadonlyMap<string, HtmlElement> {
  try {
    const places = [...parseHtml(html).querySelectorAll('[id]')];
    return new Map(places.map((place) => [place.getAttribute('id') ?? '', place]));
  } catch (error) {
    if (error instanceof UnreadableDocument) return new Map();
    throw error;
  }
}

/** Its number led back into the text. */
function boxOf(note: HtmlElement, id: string, document: HtmlDocument): HtmlElement {
  const box = document.createElement('div');
  box.setAttribute('id', id);
  const copy = note.cloneNode(true);
  for (const link of copy.querySelectorAll('a[href*="#"]')) if (isNoteMarker(link)) link.remove();
  for (const place of [copy, ...copy.querySelectorAll('[id]')]) place.removeAttribute('id');
  box.insertBefore(copy, null);
  return box;
}
