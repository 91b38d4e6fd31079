import { parseHTML } from 'linkedom';
import { admitHtml } from './html-gate.ts';

/** As much of a node as is read here. */
export interface HtmlNode {
  /** 1 = element, 3 = text. */
  readonly nodeType: number;
  readonly textContent: string;
  readonly childNodes: Iterable<HtmlNode>;
  readonly parentNode: HtmlElement | null;
  readonly nextSibling: HtmlNode | null;
  readonly previousSibling: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
  insertBefore(node: HtmlNode, before: HtmlNode | null): void;
  cloneNode(isDeep: boolean): HtmlElement;
  readonly firstChild: HtmlNode | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
}

export interface HtmlDocument extends HtmlElement {
  readonly body: HtmlElement;
  createElement(name: string): HtmlElement;
}

/**
 * The tree of a page or of a piece of one.
 *
 * @throws {UnreadableDocument} where it is too large to be read
 */
export function parseHtml(html: string): HtmlDocument {
  const whole = `<!doctype html><html><body>${admitHtml(html.replaceAll('\0', ''))}</body></html>`;
  return parseHTML(whole).document as unknown as HtmlDocument;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === 1;
}

export function isText(node: HtmlNode): boolean {
  return node.nodeType === 3 || node.nodeType === 4;
}

/** Of an element, in small letters. */
export function nameOf(element: HtmlElement): string {
  return element.localName.toLowerCase();
}

/** The elements that an element stands in, from the nearest to the farthest. */
export function* elementsAround(element: HtmlElement): Generator<HtmlElement> {
  for (let at = element.parentNode; at !== null && isElement(at); at = at.parentNode) yield at;
}

/** Whether an element stands in one of some others. */
export function isWithin(element: HtmlElement, others: { readonly has: (one: HtmlElement) => boolean }): boolean {
  for (const around of elementsAround(element)) if (others.has(around)) return true;
  return false;
}

/** The words of its class and id, each by itself: `post-Share_bar` → post, share, bar. */
export function classWords(element: HtmlElement): string[] {
  const written = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return (
    written
      .slice(0, 500)
      .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? []
  );
}

/** Text as it is read: white space is one space, but for what does not break. */
export function wordsOf(node: HtmlNode): string {
  return node.textContent.replaceAll(/[ \t\r\n\f]+/g, ' ').trim();
}

/** The first words of an element, those of its parts kept apart; one with `&eacute;` in it is three nodes. UTF-16 units. */
export function firstWords(element: HtmlElement, length: number): string {
  const texts: string[] = [];
  let left = length;
  const visit = (node: HtmlNode) => {
    if (left <= 0) return;
    if (isText(node)) {
      texts.push(node.textContent);
      left -= node.textContent.trim().length;
    } else {
      texts.push(' ');
      for (const child of node.childNodes) visit(child);
      texts.push(' ');
    }
  };
  visit(element);
  return texts
    .join('')
    .replaceAll(/[ \t\r\n\f]+/g, ' ')
    .trim()
    .slice(0, length)
    .trim();
}

/** Reads something of each element when it is first asked for, and never again. */
export function readOnce<T>(read: (element: HtmlElement) => T): (element: HtmlElement) => T {
  const known = new Map<HtmlElement, T>();
  return (element) => {
    const found = known.get(element) ?? read(element);
    known.set(element, found);
    return found;
  };
}
