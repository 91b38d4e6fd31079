import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, start } from '../../site.ts';

/** What browsers have run, at one time or another, where text was expected. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<%= process.env %>',
  '{{constructor.constructor("alert(1)")()}}',
];
const word = (i: number) => `mot${i} ${HOSTILE[i]}`;
const yaml = HOSTILE.map((text, i) =>
  [
    `- id: h${i}`,
    `  fr: ${JSON.stringify(word(i))}`,
    `  en: [${JSON.stringify(`word${i} ${text}`)}]`,
    `  not: [{ term: ${JSON.stringify(`no${i} ${text}`)}, why: ${JSON.stringify(text)} }]`,
    ...['definition', 'source', 'domain', 'note'].map((key) => `  ${key}: ${JSON.stringify(text)}`),
    `  except: [${JSON.stringify(`sauf ${text}`)}]`,
    `  examples: [${JSON.stringify(`${word(i)} => word${i} ${text}`)}]`,
  ].join('\n'),
).join('\n');
const block = (text: string) => text.replaceAll(/[\\`*_[\]<>#&!]/g, '\\$&');
const FILES = {
  'glossary/ai.yaml': `${yaml}\n- id: settings\n  fr: réglages\n  en: settings\n- id: constructor\n  fr: constructeur\n  en: constructor\n`,
  'content/essai/fr.md': `---\ntitle: ${JSON.stringify(HOSTILE[0])}\nsite: ${JSON.stringify(HOSTILE[1])}\nurl: "javascript:alert(1)"\n---\n\n${HOSTILE.map((_, i) => block(word(i))).join('\n\n')}\n`,
  'content/essai/en.po': HOSTILE.map(
    (text, i) =>
      `# origin: ${text}\n# note: ${text}\n# waive: h${i} 000000000000 - ${text}\n#, fuzzy\nmsgid ${JSON.stringify(block(word(i)))}\nmsgstr ${JSON.stringify(`word${i} ${text}`)}\n`,
  ).join('\n'),
};

let site: Site;
let remove: () => Promise<void>;
beforeAll(async () => {
  let root: string;
  ({ root, remove } = await makeRoot(FILES));
  site = await start(root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

/** What no page of ours has: such elements, scripts of others or in the page, handlers, links that run something. */
function foreignIn(html: string): string[] {
  const links = [...html.matchAll(/ (?:href|src|action|formaction)="([^"]*)"/g)].map(([, address]) => address ?? '');
  // Between quotation marks everything is text, since those in it are written &#34;.
  const bare = html.replaceAll(/="[^"]*"/g, '=""');
  return [
    ...links.filter((address) => !/^(?:\/(?!\/)|#|https?:)/.test(address)),
    ...(bare.match(/<(?:img|svg|iframe|object|embed)\b|<script(?! type="" src=""| src="")|<[a-z][^<>]* on\w+=/gi) ??
      []),
  ];
}

describe('hostile text stays text, in every field and on every page (P8)', () => {
  const pages = [
    '/articles/essai',
    '/glossary',
    '/glossary?q=%3Cscript%3Ealert(1)%3C/script%3E',
    '/glossary?field=%22%3E%3Cscript%3E&letter=%22%3E&status=%3Cb%3E&page=%22%3E',
    '/glossary?article=%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
    '/glossary?status=remarks',
    '/articles/essai/candidates',
    ...HOSTILE.map((_, i) => `/glossary/h${i}`),
    ...HOSTILE.map((_, i) => `/articles/essai/units/p${i + 2}`),
    `/add-term?fr=${encodeURIComponent(HOSTILE[1] ?? '')}&back=javascript:alert(1)`,
    '/articles/essai/translate?engine=%22%3E%3Cscript%3E',
    '/none/%3Cscript%3E',
    '/articles/%3Cscript%3E',
    '/changes',
  ];
  test.each(pages)('%s', async (page) => {
    const html = await (await fetch(new URL(page, site.url))).text();
    expect([html.length > 300, foreignIn(html)]).toEqual([true, []]);
  });

  test.each(HOSTILE)('sent in a form and shown again: %s', async (text) => {
    const fields = {
      'fr.0.term': text,
      'fr.0.pos': text,
      'en.0.term': text,
      'not.0.why': text,
      definition: text,
      examples: text,
      id: text,
      see: text,
      base: text,
      version: text,
    };
    const answer = await fetch(new URL('/glossary/h0', site.url), {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    const html = await answer.text();
    expect([answer.status, foreignIn(html)]).toEqual([422, []]);
  });
});

describe('names of template options are names like others (P9)', () => {
  test.each(['settings', 'constructor'])('the entry “%s” has a page', async (id) => {
    expect((await fetch(new URL(`/glossary/${id}`, site.url))).status).toBe(200);
  });

  const OPTIONS = [
    'settings[views]',
    'settings[view options][client]',
    'delimiter',
    'outputFunctionName',
    'escapeFunction',
    'client',
    'localsName',
    'destructuredLocals',
    '__proto__[x]',
    'constructor[prototype][x]',
    'cache',
    'filename',
  ];
  test.each(OPTIONS)('a field “%s” does nothing', async (name) => {
    const plain = await fetch(new URL('/add-term', site.url), {
      method: 'POST',
      body: new URLSearchParams({ do: 'more' }),
    });
    const sent = await fetch(new URL('/add-term', site.url), {
      method: 'POST',
      body: new URLSearchParams({ do: 'more', [name]: '/etc' }),
    });
    expect([await sent.text(), Object.hasOwn(Object.prototype, 'x')]).toEqual([await plain.text(), false]);
  });
});
