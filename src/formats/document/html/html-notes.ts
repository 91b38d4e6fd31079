import { decoded } from '../../../core/text/decoded.ts';
import { type HtmlElement, isElement, isWithin, nameOf, wordsOf } from './html-dom.ts';
import { findInlineNotes, numbersAtStart } from './inline-notes.ts';

/** Footnotes of a page: links that lead to them, and the blocks that they lead to. */
export interface HtmlNotes {
  /** Link, or note that stands in its sentence → label. */
  readonly references: ReadonlyMap<HtmlElement, string>;
  /** Block → label, in the order in which the text refers to them. */
  readonly bodies: ReadonlyMap<HtmlElement, string>;
  /** Links that lead from a note back into the text. */
  readonly wayBack: ReadonlySet<HtmlElement>;
  /** What numbers notes, in their sentences and before their texts. */
  readonly numbers: ReadonlySet<HtmlElement>;
}

/** What a reference looks like: 1, [1], (1), *, †, note 1, N1; no heading “Notes”. */
const MARKER =
  /^[[(]?(?:(?:(?:notes?|n|fn|ref)[\s.\u00a0]*)?\d{1,3}|(?:notes?[\s.\u00a0]+)?[a-z]|[*†‡]{1,3}|[ivx]{1,5})[\])]?$/i;
const BODIES = new Set(['li', 'p', 'div', 'aside', 'dd', 'section', 'blockquote']);
const MOST_OF_NOTE = 4000;

/** Footnotes by what a page does, whatever its classes say: a short link to a block below it, one block a link. */
export function findNotes(root: HtmlElement): HtmlNotes {
  const places = placesOf(root);
  const references = new Map<HtmlElement, string>();
  const bodies = new Map<HtmlElement, string>();
  const labels = new Set<string>();
  const wayBack = new Set<HtmlElement>();
  const numbers = new Set<HtmlElement>();
  for (const [link, target] of innerLinks(root, places)) {
    if (bodies.has(link) || isWithin(link, bodies) || target.order < (places.order.get(link) ?? 0)) wayBack.add(link);
    else if (isNoteMarker(link)) {
      const body = noteAt(target.element, link);
      if (body === null) continue;
      const label = bodies.get(body) ?? freeLabel(wordsOf(link), labels);
      labels.add(label);
      bodies.set(body, label);
      references.set(link, label);
      for (const number of numbersAtStart(body)) if (isLabel(number, label)) numbers.add(number);
    }
  }
  const inline = findInlineNotes(root);
  for (const number of inline.numbers) numbers.add(number);
  for (const note of inline.bodies) {
    const label = freeLabel('', labels);
    labels.add(label);
    bodies.set(note, label);
    references.set(note, label);
  }
  return { references, bodies, wayBack, numbers };
}

/** An element that says the number of a note, and is called so: what is counted in a note has no such name. */
function isLabel(element: HtmlElement, label: string): boolean {
  const isCalledSo = nameOf(element) === 'sup' || /num|label|mark|ref|back/i.test(element.getAttribute('class') ?? '');
  return isCalledSo && wordsOf(element).replaceAll(/\D/g, '') === label;
}

interface Places {
  readonly order: ReadonlyMap<HtmlElement, number>;
  readonly byId: ReadonlyMap<string, HtmlElement>;
}

/** Elements in reading order, and by what a link calls them. */
function placesOf(root: HtmlElement): Places {
  const order = new Map<HtmlElement, number>();
  const byId = new Map<string, HtmlElement>();
  const visit = (element: HtmlElement) => {
    order.set(element, order.size);
    for (const id of [element.getAttribute('id'), nameOf(element) === 'a' ? element.getAttribute('name') : null])
      if (id !== null && !byId.has(id)) byId.set(id, element);
    for (const child of element.childNodes) if (isElement(child)) visit(child);
  };
  visit(root);
  return { order, byId };
}

/** Links to places of the same page, with the element they lead to. */
function* innerLinks(
  root: HtmlElement,
  { order, byId }: Places,
): Generator<[HtmlElement, { element: HtmlElement; order: number }]> {
  for (const link of root.querySelectorAll('a[href*="#"]')) {
    if (isOfComment(link)) continue;
    const written = link.getAttribute('href') ?? '';
    const id = written.slice(written.indexOf('#') + 1);
    const element = byId.get(id) ?? byId.get(decoded(id));
    if (element !== undefined) yield [link, { element, order: order.get(element) ?? 0 }];
  }
}

/** Remarks of those who work on a document, as Google puts them below it. */
export function isOfComment(link: HtmlElement): boolean {
  return /^#cmnt(?:_ref)?\d+$/.test(link.getAttribute('href') ?? '');
}

/** Whether a link looks as references to notes do. */
export function isNoteMarker(link: HtmlElement): boolean {
  return MARKER.test(wordsOf(link));
}

/** The block of a note that a link leads to; an anchor at its beginning stands for it. Null for none. */
export function noteAt(target: HtmlElement, link: HtmlElement): HtmlElement | null {
  for (let at: HtmlElement | null = target, up = 0; at !== null && up < 4; at = at.parentNode, up += 1) {
    if (!BODIES.has(nameOf(at))) continue;
    if (nameOf(at) === 'p' && nameOf(at.parentNode ?? at) === 'li') continue;
    const words = wordsOf(at);
    if (MARKER.test(words) && isAlone(at)) continue;
    return words !== '' && words.length < MOST_OF_NOTE && !holds(at, link) ? at : null;
  }
  return null;
}

/** A number that stands by itself before its note, in a box that has no other. */
function isAlone({ parentNode }: HtmlElement): boolean {
  if (parentNode === null || !BODIES.has(nameOf(parentNode))) return false;
  const [, second] = parentNode.querySelectorAll('a[id], a[name]');
  return second === undefined;
}

function holds(element: HtmlElement, other: HtmlElement): boolean {
  for (let at: HtmlElement | null = other; at !== null; at = at.parentNode) if (at === element) return true;
  return false;
}

function freeLabel(marker: string, taken: ReadonlySet<string>): string {
  const [number] = /\d+/.exec(marker) ?? [];
  if (number !== undefined && !taken.has(number)) return number;
  for (let next = taken.size + 1; ; next += 1) if (!taken.has(String(next))) return String(next);
}
