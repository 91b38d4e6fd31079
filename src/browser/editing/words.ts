import { oncePageIsThere } from '../shared/at-rest.ts';
import { keepKeysFor } from '../shared/kept-keys.ts';
import type { WordKeys } from './word-keys.ts';

/**
 * Makes terms of words that are selected, by mouse or by keyboard. What does so is loaded behind the page, so that
 * nobody reads later for it; who begins before it is there has all keys from then on kept until it is.
 *
 * @param openEntry opens the form of an entry at an address
 */
export function setUpWords(edition: HTMLElement, openEntry: (address: string) => void): WordKeys {
  let words: WordKeys | null = null;
  let loading: Promise<void> | null = null;
  const load = () => {
    loading ??= Promise.all([import('./choose-words.ts'), import('./word-keys.ts')]).then(
      ([{ setUpChoosing }, { setUpWordKeys }]) => {
        words = setUpWordKeys(edition, setUpChoosing(edition, openEntry).take);
      },
      // The server has other bundles by now: the page knows nothing of words until it is loaded anew.
      () => {},
    );
    return loading;
  };
  oncePageIsThere(() => void load());
  const beginOnceThere = async () => {
    await load();
    words?.begin();
    return words !== null;
  };
  return {
    begin() {
      if (words === null) void keepKeysFor(beginOnceThere());
      else words.begin();
    },
  };
}
