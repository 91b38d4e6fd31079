import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stampOf } from '../../../src/core/changes/plan.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, putBack, SMALL, start } from '../../site.ts';

const FILES = {
  ...SMALL,
  'glossary/ai.yaml': `# Mine\n\n${SMALL['glossary/ai.yaml'].replace('en: token', 'en: token # the smallest')}`,
  'glossary/table.csv': 'carte,board\n',
  'glossary/tool.tbx':
    '<?xml version="1.0"?><tbx style="dca" type="TBX-Basic" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1"><langSec xml:lang="fr"><termSec><term>mémoire</term></termSec></langSec><langSec xml:lang="en"><termSec><term>memory</term></termSec></langSec></conceptEntry></body></text></tbx>',
};
let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(FILES));
  site = await start(root);
});
beforeEach(async () => {
  await putBack(root, FILES);
  await site.library.reload();
});
afterAll(async () => {
  await site.close();
  await remove();
});

const file = (name = 'glossary/ai.yaml') => readFile(path.join(root, name), 'utf8');
const send = (method: string, at: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${site.url}api/glossary/${at}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const tagOf = async (id: string) => (await send('GET', `concepts/${id}`)).headers.get('etag') ?? '';
/** Where an answer leads, whatever the number of the save. */
const leadsTo = ({ headers }: Response) => headers.get('location')?.replace(/saved=\d+/, 'saved=…');
const form = (at: string, fields: Record<string, string>) =>
  fetch(site.url + at, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
  });

test('an entry is read as its file writes it, with a version of its own', async () => {
  const answer = await send('GET', 'concepts/token');
  expect([answer.status, /^"[0-9a-f]{12}"$/.test(answer.headers.get('etag') ?? ''), await answer.json()]).toEqual([
    200,
    true,
    {
      id: 'token',
      fr: ['jeton'],
      en: ['token'],
      not: [{ term: 'chip', why: 'that is puce' }],
      file: 'glossary/ai.yaml',
      line: 3,
    },
  ]);
});

test('each field of the form says what it is for', async () => {
  const page = await (await fetch(`${site.url}glossary/token`)).text();
  const labelled = [...page.matchAll(/<label(?: class="hidden")? for="([\w.]+)">([^<]*)<\/label>/g)];
  const around = [...page.matchAll(/<label>([^<]*) <(?:select|input) name="(en\.0\.\w+)"/g)];
  const all = [...labelled.map(([, name, label]) => [name, label]), ...around.map(([, label, name]) => [name, label])];
  expect(Object.fromEntries(all)).toEqual({
    ...{ 'fr.0.term': 'French 1', 'fr.1.term': 'French 2', 'en.0.term': 'English 1', 'en.1.term': 'English 2' },
    ...{ 'en.0.pos': 'Part of speech', 'en.0.gender': 'Gender', 'en.0.status': 'Status', 'en.0.case': 'Capitals' },
    ...{ 'en.0.plural': 'Plural', 'en.0.forms': 'Further forms, with ; between' },
    ...{ 'not.0.term': 'Ruled out 1', 'not.0.why': 'Why not', 'not.1.term': 'Ruled out 2', 'not.1.why': 'Why not' },
    ...{ definition: 'Definition', note: 'Note', source: 'Where the pair comes from', domain: 'Subject field' },
    ...{ see: 'See also: ids', id: 'Id', count: 'Wanted' },
    except: 'French phrases in which it is not this term, one a line',
    unless: 'English words that show another sense, one a line',
    examples: 'Examples: French =&gt; English, or =&gt; - for what is not this term; one a line',
  });
});

test('what was read can be sent back with one thing changed, and only that changes in the file', async () => {
  const answer = await send('GET', 'concepts/token');
  const entry = await answer.json();
  const before = await file();
  const saved = await send(
    'PUT',
    'concepts/token',
    { ...entry, definition: 'A unit.' },
    { 'if-match': answer.headers.get('etag') ?? '' },
  );
  expect([saved.status, (await saved.json()).definition, await file()]).toEqual([
    200,
    'A unit.',
    before.replace('that is puce }]', 'that is puce }]\n  definition: A unit.'),
  ]);
});

test('a new version answers a save, and the next save can name it', async () => {
  const entry = { fr: ['jeton'], en: ['token'] };
  const first = await send('PUT', 'concepts/token', { ...entry, note: 'one' }, { 'if-match': await tagOf('token') });
  const second = await send(
    'PUT',
    'concepts/token',
    { ...entry, note: 'two' },
    { 'if-match': first.headers.get('etag') ?? '' },
  );
  expect([second.status, (await second.json()).note]).toEqual([200, 'two']);
});

