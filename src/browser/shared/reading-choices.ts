import { browserStorage } from './storage.ts';

/** What a reader chooses, and the values of each choice; the first is what nobody chose. */
const CHOICES = {
  /** Columns to show. */
  view: ['both', 'fr', 'en'],
  /** Terms that are marked. */
  marks: ['names-off', 'all', 'problems', 'none'],
  size: ['normal', 'small', 'large', 'largest'],
  lines: ['normal', 'close', 'wide'],
  colours: ['system', 'light', 'dark'],
  /** The column that is dimmed until it is clicked. */
  dim: ['none', 'fr', 'en'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ChoiceName = keyof typeof CHOICES;

export const CHOICE_NAMES = Object.keys(CHOICES) as readonly ChoiceName[];

/** What was chosen the last time. */
export function recallChoice(name: ChoiceName): string {
  const kept = browserStorage.recall(name);
  const values: readonly string[] = CHOICES[name];
  return kept !== null && values.includes(kept) ? kept : CHOICES[name][0];
}

/** Shows a choice: the styles follow the attributes of the root. */
export function applyChoice(name: ChoiceName, value: string): void {
  document.documentElement.dataset[name] = value;
}

/** What the page shows now. */
export function chosen(name: ChoiceName): string {
  return document.documentElement.dataset[name] ?? CHOICES[name][0];
}

export function rememberChoice(name: ChoiceName, value: string): void {
  browserStorage.remember(name, value);
}
