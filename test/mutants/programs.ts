import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** How a program of the packages is run. */
export interface Run {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Gets each line that the program writes; true when that is enough. */
  readonly hear?: (line: string) => boolean;
  /** It is ended when nothing was heard for so long. Milliseconds. */
  readonly patience: number;
}

/** How it came to its end: by itself, because it was heard enough, or because it said nothing any more. */
export type End = { readonly code: number } | 'heard' | 'silent';

/** Runs a program of the packages; all that it started ends with it. */
export function runProgram(
  [name = '', ...args]: readonly string[],
  { folder, env, hear, patience }: Run,
): Promise<End> {
  const program = path.join(folder, 'node_modules/.bin', name);
  // A group of its own, so that nothing it started is left behind.
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const end = () => endGroup(child.pid);
  let early: End | null = null;
  const stop = (why: 'heard' | 'silent') => {
    early ??= why;
    end();
  };
  const silence = setTimeout(stop, patience, 'silent');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    silence.refresh();
    if (hear?.(line) === true) stop('heard');
  });
  process.once('exit', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', end);
      clearTimeout(silence);
      end();
      resolve(early ?? { code: code ?? 1 });
    });
  });
}

/** Ends all processes of a group, those too that outlived the first of them and listen to no request. */
function endGroup(group: number | undefined): void {
  try {
    if (group !== undefined) process.kill(-group, 'SIGKILL');
  } catch {
    // None is left.
  }
}
