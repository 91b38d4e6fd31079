import type { Config } from './config.ts';
import { whyNoName } from './core/people/people.ts';
import { createGit } from './git/run-git.ts';

/** Time that git has to say whose checkout it is. Milliseconds. */
const LIMIT = 5000;

/**
 * The name of who works at the command line: the one that is set, else that of git where the folder is a checkout,
 * under which a commit by hand would stand too. Null where neither says one: the account of the system names nobody.
 */
export async function personHere({ user, root }: Pick<Config, 'user' | 'root'>): Promise<string | null> {
  if (user !== null) return user;
  const git = createGit(root);
  const ask = async (...words: string[]) => (await git(words, { limit: LIMIT })).toString().trim();
  try {
    await ask('rev-parse', '--show-toplevel');
    const name = (await ask('config', '--get', 'user.name')).normalize('NFC');
    return whyNoName(name) === null ? name : null;
  } catch {
    return null;
  }
}
