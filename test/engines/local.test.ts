import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLocal } from '../../src/engines/local.ts';
import { fetchModel } from '../../src/engines/model-fetch.ts';
import type { PinnedFile, PinnedModel } from '../../src/engines/model-files.ts';
import { HOME, makeRoot } from '../site.ts';

/**
 * The real engine on a synthetic model of random weights, made for tests: it loads and answers, and what it answers
 * means nothing (nearly always nothing at all).
 */
const TINY = path.join(HOME, 'test/engines/tiny-marian');

function pin(name: string): PinnedFile {
  const bytes = readFileSync(path.join(TINY, name));
  return { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const MODEL: PinnedModel = { model: pin('model.bin'), vocabulary: pin('vocab.spm'), shortList: null };
const WORKER = pathToFileURL(path.join(HOME, 'dist/engines/local-worker.js'));
const BATCH = { texts: ['M. Liang a dit oui.', 'Un jeton.'], context: '', terms: [] };

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root: folder, remove } = await makeRoot({}));
  for (const { name } of [MODEL.model, MODEL.vocabulary])
    await copyFile(path.join(TINY, name), path.join(folder, name));
});
afterEach(() => remove());

const local = (model = MODEL, worker = WORKER) => createLocal({ folder, model, worker, timeout: 30_000 });

describe('the local engine', () => {
  test('answers each text with a text', async () => {
    const { texts } = await local().translate(BATCH);
    expect(texts.map((text) => typeof text)).toEqual(['string', 'string']);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    [
      'one bit wrong',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]),
    ],
    ['another file', () => Buffer.from('not a vocabulary')],
  ])('a vocabulary that is %s is refused before it is loaded', async (_what, spoil) => {
    const file = path.join(folder, 'vocab.spm');
    await writeFile(file, spoil(await readFile(file)));
    await expect(local().translate(BATCH)).rejects.toThrow('vocab.spm is not the file it should be');
  });

  test('a model that is not there is said, with what to do', async () => {
    await expect(local({ ...MODEL, shortList: pin2('lex.bin') }).translate(BATCH)).rejects.toThrow(
      'The local model is not there (lex.bin); run “visavis model fetch”',
    );
  });

  test('a worker that dies is a sentence, and the next request starts another', async () => {
    await writeFile(path.join(folder, 'bad.mjs'), 'process.exit(3);');
    const bad = pathToFileURL(path.join(folder, 'bad.mjs'));
    await expect(local(MODEL, bad).translate(BATCH)).rejects.toThrow('The local engine stopped (it ended)');
  });

  test('a worker that says nothing is given up', async () => {
    await writeFile(path.join(folder, 'mute.mjs'), 'setInterval(() => {}, 1000);');
    const mute = createLocal({
      folder,
      model: MODEL,
      worker: pathToFileURL(path.join(folder, 'mute.mjs')),
      timeout: 200,
    });
    await expect(mute.translate(BATCH)).rejects.toThrow('no answer in 0 s');
  });
});

function pin2(name: string): PinnedFile {
  return { name, size: 1, sha256: '0'.repeat(64) };
}

describe('visavis model fetch', () => {
  /** Serves the model packed; `cut` ends the first answers after so many bytes. */
  async function serve(cut: number[] = [], spoil = (bytes: Buffer) => bytes) {
    const ranges: string[] = [];
    const server = createServer((request, response) => {
      const name = path.basename(request.url ?? '', '.gz');
      const whole = gzipSync(spoil(readFileSync(path.join(TINY, name))));
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      ranges.push(`${name} ${from}`);
      const end = cut.shift();
      response.writeHead(from > 0 ? 206 : 200, { 'content-length': whole.length - from });
      if (end === undefined) return void response.end(whole.subarray(from));
      response.write(whole.subarray(from, from + end));
      setTimeout(() => response.destroy(), 250);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { url, ranges, close: () => server.close() };
  }

  test('goes on where it was cut, and ends with the pinned files', async () => {
    const { root, remove: away } = await makeRoot({});
    const server = await serve([1000]);
    await expect(fetchModel(server.url, root, MODEL, () => {})).rejects.toThrow('run the command again to go on');
    await fetchModel(server.url, root, MODEL, () => {});
    server.close();
    const same = (await readFile(path.join(root, 'model.bin'))).equals(readFileSync(path.join(TINY, 'model.bin')));
    expect([same, server.ranges, (await readdir(root)).sort()]).toEqual([
      true,
      ['model.bin 0', 'model.bin 1000', 'vocab.spm 0'],
      ['model.bin', 'vocab.spm'],
    ]);
    await away();
  });

  test('what has another content is thrown away', async () => {
    const { root, remove: away } = await makeRoot({});
    const server = await serve([], (bytes) => Buffer.concat([bytes.subarray(1), bytes.subarray(0, 1)]));
    await expect(fetchModel(server.url, root, MODEL, () => {})).rejects.toThrow('came with another content');
    server.close();
    expect(await readdir(root)).toEqual([]);
    await away();
  });

  test('what is there already is not fetched again', async () => {
    const server = await serve();
    await fetchModel(server.url, folder, MODEL, () => {});
    server.close();
    expect(server.ranges).toEqual([]);
  });
});
