import { around } from './elements.ts';
import { isUndo } from './form-keys.ts';
import { typeOver } from './put-text.ts';

/** Kept beside letters and signs; what others do, such as Tab, only the browser can. */
const NAMED = /^(?:Enter|Escape|Backspace|Home|End|Arrow(?:Left|Right|Up|Down))$/;

/** For longer nobody is kept from typing, whatever the server does. Milliseconds. */
const LONGEST = 5000;

/** Keys that are held back. */
interface HeldKeys {
  /** Lets all that are pressed from now on do what they do. */
  release(): void;
  /** Presses those that were held where the focus is now, and releases. */
  press(): void;
}

/** @param isWanted whether a key is held that somebody presses; others do nothing */
function holdKeys(isWanted: (event: KeyboardEvent) => boolean): HeldKeys {
  const kept: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent) => {
    if (!isPlayable(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat && isWanted(event)) kept.push(event);
  };
  window.addEventListener('keydown', keep, { capture: true });
  const release = () => window.removeEventListener('keydown', keep, { capture: true });
  return {
    release,
    press() {
      release();
      for (const event of kept.splice(0)) pressAgain(event);
    },
  };
}

/**
 * Keeps the keys that are pressed while what they are for is on its way, so that none is lost, and none does meanwhile
 * what it means elsewhere. They are pressed again where the focus is then.
 *
 * @param work whether it came; where it did not, or not soon, the keys are forgotten
 */
export async function keepKeysFor(work: Promise<boolean>): Promise<void> {
  const keys = holdKeys(() => true);
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), LONGEST));
  const isThere = await Promise.race([work, late]).finally(keys.release);
  if (isThere) keys.press();
}

/**
 * Keeps the keys that are pressed while a form is on its way: for what follows, where it was saved. Where it was not,
 * or not soon, they are typed where they were meant, before anything else takes its place.
 *
 * @param follow does what follows
 */
export async function keepKeysOfSave<T>(
  sending: Promise<T>,
  { isSaved, follow }: { isSaved(sent: T): boolean; follow(sent: T): void },
): Promise<void> {
  const keys = holdKeys(isNoSave);
  const late = setTimeout(keys.press, LONGEST);
  try {
    const sent = await sending;
    if (!isSaved(sent)) keys.press();
    follow(sent);
  } finally {
    clearTimeout(late);
    keys.press();
  }
}

/** One that is pressed twice is one, and not that of what comes next. */
function isNoSave(event: KeyboardEvent): boolean {
  return isUndo(event) || !(event.ctrlKey || event.metaKey);
}

/**
 * Keeps what is pressed before the scripts of the page hear it, keys and buttons, where the browser does nothing with
 * it, or something else.
 */
export function keepEarlyPresses(): void {
  const kept: (() => void)[] = [];
  const early = new AbortController();
  const listening = { capture: true, signal: early.signal };
  const keepKey = (event: KeyboardEvent) => {
    if (!isPlayable(event) || event.repeat) return;
    if (!isOfBrowser(event)) kept.push(() => pressAgain(event));
    else if (event.key === 'Escape' || event.altKey) kept.push(() => tellAgain(event));
  };
  const keepClick = (event: MouseEvent) => {
    const button = around(event, 'button[type="button"]');
    if (button !== null) kept.push(() => button.click());
  };
  window.addEventListener('keydown', keepKey, listening);
  window.addEventListener('click', keepClick, listening);
  // Modules run before it.
  const play = () => {
    early.abort();
    for (const press of kept) press();
  };
  document.addEventListener('DOMContentLoaded', play, { once: true });
}

/** Whether it does something without a script. */
function isOfBrowser(event: KeyboardEvent): boolean {
  const presses = event.key === 'Enter' || event.key === ' ';
  return (
    around(event, presses ? 'a[href], button, input, select, summary, textarea' : 'input, select, textarea') !== null
  );
}

function isPlayable(event: KeyboardEvent): boolean {
  const { key, isComposing, ctrlKey, metaKey } = event;
  if (isComposing) return false;
  if ((ctrlKey || metaKey) && !event.getModifierState('AltGraph')) return key === 'Enter' || isUndo(event);
  return key.length === 1 || NAMED.test(key);
}

function pressAgain(event: KeyboardEvent): void {
  const at = document.activeElement ?? document.body;
  if (!tellAgain(event, at) || isForMenus(event)) return;
  if (isUndo(event)) document.execCommand('undo');
  else doAsBrowser(event.key, at);
}

/** With Alt a letter types nothing; where a keyboard types with it, it types signs. */
function isForMenus({ altKey, key }: KeyboardEvent): boolean {
  return altKey && /^[a-z\d]$/i.test(key);
}

/** @returns whether nobody took it */
function tellAgain(event: KeyboardEvent, at = document.activeElement ?? document.body): boolean {
  return at.dispatchEvent(new KeyboardEvent(event.type, event));
}

/** What a browser does with a key that nobody takes, which it does for true ones alone. */
function doAsBrowser(key: string, at: Element): void {
  const isField = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.selectionStart !== null);
  if (!isField) {
    if (key === 'Enter' && at instanceof HTMLElement && at.matches('a[href], button, summary')) at.click();
  } else if (key.length === 1) typeOver(at, key);
  else if (key === 'Backspace') takeBack(at);
  else if (key === 'Enter' && at instanceof HTMLTextAreaElement) typeOver(at, '\n');
  else if (key === 'Enter') at.form?.requestSubmit(at.form.querySelector<HTMLButtonElement>('button[type="submit"]'));
}

function takeBack(field: HTMLInputElement | HTMLTextAreaElement): void {
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  if (start === end) field.setSelectionRange(Math.max(0, start - 1), end);
  typeOver(field, '');
}
