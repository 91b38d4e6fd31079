import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, NO_ENGINES, SMALL, start } from '../../site.ts';

let open: Site;
let locked: Site;
let root: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  open = await start(root);
  locked = await start(root, NO_ENGINES, 0, { password: 'quatre mots tout simples' });
});
afterAll(async () => {
  await open.close();
  await locked.close();
  await remove();
});

const patch = async (site: Site, address: string) => {
  const { status, headers } = await fetch(new URL(address, site.url), { method: 'PATCH' });
  return [status, headers.get('allow')];
};

describe('every address names what it answers', () => {
  test.each([
    ['/', 'GET, HEAD'],
    ['/articles/essai', 'GET, HEAD'],
    ['/articles/essai/ledger.json', 'GET, HEAD'],
    ['/articles/essai/candidates', 'GET, HEAD'],
    ['/articles/essai/units/p2', 'GET, HEAD, POST'],
    ['/articles/essai/translate', 'GET, HEAD'],
    ['/glossary', 'GET, HEAD'],
    ['/glossary/token', 'GET, HEAD, POST'],
    ['/add-term', 'GET, HEAD, POST'],
    ['/import', 'GET, HEAD, POST'],
    ['/import/none', 'GET, HEAD, POST'],
    ['/changes', 'GET, HEAD'],
    ['/undo', 'POST'],
    ['/events', 'GET, HEAD'],
    ['/healthz', 'GET, HEAD'],
    ['/api/articles/essai/units/p2', 'GET, HEAD, PUT'],
    ['/api/articles/essai/units/p2/drafts', 'POST'],
    ['/api/articles/essai/translate', 'GET, HEAD, POST'],
    ['/api/articles/essai/translate/cancel', 'POST'],
    ['/api/glossary/concepts', 'POST'],
    ['/api/glossary/concepts/token', 'GET, HEAD, PUT, DELETE'],
    ['/api/glossary/preview', 'POST'],
  ])('%s', async (address, methods) => {
    expect(await patch(open, address)).toEqual([405, methods]);
  });

  test.each([
    ['/sign-in', 'GET, HEAD, POST'],
    ['/sign-out', 'POST'],
  ])('%s, where a password is set', async (address, methods) => {
    expect([await patch(locked, address), (await patch(open, address))[0]]).toEqual([[405, methods], 404]);
  });
});

test('where a password is set, others learn nothing of what may be changed', async () => {
  expect(await patch(locked, '/glossary/token')).toEqual([401, null]);
});
