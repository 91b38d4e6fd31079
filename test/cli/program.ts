import { execFile } from 'node:child_process';
import path from 'node:path';
import { Writable } from 'node:stream';
import { createConsole, createOutput } from '../../src/cli/command.ts';
import { runProgram } from '../../src/program.ts';
import { HOME } from '../site.ts';

export const PROGRAM = path.join(HOME, 'dist/main.js');

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Given {
  readonly root?: string;
  /** The current folder; the root where none is given. */
  readonly here?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

interface GivenBuilt extends Given {
  /** Told what it prints to stderr when it does. */
  readonly onErr?: (text: string) => void;
}

/** Runs a command in a root to its end, in this process: a second sooner than the built program. */
export async function run(
  args: readonly string[],
  { root = HOME, here = root, input = '', env = {} }: Given = {},
): Promise<Result> {
  const [out, err] = [createPaper(), createPaper()];
  const code = await runProgram(args, {
    home: HOME,
    console: createConsole(out.stream, err.stream),
    output: createOutput(out.stream),
    environment: () => ({ ...process.env, VISAVIS_ROOT: root, ...env }),
    here: () => path.resolve(here),
    input: () => Buffer.from(input),
    secret: async () => input.toString().split('\n')[0] ?? '',
  });
  return { code, out: out.text(), err: err.text() };
}

/** Runs the built program to its end: for what its process does, and what others in it print. */
export function runBuilt(
  args: readonly string[],
  { root = HOME, input = '', env = {}, onErr = () => {} }: GivenBuilt = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      { cwd: root, env: { ...process.env, VISAVIS_ROOT: root, ...env } },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
    child.stderr?.on('data', (text) => onErr(String(text)));
    child.stdin?.end(input);
  });
}

/** A stream that keeps what is written to it. */
function createPaper(): { stream: Writable; text: () => string } {
  let text = '';
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return { stream, text: () => text };
}
