/**
 * Things that are held though nobody has them: those that were wanted last. Sizes are in whatever measure the most is
 * told in.
 */
export interface Held<Thing> {
  /** Somebody wants the thing: others make room for it. */
  use(thing: Thing, size: number): void;
  /** Nobody wants the thing: it is held where there is room left, so that going through all of them drives none out. */
  offer(thing: Thing, size: number): void;
  letGo(thing: Thing): void;
}

/** @param onLeft told of those that had to make room, and of those that found none */
export function createHeld<Thing>(most: number, onLeft: (thing: Thing) => void = () => {}): Held<Thing> {
  /** The last wanted last. */
  const sizes = new Map<Thing, number>();
  let sum = 0;
  const letGo = (thing: Thing) => {
    sum -= sizes.get(thing) ?? 0;
    sizes.delete(thing);
  };
  return {
    use(thing, size) {
      letGo(thing);
      sizes.set(thing, size);
      sum += size;
      for (const oldest of sizes.keys()) {
        if (sum <= most || oldest === thing) return;
        letGo(oldest);
        onLeft(oldest);
      }
    },
    offer(thing, size) {
      if (sizes.has(thing)) return;
      if (sum + size > most) return onLeft(thing);
      sizes.set(thing, size);
      sum += size;
    },
    letGo,
  };
}
