import { execFileSync, spawnSync } from 'node:child_process';
import { appendFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileEditor } from '../../src/files/saving/file-editor.ts';
import { parseCatalogue } from '../../src/formats/article/catalogue.ts';
import { HOME, makeRoot } from '../site.ts';
import { articleOf, report, save, startVictim, tagOf, times } from './server.ts';

const UNITS = 4;
let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(articleOf(UNITS)));
});
afterEach(() => remove());

const catalogue = async () => parseCatalogue(await readFile(path.join(root, 'content/essai/en.po'), 'utf8'), 'en.po');
/** The number at the end of a text: which save it was. */
const numberIn = (text: string | undefined) => Number(/(-?\d+)\.$/.exec(text ?? '')?.[1] ?? Number.NaN);

test('W1: killed at any moment, every acknowledged save is there', async () => {
  const rounds = times(1000);
  let [acknowledged, lost, torn, left, slowest] = [0, 0, 0, 0, 0];
  let next = 0;
  for (let round = 0; round < rounds; round += 1) {
    const victim = await startVictim(root);
    slowest = Math.max(slowest, victim.startTime);
    const last = new Array<number>(UNITS).fill(-1);
    const clients = Array.from({ length: UNITS }, async (_, i) => {
      let tag = await tagOf(victim.url, `p${i + 2}`).catch(() => '');
      for (;;) {
        next += 1;
        const number = next;
        const answer = await save(victim.url, `p${i + 2}`, tag, `Paragraph ${i} ${'long '.repeat(300)}${number}.`);
        if (answer.status !== 200) return;
        last[i] = number;
        acknowledged += 1;
        tag = answer.tag;
      }
    });
    setTimeout(() => victim.child.kill('SIGKILL'), Math.random() * 300);
    await Promise.all([...clients, victim.ended]);
    const { messages, problems } = await catalogue();
    torn += problems.length;
    last.forEach((number, i) => {
      const there = numberIn(messages[i + 1]?.text.value);
      // What was not acknowledged may be there or not; what is there is never older than what was.
      if (!(there >= number)) lost += 1;
    });
  }
  const end = await startVictim(root);
  left = (await readdir(path.join(root, 'content/essai'))).filter((name) => name.endsWith('.tmp')).length;
  end.child.kill('SIGTERM');
  await end.ended;
  report(`kill -9 while saving, ${rounds} times, ${acknowledged} saves acknowledged: lost`, lost, '0');
  report('  torn files', torn, '0');
  report('  temporary files after the next start', left, '0');
  report('  slowest start after a kill, milliseconds', slowest.toFixed(0), '≤ 1000');
  expect([lost, torn, left]).toEqual([0, 0, 0]);
});

/** Saves once, in a process of its own, and says so. */
const SAVER = `
import { createFileEditor } from ${JSON.stringify(path.join(HOME, 'dist/files/saving/file-editor.js'))};
const [root, text] = process.argv.slice(2);
const editor = createFileEditor(root, () => 1);
try {
  await editor.edit('glossary/ai.yaml', { what: 'x', where: '/' }, async () => ({ text, result: null }));
  console.log('saved');
} catch (error) {
  console.log(error.message);
}
`;

