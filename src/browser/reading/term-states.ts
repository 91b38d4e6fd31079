/** What the terms of an article say, by paragraph and place. */
export type TermStates = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Where the focus is in an article. */
export interface Held {
  readonly unit: string;
  /** Of a term; null for anything else. */
  readonly place: string | null;
}

export function statesOfTerms(edition: HTMLElement): TermStates {
  return new Map(
    unitsOf(edition).map((unit) => [
      unit.id,
      new Map([...termsByPlace(unit)].map(([place, term]) => [place, stateOf(term)])),
    ]),
  );
}

/**
 * Lets the terms flash that say something else than before. Where the paragraphs are other ones, nothing is told apart.
 */
export function markChangedTerms(edition: HTMLElement, before: TermStates): void {
  const units = unitsOf(edition);
  if (units.length !== before.size || units.some(({ id }) => !before.has(id))) return;
  for (const unit of units.filter(({ classList }) => !classList.contains('editing'))) {
    for (const [place, term] of termsByPlace(unit))
      if (before.get(unit.id)?.get(place) !== stateOf(term)) term.classList.add('changed');
  }
}

export function heldIn(edition: HTMLElement): Held | null {
  const active = document.activeElement;
  const unit = active?.closest('.unit');
  if (!unit || !edition.contains(unit)) return null;
  const [place = null] = [...termsByPlace(unit)].find(([, term]) => term === active) ?? [];
  return { unit: unit.id, place };
}

/** Keeps the focus on its term when others come and go around it, and in its paragraph when it is gone. */
export function keepHeld(edition: HTMLElement, held: Held | null): void {
  const unit = unitsOf(edition).find(({ id }) => id === held?.unit);
  if (held === null || unit === undefined) return;
  const term = held.place === null ? undefined : termsByPlace(unit).get(held.place);
  const wanted = term ?? (unit.contains(document.activeElement) ? document.activeElement : unit);
  if (wanted instanceof HTMLElement && wanted !== document.activeElement) wanted.focus({ preventScroll: true });
}

function unitsOf(edition: HTMLElement): HTMLElement[] {
  return [...edition.querySelectorAll<HTMLElement>('.unit')];
}

/**
 * The terms of a paragraph by side, concept, and which of that concept’s it is: what changes around them changes no
 * place.
 */
function termsByPlace(unit: Element): Map<string, HTMLElement> {
  const counts = new Map<string, number>();
  const terms = new Map<string, HTMLElement>();
  for (const term of unit.querySelectorAll<HTMLElement>('.term')) {
    const side = term.closest('.source') === null ? 'target' : 'source';
    const kind = `${side} ${term.dataset['concept']}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    terms.set(`${kind} ${count}`, term);
  }
  return terms;
}

function stateOf(term: HTMLElement): string {
  return `${term.dataset['verdict']} ${term.textContent}`;
}
