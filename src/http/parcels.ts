import { randomBytes } from 'node:crypto';

/** Things that people brought and have not saved yet. Only whoever brought one gets it again. */
export interface Parcels<T> {
  /**
   * Keeps a thing under a name that nobody can guess. The oldest of the same owner makes room.
   *
   * @param bytes what it takes of the memory, about
   * @returns its name; null where so much is kept already that there is no room
   */
  put(owner: string, thing: T, bytes: number): string | null;
  /** Null where nothing of that name is kept for that owner. */
  get(owner: string, name: string): T | null;
}

/** How long a thing is kept. Milliseconds. */
const LIFE = 30 * 60 * 1000;
/** How long after that it is in the memory at most. Milliseconds. */
const LATE = 60 * 1000;
/** Things of one owner, and bytes of theirs. */
const MOST_OF_OWNER = 10;
const MOST_BYTES_OF_OWNER = 24 * 1024 * 1024;
/**
 * Bytes of all.
 *
 * @guard bytes-of-parcels → Infinity
 */
const MOST_BYTES = 96 * 1024 * 1024;

interface Parcel<T> {
  readonly owner: string;
  readonly thing: T;
  readonly bytes: number;
  readonly end: number;
}

/** @param now milliseconds, from any start */
export function createParcels<T>(now: () => number): Parcels<T> {
  /** By name, the oldest first. */
  const parcels = new Map<string, Parcel<T>>();
  const forgetOld = () => {
    for (const [name, { end }] of parcels) if (end <= now()) parcels.delete(name);
  };
  let isAwaited = false;
  /** An idle server forgets too. */
  const forgetLater = () => {
    if (isAwaited) return;
    isAwaited = true;
    setTimeout(() => {
      isAwaited = false;
      forgetOld();
      if (parcels.size > 0) forgetLater();
    }, LATE).unref();
  };
  return {
    put(owner, thing, bytes) {
      forgetOld();
      for (const name of tooMany([...parcels], owner, bytes)) parcels.delete(name);
      const all = [...parcels.values()].reduce((sum, parcel) => sum + parcel.bytes, bytes);
      if (all > MOST_BYTES) return null;
      const name = randomBytes(18).toString('base64url');
      parcels.set(name, { owner, thing, bytes, end: now() + LIFE });
      forgetLater();
      return name;
    },
    get(owner, name) {
      const parcel = parcels.get(name);
      return parcel !== undefined && isOfOwner(parcel, owner) && parcel.end > now() ? parcel.thing : null;
    },
  };
}

/** Names of the oldest of an owner that have to go for one more. */
function tooMany(parcels: readonly (readonly [string, Parcel<unknown>])[], owner: string, bytes: number): string[] {
  const own = parcels.filter(([, parcel]) => parcel.owner === owner);
  let sum = own.reduce((all, [, parcel]) => all + parcel.bytes, bytes);
  let count = own.length;
  const going: string[] = [];
  for (const [name, parcel] of own) {
    if (count < MOST_OF_OWNER && sum <= MOST_BYTES_OF_OWNER) break;
    going.push(name);
    sum -= parcel.bytes;
    count -= 1;
  }
  return going;
}

/** @guard parcel-of-another → true */
function isOfOwner(parcel: { readonly owner: string }, owner: string): boolean {
  return parcel.owner === owner;
}
