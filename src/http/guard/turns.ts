/** Work that is done one after the other, whoever has the lowest rank first. */
export interface Turns {
  /** Null when too much of the same owner is waiting. */
  take<T>(owner: string, work: () => Promise<T>): Promise<T> | null;
}

interface Waiting {
  readonly owner: string;
  readonly begin: () => Promise<void>;
}

/**
 * @param rank asked anew at each turn; equal ranks go in the order in which they came
 * @param most what one owner may have waiting
 */
export function createTurns(rank: (owner: string) => number, most: number): Turns {
  const waiting: Waiting[] = [];
  let busy = false;
  const go = async () => {
    if (busy) return;
    busy = true;
    try {
      while (waiting.length > 0) await next(waiting, rank)?.begin();
    } finally {
      busy = false;
    }
  };
  return {
    take(owner, work) {
      if (waiting.filter((one) => one.owner === owner).length >= most) return null;
      return new Promise((resolve, reject) => {
        waiting.push({ owner, begin: () => work().then(resolve, reject) });
        go().catch(reject);
      });
    },
  };
}

/** Takes out the first of the lowest rank. */
function next(waiting: Waiting[], rank: (owner: string) => number): Waiting | undefined {
  const ranks = new Map<string, number>();
  for (const { owner } of waiting) if (!ranks.has(owner)) ranks.set(owner, rank(owner));
  const lowest = [...ranks.values()].reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const [found] = waiting.splice(
    waiting.findIndex(({ owner }) => ranks.get(owner) === lowest),
    1,
  );
  return found;
}
