import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everyNth } from '../rounds.ts';
import { HOME, SMALL } from '../site.ts';
import { untilReady, useTab } from './tab.ts';

const FOLDER = path.join(HOME, 'dist/browser');
const namesOf = async (end: string) => (await readdir(FOLDER)).filter((name) => name.endsWith(end)).sort();
const withoutHash = (name: string) => name.replace(/-[\w-]{8}\.js$/, '.js');

describe('what is built', () => {
  test('a bundle for each page, and what they share', async () => {
    expect((await namesOf('.js')).map(withoutHash)).toEqual([
      'add.js',
      'before-paint.js',
      'choose-words.js',
      'core.js',
      'drafts.js',
      'edit-here.js',
      'editor.js',
      'entry-form.js',
      'entry.js',
      'filter-rows.js',
      'glossary.js',
      'judge.js',
      'reader.js',
      'shared.js',
      'term-dialog.js',
      'translate.js',
      'unit.js',
      'word-keys.js',
    ]);
  });

  test('no bundle makes code or markup out of text', async () => {
    const names = await namesOf('.js');
    const texts = await Promise.all(names.map((name) => readFile(path.join(FOLDER, name), 'utf8')));
    const making = /\beval\b|\bFunction\(|\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write/;
    expect(names.filter((_, i) => making.test(texts[i] ?? ''))).toEqual([]);
  });

  test('each bundle has its map, which leads to the sources', async () => {
    const maps = await namesOf('.map');
    const sources = await Promise.all(
      maps.map(async (name) => (JSON.parse(await readFile(path.join(FOLDER, name), 'utf8')) as Map).sources),
    );
    expect([
      maps.map((name) => name.slice(0, -4)),
      sources.flat().some((one) => one.endsWith('reading/live.ts')),
    ]).toEqual([await namesOf('.js'), true]);
  });
});

interface Map {
  readonly sources: readonly string[];
}

/** The scripts that a page asks for while something is done: their names, and their bytes. */
const scriptsIn = async (page: Page, act: () => Promise<unknown>) => {
  const scripts: { name: string; body: Promise<Buffer> }[] = [];
  const note = (response: { url(): string; body(): Promise<Buffer> }) => {
    const [, name] = /\/browser\/(.*\.js)$/.exec(response.url()) ?? [];
    if (name !== undefined) scripts.push({ name: withoutHash(name), body: response.body() });
  };
  page.on('response', note);
  await act();
  page.off('response', note);
  const bodies = await Promise.all(scripts.map(({ body }) => body));
  return { names: scripts.map(({ name }) => name).sort(), bytes: bodies.reduce((sum, one) => sum + one.length, 0) };
};

describe('what a page asks for of a visitor', () => {
  const tab = useTab({ files: SMALL, isProfileNew: true, password: 'correct horse battery' });

  test('an article: 3 scripts, under 43 KB; no sources, but their maps', async () => {
    const { names, bytes } = await scriptsIn(tab.page, () =>
      tab.page.goto(`${tab.site.url}articles/essai`, { waitUntil: 'networkidle' }),
    );
    expect([names, bytes < 43_000]).toEqual([['before-paint.js', 'reader.js', 'shared.js'], true]);
    // The sources themselves are not served, the maps are.
    const statusOf = async (address: string) => (await fetch(tab.site.url + address)).status;
    expect([
      await statusOf('core/changes/live-verdicts.js'),
      await statusOf('browser/pages/reader.js'),
      await statusOf('browser/.tsbuildinfo'),
      await statusOf('browser/reader.js.map'),
    ]).toEqual([404, 404, 404, 200]);
  });
});

describe('what a page asks for', () => {
  const tab = useTab({ files: SMALL, isProfileNew: true });

  const scriptsOf = (act: () => Promise<unknown>) => scriptsIn(tab.page, act);
  const openArticle = () => tab.page.goto(`${tab.site.url}articles/essai`, { waitUntil: 'networkidle' });
  const openEditor = async () => {
    await tab.page.click('#p2 .edit');
    await tab.page.waitForSelector('#p2 .in-place .english');
    // What judges comes behind it.
    await untilReady(tab.page);
  };

  test('an article, for those who may edit it: 2 more, behind the page; its first editor 5 more, under 275 KB; the next one none', async () => {
    const article = await scriptsOf(openArticle);
    const first = await scriptsOf(openEditor);
    await tab.page.keyboard.press('Escape');
    await tab.page.waitForSelector('.in-place', { state: 'detached' });
    const next = await scriptsOf(openEditor);
    expect([article.names, article.bytes < 47_000, first.names, first.bytes < 275_000, next.names]).toEqual([
      ['before-paint.js', 'choose-words.js', 'reader.js', 'shared.js', 'word-keys.js'],
      true,
      ['core.js', 'drafts.js', 'edit-here.js', 'editor.js', 'judge.js'],
      true,
      [],
    ]);
  });

  const pages = [
    ['add', ['add.js', 'before-paint.js', 'shared.js']],
    ['glossary', ['before-paint.js', 'glossary.js', 'shared.js']],
    ['articles/essai/translate', ['before-paint.js', 'shared.js', 'translate.js']],
    ['glossary/token', ['before-paint.js', 'drafts.js', 'entry-form.js', 'entry.js', 'shared.js']],
    [
      'articles/essai/units/p2',
      ['before-paint.js', 'core.js', 'drafts.js', 'editor.js', 'judge.js', 'shared.js', 'unit.js'],
    ],
  ] as const;
  test.each(everyNth(pages, 3))('%s', async (address, wanted) => {
    const { names } = await scriptsOf(async () => {
      await tab.page.goto(tab.site.url + address, { waitUntil: 'networkidle' });
      await untilReady(tab.page);
    });
    expect(names).toEqual(wanted);
  });

  test('an editor that is not there any more, after an update, is the page of the paragraph', async () => {
    await tab.page.goto(`${tab.site.url}articles/essai`);
    await tab.page.route(/\/browser\/editor-/, (route) => route.fulfill({ status: 404 }));
    await tab.page.click('#p2 .edit');
    await tab.page.waitForURL(/\/units\/p2$/);
    expect(await tab.page.inputValue('.english')).toBe('Three tokens.');
  });

  test('what judges that is not there any more: the server checks, as it does without scripts', async () => {
    await tab.page.route(/\/browser\/judge-/, (route) => route.fulfill({ status: 404 }));
    await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
    await tab.page.fill('.english', 'Three chips.');
    await tab.page.click('text=Check');
    await tab.page.waitForSelector('.verdicts [data-verdict="deprecated"]');
    expect(await tab.page.inputValue('.english')).toBe('Three chips.');
  });
});
