import type { Client } from '../clients.ts';
import { networkOf } from '../network.ts';
import { createAttempts } from './attempts.ts';

/** Wrong passwords that come through one proxy within a minute, whoever gives them. */
const MOST_OF_PROXY = 100;

/** Counts the wrong passwords of whoever asks, and those that come through one proxy together. */
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
  const ofProxies = createAttempts(now, MOST_OF_PROXY);
  const countsOf = ({ address, proxy }: Client) => [
    ...(proxy === null ? [] : [{ attempts: ofProxies, network: networkOf(proxy) }]),
    ...(proxy === address ? [] : [{ attempts: own, network: networkOf(address) }]),
  ];
  return {
    wait(client) {
      const counts = countsOf(client);
      // Who gave the right password before is not kept out by others who come the same way.
      const isKnown = own.rank(networkOf(client.address)) < 0;
      const heard = isKnown ? counts.filter(({ attempts }) => attempts === own) : counts;
      return heard.reduce((most, { attempts, network }) => Math.max(most, attempts.wait(network)), 0);
    },
    fail(client) {
      for (const { attempts, network } of countsOf(client)) attempts.fail(network);
    },
    succeed(client) {
      for (const { attempts, network } of countsOf(client)) attempts.succeed(network);
    },
    rank: own.rank,
  };
}
