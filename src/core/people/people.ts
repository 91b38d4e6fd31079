/** What somebody may do: only read; write, but approve nothing; all. From the least to the most. */
export const ROLES = ['reader', 'translator', 'reviewer'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who is known by name. */
export interface Person {
  readonly name: string;
  readonly role: Role;
}

/** A person of the file of users. */
export interface User extends Person {
  /** As {@link readHash} reads it; '' for one whom no password lets in. */
  readonly hash: string;
}

/** UTF-16 units of a name. */
const LONGEST_NAME = 60;
/** Letters and figures, joined by one space or one sign. */
const NAME = /^[\p{L}\p{N}](?:[.@_'’+-]? ?[\p{L}\p{M}\p{N}])*\.?$/u;
/** What histories write where nobody is known by name. */
const NOBODY = /^(?:session\b|unknown$)/i;

/** Why nobody can be called so, and what to write; null for a name. It goes into comments, commits and pages. */
export function whyNoName(name: string): string | null {
  if (name === '') return 'write a name';
  if (name.length > LONGEST_NAME) return `write a name of ${LONGEST_NAME} signs at most`;
  if (NOBODY.test(name)) return `“${name}” stands for people without a name; write another one`;
  if (NAME.test(name)) return null;
  return 'write a name of letters and digits, joined by one space or one of . @ _ - + ’';
}

/** However a keyboard writes é, and in small letters: two names that read the same are one. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Who has no name gave the one password, which opens everything. */
export function mayWrite(person: Person | null): boolean {
  return person?.role !== 'reader';
}

/** What to say to one who only reads. */
export function onlyReads({ name }: Person): string {
  return `${name} only reads on this server, so nothing was changed.`;
}
