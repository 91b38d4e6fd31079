import { around, byId } from '../shared/elements.ts';
import { wanting } from '../shared/way.ts';
import { entryAddress } from './card-words.ts';
import { isMarked } from './marks.ts';
import { within } from './within.ts';

/** Moves through the paragraphs and the terms of an article. */
export interface Steps {
  paragraph(by: 1 | -1): void;
  term(by: 1 | -1): void;
  /** The next or previous paragraph that wants something of a person: `draft`. */
  wanting(want: string, by: 1 | -1): void;
  /** Uncovers the dimmed text of the current paragraph, or dims it again. */
  uncover(): void;
  /** Opens the entry of the term that has the focus, else the current paragraph, for editing, where that is allowed. */
  edit(): void;
}

/** @param openEntry opens the entry at an address, for editing */
export function setUpSteps(edition: HTMLElement, openEntry: (address: string) => void): Steps {
  // Paragraphs come and go while the page is open.
  const unitsNow = () => [...edition.querySelectorAll<HTMLElement>('.unit:not([hidden])')];
  const firstUnit = () => unitsNow()[firstInView(unitsNow())];
  let current: HTMLElement | null = null;
  const choose = (unit: HTMLElement | null) => {
    current?.classList.remove('current');
    current = unit;
    unit?.classList.add('current');
  };
  // The card of a term belongs to its paragraph, wherever it lies.
  const chooseAround = (event: Event) => {
    if (around(event, '.card') === null) choose(around(event, '.unit'));
  };
  edition.addEventListener('focusin', chooseAround);
  edition.addEventListener('pointerdown', chooseAround);
  const from = (by: 1 | -1) =>
    current === null ? firstInView(unitsNow()) - (by > 0 ? 1 : 0) : unitsNow().indexOf(current);
  const steps: Steps = {
    paragraph: (by) => goTo(within(unitsNow(), from(by) + by)),
    term(by) {
      const terms = visibleTerms(edition);
      const active = termInFocus(edition);
      const at = active === null ? -1 : terms.indexOf(active);
      const start = at >= 0 ? at : termBefore(terms, current ?? firstUnit()) + (by > 0 ? 0 : 1);
      terms[(start + by + terms.length) % terms.length]?.focus();
    },
    wanting: (want, by) => goTo(wanting(unitsNow(), { want, by, at: from(by) })),
    uncover: () => current?.classList.toggle('uncovered'),
    edit() {
      const link = (current ?? firstUnit())?.querySelector<HTMLElement>('.edit');
      const term = termInFocus(edition);
      if (link && term) openEntry(entryAddress(term));
      else link?.click();
    },
  };
  byId('next-term', HTMLElement).addEventListener('click', () => steps.term(1));
  byId('previous-term', HTMLElement).addEventListener('click', () => steps.term(-1));
  return steps;
}

/** The term that has the focus itself, or through its card. */
function termInFocus(edition: HTMLElement): HTMLElement | null {
  const active = document.activeElement;
  const card = active?.closest('.card');
  if (card) return edition.querySelector<HTMLElement>(`.term[aria-describedby="${card.id}"]`);
  return active?.closest<HTMLElement>('.term') ?? null;
}

function goTo(unit: HTMLElement | undefined): void {
  if (unit === undefined) return;
  unit.focus();
  history.replaceState(null, '', `#${unit.id}`);
}

/** The marked terms to step through: those of the source, or of the target where the source is hidden. */
function visibleTerms(edition: HTMLElement): HTMLElement[] {
  const marked = [...edition.querySelectorAll<HTMLElement>('.term')].filter(isMarked);
  const shown = marked.filter((term) => term.getClientRects().length > 0);
  const inSource = shown.filter((term) => term.closest('.source') !== null);
  return inSource.length > 0 ? inSource : shown;
}

function firstInView(units: readonly HTMLElement[]): number {
  return Math.max(
    0,
    units.findIndex((unit) => unit.getBoundingClientRect().bottom > 60),
  );
}

/** Index of the last term before a unit. */
function termBefore(terms: readonly HTMLElement[], unit: HTMLElement | undefined): number {
  if (unit === undefined) return -1;
  const at = terms.findIndex((term) => (unit.compareDocumentPosition(term) & Node.DOCUMENT_POSITION_PRECEDING) === 0);
  return (at < 0 ? terms.length : at) - 1;
}
