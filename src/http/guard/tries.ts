import type { Client } from '../clients.ts';
import { networkOf } from '../network.ts';
import { createAttempts } from './attempts.ts';

/** Wrong passwords within a minute that come through a proxy which does not say for whom it asks. */
const MOST_OF_PROXY = 100;

/**
 * Counts the wrong passwords of whoever asks: by the address that a proxy names, so that nobody who comes the same way
 * is kept out by another; those that a proxy brings without a name together, as one who is many.
 */
export interface Tries {
  /** Whole seconds until a try of theirs is heard; 0 for now. */
  wait(client: Client): number;
  fail(client: Client): void;
  succeed(client: Client): void;
  /** Who is heard first, the lowest number. */
  rank(network: string): number;
}

/** @param now milliseconds, from any start */
export function createTries(now: () => number): Tries {
  const own = createAttempts(now);
  const nameless = createAttempts(now, MOST_OF_PROXY);
  const attemptsOf = ({ address, proxy }: Client) => (proxy === address ? nameless : own);
  return {
    wait: (client) => attemptsOf(client).wait(networkOf(client.address)),
    fail: (client) => attemptsOf(client).fail(networkOf(client.address)),
    succeed: (client) => attemptsOf(client).succeed(networkOf(client.address)),
    rank: own.rank,
  };
}
