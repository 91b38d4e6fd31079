import { whyNoPassword } from '../core/people/password-hash.ts';
import { type Role, whyNoName } from '../core/people/people.ts';
import { adviceOn, isRole } from '../formats/users.ts';
import { type Console, type ExitCode, UsageError } from './command.ts';

/** A line for the file of users. */
export interface UserCommand {
  readonly name: 'user add';
  readonly person: string;
  readonly role: Role;
}

interface Ports {
  /** What somebody types who is asked for it. */
  readonly ask: (question: string) => Promise<string>;
  /** A password as the file keeps it. */
  readonly hash: (password: string) => Promise<string>;
}

/** @throws {UsageError} */
export function readUserCommand({ role = 'translator' }: { role?: string }, rest: readonly string[]): UserCommand {
  const [given] = rest;
  if (given === undefined || rest.length > 1)
    throw new UsageError('Name one person, in quotation marks where there is a space: visavis user add "Ana Lima".');
  const person = given.trim().normalize('NFC');
  const wrong = whyNoName(person);
  if (wrong !== null) throw new UsageError(`“${given}” is no name: ${wrong}.`);
  if (!isRole(role)) throw new UsageError(`“${role}” is no role; write --role ${adviceOn(role)}.`);
  return { name: 'user add', person, role };
}

/**
 * `visavis user add`: asks for a password, and prints the line to be put into the file. Writes nothing.
 *
 * @throws {UsageError} for a password that is too short
 */
export async function runUserAdd(
  { person, role }: UserCommand,
  { ask, hash }: Ports,
  { out }: Console,
): Promise<ExitCode> {
  const password = await ask(`Password of ${person}: `);
  const wrong = whyNoPassword(password);
  if (wrong !== null) throw new UsageError(`The password of ${person} is too short: ${wrong}.`);
  out(`${person}:${await hash(password)}:${role}\n`);
  return 0;
}
