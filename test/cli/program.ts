import { execFile } from 'node:child_process';
import path from 'node:path';
import { HOME } from '../site.ts';

export const PROGRAM = path.join(HOME, 'dist/main.js');

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program to its end. */
export function run(
  args: readonly string[],
  { root = HOME, input = '', env = {} }: { root?: string; input?: string | Buffer; env?: Record<string, string> } = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      { env: { ...process.env, VISAVIS_ROOT: root, ...env } },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
    child.stdin?.end(input);
  });
}
