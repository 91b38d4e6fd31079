import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeXliff12 } from '../../../src/formats/exchange/xliff12.ts';
import type { Site } from '../../../src/serve.ts';
import { articleOf } from '../../formats/exchange/articles.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
let site: Site;
const FILES = {
  ...SMALL,
  'content/essai/fr.md': '---\ntitle: Essai\n---\n\nTrois jetons.\n\nUne puce.\n\nRien encore.\n',
};
const begin = async (password: string | null = null) => {
  ({ root, remove } = await makeRoot(FILES));
  site = await start(root, undefined, 0, { password });
};
/** Puts the files back as they were. */
const reset = async () => {
  for (const name of ['glossary/ai.yaml', 'content/essai/en.po'] as const)
    await writeFile(path.join(root, name), FILES[name]);
  await rm(path.join(root, 'glossary/pasted-text.yaml'), { force: true });
  await site.library.reload();
};
const end = async () => {
  await site.close();
  await remove();
};

const ask = (address: string, init: RequestInit = {}) =>
  fetch(new URL(address, site.url), { redirect: 'manual', ...init });
const page = async (address: string) => (await ask(address)).text();
/** Sends the form of the first step, as a browser does. */
function bring(file: string | null, text = '', article = ''): Promise<Response> {
  const body = new FormData();
  body.append('file', new Blob([file ?? '']), file === null ? '' : 'revue.po');
  body.append('text', text);
  body.append('article', article);
  return ask('/import', { method: 'POST', body });
}
const whereTo = (answer: Response) => answer.headers.get('location') ?? '';
const send = (address: string, rows: readonly string[]) =>
  ask(address, { method: 'POST', body: new URLSearchParams(rows.map((row) => ['row', row])) });
/** The rows of a form with their values, ticked or not. */
const rowsIn = (html: string) =>
  [...html.matchAll(/<input type="checkbox"[^>]*value="([^"]*)"( checked)?/g)].map(([, value = '', ticked]) => ({
    value,
    isTicked: ticked !== undefined,
  }));
const alertIn = (html: string) => /role="alert">([^<]*)</.exec(html)?.[1];
const catalogue = () => readFile(path.join(root, 'content/essai/en.po'), 'utf8');

/** Writes a file that the library sees from its next reading on, as where somebody writes between a look and a save. */
async function changeUnseen(file: string, text: string) {
  const shown = site.library.current();
  const seen = vi.spyOn(site.library, 'current').mockReturnValue(shown);
  const { reload } = site.library;
  const read = vi.spyOn(site.library, 'reload').mockImplementation((named) => {
    seen.mockRestore();
    return reload(named);
  });
  await writeFile(path.join(root, file), text);
  return read;
}

const REVIEW = `msgid "Trois jetons."
msgstr "Three chips."

#, fuzzy
msgid "Une puce."
msgstr "One chip."

#, fuzzy
msgid "Rien encore."
msgstr "Nothing yet."

msgid "Autre chose."
msgstr "Else."
`;

