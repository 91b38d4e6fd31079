import { recall, remember } from '../shared/storage.ts';

/** Both languages, one of them, or the English covered; the choice is remembered. */
export function setUpViews(): void {
  const chosen = recall('view') ?? 'both';
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="view"]')) {
    input.checked = input.value === chosen;
    input.addEventListener('change', () => {
      document.documentElement.dataset['view'] = input.value;
      remember('view', input.value);
    });
  }
}
