import { browserStorage } from './storage.ts';

/** Both languages, one of them, or the English covered. */
const VIEWS = ['both', 'fr', 'en', 'cover'];

/** What the reader chose to see the last time. */
export function recallView(): string {
  const kept = browserStorage.recall('view');
  return kept !== null && VIEWS.includes(kept) ? kept : 'both';
}

export function rememberView(view: string): void {
  browserStorage.remember('view', view);
}
