import { randomBytes, scryptSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeHash } from '../src/core/people/password-hash.ts';

/** The password of everybody in a file of users that a test makes. */
export const PASSWORD = 'quatre mots tout simples é';

let hash: string | undefined;

/**
 * The text of a file of users: one line a person, each with the same password, whose hash costs the least that is
 * allowed.
 */
export function usersText(people: Readonly<Record<string, string>>): string {
  hash ??= cheapHash();
  const made = hash;
  return Object.entries(people)
    .map(([name, role]) => `${name}:${made}:${role}\n`)
    .join('');
}

function cheapHash(): string {
  const [cost, salt] = [{ power: 14, blocks: 8, lanes: 1 }, randomBytes(16)];
  const key = scryptSync(PASSWORD.normalize('NFC'), salt, 32, { N: 2 ** cost.power, r: cost.blocks, p: cost.lanes });
  return writeHash({ ...cost, salt: salt.toString('base64url'), key: key.toString('base64url') });
}

/** Writes a file of users beside the texts of a root, for its owner alone. */
export async function writeUsers(root: string, people: Readonly<Record<string, string>>): Promise<string> {
  const file = path.join(root, 'people.txt');
  await writeFile(file, usersText(people), { mode: 0o600 });
  return file;
}

/** What a browser sends back after a sign-in; '' where it failed. */
export async function signInAs(url: string, name: string, password = PASSWORD): Promise<string> {
  const body = new URLSearchParams({ name, password, next: '/' });
  const answer = await fetch(`${url}sign-in`, { method: 'POST', body, redirect: 'manual' });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** The head of a request of a script, RFC 7617. */
export function basic(name: string, password = PASSWORD): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}
