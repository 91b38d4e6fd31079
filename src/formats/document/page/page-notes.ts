import { type HtmlElement, wordsOf } from '../html/html-dom.ts';
import { findNotes } from '../html/html-notes.ts';

const BODIES = 'p, li, dd';

/** Footnotes of a page by the id that their references lead to, as copies. */
export function copyNotes(root: HtmlElement): ReadonlyMap<string, HtmlElement> {
  const { references, bodies } = findNotes(root);
  const byLabel = new Map([...bodies].map(([body, label]) => [label, body]));
  return new Map(
    [...references].flatMap(([link, label]) => {
      const body = byLabel.get(label);
      return body === undefined ? [] : [[placeOf(link), body.cloneNode(true)] as const];
    }),
  );
}

/** Puts back below an article the notes that it refers to, where they were taken for something beside it. */
export function returnNotes(article: HtmlElement, notes: ReadonlyMap<string, HtmlElement>): void {
  if (notes.size === 0) return;
  // What looks for the article puts a paragraph in the place of a box around one, without its id.
  const bodies = new Map([...article.querySelectorAll(BODIES)].map((body) => [wordsOf(body), body]));
  const there = new Set<string | null>();
  for (const element of article.querySelectorAll('[id], [name]'))
    there.add(element.getAttribute('id')).add(element.getAttribute('name'));
  for (const link of article.querySelectorAll('a[href*="#"]')) {
    const place = placeOf(link);
    const note = notes.get(place);
    if (note === undefined || there.has(place)) continue;
    there.add(place);
    const same = bodies.get(wordsOf(note));
    if (same === undefined) article.insertBefore(note, null);
    else same.setAttribute('id', place);
  }
}

function placeOf(link: HtmlElement): string {
  const written = link.getAttribute('href') ?? '';
  return written.slice(written.indexOf('#') + 1);
}
