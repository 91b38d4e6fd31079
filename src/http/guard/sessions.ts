import { createHash, randomBytes } from 'node:crypto';

/** How long a sign-in lasts. Milliseconds. */
export const SESSION_LENGTH = 12 * 60 * 60 * 1000;
/** People signed in at once; the oldest sign-in makes room for one more. */
const MOST_SESSIONS = 1000;

/** Who is signed in, until the server stops. Tokens are given away and forgotten; their SHA-256 is kept. */
export interface Sessions {
  /** Gives a token that nobody had before. */
  open(): string;
  has(token: string): boolean;
  /** What tells a session from others, and opens nothing. */
  nameOf(token: string): string;
  close(token: string): void;
}

/** @param now milliseconds, from any start */
export function createSessions(now: () => number): Sessions {
  /** Ends by hash of the token; the earliest end first, since all last equally long. */
  const ends = new Map<string, number>();
  const forgetOld = () => {
    for (const [hash, end] of ends) {
      if (end > now() && ends.size < MOST_SESSIONS) return;
      ends.delete(hash);
    }
  };
  return {
    open() {
      forgetOld();
      const token = randomBytes(32).toString('base64url');
      ends.set(hashOf(token), now() + SESSION_LENGTH);
      return token;
    },
    has: (token) => (ends.get(hashOf(token)) ?? Number.NEGATIVE_INFINITY) > now(),
    nameOf: hashOf,
    close(token) {
      ends.delete(hashOf(token));
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
