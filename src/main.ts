#!/usr/bin/env node

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { askSecret } from './ask-secret.ts';
import { createConsole, createOutput, UsageError } from './cli/command.ts';
import { addEnvFile } from './env-file.ts';
import { runProgram } from './program.ts';

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('The current folder is not there any more; go to another one.');
  }
}

// A reader of the output that goes away (`| head`) is no error. A terminal that is closed hears nothing more: what is
// under way comes to its end.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EIO') process.exit(code === 'EPIPE' ? 0 : 2);
});
process.stderr.on('error', () => {});

const code = await runProgram(process.argv.slice(2), {
  home: fileURLToPath(new URL('..', import.meta.url)),
  console: createConsole(process.stdout, process.stderr),
  output: createOutput(process.stdout),
  environment: () => addEnvFile('.env', process.env),
  here: currentFolder,
  input: () => readFileSync(0),
  secret: askSecret,
});
if (code !== null) process.exitCode = code;