test.skipIf(spawnSync('strace', ['-V']).status !== 0)(
  'W2, W3: a kill or an error at each call of the system leaves the old file or the new one',
  async () => {
    const script = path.join(root, 'saver.mjs');
    await writeFile(script, SAVER);
    const file = path.join(root, 'glossary/ai.yaml');
    let [states, wrong] = [0, 0];
    for (const call of ['fsync', 'rename', 'link', 'write', 'openat', 'fchmod', 'close', 'unlink']) {
      for (const fault of ['signal=KILL', 'error=EIO', 'error=ENOSPC']) {
        for (
          let n = 1;
          n <= (call === 'openat' || call === 'close' || call === 'write' ? times(40) : times(6));
          n += 1
        ) {
          await writeFile(file, 'old text');
          const { stdout } = spawnSync(
            'strace',
            [
              '-f',
              '-qq',
              '-o',
              '/dev/null',
              '-e',
              `trace=${call}`,
              '-e',
              `inject=${call}:${fault}:when=${n}`,
              process.execPath,
              script,
              root,
              'the new text',
            ],
            { env: { ...process.env, UV_THREADPOOL_SIZE: '1' }, encoding: 'utf8' },
          );
          const text = await readFile(file, 'utf8').catch(() => '(gone)');
          states += 1;
          const isWrong =
            (text !== 'old text' && text !== 'the new text') || (stdout.startsWith('saved') && text !== 'the new text');
          if (isWrong) wrong += 1;
        }
      }
    }
    report(`crash and error states made with strace, ${states}: wrong`, wrong, '0');
    const order = spawnSync(
      'strace',
      ['-f', '-qq', '-e', 'trace=fsync,rename,renameat2', process.execPath, script, root, 'newest'],
      {
        env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
        encoding: 'utf8',
      },
    );
    const calls = [...order.stderr.matchAll(/(fsync|rename\w*)\(/g)].map(([, call]) => call?.replace(/\d|at/g, ''));
    expect([wrong, calls.slice(0, 3)]).toEqual([0, ['fsync', 'rename', 'fsync']]);
  },
);

const hasNamespaces = spawnSync('unshare', ['-rm', 'true']).status === 0;
test.skipIf(!hasNamespaces)('W5: a disk that is full keeps the good file', async () => {
  const script = path.join(root, 'saver.mjs');
  await writeFile(script, SAVER);
  const disk = path.join(root, 'disk');
  await mkdir(disk);
  const shell = `mount -t tmpfs -o size=64k tmpfs ${disk} && mkdir ${disk}/glossary && head -c 30000 /dev/zero | tr '\\0' a > ${disk}/glossary/ai.yaml && ${process.execPath} ${script} ${disk} "$(head -c 40000 /dev/zero | tr '\\0' b)"; wc -c < ${disk}/glossary/ai.yaml; ls -A ${disk}/glossary | wc -l`;
  const out = execFileSync('unshare', ['-rm', 'sh', '-c', shell], { encoding: 'utf8' }).trim().split('\n');
  report('bytes of a 30,000-byte file after a save on a full disk', out[1] ?? '', '30000');
  expect(out).toEqual(['The disk is full (ENOSPC): glossary/ai.yaml stays as it was.', '30000', '1']);
});

test('W7: a hundred people count up one paragraph', async () => {
  const [people, each] = [times(100), times(10)];
  const victim = await startVictim(root);
  const began = performance.now();
  const waits: number[] = [];
  let conflicts = 0;
  const one = async () => {
    for (let left = each; left > 0; ) {
      const read = await fetch(`${victim.url}api/articles/essai/units/p2`);
      const { target } = (await read.json()) as { target: string };
      const started = performance.now();
      const { status } = await save(victim.url, 'p2', read.headers.get('etag') ?? '', `Count ${numberIn(target) + 1}.`);
      waits.push(performance.now() - started);
      if (status === 200) left -= 1;
      else if (status === 412) conflicts += 1;
      else throw new Error(`answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: people }, one));
  const total = numberIn((await catalogue()).messages[1]?.text.value) + 1;
  victim.child.kill('SIGTERM');
  await victim.ended;
  report(
    `${people * each} saves of one paragraph by ${people} people, ${conflicts} conflicts told: lost`,
    people * each - total,
    '0',
  );
  report('  saves a second', ((people * each * 1000) / (performance.now() - began)).toFixed(0), '-');
  expect(total).toBe(people * each);
});

test('W8: many people, each their own paragraph of one file', async () => {
  const people = 50;
  await remove();
  ({ root, remove } = await makeRoot(articleOf(people)));
  const rounds = times(40);
  const victim = await startVictim(root);
  const refused = await Promise.all(
    Array.from({ length: people }, async (_, i) => {
      let [tag, count] = [await tagOf(victim.url, `p${i + 2}`), 0];
      for (let round = 0; round < rounds; round += 1) {
        const answer = await save(victim.url, `p${i + 2}`, tag, `Paragraph ${i} ${round}.`);
        if (answer.status !== 200) count += 1;
        tag = answer.tag;
      }
      return count;
    }),
  );
  const { messages } = await catalogue();
  const missing = messages.slice(1).filter((message) => numberIn(message.text.value) !== rounds - 1).length;
  victim.child.kill('SIGTERM');
  await victim.ended;
  report(
    `${people * rounds} saves of ${people} paragraphs of one file: refused or lost`,
    refused.reduce((a, b) => a + b, 0) + missing,
    '0',
  );
  expect([missing, Math.max(...refused)]).toEqual([0, 0]);
});

test('durable save of a 60 KB file, both fsyncs', async () => {
  const editor = createFileEditor(root, () => 1);
  const waits: number[] = [];
  for (let i = 0; i < times(500); i += 1) {
    const began = performance.now();
    await editor.edit('glossary/ai.yaml', { what: 'x', where: '/' }, async () => ({
      text: `# ${i}\n${'x'.repeat(60_000)}`,
      result: null,
    }));
    waits.push(performance.now() - began);
  }
  waits.sort((a, b) => a - b);
  report('durable save of 60 KB, milliseconds, middle', (waits[Math.floor(waits.length / 2)] ?? 0).toFixed(1), '≤ 5');
  report('  99 of 100 within', (waits[Math.floor(waits.length * 0.99)] ?? 0).toFixed(1), '≤ 25');
  expect(waits.length).toBe(times(500));
});

