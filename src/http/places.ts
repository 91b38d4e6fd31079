import { isLoopback } from '../core/text/loopback.ts';
import type { Client } from './clients.ts';
import { networkOf } from './network.ts';

/** Counts what each other machine holds, so that none takes what is there for all. */
export interface Places {
  /** Takes a place for whoever asks: gives the way to leave it, once; null when its places are taken. */
  take(client: Client): (() => void) | null;
}

/** Places of one other machine, and of all together that come through one trusted proxy. */
export interface MostPlaces {
  readonly ofNetwork: number;
  readonly ofProxy: number;
}

/** This machine has as many places as it wants, as a proxy on it speaks for all. */
export function createPlaces({ ofNetwork, ofProxy }: MostPlaces): Places {
  const taken = new Map<string, number>();
  const heldBy = (name: string) => taken.get(name) ?? 0;
  return {
    take({ address, proxy }) {
      const counts = [
        ...(proxy === null || isLoopback(proxy) ? [] : [{ name: `proxy ${networkOf(proxy)}`, most: ofProxy }]),
        ...(proxy === address || (proxy === null && isLoopback(address))
          ? []
          : [{ name: networkOf(address), most: ofNetwork }]),
      ];
      if (counts.some(({ name, most }) => heldBy(name) >= most)) return null;
      for (const { name } of counts) taken.set(name, heldBy(name) + 1);
      let isLeft = false;
      return () => {
        if (isLeft) return;
        isLeft = true;
        for (const { name } of counts) {
          const left = heldBy(name) - 1;
          if (left > 0) taken.set(name, left);
          else taken.delete(name);
        }
      };
    },
  };
}
