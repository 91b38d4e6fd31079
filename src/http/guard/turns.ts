/** Work that is done one after the other, whoever has the lowest rank first. */
export interface Turns {
  /**
   * Null when too much is waiting already.
   *
   * @param networks the owner’s own is the last, each lies in the one before it
   */
  take<T>(networks: readonly string[], work: () => Promise<T>): Promise<T> | null;
}

/** How much may be waiting. */
export interface MostWaiting {
  readonly ofOwner: number;
  /**
   * Beyond it only who ranks below zero, and who comes from a widest network of which nothing waits: no block keeps out
   * whom it does not hold, nor those in it who are known.
   */
  readonly ofAll: number;
}

interface Waiting {
  readonly networks: readonly string[];
  /** The count of arrivals and turns when it came. */
  readonly since: number;
  readonly begin: () => Promise<void>;
}

/**
 * Equal ranks take turns: of the widest networks the one that has waited longest for a turn, in it the narrower one
 * that has, and so on. So a block of many networks gets no more turns than a stranger’s one.
 *
 * @param rank asked anew at each turn; below zero for who is known
 */
export function createTurns(rank: (owner: string) => number, most: MostWaiting): Turns {
  const queues = createQueues();
  /** The count at the end of the last turn of each network that waits again. */
  const served = new Map<string, number>();
  let count = 0;
  let busy = false;
  const next = async (owner: string) => {
    const found = queues.shift(owner);
    await found?.begin();
    count += 1;
    for (const network of found?.networks ?? []) {
      if (queues.countOf(network) > 0) served.set(network, count);
      else served.delete(network);
    }
  };
  const go = async () => {
    if (busy) return;
    busy = true;
    try {
      for (;;) {
        const owner = firstOf(queues.heads(), rank, served);
        if (owner === null) return;
        await next(owner);
      }
    } finally {
      busy = false;
    }
  };
  return {
    take(networks, work) {
      const [widest = '', owner = ''] = [networks[0], networks.at(-1)];
      if (queues.countOf(owner) >= most.ofOwner) return null;
      if (queues.size() >= most.ofAll && queues.countOf(widest) > 0 && rank(owner) >= 0) return null;
      return new Promise((resolve, reject) => {
        count += 1;
        queues.push(owner, { networks, since: count, begin: () => work().then(resolve, reject) });
        go().catch(reject);
      });
    },
  };
}

/** What waits, in a queue for each owner. */
interface Queues {
  size(): number;
  /** How much of a network waits. */
  countOf(network: string): number;
  /** The first of each owner. */
  heads(): Iterable<readonly [owner: string, queue: readonly Waiting[]]>;
  push(owner: string, one: Waiting): void;
  shift(owner: string): Waiting | undefined;
}

function createQueues(): Queues {
  const queues = new Map<string, Waiting[]>();
  const counts = new Map<string, number>();
  let size = 0;
  const count = (networks: readonly string[], by: 1 | -1) => {
    size += by;
    for (const network of new Set(networks)) {
      const now = (counts.get(network) ?? 0) + by;
      if (now > 0) counts.set(network, now);
      else counts.delete(network);
    }
  };
  return {
    size: () => size,
    countOf: (network) => counts.get(network) ?? 0,
    heads: () => queues,
    push(owner, one) {
      const queue = queues.get(owner);
      if (queue === undefined) queues.set(owner, [one]);
      else queue.push(one);
      count(one.networks, 1);
    },
    shift(owner) {
      const queue = queues.get(owner);
      const one = queue?.shift();
      if (queue?.length === 0) queues.delete(owner);
      if (one !== undefined) count(one.networks, -1);
      return one;
    },
  };
}

/**
 * Whose turn it is: the first in order of rank, then of what its networks have waited for, the widest before others.
 */
function firstOf(
  heads: ReturnType<Queues['heads']>,
  rank: (owner: string) => number,
  served: ReadonlyMap<string, number>,
): string | null {
  let first: { readonly owner: string; readonly one: Waiting; readonly rank: number } | null = null;
  for (const [owner, [one]] of heads) {
    if (one === undefined) continue;
    const its = rank(owner);
    const isBefore = first === null || its < first.rank || (its === first.rank && isLonger(one, first.one, served));
    if (isBefore) first = { owner, one, rank: its };
  }
  return first?.owner ?? null;
}

/** Whether one has waited longer than another, by the widest of their networks in which they differ. */
function isLonger(one: Waiting, other: Waiting, served: ReadonlyMap<string, number>): boolean {
  for (let i = 0; i < one.networks.length; i += 1) {
    const since = served.get(one.networks[i] ?? '') ?? one.since;
    const others = served.get(other.networks[i] ?? '') ?? other.since;
    if (since !== others) return since < others;
  }
  return false;
}
