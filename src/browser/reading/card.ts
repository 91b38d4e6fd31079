import { around, byId, make } from '../shared/elements.ts';

/** Time to move from a term to its card, and back. Milliseconds. */
const GRACE = 160;

/** The card, where one is open. */
export interface Cards {
  /** Says what its term says now; closes when the term is gone. */
  refresh(): void;
}

/** Lights a term and its partner, and explains them on a card: by pointer, keyboard or touch. */
export function setUpCards(edition: HTMLElement): Cards {
  const card = byId('card', HTMLElement);
  const { show, hide, leave, stay, isOpen, refresh } = createCard(card, edition);
  takeTitles(edition);
  edition.addEventListener('pointerover', (event) => {
    const term = around(event, '.term');
    if (term && event.pointerType === 'mouse') show(term);
  });
  edition.addEventListener('pointerout', (event) => {
    if (around(event, '.term') && event.pointerType === 'mouse') leave();
  });
  card.addEventListener('pointerenter', stay);
  card.addEventListener('pointerleave', leave);
  edition.addEventListener('focusin', (event) => {
    const term = around(event, '.term');
    if (term) show(term);
  });
  edition.addEventListener('focusout', leave);
  keepFirstTap(edition, show);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  document.addEventListener('pointerdown', (event) => {
    if (isOpen() && around(event, '.term, .card') === null) hide();
  });
  window.addEventListener('resize', hide);
  return { refresh };
}

/** The card and the term it explains. */
interface Card extends Cards {
  show(term: HTMLElement): void;
  hide(): void;
  /** Hides it in a moment, unless the pointer stays on it. */
  leave(): void;
  stay(): void;
  isOpen(): boolean;
}

function createCard(card: HTMLElement, edition: HTMLElement): Card {
  let shown: HTMLElement | null = null;
  const { leave, stay } = createGrace(() => hide());
  const hide = () => {
    stay();
    card.hidden = true;
    light(edition, null);
    shown?.removeAttribute('aria-describedby');
    shown = null;
  };
  const explain = (term: HTMLElement) => {
    light(edition, term);
    fillCard(card, term);
    card.hidden = false;
    placeCard(card, term);
    term.setAttribute('aria-describedby', card.id);
  };
  return {
    show(term) {
      stay();
      if (shown === term) return;
      hide();
      shown = term;
      explain(term);
    },
    hide,
    leave,
    stay,
    isOpen: () => shown !== null,
    refresh() {
      if (shown?.isConnected) explain(shown);
      else hide();
    },
  };
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

/** Lights a term with its partner, and nothing else. */
function light(edition: HTMLElement, term: HTMLElement | null): void {
  for (const lit of edition.querySelectorAll('.term.lit')) lit.classList.remove('lit');
  if (term !== null) for (const partner of partnersOf(edition, term)) partner.classList.add('lit');
}

/** The card says what the title would, so that the browser’s own bubble does not come on top. */
export function takeTitles(part: HTMLElement): void {
  for (const term of part.querySelectorAll<HTMLElement>('.term[title]')) {
    term.dataset['why'] = term.title;
    term.removeAttribute('title');
  }
}

/** On a touch screen the first tap explains, the second follows the link. */
function keepFirstTap(edition: HTMLElement, show: (term: HTMLElement) => void): void {
  let lastTapped: HTMLElement | null = null;
  edition.addEventListener('click', (event) => {
    const term = around(event, '.term');
    const touched = event instanceof PointerEvent && event.pointerType === 'touch';
    if (term === null || !touched || lastTapped === term) return;
    event.preventDefault();
    lastTapped = term;
    show(term);
  });
}

function partnersOf(edition: HTMLElement, term: HTMLElement): NodeListOf<HTMLElement> {
  return edition.querySelectorAll(`.term[data-mention="${CSS.escape(term.dataset['mention'] ?? '')}"]`);
}

/** What the card says stands in the panel of the terms; the reason of the verdict on the term itself. */
function fillCard(card: HTMLElement, term: HTMLElement): void {
  const row = document.getElementById(`concept-${term.dataset['concept']}`);
  const part = (selector: string) => row?.querySelector(selector)?.cloneNode(true);
  const pair = make('p', 'pair', '');
  pair.append(...(row?.querySelector('.pair a')?.cloneNode(true).childNodes ?? []));
  const standing = make('p', 'standing', '');
  const verdict = make('span', 'verdict', term.dataset['verdict'] ?? '');
  verdict.dataset['verdict'] = term.dataset['verdict'] ?? '';
  standing.append(verdict);
  const parts = [pair, standing, part('.definition'), make('p', 'why', term.dataset['why'] ?? '')];
  card.replaceChildren(...parts.filter((node) => node !== undefined));
}

/** Under the term where there is room, else above it; inside the window. */
function placeCard(card: HTMLElement, term: HTMLElement): void {
  const [first] = term.getClientRects();
  if (first === undefined) return;
  const { width, height } = card.getBoundingClientRect();
  const left = Math.max(8, Math.min(first.left, document.documentElement.clientWidth - width - 8));
  const below = first.bottom + 8;
  const top = below + height > window.innerHeight && first.top - height - 8 > 0 ? first.top - height - 8 : below;
  const origin = (card.offsetParent ?? document.body).getBoundingClientRect();
  card.style.left = `${left - origin.left}px`;
  card.style.top = `${top - origin.top}px`;
}
