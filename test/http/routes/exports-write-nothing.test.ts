import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ARTICLE_FORMATS } from '../../../src/formats/exchange/article-exports.ts';
import { GLOSSARY_FORMATS } from '../../../src/formats/exchange/glossary-exports.ts';
import { articleExportAddress, glossaryExportAddress } from '../../../src/http/addresses.ts';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

/** Every file of the root: its bytes, and when it was written. */
async function filesOf(): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  const read = async (name: string) =>
    [name, `${(await stat(name)).mtimeMs} ${await readFile(name, 'base64')}`] as const;
  return Object.fromEntries(await Promise.all(names.sort().map(read)));
}

test.each([
  ...ARTICLE_FORMATS.map((format) => articleExportAddress('essai', format, {})),
  ...GLOSSARY_FORMATS.map(glossaryExportAddress),
])('%s writes no byte', async (address) => {
  const before = await filesOf();
  const answer = await fetch(new URL(address, site.url));
  expect([answer.status, (await answer.arrayBuffer()).byteLength > 0, await filesOf()]).toEqual([200, true, before]);
});
