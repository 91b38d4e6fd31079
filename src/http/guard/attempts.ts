/** Wrong passwords are counted for this long. Milliseconds. */
const WINDOW = 60_000;
/** Wrong ones within that time, from one address and from all. */
const MOST_OF_ADDRESS = 10;
const MOST_OF_ALL = 100;

/** Slows down whoever guesses. It never remembers more than the last hundred wrong tries. */
export interface Attempts {
  /** Whole seconds until a try from this address is heard; 0 for now. */
  wait(address: string): number;
  /** Counts a wrong one. */
  fail(address: string): void;
}

interface Failure {
  readonly address: string;
  readonly at: number;
}

/** @param now milliseconds, from any start */
export function createAttempts(now: () => number): Attempts {
  let failures: readonly Failure[] = [];
  return {
    wait(address) {
      const time = now();
      failures = failures.filter(({ at }) => at + WINDOW > time);
      const own = failures.filter((one) => one.address === address);
      // The one that has to be forgotten before there is room for another.
      const blocking = [own.at(-MOST_OF_ADDRESS), failures.at(-MOST_OF_ALL)];
      const waits = blocking.map((failure) => (failure === undefined ? 0 : failure.at + WINDOW - time));
      return Math.ceil(waits.reduce((most, wait) => Math.max(most, wait), 0) / 1000);
    },
    fail(address) {
      failures = [...failures, { address, at: now() }].slice(-MOST_OF_ALL);
    },
  };
}