test('an entry is added, found in texts at once, changed and deleted', async () => {
  const before = await file();
  const added = await send('POST', 'concepts', { fr: 'alinéa', en: 'paragraph', file: 'glossary/ai.yaml' });
  expect([added.status, added.headers.get('location')]).toEqual([201, '/api/glossary/concepts/paragraph']);
  const gone = await send('DELETE', 'concepts/paragraph', undefined, { 'if-match': await tagOf('paragraph') });
  expect([gone.status, await file(), (await send('GET', 'concepts/paragraph')).status]).toEqual([204, before, 404]);
});

test('a new English term does not change the id by the way', async () => {
  await send('PUT', 'concepts/token', { fr: ['jeton'], en: ['lexeme'] }, { 'if-match': await tagOf('token') });
  expect((await (await send('GET', 'concepts/token')).json()).en).toEqual(['lexeme']);
});

test('a table is changed where it has a column', async () => {
  const saved = await send(
    'PUT',
    'concepts/board',
    { fr: ['carte'], en: ['card'] },
    { 'if-match': await tagOf('board') },
  );
  expect([saved.status, (await saved.json()).id, await file('glossary/table.csv')]).toEqual([
    200,
    'card',
    'carte,card\n',
  ]);
});

describe('a change is refused, and the file stays as it is', () => {
  const good = { fr: ['jeton'], en: ['token'], note: 'x' };
  test.each<[string, string, string, unknown, Record<string, string> | 'now', number]>([
    ['without a version', 'PUT', 'concepts/token', good, {}, 428],
    ['over an old version', 'PUT', 'concepts/token', good, { 'if-match': '"000000000000"' }, 412],
    ['over a weak version', 'PUT', 'concepts/token', good, { 'if-match': 'W/"000000000000"' }, 412],
    ['a deletion without a version', 'DELETE', 'concepts/token', undefined, {}, 428],
    ['a deletion over an old version', 'DELETE', 'concepts/token', undefined, { 'if-match': '"000000000000"' }, 412],
    ['an unknown key', 'PUT', 'concepts/token', { ...good, nott: 'x' }, 'now', 422],
    ['no French', 'PUT', 'concepts/token', { id: 'token', en: ['x'] }, 'now', 422],
    ['a number for a term', 'POST', 'concepts', { fr: 1, en: 'x' }, {}, 422],
    ['an id with a path in it', 'POST', 'concepts', { id: '../x', fr: 'a', en: 'b' }, {}, 422],
    ['the id of another entry', 'POST', 'concepts', { fr: 'autre', en: 'token' }, {}, 409],
    ['the id of another entry, on a change', 'PUT', 'concepts/token', { ...good, id: 'chip' }, 'now', 409],
    ['a file that is not there', 'POST', 'concepts', { fr: 'a', en: 'b', file: 'glossary/new.yaml' }, {}, 422],
    ['a file that is no glossary', 'POST', 'concepts', { fr: 'a', en: 'b', file: '../ai.yaml' }, {}, 422],
    ['the export of a tool', 'PUT', 'concepts/memory', { fr: 'mémoire', en: 'RAM' }, 'now', 409],
    ['what a table has no column for', 'PUT', 'concepts/board', { fr: 'carte', en: 'board', note: 'x' }, 'now', 409],
    ['no JSON', 'POST', 'concepts', '{"fr":', {}, 400],
    ['another content type', 'POST', 'concepts', '{"fr":"a","en":"b"}', { 'content-type': 'text/plain' }, 415],
    ['a form', 'POST', 'concepts', 'fr=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a list', 'POST', 'concepts', [], {}, 400],
    ['too much', 'POST', 'concepts', { fr: 'a', en: 'b', note: 'x'.repeat(300_000) }, {}, 413],
    ['from another site', 'POST', 'concepts', { fr: 'a', en: 'b' }, { origin: 'https://evil.example' }, 403],
    ['an entry that is not there', 'PUT', 'concepts/none', good, { 'if-match': '"x"' }, 404],
  ])('%s', async (_what, method, at, body, headers, status) => {
    const before = [await file(), await file('glossary/table.csv')];
    const sent = headers === 'now' ? { 'if-match': await tagOf(at.slice('concepts/'.length)) } : headers;
    const answer = await send(method, at, body, sent);
    expect([answer.status, [await file(), await file('glossary/table.csv')]]).toEqual([status, before]);
  });

  test('with a sentence for each field', async () => {
    const answer = await send('POST', 'concepts', { fr: [{ term: 'a', pos: 'nuon' }], en: 'b' });
    expect((await answer.json()).errors).toEqual([
      { path: ['fr', '0', 'pos'], message: expect.stringContaining('“nuon” is not a part of speech') },
    ]);
  });

  test('and of an old version what stands there now is the answer', async () => {
    const answer = await send('PUT', 'concepts/token', good, { 'if-match': '"000000000000"' });
    expect([(await answer.json()).en, answer.headers.get('etag')]).toEqual([['token'], await tagOf('token')]);
  });
});

