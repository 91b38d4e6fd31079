import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { epub } from '../../formats/document/packed.ts';
import { makeRoot, SMALL, sendRaw, start, until } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
let site: Site;
const begin = async (password: string | null = null) => {
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root, undefined, 0, { password });
};
const end = async () => {
  await site.close();
  await remove();
};
beforeAll(() => begin());
afterAll(end);
beforeEach(async () => {
  for (const slug of await articles())
    if (slug !== 'essai') await rm(path.join(root, 'content', slug), { recursive: true });
  await site.library.reload();
});

const TEXT = 'Les ponts de la ville\n\nOn en compte sept, dont un seul est vieux.\n\nLe plus neuf a trois ans.\n';

type Part = string | { readonly name: string; readonly bytes: Uint8Array | string };
const ask = (address: string, init: RequestInit = {}) =>
  fetch(new URL(address, site.url), { redirect: 'manual', ...init });
/** Sends the form of the first step, as a browser does. */
function bring(parts: Readonly<Record<string, Part>>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string') body.append(name, part);
    else body.append(name, new Blob([part.bytes as never]), part.name);
  }
  return ask('/add', { method: 'POST', body, headers });
}
const whereTo = (answer: Response) => answer.headers.get('location') ?? '';
const bringAt = async (parts: Readonly<Record<string, Part>>) => whereTo(await bring(parts));
const page = async (address: string) => (await ask(address)).text();
const send = (address: string, fields: readonly (readonly [string, string])[]) =>
  ask(address, { method: 'POST', body: new URLSearchParams(fields as [string, string][]) });
