import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root);
});
afterEach(async () => {
  await site.close();
  await remove();
});

const file = (name: string) => readFile(path.join(root, name), 'utf8');
const tagOf = async (at: string) => (await fetch(site.url + at)).headers.get('etag') ?? '';
const UNIT = 'api/articles/essai/units/p2';
const TOKEN = 'api/glossary/concepts/token';
const send = (method: string, at: string, tag: string, body?: unknown) =>
  fetch(site.url + at, {
    method,
    headers: { 'content-type': 'application/json', 'if-match': tag },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const form = (at: string, fields: Record<string, string>) =>
  fetch(site.url + at, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

/** From now on the files cannot be read again. */
function breakReading(): void {
  site.library.reload = () => Promise.reject(new Error('EMFILE: too many open files'));
}

describe('what was saved is answered as saved, though the files cannot be read again', () => {
  test('a paragraph', async () => {
    const tag = await tagOf(UNIT);
    breakReading();
    const answer = await send('PUT', UNIT, tag, { target: 'Three tokens!', state: 'draft' });
    expect([answer.status, (await answer.json()).target, answer.headers.get('etag') === tag]).toEqual([
      200,
      'Three tokens!',
      false,
    ]);
    expect(await file('content/essai/en.po')).toContain('msgstr "Three tokens!"');
  });

  test('a paragraph by form', async () => {
    const version = (await tagOf(UNIT)).slice(1, -1);
    breakReading();
    const fields = { version, base: '', target: 'Three tokens!', state: 'draft', do: 'save' };
    const answer = await form('articles/essai/units/p2', fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/articles/essai?saved=1#p2']);
  });

  test('an entry', async () => {
    const tag = await tagOf(TOKEN);
    breakReading();
    const answer = await send('PUT', TOKEN, tag, { fr: 'jeton', en: 'lexeme' });
    expect([answer.status, (await answer.json()).en]).toEqual([200, ['lexeme']]);
  });

  test('a new entry, by form', async () => {
    breakReading();
    const answer = await form('add-term', { 'fr.0.term': 'octet', 'en.0.term': 'byte', do: 'save' });
    // The watch may have seen the new entry by then; else it has no page yet.
    expect([answer.status, answer.headers.get('location')?.replace('/byte', '')]).toEqual([303, '/glossary?saved=1']);
    expect(await file('glossary/ai.yaml')).toContain('octet');
  });

  test('a new entry', async () => {
    breakReading();
    const answer = await send('POST', 'api/glossary/concepts', '', { fr: 'octet', en: 'byte' });
    expect([answer.status, (await answer.json()).id]).toEqual([201, 'byte']);
  });

  test('a deleted entry', async () => {
    const tag = await tagOf(TOKEN);
    breakReading();
    expect((await send('DELETE', TOKEN, tag)).status).toBe(204);
  });

  test('an undone save', async () => {
    await send('PUT', UNIT, await tagOf(UNIT), { target: 'Three tokens!', state: 'draft' });
    breakReading();
    expect((await form('undo', { number: '1' })).status).toBe(303);
    expect(await file('content/essai/en.po')).toBe(SMALL['content/essai/en.po']);
  });
});

describe('what was not saved is no better for it', () => {
  test('over another version it is 412', async () => {
    breakReading();
    expect((await send('PUT', UNIT, '"000000000000"', { target: 'Mine', state: 'draft' })).status).toBe(412);
  });

  test('a save that is undone already is 409', async () => {
    await send('PUT', UNIT, await tagOf(UNIT), { target: 'Three tokens!', state: 'draft' });
    await form('undo', { number: '1' });
    breakReading();
    expect((await form('undo', { number: '1' })).status).toBe(409);
  });
});
