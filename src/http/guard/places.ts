import { isLoopback } from '../../core/text/loopback.ts';
import { networkOf } from './network.ts';

/** Counts what each other machine holds, so that none takes what is there for all. */
export interface Places {
  /** Takes a place for an address: gives the way to leave it, once; null when its places are taken. */
  take(address: string): (() => void) | null;
}

/** @param most places of one other machine; this machine has as many as it wants, as a proxy on it speaks for all */
export function createPlaces(most: number): Places {
  const taken = new Map<string, number>();
  return {
    take(address) {
      if (isLoopback(address)) return () => {};
      const network = networkOf(address);
      const held = taken.get(network) ?? 0;
      if (held >= most) return null;
      taken.set(network, held + 1);
      return () => {
        const left = (taken.get(network) ?? 1) - 1;
        if (left > 0) taken.set(network, left);
        else taken.delete(network);
      };
    },
  };
}
