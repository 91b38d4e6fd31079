import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
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
    'content/essai/sous/sous/Été.png': PNG,
    'content/essai/sous/.secret.png': PNG,
    'content/essai/sous/notes.html': '<script>alert(1)</script>',
    'content/essai/.git/plan.png': PNG,
    'content/essai/%2e%2e/plan.png': PNG,
    'content/autre/fr.md': '# Autre\n\n![Un plan](images/mon%20plan.png)\n',
    'content/autre/images/mon plan.png': PNG,
    'content/autre/images/plan.png': PNG,
    'content/vide/plan.png': PNG,
    'elsewhere/plan.png': PNG,
    '.env.png': PNG,
  });
  remove = made.remove;
  const essai = path.join(made.root, 'content/essai');
  await symlink(path.join(made.root, '.env.png'), path.join(essai, 'link.png'));
  await symlink(path.join(made.root, 'elsewhere'), path.join(made.root, 'content/lien'));
  await symlink(path.join(made.root, 'elsewhere'), path.join(essai, 'lien'));
  await symlink(path.join(made.root, 'elsewhere'), path.join(essai, 'sous/lien'));
  await symlink(path.join(made.root, '.env.png'), path.join(essai, 'sous/link.png'));
  await symlink('../plan.png', path.join(essai, 'sous/near.png'));
  await mkdir(path.join(essai, 'sous/folder.png'));
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

/** Of an address that is sent letter by letter, as no browser would. */
const statusOf = async (address: string) => {
  const host = `127.0.0.1:${new URL(site.url).port}`;
  const answer = await sendRaw(site.url, `GET ${address} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  return answer.slice(9, 12);
};

describe('an image beside an article is sent', () => {
  test.each([
    ['plan.png', 'image/png'],
    ['Mon%20plan%20%C3%A9.JPG', 'image/jpeg'],
    ['plan.svg', 'image/svg+xml'],
    ['large.png', 'image/png'],
    ['sous/plan.png', 'image/png'],
    ['sous/sous/%C3%89t%C3%A9.png', 'image/png'],
    ['%252e%252e/plan.png', 'image/png'],
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

describe('an image in a folder of its article', () => {
  test('is shown on its page', async () => {
    const page = await (await fetch(`${site.url}articles/autre`)).text();
    const [, src = ''] = /<img[^>]* src="([^"]*)"/.exec(page) ?? [];
    expect([src, (await fetch(new URL(src, site.url))).status]).toEqual([
      '/articles/autre/files/images/mon%20plan.png',
      200,
    ]);
  });

  test.each([
    ['html', PNG.toString('base64')],
    ['epub', 'EPUB/images/1.png'],
  ])('goes along as %s', async (format, part) => {
    const answer = await fetch(`${site.url}articles/autre/export/${format}`);
    expect([answer.status, Buffer.from(await answer.arrayBuffer()).includes(part)]).toEqual([200, true]);
  });

  test('is named in a Word table', async () => {
    const answer = await fetch(`${site.url}articles/autre/export/docx`);
    const { 'word/document.xml': xml = new Uint8Array() } = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Buffer.from(xml).toString()).toContain('[image images/mon plan.png]');
  });
});

/** What browsers say that they take for an image in a page, and for a page. */
const TAKES = {
  chromium: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  firefox: 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
  page: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
};

describe('in place of an image that is not there', () => {
  test.each([
    ['in an article a sign stands', 'other.png', TAKES.chromium, 'image/svg+xml'],
    ['in another browser too', 'huge.png', TAKES.firefox, 'image/svg+xml'],
    ['near-miss: by itself a page says so', 'other.png', TAKES.page, 'text/html; charset=utf-8'],
    ['near-miss: to a script too', 'other.png', '*/*', 'text/html; charset=utf-8'],
  ])('%s', async (_what, name, accept, type) => {
    const { status, headers } = await get(name, { Accept: accept });
    expect([status, headers.get('content-type')]).toEqual([404, type]);
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
    ['a slash that is written in signs', 'sous%2Fplan.png'],
    ['a file outside', '..%2F..%2F.env.png'],
    ['a file outside, with the other slash', '..%5C..%5C.env.png'],
    ['a name with a NUL', 'plan.png%00.png'],
    ['more than 10 MB', 'huge.png'],
  ])('%s', async (_what, name) => {
    expect((await get(name)).status).toBe(404);
  });

  test.each([
    ['a way up', 'sous/../plan.png'],
    ['a way up in signs', 'sous/%2e%2e/plan.png'],
    ['a way out', '../../../.env.png'],
    ['a way out in signs', '%2e%2e/%2e%2e/.env.png'],
    ['a way out below a folder', 'sous/..%2F..%2F..%2F..%2F.env.png'],
    ['a way out with the other slash', 'sous/..%5C..%5C..%5C.env.png'],
    ['a way out decoded twice', 'sous/%252e%252e/plan.png'],
    ['another article', '../autre/images/plan.png'],
    ['another article in signs', '%2e%2e/autre/images/plan.png'],
    ['the folder itself', 'sous/./plan.png'],
    ['the folder itself in signs', 'sous/%2e/plan.png'],
    ['nothing between two slashes', 'sous//plan.png'],
    ['the top of the disk', '/etc/plan.png'],
    ['a folder', 'sous'],
    ['a folder that is called as an image is', 'sous/folder.png'],
    ['a file as a folder', 'plan.png/plan.png'],
    ['a hidden folder', '.git/plan.png'],
    ['a hidden file in a folder', 'sous/.secret.png'],
    ['a page in a folder', 'sous/notes.html'],
    ['a folder that is a link', 'lien/plan.png'],
    ['a folder in a folder that is a link', 'sous/lien/plan.png'],
    ['a link in a folder', 'sous/link.png'],
    ['a link to an image of the article', 'sous/near.png'],
    ['a NUL', 'sous/plan.png%00.png'],
    ['a line break', 'sous/pl%0Aan.png'],
    ['too many folders', 'a/b/c/d/e/plan.png'],
    ['a name without end', `sous/${'a'.repeat(5000)}.png`],
  ])('below a folder: %s', async (_what, name) => {
    expect(await statusOf(`/articles/essai/files/${name}`)).toBe('404');
  });

  test.each(['vide', 'lien', '..', '%2e%2e', 'constructor'])('from “%s”, which is no article', async (slug) => {
    expect(await statusOf(`/articles/${slug}/files/plan.png`)).toBe('404');
  });

  test('and nothing can be sent there', async () => {
    const { status, headers } = await fetch(`${site.url}articles/essai/files/plan.png`, { method: 'PUT' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
