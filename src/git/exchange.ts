import { cutShort } from '../core/text/cut-short.ts';
import { branchOf, commitOf, isAncestor, type Other, otherOf, type Repository } from './repository.ts';
import { type Git, GitError } from './run-git.ts';
import { Held } from './take-over.ts';

/** The other copy cannot be reached. The message is what git said, on one line. */
export class Away extends Error {}

/** The other copy is there and takes nothing. The message is its own, on one line. */
export class Refused extends Error {}

/** Time that another machine has. Milliseconds. */
const LIMIT = 120_000;
/** UTF-16 units of what another machine says that are told. */
const MOST_SAID = 300;

/**
 * Makes sure that commits can be made here at all.
 *
 * @returns the other copy; null where there is none
 * @throws {Held}
 */
export async function wantReady(repository: Repository): Promise<Other | null> {
  const branch = await branchOf(repository).catch(() => {
    throw new Held('The checkout stands on no branch, so nothing is committed; check one out.');
  });
  if ((await commitOf(repository.git, 'MERGE_HEAD')) !== null)
    throw new Held('A merge is under way in the checkout, so nothing is committed; end it, or take it back.');
  return otherOf(repository, branch);
}

/** The commit where the other copy is; null where it has none. @throws {Away} */
export async function fetchOther(
  git: Git,
  { remote, branch, fetched }: Other,
  signal: AbortSignal,
): Promise<string | null> {
  const words = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--', remote, `+${branch}:${fetched}`];
  try {
    await git(words, { limit: LIMIT, signal });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (error.said.includes("couldn't find remote ref")) return null;
    throw new Away(onOneLine(error.said));
  }
  return commitOf(git, fetched);
}

/**
 * Sends a commit.
 *
 * @returns false where somebody else was faster
 * @throws {Away} @throws {Refused}
 */
export async function pushTo(
  git: Git,
  { remote, branch, seen }: Other,
  { commit, signal }: { readonly commit: string; readonly signal: AbortSignal },
): Promise<boolean> {
  const alone = ['--no-verify', '--no-follow-tags', '--recurse-submodules=no'];
  const words = ['push', '--quiet', ...alone, '--', remote, `${commit}:${branch}`];
  try {
    await git(words, { limit: LIMIT, signal });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const { said } = error;
    const [, why = ''] = /\[remote rejected\][^([]*\((.*)\)/.exec(said) ?? [];
    if (said.includes('[rejected]') || /failed to update ref|cannot lock ref|incorrect old value/.test(why))
      return false;
    if (why === '') throw new Away(onOneLine(said));
    throw new Refused(refusalIn(said, why));
  }
  await git(['update-ref', seen, commit]);
  return true;
}

/** Why nothing was taken, and what the other copy said of it. */
function refusalIn(said: string, why: string): string {
  const lines = [...said.matchAll(/^remote: (.*)/gm)].map(([, line = '']) => line);
  const told = onOneLine(lines.join(' '));
  return told === '' ? why : `${why}: ${told}`;
}

function onOneLine(said: string): string {
  return cutShort(said.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(), MOST_SAID);
}

/** Saves that the other copy does not have, as far as commits tell. */
export async function countUnsent(git: Git, other: Other | null): Promise<number> {
  if (other === null || (await commitOf(git, 'HEAD')) === null) return 0;
  const without = (await commitOf(git, other.seen)) === null ? [] : [`^${other.seen}`];
  return Number((await git(['rev-list', '--count', '--no-merges', 'HEAD', ...without])).toString());
}

/** Which of two commits stands for both; null where neither does. */
export async function furtherOf(git: Git, ours: string, theirs: string): Promise<string | null> {
  if (await isAncestor(git, theirs, ours)) return ours;
  return (await isAncestor(git, ours, theirs)) ? theirs : null;
}
