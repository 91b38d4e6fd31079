import { finish, type Pacer, type Slices } from '../../core/model/slices.ts';

/** A list that is made when somebody wants it, and again where it was let go. */
export interface OnDemand<T> {
  get(): readonly T[];
  /** Makes it while others have their turn, so that getting it takes no time. */
  open(pacer: Pacer): Promise<void>;
  /** Whether getting it takes no time. */
  isOpen(): boolean;
  /** It is not held any more: another one stands in its place. */
  letGo(): void;
}

/**
 * Lists that are held though nobody has them: those that were wanted last. Sizes are in whatever measure the most is
 * told in.
 */
export interface Held {
  /** Somebody wants the list: others make room for it. */
  use(list: object, size: number): void;
  /** Nobody wants the list: it is held where there is room left, so that going through all of them drives none out. */
  offer(list: object, size: number): void;
  letGo(list: object): void;
}

export function createHeld(most: number): Held {
  /** The last wanted last. */
  const sizes = new Map<object, number>();
  let sum = 0;
  const letGo = (list: object) => {
    sum -= sizes.get(list) ?? 0;
    sizes.delete(list);
  };
  return {
    use(list, size) {
      letGo(list);
      sizes.set(list, size);
      sum += size;
      for (const oldest of sizes.keys()) {
        if (sum <= most || oldest === list) return;
        letGo(oldest);
      }
    },
    offer(list, size) {
      if (sizes.has(list) || sum + size > most) return;
      sizes.set(list, size);
      sum += size;
    },
    letGo,
  };
}

/** What a list is made by, and how long it is held. */
export interface Making<T> {
  /** The same items whenever it is made. */
  readonly make: () => Slices<readonly T[]>;
  /** Null where it is not held unless somebody has it. */
  readonly held: { readonly by: Held; readonly size: number } | null;
  /** Where it was made already. */
  readonly made: readonly T[] | null;
}

export function createOnDemand<T extends object>({ make, held, made }: Making<T>): OnDemand<T> {
  // Whoever has an item has its list, so that there are never two items that stand for the same.
  const lists = new WeakMap<T, readonly T[]>();
  let last: WeakRef<readonly T[]> | null = null;
  const remember = (list: readonly T[]) => {
    for (const item of list) lists.set(item, list);
    last = new WeakRef(list);
  };
  const keep = (list: readonly T[]) => {
    remember(list);
    held?.by.use(list, held.size);
    return list;
  };
  const known = () => {
    const list = last?.deref() ?? null;
    if (list !== null) held?.by.use(list, held.size);
    return list;
  };
  if (made !== null) {
    remember(made);
    held?.by.offer(made, held.size);
  }
  return {
    get: () => known() ?? keep(finish(make())),
    async open(pacer) {
      if (known() !== null) return;
      const list = await pacer.finish(make());
      // Somebody may have made it meanwhile.
      if (known() === null) keep(list);
    },
    // Who only asks wants nothing.
    isOpen: () => last?.deref() !== undefined,
    letGo() {
      const list = last?.deref();
      if (list !== undefined) held?.by.letGo(list);
    },
  };
}
