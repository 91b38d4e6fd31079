import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { passwordHash } from '../src/http/guard/password.ts';

/** The password of everybody in a file of users that a test makes. */
export const PASSWORD = 'quatre mots tout simples é';

let hash: Promise<string> | undefined;

/** The text of a file of users: one line a person, each with the same password. */
export async function usersText(people: Readonly<Record<string, string>>): Promise<string> {
  hash ??= passwordHash(PASSWORD);
  const made = await hash;
  return Object.entries(people)
    .map(([name, role]) => `${name}:${made}:${role}\n`)
    .join('');
}

/** Writes a file of users beside the texts of a root, for its owner alone. */
export async function writeUsers(root: string, people: Readonly<Record<string, string>>): Promise<string> {
  const file = path.join(root, 'people.txt');
  await writeFile(file, await usersText(people), { mode: 0o600 });
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
