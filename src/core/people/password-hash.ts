/** A password as a file of users keeps it: what scrypt made of it, with what it was made with. */
export interface PasswordHash {
  /** Two to the power of this is the cost in time and memory. */
  readonly power: number;
  readonly blocks: number;
  readonly lanes: number;
  /** Base64url. */
  readonly salt: string;
  readonly key: string;
}

/** 16 bytes of salt and 32 of key; the dearest takes a quarter of a second and 128 MB. */
const HASH = /^scrypt\$(1[4-7])\$(8)\$([1-4])\$([\w-]{22})\$([\w-]{43})$/;

/** `scrypt$15$8$1$salt$key`; null for anything else. It holds no colon. */
export function readHash(text: string): PasswordHash | null {
  const [, power, blocks, lanes, salt, key] = HASH.exec(text) ?? [];
  if (salt === undefined || key === undefined) return null;
  return { power: Number(power), blocks: Number(blocks), lanes: Number(lanes), salt, key };
}

export function writeHash({ power, blocks, lanes, salt, key }: PasswordHash): string {
  return `scrypt$${power}$${blocks}$${lanes}$${salt}$${key}`;
}

/** Characters of a password. */
const SHORTEST = 16;

/** Spaces around it do not count. Null for one that will do. */
export function whyNoPassword(password: string): string | null {
  return password.trim().length < SHORTEST ? `write at least ${SHORTEST} characters` : null;
}
