import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { bringIndexAlong, unlessNone } from '../../src/git/repository.ts';
import { createGit, GitError } from '../../src/git/run-git.ts';
import { makeRoot } from '../site.ts';

let root = '';
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ root, remove } = await makeRoot({}));
});
afterAll(() => remove());
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What a program that git starts finds around it. */
async function surroundings(): Promise<Map<string, string>> {
  const said = (await createGit(root)(['-c', 'alias.say=!env -0', 'say'])).toString();
  return new Map(said.split('\0').map((line) => [line.replace(/=.*$/s, ''), line.replace(/^[^=]*=/, '')]));
}

test('nothing around it leads git to another repository, and it is told how to reach the other copy', async () => {
  const ours = {
    GIT_DIR: '/x',
    GIT_INDEX_FILE: '/x',
    GIT_CONFIG_COUNT: '0',
    GIT_SSH_COMMAND: 'ssh -4',
    GIT_SSH: 'plink',
  };
  for (const [name, value] of Object.entries(ours)) vi.stubEnv(name, value);
  const found = await surroundings();
  expect(Object.keys(ours).map((name) => found.get(name) ?? null)).toEqual([null, null, null, 'ssh -4', 'plink']);
});

test('git asks nobody for anything', async () => {
  const found = await surroundings();
  const names = ['GIT_SSH_COMMAND', 'GIT_TERMINAL_PROMPT', 'GIT_ASKPASS', 'SSH_ASKPASS', 'GIT_EDITOR', 'LC_ALL'];
  expect(names.map((name) => found.get(name))).toEqual(['ssh -oBatchMode=yes', '0', 'true', 'true', 'true', 'C']);
});

test.each<[string, readonly string[], number | undefined, string, RegExp]>([
  [
    'that goes wrong says why in its last line',
    ['-c', 'alias.a=!echo one >&2; echo two >&2; exit 3', 'a'],
    undefined,
    '3',
    /^two$/,
  ],
  ['that says nothing is named', ['-c', 'alias.a=!exit 3', 'a'], undefined, '3', /^Command failed|git/],
  ['that takes too long is ended', ['-c', 'alias.a=!exec sleep 9', 'a'], 50, 'ETIMEDOUT', /./],
])('a call %s', async (_, words, limit, code, says) => {
  const error = await createGit(root)(words, limit === undefined ? {} : { limit }).catch((one: unknown) => one);
  expect(error).toMatchObject({ code, message: expect.stringMatching(says) });
});

test('where there is no git that is said', async () => {
  vi.stubEnv('PATH', root);
  await expect(createGit(root)(['status'])).rejects.toMatchObject({ code: 'ENOENT' });
});

test('no answer is not the same as trouble', () => {
  expect(unlessNone(new GitError('', '1'))).toBe(null);
  for (const error of [new GitError('fatal', '128'), new Error('1')]) expect(() => unlessNone(error)).toThrow(error);
});

/** Tells the index of files, where git fails so many times. */
async function broughtAlong(failures: number, says: string) {
  let calls = 0;
  const git = async () => {
    calls += 1;
    if (calls <= failures) throw new GitError(says, '128');
    return Buffer.from('');
  };
  const repository = { git, folder: root, top: root, prefix: '' };
  const own = { index: '', journal: '', lockNote: `${root}/note`, refs: '', fetched: '' };
  const came = await bringIndexAlong({ ...repository, own }, []).then(
    () => 'done',
    (error: Error) => error.message,
  );
  return { came, calls };
}

const HELD = 'fatal: Unable to create ‘/x/.git/index.lock’: File exists.';

test.each([
  ['free', 0, '', { came: 'done', calls: 1 }],
  ['held for a moment', 9, HELD, { came: 'done', calls: 10 }],
  ['held for long', 99, HELD, { came: HELD, calls: 10 }],
  ['broken', 99, 'fatal: index file corrupt', { came: 'fatal: index file corrupt', calls: 1 }],
])('an index that is %s', async (_, failures, says, expected) => {
  expect(await broughtAlong(failures, says)).toEqual(expected);
});
