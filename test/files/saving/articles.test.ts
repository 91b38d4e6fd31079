import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileCalls, removeLeftovers, SYSTEM, temporaryName } from '../../../src/files/disk/write-file.ts';
import { createArticleStore } from '../../../src/files/saving/articles.ts';
import { PROGRAM } from '../../cli/program.ts';
import { everyNth, IS_SLOW_SET } from '../../rounds.ts';
import { makeRoot, SMALL } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(SMALL));
});
afterEach(() => remove());

const at = (...names: readonly string[]) => path.join(root, ...names);
const store = () => createArticleStore(root, () => 1700);
const article = (slug: string, more = {}) => ({
  slug,
  source: '---\ntitle: Pont\n---\n\nUn.\n',
  catalogue: null,
  ...more,
});

describe('an article that is added', () => {
  test('is a folder with its files', async () => {
    const slug = await store().add(article('pont', { catalogue: 'msgid "Un."\nmsgstr "One."\n' }));
    expect([slug, (await readdir(at('content', slug))).sort(), await readdir(at('content'))]).toEqual([
      'pont',
      ['en.po', 'fr.md'],
      ['essai', 'pont'],
    ]);
    expect(await readFile(at('content/pont/fr.md'), 'utf8')).toBe('---\ntitle: Pont\n---\n\nUn.\n');
  });

  test('makes content/ where there is none', async () => {
    const empty = await makeRoot({});
    const slug = await createArticleStore(empty.root, () => 0).add(article('pont'));
    const names = await readdir(path.join(empty.root, 'content'));
    await empty.remove();
    expect([slug, names]).toEqual(['pont', ['pont']]);
  });

  test('gets a number where its name is taken, and the next one after that', async () => {
    expect([
      await store().add(article('essai')),
      await store().add(article('essai')),
      await readFile(at('content/essai/fr.md'), 'utf8'),
    ]).toEqual(['essai-2', 'essai-3', SMALL['content/essai/fr.md']]);
  });

  test.each([
    ['an empty folder', () => mkdir(at('content/pont'))],
    ['a file', () => writeFile(at('content/pont'), 'x')],
    ['a link to nowhere', () => symlink('/nowhere', at('content/pont'))],
  ])('takes no name that has %s', async (_what, make) => {
    await make();
    expect(await store().add(article('pont'))).toBe('pont-2');
  });

  test('is refused where a person chose a name that is taken', async () => {
    await expect(store().add(article('essai', { isChosen: true }))).rejects.toThrow(
      'There is an article “essai” already; choose another name.',
    );
    expect(await readdir(at('content'))).toEqual(['essai']);
  });

  test('a name of 100 characters stays one with its number', async () => {
    const long = 'a'.repeat(100);
    expect([await store().add(article(long)), await store().add(article(long))]).toEqual([long, `${'a'.repeat(98)}-2`]);
  });

  test('many at once get a name each', async () => {
    const slugs = await Promise.all(Array.from({ length: 12 }, () => store().add(article('pont'))));
    const names = (await readdir(at('content'))).filter((name) => name !== 'essai');
    expect([new Set(slugs).size, names.sort()]).toEqual([12, slugs.sort()]);
  });
});

