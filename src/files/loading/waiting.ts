/** What there is of a state that is shown. */
export interface Shown {
  readonly pending: ReadonlySet<string>;
  readonly isTested: boolean;
}

/** Those who wait until a state is shown in which something is right. */
export interface Waiting {
  /** Of the state that was told last. */
  shown(): Shown;
  isAnybodyThere(): boolean;
  /** Resolves when that can be said of what is shown; rejects where no such state will come. */
  until(isDone: (shown: Shown) => boolean): Promise<void>;
  /** Another state is shown: those go on who waited for what is right in it. */
  tell(shown: Shown): void;
  /** Who waits, and who would from now on, waits for nothing. */
  refuse(error: unknown): void;
  isRefused(): boolean;
  /** Whoever waits from now on may wait again. */
  admit(): void;
}

interface Waiter {
  readonly isDone: (shown: Shown) => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function createWaiting(first: Shown): Waiting {
  let waiters: readonly Waiter[] = [];
  let shown = first;
  let failure: { readonly error: unknown } | null = null;
  return {
    shown: () => shown,
    isAnybodyThere: () => waiters.length > 0,
    until(isDone) {
      if (isDone(shown)) return Promise.resolve();
      if (failure !== null) return Promise.reject(failure.error);
      return new Promise((resolve, reject) => {
        waiters = [...waiters, { isDone, resolve, reject }];
      });
    },
    tell(now) {
      shown = now;
      const done = waiters.filter(({ isDone }) => isDone(now));
      waiters = waiters.filter((waiter) => !done.includes(waiter));
      for (const { resolve } of done) resolve();
    },
    refuse(error) {
      failure = { error };
      const all = waiters;
      waiters = [];
      for (const { reject } of all) reject(error);
    },
    isRefused: () => failure !== null,
    admit() {
      failure = null;
    },
  };
}
