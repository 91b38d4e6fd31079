import { readHash } from '../core/people/password-hash.ts';
import { nameKey, ROLES, type Role, type User, whyNoName } from '../core/people/people.ts';
import { either } from '../core/text/either.ts';
import { nearestWord } from '../core/text/nearest-word.ts';

/** What a file of users says. */
export interface ReadUsers {
  /** Whom a line names, and no line with a mistake. */
  readonly users: readonly User[];
  /** `file:line:column: what to write`, in the order of the lines. */
  readonly mistakes: readonly string[];
}

interface Mistake {
  /** UTF-16 units from the start of the line. */
  readonly at: number;
  readonly says: string;
}

/**
 * Reads `name:hash:role`, one person a line; `#` begins a comment line. What a hash says stands in no sentence.
 *
 * @param file as the sentences name it
 */
export function parseUsers(text: string, file: string): ReadUsers {
  const users: User[] = [];
  const mistakes: string[] = [];
  /** Of nobody is one line taken and another left that may have been meant instead. */
  const doubtful = new Set<string>();
  const lineOf = new Map<string, number>();
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const read = userIn(line);
    const earlier = 'name' in read ? lineOf.get(nameKey(read.name)) : undefined;
    const found = earlier === undefined ? read : twice(line, read, earlier);
    if ('says' in found) {
      mistakes.push(`${file}:${index + 1}:${found.at + 1}: ${found.says}`);
      doubtful.add(nameKey(nameOn(line)));
    } else users.push(found);
    if ('name' in read) lineOf.set(nameKey(read.name), lineOf.get(nameKey(read.name)) ?? index + 1);
  }
  return { users: users.filter(({ name }) => !doubtful.has(nameKey(name))), mistakes };
}

function nameOn(line: string): string {
  return (line.split(':', 1)[0] ?? '').trim();
}

function twice(line: string, read: User | Mistake, earlier: number): Mistake {
  const name = 'name' in read ? read.name : '';
  return { at: line.search(/\S/), says: `“${name}” stands on line ${earlier} already; write each name once` };
}

function userIn(line: string): User | Mistake {
  const parts = line.split(':');
  const [first = '', second = '', third = ''] = parts;
  const start = (part: string, before: number) => before + Math.max(0, part.search(/\S/));
  if (parts.length !== 3)
    return { at: line.search(/\S/), says: 'write name:hash:role; “visavis user add NAME” prints such a line' };
  const name = nameOn(line).normalize('NFC');
  const wrong = whyNoName(name);
  if (wrong !== null) return { at: start(first, 0), says: wrong };
  const hash = second.trim();
  if (hash !== '' && readHash(hash) === null)
    return {
      at: start(second, first.length + 1),
      says: 'write the hash as “visavis user add” prints it, or nothing for somebody whom a proxy names',
    };
  const role = third.trim();
  if (isRole(role)) return { name, hash, role };
  return { at: start(third, first.length + second.length + 2), says: `“${role}” is no role; write ${adviceOn(role)}` };
}

export function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}

/** The role that was meant, or all there are. */
export function adviceOn(word: string): string {
  return nearestWord(word, ROLES) ?? either(ROLES);
}
