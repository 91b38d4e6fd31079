import { finish, type Pacer, type Slices } from '../../core/model/slices.ts';
import type { Held } from '../kept/held.ts';
import type { Packing } from './packing.ts';

/** A list that is made when somebody wants it, and packed where it is let go. */
export interface OnDemand<T> {
  get(): readonly T[];
  /** Makes it while others have their turn, so that getting it takes no time. */
  open(pacer: Pacer): Promise<void>;
  /** Whether getting it takes no time. */
  isOpen(): boolean;
  /** The list for who goes through all there are: nobody holds it for that. Null where it has to be made. */
  glance(): readonly T[] | null;
  /** Packs it where it is there: nobody holds it from now on. */
  leave(): void;
  /** It is not held any more: another one stands in its place. */
  letGo(): void;
  /** As what it is packed; null while it is not. */
  packed(): Uint8Array | null;
}

/** What makes room for others. */
export interface Leaving {
  leave(): void;
}

/** What a list is made by, and how long it is held. */
export interface Making<T> {
  /** The same items whenever it is made. */
  readonly make: () => Slices<readonly T[]>;
  readonly packing: Packing<T>;
  /** Null where it is not held unless somebody has it. */
  readonly held: { readonly by: Held<Leaving>; readonly size: number } | null;
  /** Where it was made already. */
  readonly made: readonly T[] | null;
  /** Where it was packed already. */
  readonly packed?: Uint8Array | null;
}

/** A list as it is held. */
interface Holding<T> extends Leaving {
  readonly list: readonly T[];
}

export function createOnDemand<T extends object>({ make, packing, held, made, packed = null }: Making<T>): OnDemand<T> {
  // Whoever has an item has its list, so that there are never two items that stand for the same.
  const lists = new WeakMap<T, Holding<T>>();
  let last: WeakRef<Holding<T>> | null = null;
  let bytes = packed;
  const remember = (list: readonly T[]): Holding<T> => {
    const holding = {
      list,
      leave() {
        bytes ??= packing.pack(list);
      },
    };
    for (const item of list) lists.set(item, holding);
    last = new WeakRef(holding);
    return holding;
  };
  const use = (holding: Holding<T>) => {
    held?.by.use(holding, held.size);
    return holding.list;
  };
  const keep = (list: readonly T[]) => {
    const holding = remember(list);
    if (held === null) holding.leave();
    return use(holding);
  };
  const there = () => last?.deref() ?? null;
  const unpacked = () => (bytes === null ? null : packing.unpack(bytes));
  const known = () => {
    const holding = there();
    return holding === null ? null : use(holding);
  };
  const first = made === null ? null : remember(made);
  if (first !== null) held?.by.offer(first, held.size);
  return {
    get: () => known() ?? keep(unpacked() ?? finish(make())),
    async open(pacer) {
      if (known() !== null) return;
      const list = unpacked() ?? (await pacer.finish(make()));
      // Somebody may have made it meanwhile.
      if (known() === null) keep(list);
    },
    // Who only asks wants nothing.
    isOpen: () => there() !== null,
    glance() {
      const list = there()?.list ?? null;
      if (list !== null) return list;
      const again = unpacked();
      return again && remember(again).list;
    },
    leave: () => there()?.leave(),
    letGo() {
      const holding = there();
      if (holding !== null) held?.by.letGo(holding);
    },
    packed: () => bytes,
  };
}