test('of ten who change one entry at once one wins, and the others are told', async () => {
  const tag = await tagOf('token');
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      send('PUT', 'concepts/token', { fr: ['jeton'], en: ['token'], note: `${i}` }, { 'if-match': tag }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
});

test.each([
  ['an entry and a row', ['glossary/ai.yaml', 'glossary/table.csv'], [201, 409]],
  ['a row and an entry', ['glossary/table.csv', 'glossary/ai.yaml'], [201, 409]],
  ['two rows', ['glossary/table.csv', 'glossary/table.csv'], [201, 409]],
  ['two entries and a row', ['glossary/ai.yaml', 'glossary/ai.yaml', 'glossary/table.csv'], [201, 409, 409]],
])('of %s that would have one id and come at once, one is had', async (_, files, expected) => {
  const answers = await Promise.all(files.map((to) => send('POST', 'concepts', { fr: 'octet', en: 'byte', file: to })));
  expect(answers.map(({ status }) => status).sort()).toEqual(expected);
  const written = await Promise.all([file(), file('glossary/table.csv')]);
  expect(written.join('').match(/octet/g)).toHaveLength(1);
});

test('what comes at once for entries of other ids is all had, and an id is free again behind a save that failed', async () => {
  const row = { fr: 'octet', en: 'byte', file: 'glossary/table.csv' };
  const answers = await Promise.all([
    send('POST', 'concepts', { ...row, note: 'the table has no column for it' }),
    send('POST', 'concepts', { ...row, file: 'glossary/ai.yaml' }),
    send('POST', 'concepts', { ...row, en: 'octet' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([409, 201, 201]);
});

test('two who change different entries of one file both succeed', async () => {
  const [token, chip] = [await tagOf('token'), await tagOf('chip')];
  const answers = await Promise.all([
    send('PUT', 'concepts/token', { fr: ['jeton'], en: ['token'], note: 'one' }, { 'if-match': token }),
    send('PUT', 'concepts/chip', { fr: ['puce'], en: ['chip'], note: 'two' }, { 'if-match': chip }),
  ]);
  const text = await file();
  expect([answers.map(({ status }) => status), text.includes('note: one'), text.includes('note: two')]).toEqual([
    [200, 200],
    true,
    true,
  ]);
});

test('an entry that changed on disk is not written over', async () => {
  const tag = await tagOf('token');
  const changed = (await file()).replace('that is puce', 'by hand');
  await writeFile(path.join(root, 'glossary/ai.yaml'), changed);
  const answer = await send('PUT', 'concepts/token', { fr: ['jeton'], en: ['token'] }, { 'if-match': tag });
  expect([answer.status, await file()]).toEqual([412, changed]);
});

describe('a preview says what would change, and changes nothing', () => {
  test.each<[string, unknown, unknown]>([
    [
      'another preferred term',
      { id: 'token', entry: { fr: 'jeton', en: 'lexeme' } },
      [['p2', 'jetons', 'preferred', 'missing', true]],
    ],
    ['one more accepted term', { id: 'token', entry: { fr: 'jeton', en: ['token', 'lexeme'] } }, []],
    ['an entry less', { id: 'chip' }, [['p3', 'puce', 'preferred', null, false]]],
    ['a new entry', { entry: { fr: 'trois', en: 'trio' } }, [['p2', 'Trois', null, 'missing', true]]],
    ['only a note', { id: 'token', entry: { fr: 'jeton', en: 'token', note: 'x' } }, []],
    [
      'an entry with the place that an answer gave',
      { id: 'token', entry: { fr: 'jeton', en: 'lexeme', file: 'glossary/ai.yaml', line: 3 } },
      [['p2', 'jetons', 'preferred', 'missing', true]],
    ],
    [
      'a new entry for a file',
      { entry: { fr: 'trois', en: 'trio', file: 'glossary/ai.yaml', line: 1 } },
      [['p2', 'Trois', null, 'missing', true]],
    ],
  ])('%s', async (_what, body, expected) => {
    const before = await file();
    const answer = await (await send('POST', 'preview', body)).json();
    const seen = answer.units.flatMap(
      (unit: { unit: string; becomesStale: boolean; terms: { text: string; before: string; after: string }[] }) =>
        unit.terms.map((term) => [unit.unit, term.text, term.before, term.after, unit.becomesStale]),
    );
    expect([seen, await file()]).toEqual([expected, before]);
  });

  test.each(['glossary/none.yaml', 'glossary/tool.tbx', 7])(
    'nothing of a new entry for no file of ours: %s',
    async (at) =>
      expect((await send('POST', 'preview', { entry: { fr: 'trois', en: 'trio', file: at } })).status).toBe(422),
  );

  test.each([
    ['made with the entries of now', null, 13],
    ['made with others, which it obeys all the same', '000000', 13],
  ])('and what an engine would be asked for: a draft %s', async (_what, written, expected) => {
    const stamp = written ?? stampOf(readPlain('Trois jetons.'), site.library.current().glossary.indexes).stamp;
    const origin = `# origin: deepl en-US glossary ${stamp} 2026-11-23 13 characters\n#, fuzzy\n`;
    const catalogue = SMALL['content/essai/en.po'].replace('msgid "Trois', `${origin}msgid "Trois`);
    await writeFile(path.join(root, 'content/essai/en.po'), catalogue);
    await site.library.reload();
    const answer = await send('POST', 'preview', { id: 'token', entry: { fr: 'jeton', en: 'lexeme' } });
    expect((await answer.json()).characters).toBe(expected);
  });
});

describe('the form, without script', () => {
  const fields = { 'fr.0.term': 'jeton', 'en.0.term': 'token', id: 'token' };
  const version = async () => (await tagOf('token')).replaceAll('"', '');

  test('saves and leads to the entry', async () => {
    const answer = await form('glossary/token', { ...fields, version: await version(), do: 'save', note: 'Mine' });
    expect([answer.status, leadsTo(answer), (await file()).includes('note: Mine')]).toEqual([
      303,
      '/glossary/token?saved=…',
      true,
    ]);
  });

  test('adds, and leads back to the paragraph', async () => {
    const answer = await form('add-term', {
      'fr.0.term': 'trois',
      'en.0.term': 'three',
      file: 'glossary/ai.yaml',
      back: '/articles/essai#p2',
      do: 'save',
    });
    expect([answer.status, leadsTo(answer)]).toEqual([303, '/articles/essai?saved=…#p2']);
  });

  test.each(['//evil.example', 'https://evil.example/', '/articles/../x', 'javascript:alert(1)'])(
    'leads nowhere else: %s',
    async (back) => {
      const answer = await form('add-term', {
        'fr.0.term': 'trois',
        'en.0.term': 'three',
        file: 'glossary/ai.yaml',
        back,
        do: 'save',
      });
      expect(leadsTo(answer)).toBe('/glossary/three?saved=…');
    },
  );

  test('says beside the field what is wrong, and keeps the words', async () => {
    const answer = await form('glossary/token', {
      ...fields,
      'fr.0.pos': 'nuon',
      note: 'Kept <b>',
      version: await version(),
      do: 'save',
    });
    const page = await answer.text();
    expect([answer.status, page.includes('“nuon” is not a part of speech'), page.includes('Kept &lt;b&gt;')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  test('shows what it would touch before it is saved', async () => {
    const before = await file();
    const answer = await form('glossary/token', {
      ...fields,
      'en.0.term': 'lexeme',
      version: await version(),
      do: 'check',
    });
    const page = await answer.text();
    expect([answer.status, /jetons<\/span>: preferred → missing/.test(page), await file()]).toEqual([
      200,
      true,
      before,
    ]);
  });

  test('over an old version shows both, and merges what does not collide', async () => {
    const base = JSON.stringify({
      id: 'token',
      fr: ['jeton'],
      en: ['token'],
      not: [{ term: 'chip', why: 'that is puce' }],
    });
    const old = await version();
    await send(
      'PUT',
      'concepts/token',
      { ...JSON.parse(base), domain: 'theirs', note: 'theirs' },
      { 'if-match': `"${old}"` },
    );
    const answer = await form('glossary/token', {
      ...fields,
      'not.0.term': 'chip',
      'not.0.why': 'that is puce',
      note: 'mine',
      base,
      version: old,
      do: 'save',
    });
    const page = await answer.text();
    expect([
      answer.status,
      /<th scope="row">note<\/th><td>\(nothing\)<\/td><td>mine<\/td><td>theirs<\/td>/.test(page),
      page.includes('name="domain" value="theirs"'),
      page.includes(`name="version" value="${await version()}"`),
    ]).toEqual([412, true, true, true]);
  });

  test('deletes', async () => {
    const answer = await form('glossary/token', { version: await version(), do: 'delete' });
    expect([answer.status, leadsTo(answer), (await file()).includes('jeton')]).toEqual([
      303,
      '/glossary?saved=…',
      false,
    ]);
  });

  test('of an export says why not', async () => {
    const page = await (await fetch(`${site.url}glossary/memory`)).text();
    expect([page.includes('is the export of another tool'), page.includes('entry-form')]).toEqual([true, false]);
  });
});

test.each([
  [3000, 422],
  [3001, 413],
])('a form of %i fields is answered with %i', async (count, status) => {
  const fields = Array.from({ length: count }, (_, i) => [`x${i}`, '']);
  expect((await form('add-term', Object.fromEntries(fields))).status).toBe(status);
});
