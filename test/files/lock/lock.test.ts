import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Holder, parseHolder, stateOf, thisProcess } from '../../../src/files/disk/lock-holder.ts';
import { type Lock, type LockOptions, takeLock, writerOf } from '../../../src/files/lock/lock.ts';
import { createLockFile, isOwnLock } from '../../../src/files/lock/lock-file.ts';
import { everyNth, IS_SLOW_SET } from '../../rounds.ts';
import { makeRoot, until } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
let file: string;
const locks: Lock[] = [];
beforeEach(async () => {
  ({ root, remove } = await makeRoot({ 'glossary/a.yaml': '[]\n' }));
  file = path.join(root, '.visavis/lock');
});
afterEach(async () => {
  for (const lock of locks.splice(0)) lock.release();
  await remove();
});

const take = async (options: LockOptions = {}) => {
  const lock = await takeLock(root, { beat: 50, patience: 1000, ...options });
  locks.push(lock);
  return lock;
};
const leave = async (text: string) => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
};
/** A holder of another machine; `over` says what is otherwise. */
const elsewhere = (over: Partial<Holder> = {}) => JSON.stringify({ ...thisProcess('t'), host: 'other-host', ...over });
const refusal = (options?: LockOptions) =>
  take(options).then(
    () => 'taken',
    (error: Error) => error.message,
  );
const beats = () => setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), 50);

describe('a living server keeps its lock', () => {
  test('of this machine', async () => {
    const lock = await take();
    await lock.announce('http://127.0.0.1:3000/');
    expect(await refusal()).toBe(
      `Already served by process ${process.pid} on http://127.0.0.1:3000/. Stop that one first, or open its address.`,
    );
  });

  test.each([
    ['of another machine', elsewhere({ url: 'http://localhost:3000/' }), 'Already served by process'],
    [
      'of another container, with our own number',
      elsewhere({ host: hostname(), space: 'pid:[1]' }),
      'Already served by',
    ],
    ['of another boot of a machine of our name', elsewhere({ host: hostname(), boot: 'x' }), 'Already served by'],
    ['with an empty lock, since its disk is full', '', 'Already served by another server'],
    ['with half a lock', '{"pid":', 'Already served by another server'],
  ])('%s, which is seen by its signs of life', async (_what, text, sentence) => {
    await leave(text);
    const timer = beats();
    const told = await refusal();
    clearInterval(timer);
    expect([told.startsWith(sentence), await readFile(file, 'utf8')]).toEqual([true, text]);
  });

  test('by a clock that goes wrong', async () => {
    await leave(elsewhere());
    let year = 1980;
    const timer = setInterval(() => {
      year += 1;
      utimes(file, new Date(`${year}-01-01`), new Date(`${year}-01-01`)).catch(() => {});
    }, 50);
    const told = await refusal();
    clearInterval(timer);
    expect(told).toContain('(other-host)');
  });
});

describe('a lock that was left behind is taken over', () => {
  test('that came with a copy of a folder whose server lives', async () => {
    await take();
    const copy = await makeRoot({ '.visavis/lock': await readFile(file, 'utf8') });
    const found = await writerOf(copy.root);
    const lock = await takeLock(copy.root, { beat: 50, patience: 300 });
    lock.release();
    await copy.remove();
    expect([found, await refusal()]).toEqual([null, expect.stringContaining('Already served')]);
  });

  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const texts: [string, string][] = [
    ['of a process that ended', JSON.stringify({ ...thisProcess('t'), pid: gone, started: '1' })],
    ['of a process that has its number by chance', JSON.stringify({ ...thisProcess('t'), started: '1' })],
    ['of another machine', elsewhere()],
    ['that is empty', ''],
    ['that nobody can read', 'not JSON'],
    ['that says null', 'null'],
    ['with a number that is none', elsewhere({ pid: -1 })],
    ['of a version before this one', '{"pid":1,"started":"1","boot":"x","url":""}'],
    ['of a megabyte', 'x'.repeat(1_000_000)],
  ];
  test.each(everyNth(texts, 2))('%s', async (_what, text) => {
    await leave(text);
    const lock = await take();
    await lock.announce('http://localhost:1/');
    expect(parseHolder(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid, url: 'http://localhost:1/' });
  });

  test('at once, where it is known; after a while that is said, where not', async () => {
    const told: string[] = [];
    await leave(elsewhere());
    await take({ tell: (message) => told.push(message), patience: 300 });
    expect(told).toEqual([
      `Process ${process.pid} of other-host had these files; looking for 0.3 seconds whether it still runs.`,
    ]);
  });

  test('by one of ten who want it at once', async () => {
    await leave(elsewhere());
    const taken = await Promise.all(Array.from({ length: 10 }, () => refusal({ patience: 400 })));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([taken.filter((one) => one === 'taken').length, await readdir(path.dirname(file))]).toEqual([
      1,
      expect.arrayContaining(['lock']),
    ]);
  });
});

