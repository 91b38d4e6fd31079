import { around, byId, make } from '../shared/elements.ts';
import { placeCard } from './card-place.ts';
import { cardWords, createActions } from './card-words.ts';
import { isMarked } from './marks.ts';
import { createRest } from './rest.ts';

/** Time a pointer rests on a term before it is explained. Milliseconds. */
const REST = 280;

/** Time to move from a term to its card, and back. Milliseconds. */
const GRACE = 160;

/** The card, where one is open. */
export interface Cards {
  /** Says what its term says now; closes when the term is gone. */
  refresh(): void;
}

/**
 * Lights a term and its partner, and explains them on a card: for a pointer that rests, for the keyboard at once. A
 * click, a tap or Enter pins the card, which then says what can be done with the term.
 *
 * @param edit opens the entry at an address for editing; null where nothing may be edited
 */
export function setUpCards(edition: HTMLElement, edit: ((address: string) => void) | null): Cards {
  const card = createCard(byId('card', HTMLElement), edition, edit);
  followPointer(edition, card);
  followFocus(edition, card);
  pinOnClick(edition, card);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') card.dismiss();
  });
  document.addEventListener('pointerdown', (event) => {
    if (around(event, '.term, .card') === null) card.hide();
  });
  window.addEventListener('resize', card.refresh);
  return card;
}

/** The card and the term it explains. */
interface Card extends Cards {
  readonly element: HTMLElement;
  /** Explains a term, unless another card is pinned. */
  show(term: HTMLElement): void;
  /** Explains a term until somebody closes the card, and says what can be done. */
  pin(term: HTMLElement): void;
  hide(): void;
  /** Hides it; the focus goes from the card back to its term. */
  dismiss(): void;
  /** Hides it in a moment, unless it is pinned or the pointer stays on it. */
  leave(): void;
  stay(): void;
  focus(): void;
}

function createCard(element: HTMLElement, edition: HTMLElement, edit: ((address: string) => void) | null): Card {
  let shown: HTMLElement | null = null;
  let isPinned = false;
  const words = make('div', 'card-words', '');
  const actions = createActions(edit);
  element.replaceChildren(words, actions.element);
  const { leave, stay } = createGrace(() => hide());
  const hide = () => {
    stay();
    element.hidden = true;
    light(edition, null);
    shown?.removeAttribute('aria-describedby');
    shown = null;
    isPinned = false;
  };
  const explain = (term: HTMLElement) => {
    light(edition, term);
    words.replaceChildren(...cardWords(term));
    actions.element.hidden = !isPinned;
    nameCard(element, isPinned);
    element.hidden = false;
    placeCard(element, term);
    term.setAttribute('aria-describedby', element.id);
  };
  const open = (term: HTMLElement, pinned: boolean) => {
    stay();
    if (shown === term && isPinned === pinned) return;
    hide();
    shown = term;
    isPinned = pinned;
    if (pinned) actions.show(term);
    explain(term);
  };
  return {
    element,
    show: (term) => (isPinned ? undefined : open(term, false)),
    pin: (term) => open(term, true),
    hide,
    dismiss() {
      const term = shown;
      const held = element.contains(document.activeElement);
      hide();
      if (!held) return;
      term?.focus({ preventScroll: true });
      hide();
    },
    leave: () => (isPinned ? undefined : leave()),
    stay,
    focus: actions.focus,
    refresh() {
      if (shown?.isConnected) explain(shown);
      else hide();
    },
  };
}

/** An explanation is a tooltip; one with buttons is a small dialog. */
function nameCard(element: HTMLElement, isPinned: boolean): void {
  element.role = isPinned ? 'dialog' : 'tooltip';
  if (isPinned) element.setAttribute('aria-label', 'This term');
  else element.removeAttribute('aria-label');
}

/** Waits a moment after somebody left, unless they stay. */
function createGrace(act: () => void): { leave(): void; stay(): void } {
  let waiting = 0;
  const stay = () => clearTimeout(waiting);
  return {
    stay,
    leave() {
      stay();
      waiting = window.setTimeout(act, GRACE);
    },
  };
}

function followPointer(edition: HTMLElement, card: Card): void {
  const rest = createRest(REST, card.show);
  edition.addEventListener('pointermove', (event) => {
    const term = around(event, '.term');
    if (term !== null && event.pointerType === 'mouse' && event.buttons === 0 && isMarked(term)) rest.move(term, event);
    else rest.leave();
  });
  edition.addEventListener('pointerdown', (event) => {
    const term = around(event, '.term');
    if (term !== null) rest.press(term, event);
  });
  edition.addEventListener('pointerout', (event) => {
    if (around(event, '.term') === null) return;
    rest.leave();
    if (event.pointerType === 'mouse') card.leave();
  });
  card.element.addEventListener('pointerenter', card.stay);
  card.element.addEventListener('pointerleave', card.leave);
}

/** The keyboard gets the card at once; a press, which may begin a selection, does not. */
function followFocus(edition: HTMLElement, card: Card): void {
  let isPressed = false;
  // A finger presses a mouse after it was lifted, and that moves the focus.
  edition.addEventListener('mousedown', () => {
    isPressed = true;
  });
  for (const end of ['mouseup', 'dragend'])
    document.addEventListener(end, () => {
      isPressed = false;
    });
  edition.addEventListener('focusin', (event) => {
    const term = around(event, '.term');
    if (term === null || isPressed) return;
    card.hide();
    card.show(term);
  });
  edition.addEventListener('focusout', card.leave);
}

function pinOnClick(edition: HTMLElement, card: Card): void {
  edition.addEventListener('click', (event) => {
    const term = around(event, '.term');
    if (term === null || !isMarked(term) || around(event, 'a, .in-place') !== null) return;
    // A drag and a double click choose words.
    if (event.detail > 1 && event.pointerType === 'mouse') return card.hide();
    if (getSelection()?.isCollapsed === false) return;
    term.focus({ preventScroll: true });
    card.pin(term);
  });
  edition.addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLElement)) return;
    if (event.target.classList.contains('term') && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      card.pin(event.target);
      card.focus();
    }
  });
  // The Tab key leads from the card back to its place in the text.
  card.element.addEventListener('keydown', (event) => {
    const buttons = [...card.element.querySelectorAll<HTMLElement>('button, a[href]')];
    const edge = event.shiftKey ? buttons[0] : buttons.at(-1);
    if (event.key !== 'Tab' || document.activeElement !== edge) return;
    event.preventDefault();
    card.dismiss();
  });
}

/** Lights a term with its partner, and nothing else. */
function light(edition: HTMLElement, term: HTMLElement | null): void {
  for (const lit of edition.querySelectorAll('.term.lit')) lit.classList.remove('lit');
  if (term !== null) for (const partner of partnersOf(edition, term)) partner.classList.add('lit');
}

function partnersOf(edition: HTMLElement, term: HTMLElement): NodeListOf<HTMLElement> {
  return edition.querySelectorAll(`.term[data-mention="${CSS.escape(term.dataset['mention'] ?? '')}"]`);
}

/** The card says what the title would, so that the browser’s own bubble does not come on top. */
export function takeTitles(part: HTMLElement): void {
  for (const term of part.querySelectorAll<HTMLElement>('.term[title]')) {
    term.dataset['why'] = term.title;
    term.removeAttribute('title');
  }
}
