import { createHash, randomBytes } from 'node:crypto';
import type { Holder } from './password.ts';

/** How long a sign-in lasts. Milliseconds. */
export const SESSION_LENGTH = 12 * 60 * 60 * 1000;
/** People signed in at once; the oldest sign-in makes room for one more. */
const MOST_SESSIONS = 1000;
/**
 * Of them for one person with a name: who signs in again and again signs out themselves alone.
 *
 * @guard sessions-of-one → Infinity
 */
const MOST_OF_ONE = 20;

/** Who is signed in, until the server stops. Tokens are given away and forgotten; their SHA-256 is kept. */
export interface Sessions {
  /** Gives a token that nobody had before. */
  open(holder?: Holder): string;
  has(token: string): boolean;
  /** Whom it was given; null for a token that opens nothing. */
  holderOf(token: string): Holder | null;
  /** What tells a session from others, and opens nothing. */
  nameOf(token: string): string;
  close(token: string): void;
}

/** @param now milliseconds, from any start */
export function createSessions(now: () => number): Sessions {
  /** By hash of the token; the earliest end first, since all last equally long. */
  const opened = new Map<string, { readonly end: number; readonly holder: Holder }>();
  const forgetOld = () => {
    for (const [hash, { end }] of opened) {
      if (end > now() && opened.size < MOST_SESSIONS) return;
      opened.delete(hash);
    }
  };
  const forgetOldOf = (name: string) => {
    const own = [...opened].filter(([, { holder }]) => holder.user?.name === name);
    for (const [hash] of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) opened.delete(hash);
  };
  const holderOf = (token: string) => {
    const found = opened.get(hashOf(token));
    return found !== undefined && found.end > now() ? found.holder : null;
  };
  return {
    open(holder = { user: null }) {
      if (holder.user !== null) forgetOldOf(holder.user.name);
      forgetOld();
      const token = randomBytes(32).toString('base64url');
      opened.set(hashOf(token), { end: now() + SESSION_LENGTH, holder });
      return token;
    },
    has: (token) => holderOf(token) !== null,
    holderOf,
    nameOf: hashOf,
    close(token) {
      opened.delete(hashOf(token));
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