describe('the holder', () => {
  test('shows that it lives', async () => {
    await take();
    const { mtimeMs } = await stat(file);
    await until(async () => (await stat(file)).mtimeMs > mtimeMs);
  });

  test('is told when another took over', async () => {
    let lost = false;
    await take({
      onLost: () => {
        lost = true;
      },
    });
    await rm(file);
    await leave(JSON.stringify({ ...thisProcess('another'), pid: process.ppid, started: startOf(process.ppid) }));
    await until(() => lost);
    locks.pop()?.release();
    expect(await readFile(file, 'utf8')).toContain('another');
  });

  test('makes its lock again when somebody cleaned the folder', async () => {
    await (await take()).announce('http://localhost:1/');
    await rm(path.dirname(file), { recursive: true });
    await until(async () => (await readFile(file, 'utf8').catch(() => '')).includes('http://localhost:1/'));
  });

  test.each(['retire', 'release'] as const)(
    'leaves none where it is told to %s while it takes it anew',
    async (end) => {
      let isLooking = false;
      const tell = () => {
        isLooking = true;
      };
      const lock = await take({ patience: 1, tell });
      await rm(file);
      await leave(elsewhere());
      await until(() => isLooking);
      lock[end]();
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await readdir(path.dirname(file))).toEqual(['.gitignore']);
    },
  );

  test('leaves nothing behind', async () => {
    (await take()).release();
    expect(await readdir(path.dirname(file))).toEqual(['.gitignore']);
  });
});

test('a server whose lock became something else goes on, and takes it anew once that is gone', async () => {
  let isLost = false;
  await take({
    onLost: () => {
      isLost = true;
    },
  });
  await rm(file);
  await mkdir(file);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await rm(file, { recursive: true });
  await until(() => existsSync(file));
  expect(isLost).toBe(false);
});

