import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { type PasswordHash, readHash, writeHash } from '../../core/people/password-hash.ts';
import type { User } from '../../core/people/people.ts';

/** Each try costs some 60 ms of a thread and 32 MB. */
const COST = { power: 15, blocks: 8, lanes: 1 };
const SALT_LENGTH = 16;
const HASH_LENGTH = 32;

/** What somebody gave to be let in. */
export interface Credentials {
  /** '' for the one password, which has no name. */
  readonly name: string;
  readonly password: string;
}

/** Whom a password let in: a person of the file of users, or whoever knows the one password, who has no name. */
export interface Holder {
  readonly user: User | null;
}

/** Whom it lets in; null for nobody. Takes the same time for a wrong name as for a wrong password. */
export type PasswordCheck = (given: Credentials) => Promise<Holder | null>;

/** The people of the file of users, as it stands at this moment. */
export interface Users {
  /** However its letters are written; null for a name that is not there. */
  find(name: string): User | null;
  all(): readonly User[];
}

/**
 * Keeps hashes alone; that of the one password under a salt that no other start has. Spaces around a password do not
 * count.
 *
 * @param password the one without a name; null for none
 * @param users null where there is no such file
 */
export async function createPasswordCheck(password: string | null, users: Users | null): Promise<PasswordCheck> {
  const one = password === null ? null : await hashPassword(password);
  // What no password has, to be compared where there is nothing to compare.
  const none = { ...COST, salt: randomText(SALT_LENGTH), key: randomText(HASH_LENGTH) };
  return async ({ name, password: given }) => {
    if (name === '') return (await isPassword(given, one ?? none)) && one !== null ? { user: null } : null;
    const user = users?.find(name) ?? null;
    const hash = readHash(user?.hash ?? '');
    const isRight = await isPassword(given, hash ?? { ...none, ...costIn(users) });
    return isRight && user !== null && hash !== null ? { user } : null;
  };
}

/** What a password of the file costs: a wrong name costs as much. */
function costIn(users: Users | null): Pick<PasswordHash, 'power' | 'blocks' | 'lanes'> {
  const hashes = (users?.all() ?? []).flatMap(({ hash }) => readHash(hash) ?? []);
  const { power, blocks, lanes } = hashes[0] ?? COST;
  return { power, blocks, lanes };
}

/** The hash of a password, as a file of users has it: `scrypt$15$8$1$salt$key`. */
export async function passwordHash(password: string): Promise<string> {
  return writeHash(await hashPassword(password));
}

async function hashPassword(password: string): Promise<PasswordHash> {
  const made = { ...COST, salt: randomText(SALT_LENGTH) };
  return { ...made, key: (await derive(password, made)).toString('base64url') };
}

/** @param length in bytes */
function randomText(length: number): string {
  return randomBytes(length).toString('base64url');
}

/** @guard wrong-password → true */
async function isPassword(given: string, hash: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derive(given, hash), Buffer.from(hash.key, 'base64url'));
}

/** NFC, since keyboards differ in how they write é. */
function derive(text: string, { power, blocks, lanes, salt }: Omit<PasswordHash, 'key'>): Promise<Buffer> {
  const cost = { N: 2 ** power, r: blocks, p: lanes, maxmem: 256 * blocks * 2 ** power };
  return new Promise((resolve, reject) => {
    scrypt(text.normalize('NFC').trim(), Buffer.from(salt, 'base64url'), HASH_LENGTH, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
