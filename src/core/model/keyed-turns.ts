/** Does pieces of work of one key one after the other, whether the one before went well or not. */
export type KeyedTurns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createKeyedTurns(): KeyedTurns {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const done = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, done);
    const leave = () => last.get(key) === done && last.delete(key);
    done.then(leave, leave);
    return done;
  };
}

/** The same for work that has no keys. */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  const inTurn = createKeyedTurns();
  return (work) => inTurn('', work);
}