/** Ways in which other programs save. */
const OUTSIDE: readonly ((file: string, line: string) => Promise<void>)[] = [
  async (file, line) => {
    await writeFile(`${file}~`, `${await readFile(file, 'utf8')}\n${line}`);
    await rename(`${file}~`, file);
  },
  (file, line) => appendFile(file, `\n${line}`),
  async (file, line) => writeFile(file, `${await readFile(file, 'utf8')}\n${line}`),
];

test('W9: an editor saves outside while we save', async () => {
  const rounds = times(2000);
  const file = path.join(root, 'glossary/ai.yaml');
  const editor = createFileEditor(root, () => Date.now());
  const seen = new Set<string>();
  const note = (text: string) => {
    for (const line of text.split('\n')) seen.add(line);
  };
  let ends = false;
  let saves = 0;
  const ours = (async () => {
    while (!ends) {
      await editor
        .edit('glossary/ai.yaml', { what: 'x', where: '/' }, async (now) => {
          note(now ?? '');
          return { text: `${(now ?? '').slice(-2000)}\nours ${saves}`, result: null };
        })
        .then(() => {
          saves += 1;
        })
        .catch(() => {});
      // As fast as somebody who saves all the time.
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  })();
  for (let i = 0; i < rounds; i += 1) {
    await OUTSIDE[i % OUTSIDE.length]?.(file, `theirs ${i};`);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 6));
  }
  ends = true;
  await ours;
  note(await readFile(file, 'utf8'));
  const history = path.join(root, '.visavis/history/glossary/ai.yaml');
  for (const name of await readdir(history)) note(await readFile(path.join(history, name), 'utf8'));
  const all = [...seen].join('\n');
  const lost = Array.from({ length: rounds }, (_, i) => i).filter((i) => !all.includes(`theirs ${i};`));
  report(`${rounds} saves outside during ${saves} of ours: neither seen, there, nor kept`, lost.length, '0');
  report(
    '  of them by rename, appended, written in place',
    [0, 1, 2].map((way) => lost.filter((i) => i % 3 === way).length).join(' '),
    '0 0 0',
  );
  expect(lost.length).toBeLessThanOrEqual(Math.ceil(rounds / 100));
});

test('W14: told to end while saving', async () => {
  const rounds = times(200);
  let [lost, slowest, bad] = [0, 0, 0];
  let next = 0;
  for (let round = 0; round < rounds; round += 1) {
    const victim = await startVictim(root);
    let last = -1;
    const client = (async () => {
      let tag = await tagOf(victim.url, 'p2').catch(() => '');
      for (;;) {
        next += 1;
        const number = next;
        const answer = await save(victim.url, 'p2', tag, `Paragraph 0 ${number}.`);
        if (answer.status !== 200) return;
        last = number;
        tag = answer.tag;
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
    const told = performance.now();
    victim.child.kill('SIGTERM');
    const code = await victim.ended;
    slowest = Math.max(slowest, performance.now() - told);
    await client;
    if (code !== 0) bad += 1;
    if (last >= 0 && !(numberIn((await catalogue()).messages[1]?.text.value) >= last)) lost += 1;
  }
  report(`SIGTERM under load, ${rounds} times: lost saves, bad exits`, `${lost}, ${bad}`, '0, 0');
  report('  slowest end, milliseconds', slowest.toFixed(0), '≤ 5000');
  expect([lost, bad, slowest <= 5000]).toEqual([0, 0, true]);
});