describe('nothing is added', () => {
  test.each([
    ['a name with a path', article('../pont'), 'is no name for an article'],
    ['a name with capitals', article('Pont'), 'is no name for an article'],
    ['no name', article(''), 'is no name for an article'],
    ['a text that cannot be read again', article('pont', { source: 'a\0b' }), 'could not be read again'],
    ['a text that is too large', article('pont', { source: 'a'.repeat(6_000_000) }), 'could not be read again'],
    ['a catalogue that cannot be read again', article('pont', { catalogue: 'a\ud800' }), 'could not be read again'],
  ])('for %s', async (_what, given, message) => {
    await expect(store().add(given)).rejects.toThrow(message);
    expect(await readdir(at('content'))).toEqual(['essai']);
  });

  test('behind a link', async () => {
    const outside = await makeRoot({});
    const { root: other, remove: removeOther } = await makeRoot({ 'glossary/a.yaml': '' });
    await symlink(outside.root, path.join(other, 'content'));
    await expect(createArticleStore(other, () => 0).add(article('pont'))).rejects.toThrow(
      'content is a link, and links are not followed',
    );
    expect(await readdir(outside.root)).toEqual([]);
    await removeOther();
    await outside.remove();
  });

  test('by someone who may not write', async () => {
    if (process.getuid?.() === 0) return;
    await chmod(at('content'), 0o555);
    await expect(store().add(article('pont'))).rejects.toThrow('cannot be made (EACCES)');
    await chmod(at('content'), 0o755);
  });

  test('on a full disk', () => {
    // A file of nothing but zeros that may not grow: the shell limits what its children write.
    const script = `import('${new URL('../../../dist/files/saving/articles.js', import.meta.url).href}').then(({ createArticleStore }) =>
      createArticleStore(process.argv[1], () => 0).add({ slug: 'pont', source: 'a'.repeat(4000000), catalogue: null }))
      .catch((error) => console.log(error.message))`;
    const said = execFileSync('sh', [
      '-c',
      `trap '' XFSZ; ulimit -f 100; exec "$0" -e "$1" "$2"`,
      process.execPath,
      script,
      root,
    ]);
    expect(said.toString()).toContain('content/pont cannot be made (EFBIG)');
  });
});

