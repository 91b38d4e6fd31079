/** The element with an id; the page is broken without it. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no #${id}.`);
  return element;
}

/** A new element with text in it. */
export function make(tag: string, className: string, text: string, lang = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (lang !== '') element.lang = lang;
  element.textContent = text;
  return element;
}

/** The nearest element around an event’s target that fits a selector. */
export function around(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}

export function makeButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  return button;
}

/** A page that the server sent, which is not shown. */
export function pageOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The button that takes a notice away. */
export function makeClose(notice: Element): HTMLButtonElement {
  const close = makeButton('×');
  close.className = 'quiet';
  close.ariaLabel = 'Close this notice';
  close.addEventListener('click', () => notice.remove());
  return close;
}
