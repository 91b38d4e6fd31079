import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { HOME, makeRoot, SMALL, start, startExample } from '../../site.ts';

let site: Site;
beforeAll(async () => {
  site = await startExample();
});
afterAll(() => site.close());

async function get(address: string): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await fetch(new URL(address, site.url), { redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

test('the reader shows 43 units, each with one French and one English side', async () => {
  const { text } = await get('/articles/deepseek-r2');
  const units = [...text.matchAll(/<section[^>]*\bclass="unit[^"]*"[^>]*\bid="(p\d+)"/g)].map(([, id]) => id);
  expect(units).toEqual(Array.from({ length: 43 }, (_, i) => `p${i + 1}`));
});

test('the ledger is what the contract says', async () => {
  const ledger = JSON.parse((await get('/articles/deepseek-r2/ledger.json')).text);
  const unit = ledger.units.find((one: { unit: string }) => one.unit === 'p35');
  const term = unit.terms.find((one: { concept: string }) => one.concept === 'token');
  expect([Object.keys(ledger), Object.keys(unit), Object.keys(term)]).toEqual([
    ['slug', 'revision', 'units'],
    ['unit', 'source', 'target', 'state', 'terms'],
    ['concept', 'verdict', 'source', 'target', 'why'],
  ]);
  expect([
    unit.source.slice(term.source.start, term.source.end),
    unit.target.slice(term.target.start, term.target.end),
  ]).toEqual(['jetons', 'tokens']);
});

test('health tells the revision', async () => {
  const { status, text } = await get('/healthz');
  expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok', revision: site.library.current().revision }]);
});

test.each(['MODELE+DE+RAISONNEMENT', '++modèle+de+raisonnement+', '%C2%A0modele+de+raisonnement%09'])(
  'the search of the glossary needs no script, no accents, no capitals, and no care for spaces around it: %s',
  async (query) => {
    const { text } = await get(`/glossary?q=${query}`);
    expect([text.includes('reasoning model'), text.includes('>jeton<')]).toEqual([true, false]);
  },
);

test('every font that the style sheets name is served, and none that they do not', async () => {
  const style = (await get('/assets/base.css')).text;
  const named = [...style.matchAll(/url\("([^"]*)"\)/g)].map(([, address = '']) => address);
  const other = named[0]?.replace('latin', 'greek') ?? '';
  const answers = await Promise.all([...named, other].map(get));
  expect([named.length, answers.map(({ status }) => status)]).toEqual([4, [200, 200, 200, 200, 404]]);
});

test('a page waits for one style sheet, which has in it what it imports', async () => {
  const views = readdirSync(path.join(HOME, 'views')).filter((name) => name.endsWith('.ejs'));
  const heads = views.map((name) => readFileSync(path.join(HOME, 'views', name), 'utf8'));
  const named = heads.map((head) =>
    [...head.matchAll(/rel="stylesheet" href="([^"]*)"/g)].map(([, href = '']) => href),
  );
  const styles = await Promise.all([...new Set(named.flat())].map(get));
  const isWhole = ({ status, text }: (typeof styles)[number]) =>
    status === 200 && text.includes('.masthead') && !text.includes('@import');
  const article = (await get('/assets/pages/article.css')).text;
  expect([
    new Set(named.map((hrefs) => hrefs.length)),
    styles.filter((style) => !isWhole(style)),
    article.includes('@media print {\nhtml {'),
  ]).toEqual([new Set([1]), [], true]);
});

test('a browser keeps the faces without asking, and asks for all that may be another tomorrow', async () => {
  const keeping = async (address: string) => (await get(address)).headers.get('cache-control');
  const [chunk] = readdirSync(path.join(HOME, 'dist/browser')).filter((name) => /^judge-.*\.js$/.test(name));
  expect([
    await keeping('/fonts/source-serif-4/source-serif-4-latin-wght-normal.woff2'),
    await keeping(`/browser/${chunk}`),
    await keeping('/browser/reader.js'),
    await keeping('/assets/pages/article.css'),
  ]).toEqual(['public, max-age=2592000', 'public, max-age=31536000, immutable', 'no-cache', 'no-cache']);
});

test('no face takes the place of another under who reads', async () => {
  const style = (await get('/assets/base.css')).text;
  const faces = style.split('@font-face').filter((face) => face.includes('url('));
  expect(faces.map((face) => /font-display: (\w+)/.exec(face)?.[1])).toEqual([
    'optional',
    'optional',
    'optional',
    'optional',
  ]);
});

test('an unknown article is 404, for people and for scripts', async () => {
  const [page, report] = [await get('/articles/deepsek-r2'), await get('/articles/deepsek-r2/ledger.json')];
  expect([
    page.status,
    page.text.includes('Did you mean “<a href="/articles/deepseek-r2">deepseek-r2</a>”?'),
    report.status,
    report.headers.get('content-type'),
  ]).toEqual([404, true, 404, 'application/problem+json; charset=utf-8']);
});

describe('one state of the files gives one answer', () => {
  test.each([
    '/articles/deepseek-r2',
    '/articles/deepseek-r2/ledger.json',
    '/articles/deepseek-r2/candidates',
    '/glossary',
    '/glossary/token',
  ])('%s has a strong ETag and answers 304', async (address) => {
    const first = await get(address);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(new URL(address, site.url), { headers: { 'If-None-Match': etag } });
    expect([/^"[\w-]+"$/.test(etag), again.status, (await get(address)).text === first.text]).toEqual([
      true,
      304,
      true,
    ]);
  });
});

/** Strings that would be markup, script or template code if anything printed them as they are. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<%= process.env %>',
  '</section><h1>x</h1>',
  'javascript:alert(1)',
  '&lt;b&gt;',
  '\u202eevil',
];

describe('what people write is text', () => {
  test.each(HOSTILE)('%s', async (text) => {
    const yaml = JSON.stringify(text);
    const { root, remove } = await makeRoot({
      'glossary/a.yaml': `- id: settings\n  fr: [jeton, ${yaml}]\n  en: [token, ${yaml}]\n  not: [{ term: chip, why: ${yaml} }]\n  definition: ${yaml}\n  note: ${yaml}\n  domain: ${yaml}\n  source: ${yaml}\n`,
      'content/essai/fr.md': `---\ntitle: ${yaml}\nsite: ${yaml}\n---\n\nUn jeton ${text}\n`,
      'content/essai/en.po': `# note: ${text}\n# origin: ${text}\nmsgid ${JSON.stringify(`Un jeton ${text}`)}\nmsgstr ${JSON.stringify(`A token ${text}`)}\n`,
      [`glossary/${encodeURIComponent(text).slice(0, 60)}.yaml`]: `- ${yaml}: 1\n`,
    });
    const own = await start(root);
    try {
      for (const address of [
        '/articles/essai',
        '/glossary',
        '/glossary/settings',
        `/glossary?q=${encodeURIComponent(text)}`,
        `/articles/${encodeURIComponent(text)}`,
      ]) {
        const body = await (await fetch(new URL(address, own.url))).text();
        expect(/<script>alert|<img|<h1>x|href="javascript/.test(body)).toBe(false);
      }
    } finally {
      await own.close();
      await remove();
    }
  });
});

test('where the translation is not all this project’s, each paragraph says whose it is', async () => {
  const { root, remove } = await makeRoot({
    ...SMALL,
    'content/essai/en.po': `# origin: person 2026-11-23\n${SMALL['content/essai/en.po']}`,
  });
  const own = await start(root);
  try {
    const body = await (await fetch(new URL('/articles/essai', own.url))).text();
    expect([body.match(/class="origin"/g)?.length, body.includes('by a person, <time>2026-11-23</time>')]).toEqual([
      1,
      true,
    ]);
  } finally {
    await own.close();
    await remove();
  }
});

test('a second article brings a list of articles', async () => {
  const { root, remove } = await makeRoot({ ...SMALL, 'content/autre/fr.md': '---\ntitle: Autre\n---\n\nUn.\n' });
  const own = await start(root);
  try {
    const body = await (await fetch(own.url)).text();
    expect([body.includes('/articles/essai'), body.includes('/articles/autre')]).toEqual([true, true]);
  } finally {
    await own.close();
    await remove();
  }
});

test('an entry leads to those it names, by their English, and to none that is not there', async () => {
  const { root, remove } = await makeRoot({
    ...SMALL,
    'glossary/b.yaml':
      '- fr: carte\n  en: card\n  see: [chip, nowhere, data-set]\n- fr: jeu de données\n  en: [data set, set]\n',
  });
  const own = await start(root);
  try {
    const body = await (await fetch(new URL('/glossary/card', own.url))).text();
    const links = [...body.matchAll(/<a href="(\/glossary\/[\w-]+)"[^>]*>([^<]+)<\/a>/g)].map(([, ...one]) => one);
    expect([links, body.includes('nowhere"')]).toEqual([
      [
        ['/glossary/chip', 'chip'],
        ['/glossary/data-set', 'data set'],
      ],
      false,
    ]);
  } finally {
    await own.close();
    await remove();
  }
});

test('the glossary leads to what its only article has and it may lack: sixty proposals, the likeliest first', async () => {
  const names = Array.from(
    { length: 65 },
    (_, i) => `Q${String.fromCharCode(65 + (i % 26), 65 + Math.floor(i / 26))}Z`,
  );
  const paragraphs = names.map((name, i) => `Le ${name}${` et un ${name}`.repeat(i + 1)}.`);
  const { root, remove } = await makeRoot({
    ...SMALL,
    'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${paragraphs.join('\n\n')}\n`,
  });
  const own = await start(root);
  try {
    const bodyOf = async (address: string) => (await fetch(new URL(address, own.url))).text();
    const [, address = ''] = /href="([^"]*candidates)"/.exec(await bodyOf('/glossary')) ?? [];
    const body = await bodyOf(address);
    const proposed = names.filter((name) => body.includes(name));
    expect([address, proposed]).toEqual(['/articles/essai/candidates', names.slice(5)]);
  } finally {
    await own.close();
    await remove();
  }
});
