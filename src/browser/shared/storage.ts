/**
 * What this browser keeps for the site. Storage may be switched off, full, or hold what others wrote; then nothing is
 * found or kept, and everything else works.
 */
export interface SafeStorage {
  /** Null when there is nothing, or nothing that was kept through here. */
  recall(name: string): string | null;
  /** False when it is not kept. */
  remember(name: string, value: string): boolean;
  forget(name: string): void;
}

/** Characters of one value. More than a server takes of one text, and little enough to read at once. */
const MOST = 300_000;

/** Kept from visit to visit. */
export const browserStorage = createSafeStorage(() => localStorage);

/** Kept while the tab is open. */
export const tabStorage = createSafeStorage(() => sessionStorage);

/** @param storage asked each time, since the question alone may fail */
function createSafeStorage(storage: () => Storage): SafeStorage {
  const keyOf = (name: string) => `visavis.${name}`;
  return {
    recall(name) {
      const value = orElse(null, () => storage().getItem(keyOf(name)));
      return value !== null && value.length <= MOST ? value : null;
    },
    remember(name, value) {
      if (value.length > MOST) return false;
      return orElse(false, () => {
        storage().setItem(keyOf(name), value);
        return true;
      });
    },
    forget: (name) => orElse(undefined, () => storage().removeItem(keyOf(name))),
  };
}

function orElse<T>(otherwise: T, act: () => T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
