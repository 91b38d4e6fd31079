import type { WordKeys } from './word-keys.ts';

/**
 * Makes terms of words that are selected, by mouse or by keyboard. What does so is loaded behind the page, so that nobody
 * reads later for it; who wants to begin before it is there begins as soon as it is.
 *
 * @param openEntry opens the form of an entry at an address
 */
export function setUpWords(edition: HTMLElement, openEntry: (address: string) => void): WordKeys {
  let words: WordKeys | null = null;
  let isWanted = false;
  const load = () =>
    Promise.all([import('./choose-words.ts'), import('./word-keys.ts')]).then(
      ([{ setUpChoosing }, { setUpWordKeys }]) => {
        words = setUpWordKeys(edition, setUpChoosing(edition, openEntry).take);
        if (isWanted) words.begin();
      },
      // The server has other bundles by now: the page knows nothing of words until it is loaded anew.
      () => {},
    );
  if (document.readyState === 'complete') void load();
  else window.addEventListener('load', () => void load(), { once: true });
  return {
    begin() {
      if (words === null) isWanted = true;
      else words.begin();
    },
  };
}