describe('on a machine of one’s own', () => {
  beforeAll(() => begin());
  afterAll(end);
  beforeEach(reset);

  test('a file is looked over before anything is written', async () => {
    const before = await catalogue();
    const answer = await bring(REVIEW);
    const html = await page(whereTo(answer));
    expect([answer.status, rowsIn(html).map(({ isTicked }) => isTicked), (await catalogue()) === before]).toEqual([
      303,
      [false, true],
      true,
    ]);
    expect(html).toContain('4 texts: 0 changed, 1 new, 2 changed on both sides, 1 unknown.');
    expect(html).toContain('<del>tokens</del><ins>chips</ins>');
    expect(html).toMatch(/“chips” is ruled out for “jetons”/);
    expect(html).toMatch(/reviewed here, and a draft there, so it stays/);
  });

  test('what is ticked is written, and can be undone', async () => {
    const before = await catalogue();
    const address = whereTo(await bring(REVIEW));
    const ticked = rowsIn(await page(address)).filter(({ isTicked }) => isTicked);
    const saved = await send(
      address,
      ticked.map(({ value }) => value),
    );
    const written = await catalogue();
    expect([saved.status, whereTo(saved)]).toEqual([303, expect.stringMatching(/^\/articles\/essai\?saved=\d+$/)]);
    expect([written.includes('"Nothing yet."'), written.includes('origin: import revue.po 20')]).toEqual([true, true]);
    const number = /saved=(\d+)/.exec(whereTo(saved))?.[1] ?? '';
    await ask('/undo', { method: 'POST', body: new URLSearchParams({ number }) });
    expect(await catalogue()).toBe(before);
  });

  test('a person may take over what both sides reviewed', async () => {
    const address = whereTo(await bring(REVIEW));
    const [conflict] = rowsIn(await page(address));
    await send(address, [conflict?.value ?? '']);
    expect(await catalogue()).toContain('"Three chips."');
  });

  test('what changed since the page was shown is not written', async () => {
    const address = whereTo(await bring(REVIEW));
    const [conflict] = rowsIn(await page(address));
    const now = (await catalogue()).replace('Three tokens.', 'Three small tokens.');
    await writeFile(path.join(root, 'content/essai/en.po'), now);
    await site.library.reload();
    const answer = await send(address, [conflict?.value ?? '']);
    expect([answer.status, alertIn(await answer.text()), await catalogue()]).toEqual([
      409,
      expect.stringMatching(/changed since this page was shown/),
      now,
    ]);
  });

  test.each([
    [
      'with another',
      '¶4 changed since this page was shown and stays as this page shows now; 1 other text was written.',
    ],
    ['alone', 'Some of these changed since this page was shown, so nothing was saved; this is how they are now.'],
  ])('what changes while it is saved is not written, %s, and the page says what was', async (company, says) => {
    const address = whereTo(await bring(REVIEW));
    const [conflict, fresh] = rowsIn(await page(address)).map(({ value }) => value);
    const rows = company === 'alone' ? [fresh ?? ''] : [conflict ?? '', fresh ?? ''];
    const now = `${await catalogue()}\nmsgid "Rien encore."\nmsgstr "Somebody else."\n`;
    const read = await changeUnseen('content/essai/en.po', now);
    const answer = await send(address, rows);
    const html = await answer.text();
    read.mockRestore();
    expect([answer.status, alertIn(html)]).toEqual([409, says]);
    const written = await catalogue();
    expect([written.includes('"Three chips."'), written.includes('"Somebody else."')]).toEqual([
      company !== 'alone',
      true,
    ]);
    expect([/<del>[^<]*Somebody/.test(html), rowsIn(html).filter(({ isTicked }) => isTicked)]).toEqual([true, []]);
  });

  test('a ticked review over one that changes while it is saved is not written', async () => {
    const address = whereTo(await bring(REVIEW));
    const [conflict] = rowsIn(await page(address));
    const now = (await catalogue()).replace('Three tokens.', 'Three small tokens.');
    const read = await changeUnseen('content/essai/en.po', now);
    const answer = await send(address, [conflict?.value ?? '']);
    read.mockRestore();
    expect([answer.status, alertIn(await answer.text()), await catalogue()]).toEqual([
      409,
      expect.stringMatching(/changed since this page was shown/),
      now,
    ]);
  });

  test.each([
    ['nothing ticked', [], 422],
    ['a row that is none', ['7 x'], 409],
    ['a draft over a review', ['1 0'], 409],
  ])('%s writes nothing', async (_, rows, status) => {
    const before = await catalogue();
    const address = whereTo(await bring(REVIEW));
    expect([(await send(address, rows)).status, await catalogue()]).toEqual([status, before]);
  });

  test('our own XLIFF comes back with nothing to save', async () => {
    const french = await readFile(path.join(root, 'content/essai/fr.md'), 'utf8');
    const article = articleOf('essai', french, await catalogue());
    const html = await page(whereTo(await bring([...writeXliff12(article, { version: '1.0.0' })].join(''))));
    expect(html).toContain('There is nothing to save.');
  });

  test('terms go into a file of their own', async () => {
    const address = whereTo(await bring(null, 'fr,en\npont,bridge\njeton,chip\npuce,microchip\n'));
    const html = await page(address);
    const rows = rowsIn(html);
    expect([
      rows.map(({ isTicked }) => isTicked),
      html.includes('“chip” is accepted there and ruled out here'),
    ]).toEqual([[true, false, false], true]);
    expect(html).toContain('With what is ticked here, no paragraph of any article changes for better or worse.');
    const saved = await send(address, [rows[0]?.value ?? '', rows[2]?.value ?? '']);
    expect(whereTo(saved)).toBe('/changes');
    expect([
      await readFile(path.join(root, 'glossary/pasted-text.yaml'), 'utf8'),
      await readFile(path.join(root, 'glossary/ai.yaml'), 'utf8'),
    ]).toEqual(['- fr: pont\n  en: bridge\n', SMALL['glossary/ai.yaml'].replace('en: chip', 'en: [chip, microchip]')]);
  });

  test('entries of one file are one save, all of them or none', async () => {
    const address = whereTo(await bring(null, 'fr,en\njeton,small token\npuce,microchip\n'));
    const rows = rowsIn(await page(address)).map(({ value }) => value);
    const before = await readFile(path.join(root, 'glossary/ai.yaml'), 'utf8');
    const saved = await send(address, rows);
    const number = /^\/glossary\?saved=(\d+)$/.exec(whereTo(saved))?.[1] ?? '';
    const written = await readFile(path.join(root, 'glossary/ai.yaml'), 'utf8');
    await ask('/undo', { method: 'POST', body: new URLSearchParams({ number }) });
    expect([
      rows.length,
      written.includes('small token') && written.includes('microchip'),
      await readFile(path.join(root, 'glossary/ai.yaml'), 'utf8'),
    ]).toEqual([2, true, before]);
  });

  test('where an entry changes while it is saved, nothing of its file is written, and the page says what was', async () => {
    const address = whereTo(await bring(null, 'fr,en\npont,bridge\njeton,small token\npuce,microchip\n'));
    const rows = rowsIn(await page(address)).map(({ value }) => value);
    const now = SMALL['glossary/ai.yaml'].replace('en: chip', 'en: [chip, die]');
    const read = await changeUnseen('glossary/ai.yaml', now);
    const answer = await send(address, rows);
    read.mockRestore();
    expect([answer.status, alertIn(await answer.text())]).toEqual([
      409,
      '1 entry written into glossary/pasted-text.yaml. “chip” changed meanwhile. Nothing was written into glossary/ai.yaml (2 entries).',
    ]);
    expect([
      await readFile(path.join(root, 'glossary/ai.yaml'), 'utf8'),
      await readFile(path.join(root, 'glossary/pasted-text.yaml'), 'utf8'),
    ]).toEqual([now, '- fr: pont\n  en: bridge\n']);
  });

  test.each<[string, string | null, string, string]>([
    ['nothing', null, '', 'Choose a file, or paste what it holds.'],
    ['both', REVIEW, REVIEW, 'Give one of the two: a file or a text.'],
    ['prose', null, 'Rien.', '“pasted text” is none of the formats'],
    ['a broken file', '<xliff version="1.2"><file>', '', '“revue.po” cannot be read'],
  ])('%s is refused beside its field', async (_, file, text, says) => {
    const answer = await bring(file, text);
    expect([answer.status, alertIn(await answer.text())]).toEqual([422, expect.stringContaining(says)]);
  });

  test('a file of no article asks which it is of', async () => {
    const address = whereTo(await bring('msgid "Ailleurs."\nmsgstr "Elsewhere."\n'));
    const answer = await ask(address);
    expect([answer.status, alertIn(await answer.text())]).toEqual([422, expect.stringContaining('No article has any')]);
    expect((await ask(`${address}?article=none`)).status).toBe(404);
  });

  test('a file that nobody brought is not there', async () => {
    expect((await ask('/import/none')).status).toBe(404);
  });

  test('what a file holds is no markup', async () => {
    const text = 'msgid "Rien encore."\nmsgstr "<script>alert(1)</script>"\n';
    const html = await page(whereTo(await bring(text)));
    expect([html.includes('<script>alert'), html.includes('&lt;script&gt;alert')]).toEqual([false, true]);
  });
});

describe('where a password is set', () => {
  beforeAll(() => begin('quatre mots tout simples'));
  afterAll(end);

  test('nobody else imports', async () => {
    const answers = [await ask('/import'), await bring(REVIEW), await send('/import/none', ['0 x'])];
    expect(answers.map(({ status }) => status >= 300 && status !== 404)).toEqual([true, true, true]);
    expect(answers.map(whereTo).some((address) => address.startsWith('/import'))).toBe(false);
  });
});
