#!/usr/bin/env node

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConsole, UsageError } from './cli/command.ts';
import { codeOf } from './files/error-code.ts';
import { runProgram } from './program.ts';

/** The environment, and what `.env` in the current folder adds to it. */
function environment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT')
      throw new UsageError(`.env cannot be read (${codeOf(error) || error}); it must be a file.`);
  }
  return process.env;
}

// A reader of the output that goes away (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const code = await runProgram(process.argv.slice(2), {
  home: fileURLToPath(new URL('..', import.meta.url)),
  console: createConsole(process.stdout, process.stderr),
  environment,
  input: () => readFileSync(0),
});
if (code !== null) process.exitCode = code;
