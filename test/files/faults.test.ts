import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, readFile, rename, rm, stat, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Library } from '../../src/core/changes/ports/library.ts';
import { formatProblem } from '../../src/core/checks/problem.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { rounds } from '../rounds.ts';
import { makeRoot, SMALL, until } from '../site.ts';

let root: string;
let remove: () => Promise<void>;
let library: Library;
const revisions: string[] = [];
beforeEach(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  library = await openLibrary(root, { watch: true });
  revisions.length = 0;
  library.onChange(({ revision }) => revisions.push(revision));
  // The watcher needs a moment before it sees the first change.
  await new Promise((resolve) => setTimeout(resolve, 150));
});
afterEach(async () => {
  await library.close();
  await remove();
});

const GLOSSARY = SMALL['glossary/ai.yaml'];
const at = (name: string) => path.join(root, name);
const english = () =>
  library.current().glossary.byId.get('chip') !== undefined &&
  library
    .current()
    .glossary.concepts.map(({ en }) => en[0]?.text)
    .join();
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

/** A glossary of many entries, so that half of it parses too. */
const LONG = Array.from({ length: 200 }, (_, i) => `- fr: mot${i}\n  en: word ${i}\n`).join('');

test('a file written piece by piece is never shown half (F1)', async () => {
  await writeFile(at('glossary/long.yaml'), LONG);
  await until(() => library.current().glossary.concepts.length === 202);
  const counts = new Set<number>();
  library.onChange(({ glossary }) => counts.add(glossary.concepts.length));
  for (let round = 0; round < rounds(1, 3); round += 1) {
    const text = LONG.replace('word 7\n', `word 7-${round}\n`);
    await writeFile(at('glossary/long.yaml'), '');
    for (let i = 0; i < text.length; i += 800) {
      await appendFile(at('glossary/long.yaml'), text.slice(i, i + 800));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await until(() => library.current().glossary.byId.has(`word-7-${round}`));
  }
  expect([...counts]).toEqual([202]);
});

test('a file that is emptied keeps its last good version in use, and says so (F1)', async () => {
  await writeFile(at('glossary/ai.yaml'), '');
  await until(() => library.current().problems.length > 0);
  expect([english(), library.current().problems.map(formatProblem)]).toEqual([
    'token,chip',
    [
      'glossary/ai.yaml:1:1: error file: is empty; write back what it held, or delete the file (until then its last good version is in use)',
    ],
  ]);
});

test('a file that is really shorter is taken for what it is after a moment', async () => {
  await writeFile(at('glossary/ai.yaml'), '- fr: puce\n  en: chip\n');
  await until(() => english() === 'chip');
});

const CHANGED = GLOSSARY.replace('en: token', 'en: lexeme');

/** How editors save: one change to see, whatever they do to the file meanwhile. */
const EDITORS: readonly (readonly [name: string, save: () => Promise<void>])[] = [
  ['in place', () => writeFile(at('glossary/ai.yaml'), CHANGED)],
  [
    'by rename',
    async () => {
      await writeFile(at('glossary/ai.yaml.tmp'), CHANGED);
      await rename(at('glossary/ai.yaml.tmp'), at('glossary/ai.yaml'));
    },
  ],
  [
    'like vim, with a swap file, a test file and a backup',
    async () => {
      await writeFile(at('glossary/.ai.yaml.swp'), 'x');
      await writeFile(at('glossary/4913'), '');
      await unlink(at('glossary/4913'));
      await rename(at('glossary/ai.yaml'), at('glossary/ai.yaml~'));
      await writeFile(at('glossary/ai.yaml'), CHANGED);
      await unlink(at('glossary/ai.yaml~'));
      await unlink(at('glossary/.ai.yaml.swp'));
    },
  ],
  [
    'like Emacs, with a lock and an autosave',
    async () => {
      await symlink('somebody@machine.1', at('glossary/.#ai.yaml'));
      await writeFile(at('glossary/#ai.yaml#'), 'half');
      await writeFile(at('glossary/ai.yaml'), CHANGED);
      await unlink(at('glossary/.#ai.yaml'));
      await unlink(at('glossary/#ai.yaml#'));
    },
  ],
  [
    'by taking it away and making it anew',
    async () => {
      await unlink(at('glossary/ai.yaml'));
      await new Promise((resolve) => setTimeout(resolve, 120));
      await writeFile(at('glossary/ai.yaml'), CHANGED);
    },
  ],
  [
    'by putting another folder in its place, as git does',
    async () => {
      await mkdir(at('glossary.new'));
      await writeFile(at('glossary.new/ai.yaml'), CHANGED);
      await rm(at('glossary'), { recursive: true });
      await rename(at('glossary.new'), at('glossary'));
    },
  ],
];

test.each(EDITORS)('saved %s, the new text is there, and never none (F2)', async (_name, save) => {
  const seen = new Set<string>();
  library.onChange(({ glossary, problems }) => seen.add(`${glossary.concepts.length} ${problems.length}`));
  await save();
  await until(() => english() === 'lexeme,chip');
  await settled();
  expect([...seen]).toEqual(['2 0']);
});

test('a file that is gone for good is gone after a moment', async () => {
  await writeFile(at('glossary/more.yaml'), '- fr: carte\n  en: card\n');
  await until(() => library.current().glossary.byId.has('card'));
  await unlink(at('glossary/more.yaml'));
  await until(() => !library.current().glossary.byId.has('card'));
});

test('a storm of changes ends in the last state, and is not read a thousand times (F3)', async () => {
  for (let i = 0; i < rounds(300, 1000); i += 1)
    await writeFile(at('glossary/ai.yaml'), GLOSSARY.replace('en: token', `en: lexeme${i}`));
  const took = revisions.length;
  await writeFile(at('glossary/ai.yaml'), CHANGED);
  await until(() => english() === 'lexeme,chip');
  expect(took).toBeLessThan(100);
});

describe('what is no file of ours is not opened, and named (F5)', () => {
  const problems = async () => {
    await library.reload();
    return library.current().problems.map(formatProblem);
  };

  test('a link out of the root', async () => {
    await writeFile(path.join(root, 'outside.yaml'), '- fr: secret\n  en: secret\n');
    await symlink(path.join(root, 'outside.yaml'), at('glossary/link.yaml'));
    expect([await problems(), library.current().glossary.byId.has('secret')]).toEqual([
      [expect.stringContaining('glossary/link.yaml:1:1: error file: is no ordinary file')],
      false,
    ]);
  });

  test('a link to a folder of articles', async () => {
    await mkdir(path.join(root, 'elsewhere'));
    await writeFile(path.join(root, 'elsewhere/fr.md'), '---\ntitle: Geheim\n---\n\nx\n');
    await symlink(path.join(root, 'elsewhere'), at('content/link'));
    const told = await problems();
    expect([told[0], library.current().articles.has('link')]).toEqual([
      expect.stringContaining('content/link:1:1: warning file: is no folder of its own'),
      false,
    ]);
  });

  test('a pipe that would never end', async () => {
    execFileSync('mkfifo', [at('glossary/pipe.yaml')]);
    expect(await problems()).toEqual([
      expect.stringContaining('glossary/pipe.yaml:1:1: error file: is no ordinary file'),
    ]);
  });

  test('a link that leads to itself', async () => {
    await symlink('loop.yaml', at('glossary/loop.yaml'));
    expect(await problems()).toEqual([expect.stringContaining('glossary/loop.yaml:1:1: error file')]);
  });

  test('a file of ten gigabytes that is all hole (F6)', async () => {
    execFileSync('truncate', ['-s', '10G', at('glossary/huge.yaml')]);
    expect(await problems()).toEqual([expect.stringContaining('is too large (10240 MB; the limit is 5 MB)')]);
  });

  test('two names that only some systems tell apart (F9)', async () => {
    await writeFile(at('glossary/AI.yaml'), '- fr: carte\n  en: card\n');
    expect(await problems()).toEqual([expect.stringContaining('differs from “AI.yaml” in capitals')]);
  });

  test('a name with a line break and signs of HTML', async () => {
    await writeFile(at('glossary/<b>\n"x".doc'), '');
    expect(await problems()).toEqual([expect.stringContaining('is no glossary file that can be read here')]);
  });
});

test.each([
  ['1970', new Date(0)],
  ['2100', new Date('2100-01-01')],
])('a change with the date %s and the same size is seen (W15)', async (_what, date) => {
  const file = at('glossary/ai.yaml');
  await utimes(file, date, date);
  await settled();
  await writeFile(file, GLOSSARY.replace('en: token', 'en: tokan'));
  await utimes(file, date, date);
  await until(() => english() === 'tokan,chip', 4000);
  expect((await stat(file)).mtimeMs).toBe(date.getTime());
});

test('a file that cannot be read for a while comes back by itself', async () => {
  const text = await readFile(at('glossary/ai.yaml'));
  await writeFile(at('glossary/ai.yaml'), Buffer.concat([text, Buffer.from([0xff])]));
  await until(() => library.current().problems.length > 0);
  const during = english();
  await writeFile(at('glossary/ai.yaml'), text);
  await until(() => library.current().problems.length === 0);
  expect(during).toBe('token,chip');
});