/** What a form holds: its fields as they would be sent. */
function fieldsIn(html: string): [string, string][] {
  const inputs = [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  const of = (tag: string, name: string) =>
    (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
  return inputs
    .filter((tag) => !tag.includes('type="checkbox"') || /\bchecked\b/.test(tag))
    .map((tag) => [of(tag, 'name'), of(tag, 'value')]);
}
const changed = (fields: [string, string][], over: Record<string, string>): [string, string][] =>
  fields.map(([name, value]) => [name, over[name] ?? value]);
/** What stands beside a field. */
const wrongAt = (html: string, id: string) =>
  new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1]?.replaceAll('&#34;', '"');
const source = (slug: string) => readFile(path.join(root, 'content', slug, 'fr.md'), 'utf8');
const articles = async () => (await readdir(path.join(root, 'content'))).sort();

describe('a text that is pasted', () => {
  test('is named by its first words, of which no sign is cut in two', async () => {
    const html = await page(await bringAt({ text: `Les ponts\n\n${'a'.repeat(59)}🌉 et la suite.\n` }));
    expect([html.includes('\ufffd'), html.includes(`${'a'.repeat(59)}…`)]).toEqual([false, true]);
  });

  test('is shown as it will be read, and nothing is written before it is saved', async () => {
    const address = await bringAt({ text: TEXT });
    const html = await page(address);
    expect([/^\/add\/[\w-]{24}$/.test(address), await articles()]).toEqual([true, ['essai']]);
    expect(fieldsIn(html)).toEqual([
      ['title', 'Les ponts de la ville'],
      ...[
        ['site', ''],
        ['url', ''],
        ['date', ''],
      ],
      ['slug', 'les-ponts-de-la-ville'],
      ...[
        ['block', '0'],
        ['block', '1'],
      ],
    ]);
    expect(html.includes('On en compte sept, dont un seul est vieux.')).toBe(true);
  });

  test.each([
    [5000, 422],
    [5200, 413],
  ])('with %i ticks in its form is answered %i', async (count, status) => {
    const ticks = Array.from({ length: count }, (_, i): [string, string] => ['block', String(i)]);
    const answer = await send(await bringAt({ text: TEXT }), [...ticks, ['title', '']]);
    expect(answer.status).toBe(status);
  });

  test('shows its notes, its pictures and what it names without showing it', async () => {
    const text =
      '# Ponts\n\nUn pont[^a], voir [le plan][p].\n\n![Le quai](photos/quai.jpg)\n\n[^a]: Il est *vieux*.\n\n[p]: https://example.org/plan\n';
    const html = await page(await bringAt({ file: { name: 'a.md', bytes: text } }));
    expect(
      [
        '<sup><a class="note-link" href="#block-2" aria-label="Note a">a</a></sup>',
        '<sup class="of-note">a</sup> ',
        '<pre>[p]: https://example.org/plan</pre>',
        '1 picture did not come with the text (“photos/quai.jpg”): put its file into the folder of the article once that is saved; until then its words stand alone.',
      ].filter((one) => !html.includes(one)),
    ).toEqual([]);
  });

  test.each([
    ['title', '# Essai\n\nUn pont.', ''],
    [
      'address',
      '---\ntitle: Pont\nurl: https://example.org/essai\n---\n\nUn pont.',
      'url: https://example.org/essai\n',
    ],
    ['', '---\ntitle: Pont\nurl: https://example.org/pont\n---\n\nUn pont.', 'url: https://example.org/essai\n'],
  ])('is told to be here already by its %s', async (by, text, head) => {
    await writeFile(path.join(root, 'content/essai/fr.md'), `---\ntitle: Essai\n${head}---\n\nUn mot.\n`);
    await site.library.reload();
    const html = await page(await bringAt({ file: { name: 'a.md', bytes: text } }));
    const told = /An article (?:from this|of this) (address|title) is here already: <a href="\/articles\/essai"/.exec(
      html,
    );
    await writeFile(path.join(root, 'content/essai/fr.md'), SMALL['content/essai/fr.md']);
    expect(told?.[1] ?? '').toBe(by);
  });

  test('is saved with what was written of it, and leads to the article, which offers the way back', async () => {
    const address = await bringAt({ text: TEXT });
    const over = { title: 'Sept ponts', site: 'Le Carnet', url: 'https://example.org/ponts', date: '2026-02-03' };
    const answer = await send(address, changed(fieldsIn(await page(address)), over));
    const html = await page(whereTo(answer));
    expect([answer.status, /^\/articles\/les-ponts-de-la-ville\?saved=\d+$/.test(whereTo(answer))]).toEqual([
      303,
      true,
    ]);
    expect(
      ['“Sept ponts” added', '>Undo<', 'Le Carnet', 'February 3, 2026'].filter(
        (one) => !html.replaceAll(/<.?bdi[^>]*>/g, '').includes(one),
      ),
    ).toEqual([]);
    const [, number = ''] = /name="number" value="(\d+)"/.exec(html) ?? [];
    await send('/undo', [['number', number]]);
    expect(await articles()).toEqual(['essai']);
  });

  test('is saved once, however often it is sent', async () => {
    const address = await bringAt({ text: TEXT });
    const fields = fieldsIn(await page(address));
    const answers = await Promise.all([send(address, fields), send(address, fields), send(address, fields)]);
    const later = await ask(address);
    expect([new Set([...answers, later].map(whereTo)).size, await articles()]).toEqual([
      1,
      ['essai', 'les-ponts-de-la-ville'],
    ]);
  });

  test('has the headings, lists and links of the page that it was copied from', async () => {
    const html =
      '<h2>Les ponts</h2><p>Il y en a sept.</p><ul><li>un <a href="https://exemple.fr/neuf">neuf</a> et vieux</li></ul>';
    const shown = await page(await bringAt({ text: 'Les ponts\nIl y en a sept.\nun neuf et vieux', text_html: html }));
    const saved = await send(whereTo(await bring({ text: 'Les ponts', text_html: html })), fieldsIn(shown));
    expect([saved.status, await readFile(path.join(root, 'content/les-ponts/fr.md'), 'utf8')]).toEqual([
      303,
      '---\ntitle: "Les ponts"\n---\n\nIl y en a sept.\n\n- un [neuf](https://exemple.fr/neuf) et vieux\n',
    ]);
  });

  test('gets another name where its own is taken', async () => {
    for (let i = 0; i < 2; i += 1) {
      const address = await bringAt({ text: TEXT });
      await send(address, fieldsIn(await page(address)));
    }
    const both = await Promise.all([bringAt({ text: TEXT }), bringAt({ text: TEXT })]);
    const pages = await Promise.all(both.map(page));
    await Promise.all(both.map((address, i) => send(address, fieldsIn(pages[i] ?? ''))));
    expect(await articles()).toEqual([
      'essai',
      ...['', '-2', '-3', '-3-2'].map((behind) => `les-ponts-de-la-ville${behind}`).sort(),
    ]);
  });

  test.each([
    ['an emptied name', { slug: '' }],
    ['the name that was proposed', {}],
    ['the name of the title that was written', { title: 'Ponts', slug: 'ponts' }],
    ['an emptied name, and a title', { title: 'Ponts', slug: '' }],
  ])('chose no name with %s: beside a folder without a text it gets the next', async (_what, over) => {
    for (const name of ['les-ponts-de-la-ville', 'ponts'])
      await mkdir(path.join(root, 'content', name, 'pictures'), { recursive: true });
    const address = await bringAt({ text: TEXT });
    const answer = await send(address, changed(fieldsIn(await page(address)), over));
    expect([answer.status, (await articles()).filter((name) => name.endsWith('-2')).length]).toEqual([303, 1]);
  });

  test('and a name that was chosen stays that one', async () => {
    await mkdir(path.join(root, 'content', 'sept', 'pictures'), { recursive: true });
    const address = await bringAt({ text: TEXT });
    const answer = await send(address, changed(fieldsIn(await page(address)), { slug: 'sept' }));
    expect(answer.status).toBe(409);
  });

  test('leaves out what is not ticked', async () => {
    const address = await bringAt({ text: TEXT });
    const fields = fieldsIn(await page(address)).filter(([name, value]) => name !== 'block' || value === '1');
    await send(address, fields);
    const text = await source('les-ponts-de-la-ville');
    expect([text.includes('sept'), text.includes('trois ans')]).toEqual([false, true]);
  });
});

test('without script a form that takes no files does as well', async () => {
  const answer = await send('/add', [['text', TEXT]]);
  expect([answer.status, (await page(whereTo(answer))).includes('sept')]).toEqual([303, true]);
});

test('a file is read by what it is, and keeps its name', async () => {
  const html = await page(
    await bringAt({ text: '', file: { name: 'C:\\temp\\été.md', bytes: '# Le fleuve\n\n- un\n- deux\n' } }),
  );
  expect([
    html.includes('été.md'),
    html.includes('temp'),
    fieldsIn(html)[0],
    html.match(/data-marker/g)?.length,
  ]).toEqual([true, false, ['title', 'Le fleuve'], 2]);
});

test('of a book a chapter is chosen, and then another', async () => {
  const chapters = { 'a.xhtml': '<h1>Débuts</h1><p>Un pont.</p>', 'b.xhtml': '<h1>Fin</h1><p>Deux ponts.</p>' };
  const address = await bringAt({ file: { name: 'ponts.epub', bytes: epub({ chapters }) } });
  const html = await page(address);
  const [first, second] = [await send(address, [['chapter', '1']]), await send(address, [['chapter', '2']])];
  const none = await send(address, [['chapter', '7']]);
  expect([html.includes('Débuts'), html.includes('Un pont.'), none.status]).toEqual([true, true, 422]);
  expect([
    (await page(whereTo(first))).includes('Un pont.'),
    (await page(whereTo(second))).includes('Deux ponts.'),
  ]).toEqual([true, true]);
});

describe('what cannot be taken is said beside its field, and what was typed stays', () => {
  test.each<[string, Record<string, Part>, string, number]>([
    ['nothing', { text: '  \n', address: ' ' }, 'add_text_wrong', 422],
    ['two at once', { text: 'Un.', address: 'example.org' }, 'add_address_wrong', 422],
    ['a text and a file', { text: 'Un.', file: { name: 'a.txt', bytes: 'Deux.' } }, 'add_file_wrong', 422],
    ['an empty file', { file: { name: 'a.txt', bytes: '' } }, 'add_file_wrong', 422],
    ['a PDF', { file: { name: 'a.pdf', bytes: '%PDF-1.7\n' } }, 'add_file_wrong', 422],
    [
      'a picture',
      { file: { name: 'a.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10) } },
      'add_file_wrong',
      422,
    ],
    ['6 MB of HTML that was pasted', { text: 'a', text_html: 'a'.repeat(6_000_000) }, 'add_text_wrong', 413],
    ['6 MB', { file: { name: 'a.txt', bytes: 'a'.repeat(6_000_000) } }, 'add_file_wrong', 413],
    ['a text of 6 MB', { text: 'a'.repeat(6_000_000) }, 'add_text_wrong', 413],
  ])('%s', async (_what, parts, id, status) => {
    const answer = await bring(parts);
    const html = await answer.text();
    const said = wrongAt(html, id) ?? '';
    expect([answer.status, /\.$/.test(said), html.match(/ autofocus/g)?.length]).toEqual([status, true, 1]);
    if (parts['text'] === 'Un.') expect(html.includes('\nUn.</textarea>')).toBe(true);
  });

  test('a PDF is told what to do instead', async () => {
    const html = await (await bring({ file: { name: 'a.pdf', bytes: '%PDF-1.7\n' } })).text();
    expect(wrongAt(html, 'add_file_wrong')).toMatch(/copy|save|Word|text/i);
  });

  test.each<[string, Record<string, string>, string]>([
    ['no title', { title: ' ' }, 'title-wrong'],
    ['a title of 400 signs', { title: 'a'.repeat(400) }, 'title-wrong'],
    ['a script for an address', { url: 'javascript:alert(1)' }, 'url-wrong'],
    ['half an address', { url: 'example' }, 'url-wrong'],
    ['a day that is none', { date: '2026-02-30' }, 'date-wrong'],
    ['a day in words', { date: '3 mars 2026' }, 'date-wrong'],
    ['a way up', { slug: '../../etc' }, 'slug-wrong'],
    ['a name with a dot', { slug: '.visavis' }, 'slug-wrong'],
    ['capitals', { slug: 'Ponts' }, 'slug-wrong'],
    ['the name of another', { slug: 'essai' }, 'slug-wrong'],
  ])('%s', async (_what, over, id) => {
    const address = await bringAt({ text: TEXT });
    const fields = changed(fieldsIn(await page(address)), { site: 'Le Carnet', ...over });
    const answer = await send(
      address,
      fields.filter(([name, value]) => name !== 'block' || value === '1'),
    );
    const html = await answer.text();
    expect([
      answer.status,
      wrongAt(html, id)?.length !== undefined,
      html.match(/ autofocus/g)?.length,
      await articles(),
    ]).toEqual([id === 'slug-wrong' && over['slug'] === 'essai' ? 409 : 422, true, 1, ['essai']]);
    expect(fieldsIn(html).filter(([name]) => name === 'block' || name === 'site')).toEqual([
      ['site', 'Le Carnet'],
      ['block', '1'],
    ]);
  });

  test('no block', async () => {
    const address = await bringAt({ text: TEXT });
    const html = await (
      await send(
        address,
        fieldsIn(await page(address)).filter(([name]) => name !== 'block'),
      )
    ).text();
    expect(wrongAt(html, 'blocks-wrong')).toBe('No block is ticked; tick at least one.');
  });
});

describe('what people bring is text', () => {
  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</textarea><h1>x</h1>',
    '[x](javascript:alert(1))',
    "' autofocus onfocus='alert(1)",
    '<%= process.env %>',
  ])('%s', async (text) => {
    const address = await bringAt({
      file: { name: `${text}.md`, bytes: `---\ntitle: ${JSON.stringify(text)}\n---\n\nUn ${text}\n\n> ${text}\n` },
    });
    const html = await page(address);
    const refused = await (await bring({ text, address: text })).text();
    const saved = await page(whereTo(await send(address, fieldsIn(html))));
    for (const body of [html, refused, saved, await page('/articles'), await page('/changes')])
      expect(/<script>alert|<img|<h1>x|<[^<>]*\sonfocus=/.exec(body.replaceAll(/"[^"]*"/g, '""'))).toBe(null);
    expect(/href="javascript/.test(html + saved)).toBe(false);
  });

  test('a title that would end the head of the file does not', async () => {
    const address = await bringAt({ text: TEXT });
    const title = '--- title: "x" \r\n---\r\n\r\n# Deux: \\ ‘trois’ — *quatre* #cinq';
    const answer = await send(address, changed(fieldsIn(await page(address)), { title, slug: 'ponts' }));
    const { citation, units } = site.library.current().articles.get('ponts')?.article ?? {};
    expect([answer.status, citation?.title.includes('cinq'), units?.length]).toEqual([303, true, 3]);
  });
});

test.each(['x', '__proto__', 'a'.repeat(24), '..%2f', '%00'])('“%s” is no text that was brought', async (name) => {
  const answers = [await ask(`/add/${name}`), await send(`/add/${name}`, [['title', 'x']])];
  expect(answers.every(({ status }) => status === 404)).toBe(true);
});

describe('a form that means ill is no fault of ours', () => {
  const BOUNDARY = 'x'.repeat(20);
  // The first text that a server reads takes it longer.
  beforeAll(() => bring({ text: TEXT }));
  const raw = (body: string | Buffer, type = `multipart/form-data; boundary=${BOUNDARY}`, more = '') => {
    const port = new URL(site.url).port;
    const bytes = Buffer.from(body);
    const head = `POST /add HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: ${type}\r\nContent-Length: ${bytes.length}\r\n${more}Connection: close\r\n\r\n`;
    return sendRaw(site.url, head + bytes.toString('latin1')).then((answer) => Number(answer.slice(9, 12)));
  };
  const part = (name: string, value: string, file = '') =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file === '' ? '' : `; filename="${file}"`}\r\n\r\n${value}\r\n`;
  const whole = `${part('text', '')}${part('file', 'Un texte.', 'a.txt')}--${BOUNDARY}--\r\n`;

  test('cut anywhere', async () => {
    const statuses = new Set<number>();
    for (let length = 0; length <= whole.length; length += 17) statuses.add(await raw(whole.slice(0, length)));
    statuses.add(await raw(whole));
    expect([...statuses].filter((status) => ![303, 400, 422].includes(status))).toEqual([]);
  });

  test.each<[string, string | Buffer, string | undefined]>([
    ['ten thousand parts', `${part('a', 'b').repeat(10_000)}--${BOUNDARY}--\r\n`, undefined],
    ['a thousand files', `${part('file', 'b', 'a.txt').repeat(1000)}--${BOUNDARY}--\r\n`, undefined],
    [
      'a head of 100 KB',
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${'a'.repeat(100_000)}"\r\n\r\nx\r\n--${BOUNDARY}--\r\n`,
      undefined,
    ],
    ['no boundary', whole, 'multipart/form-data'],
    ['another kind of form', whole, `multipart/mixed; boundary=${BOUNDARY}`],
    ['JSON', '{"text":"Un."}', 'application/json'],
    ['a boundary of 1,000 signs', whole, `multipart/form-data; boundary=${'-'.repeat(1000)}`],
    ['a hundred thousand fields', 'a=b&'.repeat(100_000), 'application/x-www-form-urlencoded'],
    ['names of objects', `${part('__proto__', 'x')}${part('constructor', 'y')}--${BOUNDARY}--\r\n`, undefined],
    ['zeros', Buffer.alloc(3_000_000), undefined],
  ])('%s', async (_what, body, type) => {
    const began = process.cpuUsage();
    const status = await raw(body, type);
    expect([status >= 400 && status < 500, process.cpuUsage(began).user < 2_000_000]).toEqual([true, true]);
  });

  const other = part('a', 'b');
  const of = (parts: string) => `${parts}--${BOUNDARY}--\r\n`;
  test.each<[string, string, number]>([
    ['nineteen other parts', of(part('text', TEXT) + other.repeat(19)), 303],
    ['twenty other parts', of(part('text', TEXT) + other.repeat(20)), 400],
    ['ten thousand other parts', of(part('text', TEXT) + other.repeat(10_000)), 400],
    ['twenty others before it', of(other.repeat(20) + part('text', TEXT)), 400],
    ['two files', of(part('text', TEXT) + part('b', '', 'a.txt').repeat(2)), 303],
    ['three files', of(part('text', TEXT) + part('b', '', 'a.txt').repeat(3)), 400],
  ])('a good text beside %s', async (_what, body, status) => {
    expect(await raw(body)).toBe(status);
  });

  test('packed', async () => {
    expect(await raw(whole, undefined, 'Content-Encoding: gzip\r\n')).toBe(415);
  });

  test('and those that break off take no place from others', async () => {
    const { port, hostname } = new URL(site.url);
    const head = `POST /add HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: 4000000\r\n\r\n`;
    const broken = Array.from({ length: 12 }, async () => {
      const socket = connect(Number(port), hostname);
      socket.write(head + part('file', 'a'.repeat(50_000), 'a.txt'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      socket.destroy();
    });
    await Promise.all(broken);
    await until(async () => (await bring({ text: TEXT })).status === 303);
  });

  test('and more at once than there are places for wait', async () => {
    const { port, hostname } = new URL(site.url);
    const head = `POST /add HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: 4000000\r\n\r\n`;
    const sockets = Array.from({ length: 12 }, () => connect(Number(port), hostname));
    for (const socket of sockets) socket.write(head);
    await until(async () => (await bring({ text: TEXT })).status === 429);
    for (const socket of sockets) socket.destroy();
    await until(async () => (await bring({ text: TEXT })).status === 303);
  });

  test('and the server goes on', async () => {
    await raw(whole.slice(0, 60));
    expect((await bring({ text: TEXT })).status).toBe(303);
  });
});

test('a text of more blocks than a page can show is to be given in parts', async () => {
  const html = await (await bring({ text: 'Un.\n\n'.repeat(5200) })).text();
  expect(wrongAt(html, 'add_text_wrong')).toContain('give it in parts');
});

describe('an address of this machine or its network is never asked', () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end('<p>Un secret.</p>');
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => server.close());

  test.each([
    'http://127.0.0.1:PORT/',
    'localhost:PORT',
    'http://localhost:PORT/',
    'http://0x7f.1:PORT/',
    'http://[::1]:PORT/',
  ])('%s', async (address) => {
    const { port } = server.address() as AddressInfo;
    const html = await (await bring({ address: address.replace('PORT', String(port)) })).text();
    expect([wrongAt(html, 'add_address_wrong')?.endsWith('.'), html.includes('secret'), asked]).toEqual([
      true,
      false,
      0,
    ]);
  });
});

// The last of all: the server has a password from here on.
describe('a text that is not saved yet is its owner’s alone', () => {
  const PASSWORD = 'a long enough password';
  const signIn = async () => {
    const answer = await send('/sign-in', [
      ['password', PASSWORD],
      ['next', '/'],
    ]);
    return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '', origin: new URL(site.url).origin };
  };
  beforeAll(async () => {
    await end();
    await begin(PASSWORD);
  });

  test('and asks for a password first', async () => {
    const [form, sent] = [await ask('/add'), await bring({ text: TEXT })];
    expect([form.status, whereTo(form), sent.status]).toEqual([303, '/sign-in?next=%2Fadd', 401]);
  });

  test('and not that of somebody else who is signed in', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    const address = whereTo(await bring({ text: TEXT }, mine));
    const statuses = await Promise.all([
      ask(address, { headers: mine }),
      ask(address, { headers: other }),
      ask(address, { method: 'POST', headers: other, body: new URLSearchParams({ title: 'x', block: '0' }) }),
    ]);
    expect([statuses.map(({ status }) => status), await articles()]).toEqual([[200, 404, 404], ['essai']]);
  });
});
