import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import express from 'express';
import { describe, expect, test } from 'vitest';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import type { SiteLocals } from '../../../src/http/pages/frame/frame.ts';
import { useViews } from '../../../src/http/view-engine.ts';
import { HOME } from '../../site.ts';
import { VIEW_CASES } from './view-values.ts';

const VIEWS = path.join(HOME, 'views');
const SAVED = {
  says: [
    { text: 'Saved: paragraph 7 of “', isFrench: false },
    { text: 'Un essai', isFrench: true },
  ],
  ...{ number: 9, file: 'content/essai/en.po', what: 'paragraph 9 of essai', where: '/articles/essai#p9' },
  ...{ time: 0, by: null, undoable: true, isInPlace: true, undoes: null },
};
const OPEN = {
  writable: true,
  approves: true,
  seen: 'approving',
  origin: 'http://127.0.0.1:3000',
  signInAt: '/sign-in',
  saved: SAVED,
} satisfies SiteLocals;
const READ_ONLY = {
  ...{ writable: false, approves: false, seen: 'reading', signInAt: null },
  origin: 'http://127.0.0.1:3000',
} satisfies SiteLocals;

const site = express();
useViews(site, VIEWS, createPacer());

function render(view: string, page: unknown, locals: SiteLocals): Promise<string> {
  return new Promise((resolve, reject) => {
    site.render(view, { page, ...locals }, (error: Error | null, html: string) =>
      error ? reject(error) : resolve(html),
    );
  });
}

const ALL = Object.entries(VIEW_CASES).flatMap(([view, cases]) =>
  Object.entries(cases).map(([name, page]) => ({ view, name, page: page as unknown })),
);

/** Elements without an end. */
const VOID = new Set(['meta', 'link', 'input', 'br', 'hr', 'img', '!doctype']);

/** Names of the tags, in order; what stands in quotes is no tag. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z!][\w-]*)(?:\s+[\w-]+(?:="[^"]*")?)*\s*>/gi)].map(([, name = '']) =>
    name.toLowerCase(),
  );
}

/** What is open at the end, or is closed without having been opened. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const tag of tagsOf(html)) {
    if (VOID.has(tag)) continue;
    if (!tag.startsWith('/')) open.push(tag);
    else if (open.at(-1) === tag.slice(1)) open.pop();
    else return [...open, tag];
  }
  return open;
}

/** The same value with other texts; what the program itself writes into a tag stays. */
function withTexts(value: unknown, change: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string') return key === 'tag' || value === '' ? value : change(value);
  if (Array.isArray(value)) return value.map((one) => withTexts(one, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withTexts(one, change, name)]));
}

/** Every text of a page, by its way there: `units.[].notes.[]`. */
function textsOf(value: unknown, way = ''): [string, string][] {
  if (typeof value === 'string') return value === '' ? [] : [[way, value]];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, `${way}.[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, way === '' ? name : `${way}.${name}`));
}

test('every view has its cases', () => {
  const files = readdirSync(VIEWS).filter((file) => file.endsWith('.ejs'));
  expect(Object.keys(VIEW_CASES).sort()).toEqual(files.map((file) => file.slice(0, -4)).sort());
});

test('every partial is part of a view', () => {
  const partials = readdirSync(path.join(VIEWS, 'partials')).map((file) => file.slice(0, -4));
  const views = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ejs'));
  const texts = views.map((view) => readFileSync(path.join(VIEWS, view), 'utf8')).join('\n');
  const included = new Set([...texts.matchAll(/include\('\/partials\/([\w-]+)'/g)].map(([, name]) => name));
  expect(partials.filter((name) => !included.has(name))).toEqual([]);
});

describe.each(ALL)('$view, $name', ({ view, page }) => {
  test('closes what it opens, written or read only', async () => {
    const pages = await Promise.all([OPEN, READ_ONLY].map((locals) => render(view, page, locals)));
    expect(pages.map(unbalanced)).toEqual([[], []]);
  });

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '\'"` onmouseover=alert(1) x=',
    '</textarea></title></style>',
    '<%= process.env %> <%- page %> {{page}} &lt;b&gt;',
  ])('has the same tags whatever people write: %s', async (hostile) => {
    const wild = withTexts(OPEN, () => hostile) as SiteLocals;
    const [tame, bold] = [
      await render(view, page, OPEN),
      await render(
        view,
        withTexts(page, () => hostile),
        wild,
      ),
    ];
    expect(tagsOf(bold)).toEqual(tagsOf(tame));
  });

  test('begins with a link that skips to its content', async () => {
    const html = await render(view, page, OPEN);
    const [, to] = /<body[^>]*>\s*<a class="skip" href="#([^"]+)"/.exec(html) ?? [];
    expect([to === undefined, html.includes(` id="${to}"`) || to === 'p1']).toEqual([false, true]);
  });

  test('has no word for what is not there', async () => {
    const html = await render(view, page, READ_ONLY);
    expect(/\b(undefined|null|NaN|\[object Object\]|Invalid Date)\b/.exec(html)?.[0]).toBe(undefined);
  });
});

test('words that are written from right to left, or turned, turn nothing beside them', async () => {
  const told = [
    { text: 'Versions of “', isFrench: false },
    { text: '\u202eiasse', isFrench: true },
    { text: ' / \u202elairt', isFrench: false },
    { text: '”', isFrench: false },
  ];
  const isolated = '<bdi>Versions of “</bdi><bdi lang="fr">\u202eiasse</bdi><bdi> / \u202elairt</bdi><bdi>”</bdi>';
  const [page] = Object.values(VIEW_CASES.changes);
  const html = await render('changes', { ...page, heading: told }, { ...OPEN, saved: { ...SAVED, says: told } });
  expect([html.includes(`<h1>${isolated}</h1>`), html.includes(`<p><span>${isolated}</span>`)]).toEqual([true, true]);
});

/** Kept with the page, sent by another word, or asked of a new entry alone. */
const NOT_PRINTED = [/ revision$/, /^unit conflict\.merged$/, /^concept form\.files\b/, / form\.files\.\[\]\.value$/];

test.each(Object.keys(VIEW_CASES) as (keyof typeof VIEW_CASES)[])('%s prints all that its page holds', async (view) => {
  const printed = new Map<string, boolean>();
  for (const page of Object.values(VIEW_CASES[view])) {
    // Each text is its own, so that none is taken for another.
    let count = 0;
    const marked = withTexts(page, () => {
      count += 1;
      return `t${count}t`;
    });
    const html = await render(view, marked, OPEN);
    for (const [way, text] of textsOf(marked)) printed.set(way, printed.get(way) === true || html.includes(text));
  }
  const missing = [...printed].filter(([, isPrinted]) => !isPrinted).map(([way]) => `${view} ${way}`);
  expect(missing.filter((way) => !NOT_PRINTED.some((form) => form.test(way)))).toEqual([]);
});
