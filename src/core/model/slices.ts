/** Work in pieces: it yields between them, so that whoever drives it can let others have their turn. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** Drives work in pieces, and lets others have their turn in between. */
export interface Pacer {
  finish<T>(work: Slices<T>): Promise<T>;
  /** Gives the items one by one; what is done with them is the work. */
  each<T>(items: Iterable<T>): AsyncGenerator<T, void, undefined>;
  /**
   * For work that nobody waits for: resolves once no other is left, or after a while, as it has to come to an end too.
   *
   * @param isWanted asked again and again: whether somebody waits for it by now
   */
  giveWay(isWanted: () => boolean): Promise<void>;
}

/** Does all the work at once. */
export function finish<T>(work: Slices<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Work so small that it needs no pause. */
// biome-ignore lint/correctness/useYield: it never pauses
export function* atOnce<T>(make: () => T): Slices<T> {
  return make();
}

/** One step of a work, with a pause behind it. */
export function* oneSlice<T>(make: () => T): Slices<T> {
  const made = make();
  yield;
  return made;
}

/** The same work, which tells after each step how many there were; what that throws ends the work. */
export function* toldSlices<T>(work: Slices<T>, onStep: (steps: number) => void): Slices<T> {
  for (let steps = 1; ; steps += 1) {
    const { done, value } = work.next();
    if (done) return value;
    onStep(steps);
    yield;
  }
}

/** The items that a test lets through, with a pause after each. */
export function* filterSlices<Item>(items: Iterable<Item>, isWanted: (item: Item) => boolean): Slices<Item[]> {
  const wanted: Item[] = [];
  for (const item of items) {
    if (isWanted(item)) wanted.push(item);
    yield;
  }
  return wanted;
}

/** Makes one thing of each item, with a pause after each. */
export function* mapSlices<Item, Made>(items: Iterable<Item>, make: (item: Item) => Made): Slices<Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    yield;
  }
  return made;
}