test.each([
  ['the root', () => root],
  ['the folder of the lock', () => path.dirname(file)],
])('a server goes on with the lock it has where %s was away for a while', async (_what, placeOf) => {
  let isLost = false;
  await take({
    onLost: () => {
      isLost = true;
    },
  });
  const [place, { ino }] = [placeOf(), await stat(file)];
  await rename(place, `${place}-away`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await rm(place, { recursive: true, force: true });
  await rename(`${place}-away`, place);
  const { mtimeMs } = await stat(file);
  await until(async () => (await stat(file)).mtimeMs > mtimeMs);
  expect([isLost, (await stat(file)).ino]).toEqual([false, ino]);
});

test.each([
  ['t', true],
  ['another', false],
])('where a handle is of no use any more, the lock says whose it is: of %s', async (token, isOwn) => {
  await mkdir(path.dirname(file));
  const handle = await createLockFile(file);
  if (handle === null) throw new Error('there was one');
  await handle.writeFile(JSON.stringify(thisProcess(token)));
  await handle.close();
  expect(await isOwnLock(file, handle, 't')).toBe(isOwn);
});

test.each([
  ['this process', thisProcess('t'), 'living'],
  ['a number that nobody has', { ...thisProcess('t'), pid: 2 ** 22 + 1 }, 'gone'],
  ['another start', { ...thisProcess('t'), started: '1' }, 'gone'],
  ['another container', { ...thisProcess('t'), space: 'pid:[1]' }, 'unknown'],
  ['another host', { ...thisProcess('t'), host: 'x' }, 'unknown'],
])('%s: %o is %s', (_what, holder, state) => {
  expect(stateOf(holder)).toBe(state);
});

test.runIf(existsSync('/proc/self/ns/pid'))('a lock says where its number of a process counts', () => {
  const { boot, space } = thisProcess('t');
  const told = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  expect([boot, space]).toEqual([told, readlinkSync('/proc/self/ns/pid')]);
});

test('nothing of a lock but plain words is repeated to a terminal', () => {
  const sly = JSON.stringify({ ...thisProcess('t'), url: 'http://x/\u001b[2J\n', host: 'a\nb' });
  const script = JSON.stringify({ ...thisProcess('t'), url: 'javascript:x' });
  expect([parseHolder(sly)?.url, parseHolder(sly)?.host, parseHolder(script)?.url]).toEqual(['', '', '']);
});

const canUnshare = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;
test.runIf(canUnshare && IS_SLOW_SET)(
  'two containers with one folder have one server (skipped where unshare is not allowed)',
  async () => {
    const main = new URL('../../../dist/main.js', import.meta.url).pathname;
    const inContainer = () =>
      spawn('unshare', ['--pid', '--fork', '--mount-proc', '--kill-child', process.execPath, main, 'serve'], {
        cwd: root,
        env: { ...process.env, VISAVIS_ROOT: root, PORT: '0' },
      });
    const first = inContainer();
    await new Promise((resolve) => first.stdout.once('data', resolve));
    const second = inContainer();
    let told = '';
    second.stderr.on('data', (data) => {
      told += data;
    });
    const code = await new Promise((resolve) => second.once('exit', resolve));
    first.kill('SIGKILL');
    await new Promise((resolve) => first.once('exit', resolve));
    expect([code, /Already served by process 1 on http/.test(told)]).toEqual([1, true]);
  },
);

const canMount = spawnSync('unshare', ['-rm', 'true']).status === 0;
test.skipIf(!canMount)('on a full disk there is a lock all the same (skipped where unshare is not allowed)', () => {
  const lockModule = new URL('../../../dist/files/lock/lock.js', import.meta.url).href;
  const script = `
    import { takeLock } from '${lockModule}';
    import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
    mkdirSync('.visavis');
    writeFileSync('.visavis/.gitignore', '*');
    try { writeFileSync('fill', Buffer.alloc(1 << 20)); } catch {}
    const lock = await takeLock('.', { beat: 50, patience: 500 });
    await lock.announce('http://localhost:1/');
    const second = await takeLock('.', { beat: 50, patience: 500 }).then(() => 'taken', (error) => error.message);
    console.log(JSON.stringify([readFileSync('.visavis/lock', 'utf8'), second]));
    process.exit(0);`;
  const out = execFileSync(
    'unshare',
    [
      '-rm',
      'sh',
      '-c',
      'mount -t tmpfs -o size=16k none "$0" && cd "$0" && exec "$1" --input-type=module -e "$2"',
      root,
      process.execPath,
      script,
    ],
    { encoding: 'utf8' },
  );
  const [text, second] = JSON.parse(out) as [string, string];
  expect([text, second.startsWith('Already served by another server')]).toEqual(['', true]);
});

function startOf(pid: number): string {
  const stat = spawnSync('cat', [`/proc/${pid}/stat`], { encoding: 'utf8' }).stdout;
  return stat.replace(/^.*\)/s, '').trim().split(' ')[19] ?? '';
}

test('a lock that is gone is not made again by a server that is about to end', async () => {
  const lock = await take();
  lock.retire();
  await rm(path.dirname(file), { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 400));
  await expect(readdir(path.dirname(file))).rejects.toThrow('ENOENT');
});
