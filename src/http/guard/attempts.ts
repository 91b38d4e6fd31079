/** Wrong passwords are counted for this long. Milliseconds. */
const WINDOW = 60_000;
/** Wrong ones of one network within that time. */
const MOST = 10;
/** Wrong ones that put nobody behind others: people mistype, and new networks without a wrong one come without end. */
const FORGIVEN = 3;
/** Networks whose right password is remembered. */
const MOST_KNOWN = 1000;

/**
 * Slows down whoever guesses, and nobody else: each network answers for its own tries. How fast all together guess is
 * bounded by the time that one comparison takes, as there is one at a time.
 */
export interface Attempts {
  /** Whole seconds until a try from this network is heard; 0 for now. */
  wait(network: string): number;
  /** Counts a wrong one. */
  fail(network: string): void;
  /** Remembers a right one. */
  succeed(network: string): void;
  /**
   * Who is heard first, the lowest number: who gave the right password before, then who gave fewest wrong ones. One
   * who mistyped stands with those who gave none.
   */
  rank(network: string): number;
}

interface Failure {
  readonly network: string;
  readonly at: number;
}

/**
 * @param now milliseconds, from any start
 * @param most wrong ones of one network within a minute
 */
export function createAttempts(now: () => number, most = MOST): Attempts {
  let failures: readonly Failure[] = [];
  const known = new Set<string>();
  const failuresOf = (network: string) => {
    const time = now();
    failures = failures.filter(({ at }) => at + WINDOW > time);
    return failures.filter((one) => one.network === network);
  };
  return {
    wait(network) {
      // The one that has to be forgotten before there is room for another.
      const blocking = failuresOf(network).at(-most);
      return blocking === undefined ? 0 : Math.ceil((blocking.at + WINDOW - now()) / 1000);
    },
    fail(network) {
      failures = [...failures, { network, at: now() }];
    },
    succeed(network) {
      known.delete(network);
      known.add(network);
      const [oldest] = known;
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    },
    rank(network) {
      if (known.has(network)) return -1;
      const wrong = failuresOf(network).length;
      return wrong > FORGIVEN ? wrong : 0;
    },
  };
}
