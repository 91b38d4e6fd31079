import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { ONE_OF_EACH } from '../browser/one-of-each.ts';
import { makeRoot, NO_ENGINES, start } from '../site.ts';

const PASSWORD = 'a password of some length';

/** A paragraph without English, and a text in which the glossary lacks something. */
const FILES = {
  ...ONE_OF_EACH,
  'content/autre/fr.md': '---\ntitle: Un autre\n---\n\nLe TPU, le TPU et un jeton.\n',
};

interface Crawled {
  readonly address: string;
  readonly status: number;
  /** What a person can press to change something. */
  readonly writing: readonly string[];
}

const WRITES = /^(?:Edit|Remove|Add|Save|Approve|Delete|Undo|Bring|Translate|Import|Send|Accept)\b/;

/** Whatever the pages of a server lead to from `/`, as one who sends a cookie sees them. */
async function crawl(site: Site, cookie = ''): Promise<Crawled[]> {
  const crawled: Crawled[] = [];
  const known = new Set(['/', '/articles/essai?saved=1', '/glossary?saved=1']);
  for (const address of known) {
    const answer = await fetch(new URL(address, site.url), { headers: { cookie }, redirect: 'manual' });
    const next = answer.headers.get('location');
    const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html');
    const { document } = parseHTML(isPage && next === null ? await answer.text() : '<p></p>');
    const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
    for (const href of next === null ? links : [next]) {
      const { origin, pathname, search } = new URL(href, new URL(address, site.url));
      if (origin === new URL(site.url).origin && !/^\/sign-in|\/export\//.test(pathname)) known.add(pathname + search);
    }
    crawled.push({ address, status: answer.status, writing: writingIn(document) });
  }
  return crawled;
}

function writingIn(document: Document): string[] {
  const forms = [...document.querySelectorAll('form[method="post"]')].map((form) => form.getAttribute('action') ?? '');
  const named = [...document.querySelectorAll('a, button, summary')].map(({ textContent }) =>
    (textContent ?? '').trim(),
  );
  return [...forms, ...named.filter((name) => WRITES.test(name))];
}

let root: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(FILES));
});
afterAll(() => remove());

const writingOf = (crawled: readonly Crawled[]) =>
  crawled.flatMap(({ address, writing }) => writing.map((what) => `${address}: ${what}`));
const notShown = (crawled: readonly Crawled[]) =>
  crawled.filter(({ status }) => status !== 200).map(({ address, status }) => `${status} ${address}`);

describe('where a password is asked for', () => {
  let site: Site;
  let cookie: string;
  beforeAll(async () => {
    site = await start(root, NO_ENGINES, 0, { password: PASSWORD });
    const body = new URLSearchParams({ password: PASSWORD, next: '/' });
    const answer = await fetch(`${site.url}sign-in`, { method: 'POST', body, redirect: 'manual' });
    cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  });
  afterAll(() => site.close());
  const linksOf = async (address: string, sent = '') => {
    const answer = await fetch(site.url + address, { headers: { cookie: sent } });
    const { document } = parseHTML(await answer.text());
    return [...document.querySelectorAll('.edit, .masthead a[href^="/sign-in"]')].map((link) => link.textContent);
  };

  test('a visitor is shown nothing that changes something, and no way that ends at the sign-in', async () => {
    const crawled = await crawl(site);
    expect([crawled.length > 10, writingOf(crawled), notShown(crawled)]).toEqual([true, [], []]);
  });

  test('who is signed in is shown all of it', async () => {
    const crawled = await crawl(site, cookie);
    const wanted = ['/add', '/import?article=essai', '/changes', '/articles/essai/units/p3', '/articles/essai/remove'];
    const addresses = new Set(crawled.map(({ address }) => address));
    expect([wanted.filter((address) => !addresses.has(address)), notShown(crawled)]).toEqual([[], []]);
  });

  test.each(['articles/essai', 'articles', 'glossary', 'glossary/token', 'articles/essai/candidates'])(
    'nobody gets the %s that was kept for others',
    async (address) => {
      const [visitor, writer] = [await linksOf(address), await linksOf(address, cookie)];
      expect([await linksOf(address), await linksOf(address, cookie)]).toEqual([visitor, writer]);
      expect([visitor, writer.at(0)]).toEqual([['Sign in'], 'Sign out']);
    },
  );

  test('nothing on the way keeps a page for another person, whoever asks, and however often', async () => {
    const control = async (sent: string) =>
      (await fetch(`${site.url}articles/essai`, { headers: { cookie: sent } })).headers.get('cache-control');
    const said = [await control(''), await control(cookie), await control(''), await control(cookie)];
    expect(new Set(said)).toEqual(new Set(['private, no-cache']));
  });

  test('a cookie that opens nothing shows nothing more', async () => {
    expect(await linksOf('articles/essai', `${cookie.split('=')[0]}=invented`)).toEqual(['Sign in']);
  });

  test('the sign-in leads back to where one was', async () => {
    const { document } = parseHTML(await (await fetch(`${site.url}articles/essai?x=1`)).text());
    expect(document.querySelector('.masthead a[href^="/sign-in"]')?.getAttribute('href')).toBe(
      '/sign-in?next=%2Farticles%2Fessai',
    );
  });
});

describe('where nothing can be changed', () => {
  const crawledAll = async (site: Site) => {
    const crawled = await crawl(site);
    return [crawled.length > 10, writingOf(crawled), notShown(crawled)];
  };

  test.each([
    ['it only reads, and has a password', { readOnly: true, password: PASSWORD }],
    ['other machines reach it', { host: '0.0.0.0' }],
  ])('nothing is shown that would: %s', async (_fact, how) => {
    const site = await start(root, NO_ENGINES, 0, how);
    const found = await crawledAll(site);
    await site.close();
    expect(found).toEqual([true, [], []]);
  });

  describe('it only reads', () => {
    let site: Site;
    beforeAll(async () => {
      site = await start(root, NO_ENGINES, 0, { readOnly: true });
    });
    afterAll(() => site.close());

    test('nothing is shown that would', async () => {
      expect(await crawledAll(site)).toEqual([true, [], []]);
    });

    test.each(['add', 'changes', 'add-term', 'import', 'articles/essai/units/p3', 'articles/essai/remove'])(
      '/%s says why there is nothing to do',
      async (address) => {
        const answer = await fetch(site.url + address);
        expect([answer.status, /This server only reads/.test(await answer.text())]).toEqual([403, true]);
      },
    );
  });
});
