import type { HtmlElement } from '../html/html-dom.ts';
import { findNotes } from '../html/html-notes.ts';

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
  const there = new Set<string | null>();
  for (const element of article.querySelectorAll('[id], [name]'))
    there.add(element.getAttribute('id')).add(element.getAttribute('name'));
  for (const link of article.querySelectorAll('a[href*="#"]')) {
    const place = placeOf(link);
    const note = notes.get(place);
    if (note === undefined || there.has(place)) continue;
    there.add(place);
    article.insertBefore(note, null);
  }
}

function placeOf(link: HtmlElement): string {
  const written = link.getAttribute('href') ?? '';
  return written.slice(written.indexOf('#') + 1);
}
