import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, SMALL, sendRaw, start } from '../../site.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

let site: Site;
let remove: () => Promise<void>;
beforeAll(async () => {
  const made = await makeRoot({
    ...SMALL,
    'content/essai/plan.png': PNG,
    'content/essai/Mon plan é.JPG': PNG,
    'content/essai/plan.svg': SVG,
    'content/essai/.secret.png': PNG,
    'content/essai/notes.html': '<script>alert(1)</script>',
    'content/essai/sous/plan.png': PNG,
    'content/vide/plan.png': PNG,
    'elsewhere/plan.png': PNG,
    '.env.png': PNG,
  });
  remove = made.remove;
  const essai = path.join(made.root, 'content/essai');
  await symlink(path.join(made.root, '.env.png'), path.join(essai, 'link.png'));
  await symlink(path.join(made.root, 'elsewhere'), path.join(made.root, 'content/lien'));
  await mkdir(path.join(essai, 'folder.png'));
  await writeFile(path.join(essai, 'huge.png'), Buffer.alloc(10 * 1024 * 1024 + 1));
  await writeFile(path.join(essai, 'large.png'), Buffer.alloc(10 * 1024 * 1024));
  site = await start(made.root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

const get = (name: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}articles/essai/files/${name}`, { headers });

describe('an image beside an article is sent', () => {
  test.each([
    ['plan.png', 'image/png'],
    ['Mon%20plan%20%C3%A9.JPG', 'image/jpeg'],
    ['plan.svg', 'image/svg+xml'],
    ['large.png', 'image/png'],
  ])('%s as %s', async (name, type) => {
    const { status, headers } = await get(name);
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      200,
      type,
      'nosniff',
    ]);
  });

  test('byte for byte', async () => {
    expect(Buffer.from(await (await get('plan.png')).arrayBuffer())).toEqual(PNG);
  });

  test('once, as long as it stays as it is', async () => {
    const etag = (await get('plan.png')).headers.get('etag') ?? '';
    const again = await get('plan.png', { 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('and runs nothing where it is opened by itself', async () => {
    const policy = (await get('plan.svg')).headers.get('content-security-policy');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  });
});

describe('nothing else is', () => {
  test.each([
    ['a file that is not there', 'other.png'],
    ['the text', 'fr.md'],
    ['a page', 'notes.html'],
    ['a hidden file', '.secret.png'],
    ['a link', 'link.png'],
    ['a folder', 'folder.png'],
    ['a file in a folder', 'sous%2Fplan.png'],
    ['a file outside', '..%2F..%2F.env.png'],
    ['a file outside, with the other slash', '..%5C..%5C.env.png'],
    ['a name with a NUL', 'plan.png%00.png'],
    ['more than 10 MB', 'huge.png'],
  ])('%s', async (_what, name) => {
    expect((await get(name)).status).toBe(404);
  });

  test.each(['vide', 'lien', '..', '%2e%2e', 'constructor'])('from “%s”, which is no article', async (slug) => {
    const path = `/articles/${slug}/files/plan.png`;
    const answer = await sendRaw(
      site.url,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${new URL(site.url).port}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer.slice(9, 12)).toBe('404');
  });

  test('and nothing can be sent there', async () => {
    const { status, headers } = await fetch(`${site.url}articles/essai/files/plan.png`, { method: 'PUT' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
