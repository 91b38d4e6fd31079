import { byId } from '../shared/elements.ts';
import { hasModifier } from '../shared/form-keys.ts';
import { type Word, wordsIn } from './side-words.ts';

/** Selects words of a paragraph by keyboard. */
export interface WordKeys {
  /** Begins at the term that has the focus, else at the first French word of the current paragraph. */
  begin(): void;
}

/** Words that are selected, from one to another. */
interface Stretch {
  readonly words: readonly Word[];
  /** Where it began, and where the arrow keys have led. */
  readonly from: number;
  readonly to: number;
}

/**
 * Arrow keys go from word to word, and with Shift take more or fewer of them; Enter takes what is selected, and any
 * other key ends it.
 *
 * @param take makes something of the words
 */
export function setUpWordKeys(edition: HTMLElement, take: () => void): WordKeys {
  let stretch: Stretch | null = null;
  const told = byId('told', HTMLElement);
  const choose = (next: Stretch) => {
    stretch = next;
    select(next);
    told.textContent = `${getSelection()?.toString() ?? ''}. Enter takes it.`;
  };
  const end = () => {
    stretch = null;
  };
  document.addEventListener('pointerdown', end);
  document.addEventListener(
    'keydown',
    (event) => {
      if (stretch === null || event.key === 'Shift') return;
      const next = moved(stretch, event);
      if (next === null) end();
      else choose(next);
      if (event.key === 'Escape') getSelection()?.removeAllRanges();
      if (event.key === 'Enter') take();
      if (next === null && event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  return {
    begin() {
      const begun = beginning(edition);
      if (begun !== null) choose(begun);
    },
  };
}

/** Null for a key that does not move. */
function moved({ words, from, to }: Stretch, event: KeyboardEvent): Stretch | null {
  if (hasModifier(event)) return null;
  const { key, shiftKey } = event;
  const last = words.length - 1;
  const within = (at: number) => Math.max(0, Math.min(last, at));
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const one = (at: number) => ({ words, from: within(at), to: within(at) });
  switch (key) {
    case 'ArrowRight':
      return shiftKey ? { words, from, to: within(to + 1) } : one(high + 1);
    case 'ArrowLeft':
      return shiftKey ? { words, from, to: within(to - 1) } : one(low - 1);
    case 'Home':
      return shiftKey ? { words, from, to: 0 } : one(0);
    case 'End':
      return shiftKey ? { words, from, to: last } : one(last);
    default:
      return null;
  }
}

function beginning(edition: HTMLElement): Stretch | null {
  const active = document.activeElement;
  const term = active?.closest<HTMLElement>('.side .term') ?? null;
  const unit = active?.closest('.unit') ?? edition.querySelector('.unit.current') ?? firstInView(edition);
  const side = term?.closest<HTMLElement>('.side') ?? unit?.querySelector<HTMLElement>(':scope > .source');
  if (!side) return null;
  const words = wordsIn(side);
  const inTerm = words.flatMap(({ node }, i) => (term?.contains(node) ? [i] : []));
  // The card of a term would lie over the words.
  side.closest<HTMLElement>('.unit')?.focus({ preventScroll: true });
  return words.length === 0 ? null : { words, from: inTerm[0] ?? 0, to: inTerm.at(-1) ?? 0 };
}

function firstInView(edition: HTMLElement): Element | undefined {
  return [...edition.querySelectorAll('.unit:not([hidden])')].find((unit) => unit.getBoundingClientRect().bottom > 60);
}

function select({ words, from, to }: Stretch): void {
  const [first, last] = [words[Math.min(from, to)], words[Math.max(from, to)]];
  if (first === undefined || last === undefined) return;
  getSelection()?.setBaseAndExtent(first.node, first.start, last.endNode, last.end);
  last.endNode.parentElement?.scrollIntoView({ block: 'nearest' });
}
