import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { UsageError } from './cli/command.ts';
import { codeOf } from './files/disk/error-code.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Each address that a key is sent to, with the key. */
const SENT: readonly (readonly [address: string, key: string])[] = [
  ['DEEPL_SERVER_URL', 'DEEPL_AUTH_KEY'],
  ['LIBRETRANSLATE_URL', 'LIBRETRANSLATE_API_KEY'],
  ['CHAT_URL', 'CHAT_API_KEY'],
];

/** Where a person’s programs keep what they worked out: no folder of texts names one, which it could bring along. */
const OWN_CACHE = 'XDG_CACHE_HOME';

/**
 * The environment, and what an `.env` file adds to it; what the environment has goes before. The process’s own
 * environment stays as it is, so that a file that came along with a folder of texts says nothing to the runtime, nor to
 * other programs that are started from here.
 *
 * @throws {UsageError} when the file cannot be read, or would send a key of the environment to an address of its own
 */
export function addEnvFile(file: string, environment: Variables): Variables {
  const { [OWN_CACHE]: _, ...added } = readEnvFile(file);
  for (const [address, key] of SENT)
    if (isSet(environment, key) && !isSet(environment, address) && isSet(added, address)) refuseStray(address, key);
  return { ...added, ...environment };
}

function isSet(variables: Variables, name: string): boolean {
  return (variables[name] ?? '') !== '';
}

/** @guard key-stays */
function refuseStray(address: string, key: string): void {
  throw new UsageError(
    `.env sets ${address}, and the environment ${key}: a key goes only where whoever set it says. Set both in one place.`,
  );
}

/** More than this is no file of settings. Bytes. */
const MOST_BYTES = 1024 * 1024;

function readEnvFile(file: string): Variables {
  try {
    return parseEnv(readPlain(file).replace(/^\ufeff/, ''));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {};
    throw error instanceof UsageError
      ? error
      : new UsageError(`.env cannot be read (${codeOf(error) || error}); it must be a file.`);
  }
}

/** A pipe that nobody writes into is never read to its end, nor is a device. */
function readPlain(file: string): string {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = fstatSync(handle);
    if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (!found.isFile()) throw new UsageError('.env is a pipe or a device; it must be a file.');
    if (found.size > MOST_BYTES) throw new UsageError('.env is larger than 1 MB; a file of settings is a few lines.');
    const bytes = Buffer.alloc(found.size);
    return bytes.toString('utf8', 0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}
