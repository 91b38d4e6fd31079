/** Work that is done one after the other, whoever has the lowest rank first. */
export interface Turns {
  /**
   * Null when too much of the same owner is waiting.
   *
   * @param networks the owner’s own is the last, each lies in the one before it
   */
  take<T>(networks: readonly string[], work: () => Promise<T>): Promise<T> | null;
}

interface Waiting {
  readonly owner: string;
  readonly networks: readonly string[];
  /** The count of arrivals and turns when it came. */
  readonly since: number;
  readonly begin: () => Promise<void>;
}

/**
 * Equal ranks take turns: of the widest networks the one that has waited longest for a turn, in it the narrower one
 * that has, and so on. So a block of many networks gets no more turns than a stranger’s one.
 *
 * @param rank asked anew at each turn
 * @param most what one owner may have waiting
 */
export function createTurns(rank: (owner: string) => number, most: number): Turns {
  const waiting: Waiting[] = [];
  /** The count at the end of the last turn of each network that waits again. */
  const served = new Map<string, number>();
  let count = 0;
  let busy = false;
  const next = async () => {
    const found = firstOf(waiting, rank, served);
    waiting.splice(waiting.indexOf(found), 1);
    await found.begin();
    count += 1;
    for (const network of found.networks) served.set(network, count);
    const present = new Set(waiting.flatMap(({ networks }) => networks));
    for (const network of served.keys()) if (!present.has(network)) served.delete(network);
  };
  const go = async () => {
    if (busy) return;
    busy = true;
    try {
      while (waiting.length > 0) await next();
    } finally {
      busy = false;
    }
  };
  return {
    take(networks, work) {
      const owner = networks.at(-1) ?? '';
      if (waiting.filter((one) => one.owner === owner).length >= most) return null;
      return new Promise((resolve, reject) => {
        count += 1;
        waiting.push({ owner, networks, since: count, begin: () => work().then(resolve, reject) });
        go().catch(reject);
      });
    },
  };
}

/** Whose turn it is: the first in order of rank, then of what its networks have waited for, the widest before others. */
function firstOf(
  waiting: readonly Waiting[],
  rank: (owner: string) => number,
  served: ReadonlyMap<string, number>,
): Waiting {
  const ranks = new Map([...new Set(waiting.map(({ owner }) => owner))].map((owner) => [owner, rank(owner)]));
  const keyOf = ({ owner, networks, since }: Waiting) => [
    ranks.get(owner) ?? 0,
    ...networks.map((network) => served.get(network) ?? since),
  ];
  return waiting
    .map((one) => ({ one, key: keyOf(one) }))
    .reduce((first, other) => (isBefore(other.key, first.key) ? other : first)).one;
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const i = one.findIndex((number, at) => number !== other[at]);
  return i !== -1 && (one[i] ?? 0) < (other[i] ?? 0);
}
