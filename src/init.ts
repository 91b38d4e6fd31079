import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Console, type ExitCode, UsageError } from './cli/command.ts';
import { GITIGNORE, type InitCommand, STARTER, tellInit } from './cli/init.ts';
import { shellWord } from './cli/shell-word.ts';
import { type FirstFile, makeWorkFolder, shippedFiles } from './files/disk/new-folder.ts';
import type { Places } from './root.ts';

/**
 * Makes a folder to work in, and tells of it.
 *
 * @throws {UsageError} for a folder without a name @throws {StoreError} when it cannot be made
 */
export async function init(command: InitCommand, places: Places, console: Console): Promise<ExitCode> {
  if (command.folder.trim() === '')
    throw new UsageError('Name a folder, or nothing for the current one: visavis init.');
  const folder = path.resolve(places.here, command.folder);
  const files = await makeWorkFolder(folder, await firstFiles(command, places.home));
  const steps = folder === places.here ? [] : [`cd ${shellWord(command.folder)}`];
  const next = [...steps, `${programIn(folder, places.home)} serve`];
  return tellInit({ files, notIgnored: isIgnored(folder, '.env') ? null : '.env', next }, console);
}

async function firstFiles({ glossary, example }: InitCommand, home: string): Promise<FirstFile[]> {
  const isWhole = glossary || example;
  const shipped = await shippedFiles(home, { glossary: isWhole, article: example });
  const starter = { name: 'glossary/terms.yaml', text: STARTER, isStarter: true };
  const ignored = { name: '.gitignore', text: GITIGNORE, isStarter: false };
  return [ignored, ...(isWhole ? [] : [starter]), ...shipped];
}

/**
 * Whether a line of `.gitignore` names a file in the ways that people write; a pattern that is cleverer is not seen.
 */
function isIgnored(folder: string, name: string): boolean {
  try {
    const lines = readFileSync(path.join(folder, '.gitignore'), 'utf8').split(/\r?\n/);
    return lines.some((line) => [name, `/${name}`, `${name}*`, `*${name}`].includes(line.trim()));
  } catch {
    return false;
  }
}

/**
 * What the program is called by in a folder: npx finds it in the folders above; what is installed for the whole
 * machine is a command; and anywhere else its file is run.
 */
function programIn(folder: string, home: string): string {
  const own = path.resolve(home);
  const [above = own] = own.split(`${path.sep}node_modules${path.sep}`);
  if (folder === above || folder.startsWith(above + path.sep)) return 'npx visavis';
  if (path.basename(above) === 'lib' && above !== own) return 'visavis';
  return `node ${shellWord(path.join(own, 'dist/main.js'))}`;
}
