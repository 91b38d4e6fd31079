import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { AFTERNOON_FILES, shuffled, textsUnder } from '../afternoon.ts';
import { PASSWORD, writeUsers } from '../people.ts';
import { makeRoot, start } from '../site.ts';
import { untilReady, useBrowser } from './tab.ts';

// An afternoon of two people at their pages: 28 saves, each taken back where a person can, in an order that nobody
// chose.

const used = useBrowser();
let root: string;
let remove: () => Promise<void>;
let users: string;
let site: Site;
const people: BrowserContext[] = [];
beforeAll(async () => {
  ({ root, remove } = await makeRoot(AFTERNOON_FILES));
  users = await writeUsers(root, { Ana: 'reviewer', Ben: 'reviewer' });
  site = await start(root, undefined, 0, { users });
  for (const name of ['Ana', 'Ben']) {
    const context = await used.browser.newContext();
    context.setDefaultTimeout(90_000);
    people.push(context);
    await signIn(await context.newPage(), name);
  }
});
afterAll(async () => {
  await Promise.all(people.map((one) => one.close()));
  await site.close();
  await remove();
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${site.url}sign-in`);
  await page.fill('#name', name);
  await page.fill('#password', PASSWORD);
  await page.click('main button');
  await page.waitForSelector('.masthead >> text=Sign out');
}

/** What somebody does in a page of their own, up to the notice that it is saved. */
type Act = (page: Page) => Promise<unknown>;

/** A save, and where its page of versions is linked from. */
interface Doing {
  readonly of: string;
  readonly act: Act;
}

const save = (page: Page) => page.click('.actions button[value="save"]');

/** On the page of the paragraph. */
function written(of: string, text: string, state: 'draft' | 'reviewed' = 'draft'): Doing {
  const act = async (page: Page) => {
    await page.goto(`${site.url}articles/${of.replace('/', '/units/')}`);
    await untilReady(page);
    await page.fill('.english', text);
    await page.check(`[name="state"][value="${state}"]`);
    await save(page);
  };
  return { of, act };
}

/** In the article, without the mouse. */
function inPlace(of: string, text: string): Doing {
  const [slug, id = ''] = of.split('/');
  const act = async (page: Page) => {
    await page.goto(`${site.url}articles/${slug}`);
    for (let i = 0; i < Number(id.slice(1)); i += 1) await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.waitForSelector(`#${id} .english`);
    await page.fill('.english', text);
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.in-place', { state: 'detached' });
  };
  return { of, act };
}

function entry(of: string, act: Act): Doing {
  return {
    of,
    async act(page) {
      await page.goto(`${site.url}glossary/${of}#edit`);
      await untilReady(page);
      await act(page);
    },
  };
}

/** An entry that says more than its terms has the rest open. */
async function openMore(page: Page): Promise<void> {
  if ((await page.getAttribute('.more-fields', 'open')) === null) await page.click('.more-fields > summary');
}

const field = (of: string, name: string, words: string) =>
  entry(of, async (page) => {
    await openMore(page);
    await page.fill(`[name="${name}"]`, words);
    await save(page);
  });

const deleted = (of: string) => entry(of, (page) => page.click('button[value="delete"]'));

function added(of: string, french: string, file = 'glossary/ai.yaml'): Doing {
  const act = async (page: Page) => {
    await page.goto(`${site.url}add-term`);
    await untilReady(page);
    await page.fill('[name="fr.0.term"]', french);
    await page.fill('[name="en.0.term"]', of);
    await openMore(page);
    await page.selectOption('[name="file"]', file);
    await page.press('[name="en.0.term"]', 'Enter');
  };
  return { of, act };
}

const approved: Doing = {
  of: 'essai/p4',
  async act(page) {
    await page.goto(`${site.url}articles/essai`);
    await page.click('#p4 .approve button');
    await page.waitForSelector('#p4 .draft', { state: 'detached' });
  },
};

const waived: Doing = {
  of: 'essai/p2',
  async act(page) {
    await page.goto(`${site.url}articles/essai/units/p2`);
    await untilReady(page);
    await page.click('.waive summary');
    await page.keyboard.type('as they wrote it');
    await page.keyboard.press('Enter');
  },
};

const AFTERNOON: readonly Doing[] = [
  written('essai/p2', 'Three tokens.'),
  written('essai/p3', 'A chip, then.', 'reviewed'),
  inPlace('essai/p4', 'The network learns from very many texts.'),
  written('essai/p4', 'The neural network learns from very many texts.'),
  approved,
  written('essai/p5', 'The layer follows it.'),
  inPlace('essai/p6', 'The model answers.'),
  written('essai/p7', 'The end.', 'reviewed'),
  written('essai/p1', 'An essay', 'reviewed'),
  inPlace('essai/p2', 'Three chips here.'),
  waived,
  field('token', 'definition', 'What is read.'),
  field('token', 'note', 'Not of metal.'),
  field('chip', 'domain', 'hardware'),
  added('weight', 'poids'),
  added('bias', 'biais'),
  field('model', 'definition', 'What answers.'),
  deleted('chip'),
  field('network', 'definition', 'Of layers.'),
  field('layer', 'definition', 'Of neurons.'),
  added('node', 'nœud', 'glossary/more.csv'),
  deleted('network'),
  written('neuf/p2', 'Three tokens.'),
  written('neuf/p3', 'A chip.', 'reviewed'),
  inPlace('neuf/p1', 'New'),
  written('vieux/p2', 'One chip.'),
  inPlace('suite/p2', 'A network.'),
  written('suite/p3', 'A layer.', 'reviewed'),
];

