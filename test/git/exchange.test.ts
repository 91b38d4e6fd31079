import { expect, test } from 'vitest';
import { Away, fetchOther, pushTo, Refused } from '../../src/git/exchange.ts';
import { type Git, GitError } from '../../src/git/run-git.ts';

const OTHER = {
  remote: 'origin',
  branch: 'refs/heads/main',
  seen: 'refs/visavis/main',
  fetched: 'refs/visavis-fetched',
};
const REJECTED = 'error: failed to push some refs to ‘x’';

/** A git that says one thing of what goes over the network, and is asked for nothing else that fails. */
const saying = (said: string | Error, calls: string[] = []): Git => {
  return async (words) => {
    calls.push(words.join(' '));
    if (words[0] !== 'push' && words[0] !== 'fetch') return Buffer.from('abc\n');
    throw typeof said === 'string' ? new GitError(said, '1') : said;
  };
};
/** Of a server that goes on. */
const GOING = new AbortController().signal;

const cameOf = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    const kind = error instanceof Away ? 'away' : error instanceof Refused ? 'refused' : 'a mistake';
    return `${kind}: ${error instanceof Error ? error.message : ''}`;
  });

test.each([
  [` ! [rejected]        x -> main (fetch first)\n${REJECTED}`, false],
  [` ! [rejected]        x -> main (non-fast-forward)\n${REJECTED}`, false],
  [` ! [remote rejected] x -> main (failed to update ref)\n${REJECTED}`, false],
  [` ! [remote rejected] x -> main (cannot lock ref 'refs/heads/main': is at 1 but expected 2)\n${REJECTED}`, false],
  [` ! [remote rejected] x -> main (incorrect old value provided)\n${REJECTED}`, false],
  [` ! [remote rejected] x -> main (protected branch)\n${REJECTED}`, 'refused: protected branch'],
  [` ! [remote rejected] x -> main (pre-receive hook declined)\n${REJECTED}`, 'refused: pre-receive hook declined'],
  [
    `remote: error: \u001b[31mCommits must have\u001b[0m   \nremote: verified signatures.  \nremote: \nTo x\n ! [remote rejected] x -> main (protected branch)\n${REJECTED}`,
    'refused: protected branch: error: [31mCommits must have [0m verified signatures.',
  ],
  ['fatal: failed to update ref', 'away: fatal: failed to update ref'],
  [
    'ssh: no route\nfatal: Could not read from remote repository.',
    'away: ssh: no route fatal: Could not read from remote repository.',
  ],
  [new Error('out of memory'), 'a mistake: out of memory'],
])('what is sent and answered with %j', async (said, expected) => {
  const calls: string[] = [];
  expect(await cameOf(pushTo(saying(said, calls), OTHER, { commit: 'abc', signal: GOING }))).toBe(expected);
  expect(calls.filter((call) => call.startsWith('update-ref'))).toEqual([]);
  for (const call of calls.filter((one) => one.startsWith('push'))) expect(call).toContain('--no-follow-tags');
});

test.each([
  ["fatal: couldn't find remote ref refs/heads/main", null],
  [
    'ssh: no route\nfatal: Could not read from remote repository.\n',
    'away: ssh: no route fatal: Could not read from remote repository.',
  ],
  [new Error('out of memory'), 'a mistake: out of memory'],
])('what is fetched and answered with %j', async (said, expected) => {
  expect(await cameOf(fetchOther(saying(said), OTHER, GOING))).toBe(expected);
});