test('killed at any moment: the folder is whole or not there, and what is left goes at the next start', async () => {
  const text = `Un pont.\n\n${'Une phrase assez longue pour occuper le disque. '.repeat(60_000)}`;
  const whole = new Set<string>();
  for (const after of everyNth([650, 150, 400, 900], 4)) {
    const child = spawn(process.execPath, [PROGRAM, 'add', '-', '--slug', `pont-a${after}`], {
      env: { ...process.env, VISAVIS_ROOT: root },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.on('error', () => {}).end(text);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    setTimeout(() => child.kill('SIGKILL'), after);
    await ended;
    for (const name of await readdir(at('content'))) if (!name.startsWith('.')) whole.add(name);
  }
  await removeLeftovers(at('content'));
  const sizes = await Promise.all(
    [...whole]
      .filter((name) => name !== 'essai')
      .map(async (name) => (await readFile(at('content', name, 'fr.md'))).length),
  );
  expect((await readdir(at('content'))).sort()).toEqual([...whole].sort());
  expect(sizes.every((size) => size > text.length)).toBe(true);
});

test('what a killed writer left of an article goes, and what another still writes stays', async () => {
  const dead = temporaryName(at('content/pont')).replace(`.${process.pid}.`, '.999999999.');
  const alive = temporaryName(at('content/pont'));
  for (const folder of [dead, alive]) {
    await mkdir(folder);
    await writeFile(path.join(folder, 'fr.md'), 'x');
  }
  await removeLeftovers(at('content'));
  expect((await readdir(at('content'))).sort()).toEqual([path.basename(alive), 'essai']);
});

describe('an article that is removed', () => {
  test.each(['fr.md', 'en.po'])('is not, where its %s may only be read', async (name) => {
    await chmod(at('content/essai', name), 0o444);
    await expect(store().remove('essai')).rejects.toThrow(`content/essai/${name} may only be read (mode 0444)`);
    expect(await readdir(at('content'))).toEqual(['essai']);
  });

  test('is kept, and comes back under its name', async () => {
    const removed = await store().remove('essai');
    const between = await readdir(at('content'));
    const back = await store().restore(removed);
    expect([between, removed, back, await readdir(at('.visavis/removed'))]).toEqual([[], 'essai-1700', 'essai', []]);
    expect(await readFile(at('content/essai/fr.md'), 'utf8')).toBe(SMALL['content/essai/fr.md']);
  });

  test('twice in the same moment is kept twice', async () => {
    const first = await store().remove('essai');
    await store().add(article('essai'));
    const second = await store().remove('essai');
    expect([first, second, (await readdir(at('.visavis/removed'))).sort()]).toEqual([
      'essai-1700',
      'essai-1701',
      ['essai-1700', 'essai-1701'],
    ]);
  });

  test('stays removed where its name is taken meanwhile', async () => {
    const removed = await store().remove('essai');
    await store().add(article('essai'));
    await expect(store().restore(removed)).rejects.toThrow('There is another article “essai” by now');
    expect(await readdir(at('.visavis/removed'))).toEqual([removed]);
  });

  test.each([
    ['a name that is none', () => store().remove('../essai'), 'is no name for an article'],
    ['one that is not there', () => store().remove('pont'), 'There is no article “pont”'],
    ['one that was never removed', () => store().restore('essai-12'), 'No removed article is kept as “essai-12”'],
    ['a path', () => store().restore('../../content/essai-1'), 'No removed article is kept as'],
  ])('%s is named', async (_what, act, message) => {
    await expect(act()).rejects.toThrow(message);
    expect(await readdir(at('content'))).toEqual(['essai']);
  });

  test.each(['content/essai', '.visavis', '.visavis/removed'])(
    'no link in the place of %s is followed',
    async (place) => {
      const outside = await makeRoot({ 'fr.md': 'Autre.\n' });
      if (place === 'content/essai') await removeFolder(at(place));
      if (place === '.visavis/removed') await mkdir(at('.visavis'));
      await symlink(outside.root, at(place));
      await expect(store().remove('essai')).rejects.toThrow(`${place} is a link`);
      expect(await readdir(outside.root)).toEqual(['fr.md']);
      await outside.remove();
    },
  );
});

describe('once a folder has its name, a disk that fails undoes nothing', () => {
  /** A system that opens no folder but those in which an article is made. */
  const failing = (code: string): FileCalls => ({
    ...SYSTEM,
    open: (file, ...more) =>
      /(?:content|removed)$/.test(String(file))
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : SYSTEM.open(file, ...more),
  });

  test.each(['EIO', 'EMFILE', 'EACCES', 'ENOSPC', 'ENOENT'])('%s is told as trouble', async (code) => {
    const told: string[] = [];
    const tried = createArticleStore(root, () => 1700, { calls: failing(code), onTrouble: (says) => told.push(says) });
    const added = await tried.add(article('pont'));
    const removed = await tried.remove('pont');
    const back = await tried.restore(removed);
    expect([added, removed, back, await readdir(at('content')), told.map((one) => one.split(',')[0]), told[0]]).toEqual(
      [
        ...['pont', 'pont-1700', 'pont', ['essai', 'pont']],
        [
          'content/pont is made',
          ...['content/pont is removed', 'content/pont is removed'],
          ...['content/pont is brought back', 'content/pont is brought back'],
        ],
        `content/pont is made, but the disk did not say that it keeps content (${code}); look again after a power cut.`,
      ],
    );
  });

  test('a file that was written short is none', async () => {
    const calls: FileCalls = {
      ...SYSTEM,
      async open(file, ...more) {
        const handle = await SYSTEM.open(file, ...more);
        if (String(file).endsWith('fr.md')) handle.stat = (async () => ({ size: 1 })) as never;
        return handle;
      },
    };
    await expect(createArticleStore(root, () => 0, { calls }).add(article('pont'))).rejects.toThrow(
      'The disk is full (ENOSPC): content/pont cannot be made, and nothing was changed.',
    );
    expect(await readdir(at('content'))).toEqual(['essai']);
  });
});

describe('a name that can never be taken ends the search', () => {
  const refusing = (code: string) =>
    createArticleStore(root, () => 1700, {
      calls: { ...SYSTEM, rename: () => Promise.reject(Object.assign(new Error(code), { code })) },
    });
  const taken = 'content/essai cannot be removed: its names in .visavis/removed are taken.';
  test.each<readonly [string, string]>([
    ['ENOTDIR', 'content/essai cannot be removed (ENOTDIR); nothing was changed.'],
    ['EPERM', 'content/essai cannot be removed (EPERM): nothing was changed.'],
    // Ten thousand names are tried.
    ...(IS_SLOW_SET ? [['EEXIST', taken] as const, ['ENOTEMPTY', taken] as const] : []),
  ])('%s, where one is removed', async (code, message) => {
    await expect(refusing(code).remove('essai')).rejects.toThrow(message);
  });
  test.each([
    ['ENOTDIR', 'content/pont cannot be made (ENOTDIR); nothing was changed.'],
    ['ENOTEMPTY', 'There is an article “pont” already'],
  ])('%s, where one is added', async (code, message) => {
    await expect(refusing(code).add(article('pont'))).rejects.toThrow(message);
    expect(await readdir(at('content'))).toEqual(['essai']);
  });
});

async function removeFolder(folder: string): Promise<void> {
  execFileSync('rm', ['-r', folder]);
}
