import { type Config, ConfigError } from './config.ts';
import { openUsers, UnreadableUsers, type UsersFile } from './files/users-file.ts';
import type { GateKeys } from './http/guard/gate.ts';
import { createNameByProxy } from './http/guard/named-by-proxy.ts';
import { createPasswordCheck } from './http/guard/password.ts';

/**
 * Who may come in, and how they are known; null where everybody may do everything.
 *
 * @param tell told what is wrong with the file of users while the server runs
 * @throws {ConfigError} for a file of users that cannot be used
 */
export async function gateKeys(
  { password, users: file, proxy }: Config,
  tell: (message: string) => void,
): Promise<GateKeys | null> {
  if (password === null && file === null && proxy === null) return null;
  const users = file === null ? null : usersOf(file, tell);
  return {
    ...{ users, hasPassword: password !== null },
    check: await createPasswordCheck(password, users),
    nameByProxy: proxy === null ? null : createNameByProxy(proxy),
  };
}

function usersOf(file: string, tell: (message: string) => void): UsersFile {
  try {
    return openUsers(file, tell);
  } catch (error) {
    if (error instanceof UnreadableUsers) throw new ConfigError(`VISAVIS_USERS: ${error.message}`);
    throw error;
  }
}
