import type { Console, ExitCode } from './cli/command.ts';
import type { Config } from './config.ts';
import { fetchModel } from './engines/model-fetch.ts';
import { FRENCH_ENGLISH } from './engines/model-files.ts';

/** `visavis model fetch`: a line a file, which counts up where somebody watches. */
export async function fetchLocalModel({ engines: { local } }: Config, console: Console): Promise<ExitCode> {
  const tell = (file: string, done: number, total: number) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${file}: ${(done / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB`);
  };
  await fetchModel(local.url, local.folder, FRENCH_ENGLISH, tell);
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.err(`The model is in ${local.folder}.\n`);
  return 0;
}
