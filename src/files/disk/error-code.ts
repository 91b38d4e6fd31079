/** The code of an error of the system (`ENOENT`); '' for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The code, as it is told to people. */
export function saidCode(error: unknown): string {
  return codeOf(error) || 'unknown error';
}
