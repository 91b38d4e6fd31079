import { makeClose } from './elements.ts';
import { isUndo } from './form-keys.ts';

/** How long a notice stays while nobody is at it. Milliseconds. */
const STAY = 12_000;

/** The notice of a save that the page came with, and the keys of all that follow. */
export function setUpNotices(): void {
  const address = new URL(location.href);
  if (address.searchParams.has('saved')) {
    address.searchParams.delete('saved');
    history.replaceState(history.state, '', address);
  }
  const notice = noticeNow();
  if (notice !== null) keepForAWhile(notice);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isTyping(event)) return;
    const shown = noticeNow();
    if (event.key === 'Escape') shown?.remove();
    if (!isUndo(event)) return;
    event.preventDefault();
    undoLast(shown);
  });
}

/** Puts the notice of a save at the head of the page. */
export function showSaved(notice: Element | null): void {
  noticeNow()?.remove();
  if (!(notice instanceof HTMLElement)) return;
  const place = document.querySelector('.bar');
  if (place === null) return;
  place.before(document.adoptNode(notice));
  keepForAWhile(notice);
}

function noticeNow(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.saved');
}

/** Without a notice that can be undone, the page of all changes has them. */
function undoLast(notice: HTMLElement | null): void {
  const button = notice?.querySelector<HTMLButtonElement>('button[name="number"]');
  if (button) button.click();
  else if (document.querySelector('.masthead a[href="/changes"]') !== null) location.href = '/changes';
}

/** It leaves by itself, but not while somebody points at it or has the focus in it. */
function keepForAWhile(notice: HTMLElement): void {
  notice.querySelector('p')?.append(' ', makeClose(notice));
  let waiting = 0;
  const wait = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (notice.matches(':hover, :focus-within')) wait();
      else notice.remove();
    }, STAY);
  };
  for (const kind of ['pointerleave', 'focusout']) notice.addEventListener(kind, wait);
  wait();
}

function isTyping({ target }: Event): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
}
