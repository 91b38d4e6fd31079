/** Three versions of one thing: what two sides started from, and what each made of it. */
export interface Versions<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}
