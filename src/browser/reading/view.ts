import { recallView, rememberView } from '../shared/view-choice.ts';

/** Both languages, one of them, or the English covered; the choice is remembered. */
export function setUpViews(): void {
  const chosen = recallView();
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="view"]')) {
    input.checked = input.value === chosen;
    input.addEventListener('change', () => {
      document.documentElement.dataset['view'] = input.value;
      rememberView(input.value);
    });
  }
}
