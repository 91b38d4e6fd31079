import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSite } from '../../src/serve.ts';
import { CACHE } from '../kept-starts.ts';
import { IS_SLOW_SET } from '../rounds.ts';
import { HOME, makeRoot, NO_ENGINES, SMALL, until } from '../site.ts';
import { startVictim } from '../torture/server.ts';
import { run } from './program.ts';

/** Signs that steer a terminal, and those of C1 that some obey too. */
const STEERING = /[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069]/u;

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({
    ...SMALL,
    'content/essai/en.po': 'msgid "Trois jetons."\nmsgstr "Three \u001b]0;owned\u0007\u009b2Jchips."\n',
    'glossary/u.yaml': '- fr: jeton\n  en: \u001b[31mtoken\n  bad\u001b[7mkey: 1\n',
    'glossary/v.yaml': '- fr: "x\\e[2J"\n  en: "y\\u202E"\n  em: z\n',
  }));
  await mkdir(path.join(root, 'content/x\u001b[2Jy\u202e'));
  await mkdir(path.join(root, `content/${'a'.repeat(101)}`));
  await writeFile(path.join(root, 'glossary/a\nb.doc'), '');
  await writeFile(path.join(root, 'glossary/c\rd\u009b.doc'), '');
});
afterEach(() => remove());

describe('names and texts of strangers steer no terminal', () => {
  test.each([
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--candidates'],
    ['check', 'none\u001b[31m'],
    ['terms', '--forms', '\u001b[31m'],
    ['terms', 'none\u001b[31m\n'],
    ['translate', 'none\u001b'],
    ['\u001b[31m'],
    ['translate', 'essai', '--engine', '\u001b'],
  ])('%j', async (...args) => {
    const { out, err } = await run(args, { root });
    expect([STEERING.exec(out), STEERING.exec(err)]).toEqual([null, null]);
  });

  test('nor do answers of an engine', async () => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        const translatedText = ['\u001b[31mchip\u009b', 'The \u001b]0;x\u0007chip.', 'b\u202e\nforged: line'];
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ translatedText }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const env = { LIBRETRANSLATE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    const results = [
      await run(['translate', 'essai', '--all'], { root, env }),
      await run(['translate', 'essai', '--compare'], { root, env }),
    ];
    server.close();
    const said = results.map(({ out, err }) => out + err).join('');
    expect([STEERING.exec(said), /^forged/m.test(said)]).toEqual([null, false]);
  });

  test.runIf(IS_SLOW_SET)('nor what the server says', async () => {
    const victim = await startVictim(root);
    let said = '';
    victim.child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await writeFile(path.join(root, 'glossary/w.yaml'), '- fr: \u001b[31mx\n  em: y\n');
    await until(() => said.includes('w.yaml'));
    victim.child.kill('SIGKILL');
    expect(STEERING.exec(said)).toBe(null);
  });
});

test.each([
  ['x\nforged'],
  ['terms', 'x\nforged'],
  ['import', 'x\r\nforged'],
  ['check', 'x\nforged'],
  ['export', 'essai', '--format', 'po', '-o', 'x\nforged/y'],
  ['terms', '--forms', 'x\u2028forged'],
])('what is said of a name with a line break is one line: %j', async (...args) => {
  const { err } = await run(args, { root });
  expect(err.split(/[\n\u2028]/).filter((line) => line !== '').length).toBe(1);
});

test('nor does a setting begin a line', async () => {
  const env = { LOG_LEVEL: 'x\nforged', PORT: 'y' };
  const { err } = await run(['check'], { root, env });
  expect(err.match(/^visavis: \w+/gm)).toEqual(['visavis: PORT', 'visavis: LOG_LEVEL']);
});

test('a name with a line break in it is one line', async () => {
  const { out } = await run(['check'], { root });
  expect(out.split('\n').filter((line) => line.includes('b.doc'))).toEqual([
    'glossary/a[U+000A]b.doc:1:1: warning file: is no glossary file that can be read here; write .yaml, .csv, .tsv, .tbx or .po',
  ]);
});

test('a name that is too long is said to be', async () => {
  const { out } = await run(['check'], { root });
  expect(out).toContain(
    'aaa:1:1: warning file: is no name for an article; write small letters and digits, joined by hyphens, 100 at most\n',
  );
});

/** A server of these files, and what it says of them. */
async function listenTo(files: Readonly<Record<string, string>>) {
  const { root, remove } = await makeRoot({ ...SMALL, ...files });
  const said: string[] = [];
  const site = await startSite(
    {
      host: '127.0.0.1',
      port: 0,
      root,
      user: null,
      users: null,
      proxy: null,
      trustedProxies: [],
      publicOrigin: null,
      password: null,
      git: false,
      logLevel: 'silent',
      cache: CACHE,
      engines: NO_ENGINES,
    },
    HOME,
    { console: { out: () => {}, err: (line) => said.push(line) } },
  );
  return { root, said, site, end: () => site.close().then(remove) };
}

test.each([
  [200, 'x'.repeat(200)],
  [201, `${'x'.repeat(200)}…`],
])('a wrong line of %i signs is shown by the server up to two hundred', async (length, shown) => {
  const { said, end } = await listenTo({ 'glossary/b.yaml': `  ${'x'.repeat(length)}  \n` });
  await end();
  expect([said.length, said[1]]).toEqual([2, `    ${shown}\n`]);
});

test('what is wrong is said once, whatever else changes', async () => {
  const { root, said, site, end } = await listenTo({ 'glossary/b.yaml': 'x: y\n' });
  await writeFile(path.join(root, 'glossary/c.yaml'), 'x: z\n');
  await site.library.reload();
  await writeFile(path.join(root, 'glossary/c.yaml'), '- fr: modèle\n  en: model\n');
  await site.library.reload();
  await end();
  expect(said.flatMap((line) => /^glossary\/\w+\.yaml/.exec(line) ?? [])).toEqual([
    'glossary/b.yaml',
    'glossary/c.yaml',
  ]);
});
