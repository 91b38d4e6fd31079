/** Work in pieces: it yields between them, so that whoever drives it can let others have their turn. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** Does all the work at once. */
export function finish<T>(work: Slices<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
