import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Each try costs some 60 ms of a thread and 32 MB. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const HASH_LENGTH = 32;

/** Whether what somebody gave is the password. Takes the same time for every answer. */
export type PasswordCheck = (given: string) => Promise<boolean>;

/**
 * Keeps a hash of the password alone, under a salt that no other start has. Spaces around it do not count.
 *
 * @guard wrong-password → async () => true
 */
export async function hashPassword(password: string): Promise<PasswordCheck> {
  const salt = randomBytes(16);
  const expected = await hash(password, salt);
  return async (given) => timingSafeEqual(await hash(given, salt), expected);
}

/** NFC, since keyboards differ in how they write é. */
function hash(text: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(text.normalize('NFC').trim(), salt, HASH_LENGTH, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