/** Where each save is taken back. */
const WAYS = ['the notice', 'a key', 'its versions', 'all changes'] as const;

/** A save that is to be taken back. */
interface Saved extends Doing {
  readonly number: string;
  readonly way: (typeof WAYS)[number];
  /** A page that is left open with its notice; null where the way back begins elsewhere. */
  readonly page: Page | null;
}

const NOTICE = '.saved button[name="number"]';

/**
 * What a browser does to a tab that another one covers, and to one that is come back to: a covered one lets go of its
 * line.
 */
const cover = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate(`{
    Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }`);

async function saved({ of, act }: Doing, person: BrowserContext, way: Saved['way']): Promise<Saved> {
  const page = await person.newPage();
  await act(page);
  const number = (await page.getAttribute(NOTICE, 'value')) ?? '';
  const isKept = way === 'the notice' || way === 'a key';
  // A notice stays while somebody is at it.
  if (isKept) await page.focus(NOTICE).then(() => cover(page, 'hidden'));
  else await page.close();
  return { of, act, number, way, page: isKept ? page : null };
}

/** Takes a save back, and looks at the difference where the page shows one. */
async function takenBack({ of, number, way, page: kept }: Saved, person: BrowserContext): Promise<string> {
  const page = kept ?? (await person.newPage());
  if (kept !== null) await cover(kept, 'visible');
  if (way === 'its versions') await openVersions(page, of);
  if (way === 'all changes') await page.goto(`${site.url}changes`);
  if (kept === null) await findSave(page, number);
  const press = () => {
    if (way === 'the notice') return page.click(NOTICE);
    if (way === 'a key') return page.keyboard.press('Control+z');
    return page.click(`button[name="number"][value="${number}"]`);
  };
  const led = await answerTo(page, press);
  const isShown = /^\/changes\/\d+/.test(led);
  const last = isShown ? await answerTo(page, () => decide(page)) : led;
  await page.close();
  return /saved=\d+/.test(last) ? `${way}, ${isShown ? 'looked at' : 'at once'}` : `${number} of ${of}: ${last}`;
}

/** Where the server leads whoever undoes something; what it says where it does not. */
async function answerTo(page: Page, press: () => Promise<unknown>): Promise<string> {
  const isAnswer = (url: string, method: string) => method === 'POST' && url === `${site.url}undo`;
  const [answer] = await Promise.all([
    page.waitForResponse((one) => isAnswer(one.url(), one.request().method())),
    press(),
  ]);
  const led = (await answer.headerValue('location')) ?? `${answer.status()}`;
  await page.waitForSelector('.saved, main h1');
  await page.waitForLoadState();
  return led;
}

async function openVersions(page: Page, of: string): Promise<void> {
  if (of.includes('/')) {
    await page.goto(`${site.url}articles/${of.replace('/', '/units/')}`);
    await page.click('text=Versions of this paragraph');
    return;
  }
  const answer = await page.goto(`${site.url}glossary/${of}`);
  // An entry that is gone has no page.
  if (answer?.ok()) await page.click('text=Its versions');
  else await page.goto(`${site.url}changes`);
  await page.waitForURL(/\/changes/);
}

/** On the page of changes that has it. */
async function findSave(page: Page, number: string): Promise<void> {
  await page.waitForSelector('h1');
  while ((await page.locator(`button[name="number"][value="${number}"]`).count()) === 0) {
    const next = await page.getAttribute('.pages [rel="next"]', 'href', { timeout: 5000 });
    await page.goto(new URL(next ?? '', page.url()).href);
  }
}

/** What was written over since stays until that is taken back; all else is taken back. */
async function decide(page: Page): Promise<void> {
  const choice = (await page.content()).includes('Its words were written over since') ? 'keep' : 'back';
  for (const radio of await page.locator(`.asked [value="${choice}"]`).all()) await radio.check();
  await page.click('text=Do this');
}

test('28 of 28 are taken back by notice, key, versions and list, in any order, over a restart, to the byte', async () => {
  const before = await textsUnder(root);
  const ways = shuffled(
    AFTERNOON.map((_, i) => WAYS[i % WAYS.length] ?? 'a key'),
    17,
  );
  const all: Saved[] = [];
  for (const [i, doing] of AFTERNOON.entries())
    all.push(await saved(doing, people[i % 2] as BrowserContext, ways[i] ?? 'a key'));
  const changed = await textsUnder(root);
  const ends: string[] = [];
  for (const [i, one] of shuffled(all, 2026).entries()) {
    ends.push(await takenBack(one, people[(i + 1) % 2] as BrowserContext));
    if (i !== 13) continue;
    const { port } = new URL(site.url);
    await site.close();
    site = await start(root, undefined, Number(port), { users });
    for (const [person, name] of ['Ana', 'Ben'].entries())
      await signIn(await (people[person] as BrowserContext).newPage(), name);
  }
  const counts = WAYS.map((way) => [way, ends.filter((end) => end.startsWith(`${way},`)).length]);
  expect(new Set(all.map(({ number }) => number)).size).toBe(28);
  expect([ends.filter((end) => !/^[a-z ]+,/.test(end)), counts]).toEqual([[], WAYS.map((way) => [way, 7])]);
  expect(Object.keys(before).filter((file) => changed[file] === before[file])).toEqual(
    Object.keys(before).filter((file) => file.endsWith('fr.md')),
  );
  expect(await textsUnder(root)).toEqual(before);
  const looked = ends.filter((end) => end.endsWith('looked at')).length;
  console.log(
    `saves through the pages, undone in a random order: ${ends.length} (wanted 28), ${looked} of them looked at`,
  );
}, 900_000);
