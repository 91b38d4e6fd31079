import { addToGroup } from '../../../core/model/groups.ts';
import { type HtmlElement, nameOf, wordsOf } from '../html/html-dom.ts';
import { findNotes } from '../html/html-notes.ts';

const BODIES = 'p, li, dd';
const IS_BODY = /^(?:p|li|dd)$/;
const PLACES = '[id], [name]';

/** Footnotes of a page by the id that their references lead to, as copies. */
export function copyNotes(root: HtmlElement): ReadonlyMap<string, HtmlElement> {
  const { references, bodies } = findNotes(root);
  const byLabel = new Map([...bodies].map(([body, label]) => [label, body]));
  return new Map(
    [...references].flatMap(([link, label]) => {
      const body = byLabel.get(label);
      return body === undefined || body === link ? [] : [[placeOf(link), body.cloneNode(true)] as const];
    }),
  );
}

/** Puts back below an article the notes that it refers to, where they were taken for something beside it. */
export function returnNotes(article: HtmlElement, notes: ReadonlyMap<string, HtmlElement>): void {
  if (notes.size === 0) return;
  const bodies = freeBodies(article, notes);
  const there = new Set<string | null>();
  for (const element of article.querySelectorAll(PLACES)) for (const place of placesAt(element)) there.add(place);
  for (const link of article.querySelectorAll('a[href*="#"]')) {
    const place = placeOf(link);
    const note = notes.get(place);
    if (note === undefined || there.has(place)) continue;
    there.add(place);
    const same = bodies.get(wordsOf(note))?.shift();
    if (same === undefined) article.insertBefore(note, null);
    else same.setAttribute('id', place);
  }
}

/**
 * By their words, in order, what may be a note that lost its place: what looks for the article puts a paragraph in the
 * place of a box around one, without its id. Of several “Ibid.” each is a note of its own.
 */
function freeBodies(article: HtmlElement, notes: ReadonlyMap<string, HtmlElement>): Map<string, HtmlElement[]> {
  const taken = new Set<HtmlElement>();
  for (const element of article.querySelectorAll(PLACES)) {
    if (!placesAt(element).some((place) => notes.has(place ?? ''))) continue;
    for (const body of element.querySelectorAll(BODIES)) taken.add(body);
    let at: HtmlElement | null = element;
    while (at !== null && at !== article && !IS_BODY.test(nameOf(at))) at = at.parentNode;
    if (at !== null) taken.add(at);
  }
  const free = new Map<string, HtmlElement[]>();
  for (const body of article.querySelectorAll(BODIES)) if (!taken.has(body)) addToGroup(free, wordsOf(body), body);
  return free;
}

function placesAt(element: HtmlElement): readonly (string | null)[] {
  return [element.getAttribute('id'), element.getAttribute('name')];
}

function placeOf(link: HtmlElement): string {
  const written = link.getAttribute('href') ?? '';
  return written.slice(written.indexOf('#') + 1);
}
