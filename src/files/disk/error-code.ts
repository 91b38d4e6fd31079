/** The code of an error of the system (`ENOENT`); '' for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The code, as it is told to people. */
export function saidCode(error: unknown): string {
  return codeOf(error) || 'unknown error';
}

const REASONS: ReadonlyMap<string, 'full' | 'forbidden'> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EACCES', 'forbidden'],
  ['EPERM', 'forbidden'],
  ['EROFS', 'forbidden'],
]);

/** What a code means for who wants to save: there is no room, writing there is not allowed, or anything else. */
export function reasonOf(code: string): 'full' | 'forbidden' | 'other' {
  return REASONS.get(code) ?? 'other';
}
