import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, putBack, SMALL, start } from '../../site.ts';

let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root);
});
beforeEach(async () => {
  await putBack(root, SMALL);
  await site.library.reload();
});
afterAll(async () => {
  await site.close();
  await remove();
});

const UNIT = 'api/articles/essai/units/p2';
const get = () => fetch(site.url + UNIT);
const put = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(site.url + UNIT, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const version = async () => (await get()).headers.get('etag') ?? '';
const file = () => readFile(path.join(root, 'content/essai/en.po'), 'utf8');
/** Where an answer leads, whatever the number of the save. */
const leadsTo = ({ headers }: Response) => headers.get('location')?.replace(/saved=\d+/, 'saved=…');
const form = (fields: Record<string, string>, unit = 'articles/essai/units/p2') =>
  fetch(site.url + unit, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
  });

test('a unit is read with a version of its own', async () => {
  const answer = await get();
  expect([answer.status, await answer.json(), /^"[0-9a-f]{12}"$/.test(answer.headers.get('etag') ?? '')]).toEqual([
    200,
    { unit: 'p2', source: 'Trois jetons.', target: 'Three tokens.', state: 'reviewed' },
    true,
  ]);
});

test('a save changes its message, and not a byte beside it', async () => {
  const before = await file();
  const answer = await put({ target: 'Three tokens!', state: 'draft' }, { 'if-match': await version() });
  expect([answer.status, (await answer.json()).target]).toEqual([200, 'Three tokens!']);
  const today = new Date().toISOString().slice(0, 10);
  expect(await file()).toBe(
    before
      .replace('msgid "Trois', `# origin: person ${today}\n#, fuzzy\nmsgid "Trois`)
      .replace('Three tokens.', 'Three tokens!'),
  );
});

describe('a save is refused, and the file stays as it is', () => {
  const good = { target: 'Three tokens!', state: 'draft' };
  test.each([
    ['without a version', good, {}, 428],
    ['over an old version', good, { 'if-match': '"000000000000"' }, 412],
    ['with another state', { ...good, state: 'perfect' }, 'now', 400],
    ['with a key too many', { ...good, extra: 1 }, 'now', 400],
    ['with a number for a text', { ...good, target: 1 }, 'now', 400],
    ['with half a JSON', '{"target":', 'now', 400],
    ['with too much', { ...good, target: 'x'.repeat(300_000) }, 'now', 413],
    ['from another site', good, { origin: 'https://evil.example' }, 403],
  ] as const)('%s', async (_what, body, headers, status) => {
    const before = await file();
    const sent = headers === 'now' ? { 'if-match': await version() } : headers;
    expect([(await put(body, sent)).status, await file()]).toEqual([status, before]);
  });
});

test('of two who save at once one is told what the other wrote', async () => {
  const tag = await version();
  const answers = await Promise.all(
    ['One.', 'Two.', 'Three.'].map((target) => put({ target, state: 'draft' }, { 'if-match': tag })),
  );
  const told = await Promise.all(answers.map(async (answer) => ({ ...(await answer.json()), status: answer.status })));
  expect(told.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  expect(new Set(told.map(({ target }) => target)).size).toBe(1);
});

test('a file that changed on disk is not written over', async () => {
  const tag = await version();
  await writeFile(path.join(root, 'content/essai/en.po'), (await file()).replace('Three tokens.', 'Three of them.'));
  const { status } = await put({ target: 'Mine.', state: 'draft' }, { 'if-match': tag });
  expect([status, (await file()).includes('Three of them.')]).toEqual([412, true]);
});

describe('the form, without script', () => {
  const tag = async () => (await version()).replaceAll('"', '');

  test('saves and leads back to the paragraph', async () => {
    const answer = await form({ version: await tag(), target: 'Three\r\ntokens!', state: 'reviewed' });
    expect([answer.status, leadsTo(answer)]).toEqual([303, '/articles/essai?saved=…#p2']);
    expect(site.library.current().articles.get('essai')?.article.units[1]?.target?.text).toBe('Three\ntokens!');
  });

  test.each([
    ['save', '', '/articles/essai#p4', 0],
    ['next', ' \r\n', '/articles/essai/units/p5?way=untranslated', 0],
    ['save', 'One.', '/articles/essai?saved=…#p4', 1],
  ])('%s with “%s” for a paragraph that has none leads to %s', async (pressed, target, address, saves) => {
    await writeFile(path.join(root, 'content/essai/fr.md'), `${SMALL['content/essai/fr.md']}\nUn.\n\nDeux.\n`);
    await site.library.reload();
    const before = await file();
    const unit = 'essai/units/p4';
    const stands = ((await fetch(`${site.url}api/articles/${unit}`)).headers.get('etag') ?? '').replaceAll('"', '');
    const fields = { version: stands, target, state: 'reviewed', do: pressed, way: 'untranslated' };
    const answer = await form(fields, `articles/${unit}`);
    expect([leadsTo(answer), (await file()) === before ? 0 : 1]).toEqual([address, saves]);
  });

  test('over an old version shows both texts', async () => {
    const answer = await form({ version: '000000000000', target: 'My <b>words</b>', state: 'draft' });
    const page = await answer.text();
    expect([
      answer.status,
      page.includes('My &lt;b&gt;words&lt;/b&gt;'),
      page.includes('Three tokens.</textarea>'),
    ]).toEqual([412, true, true]);
  });

  test('takes a repair back', async () => {
    const before = await file();
    await writeFile(
      path.join(root, 'content/essai/en.po'),
      before.replace(
        'msgid "Trois',
        '# origin: deepl en-US glossary 3fa2c1 2026-11-23 13 characters\n# repaired: chips → tokens\n#, fuzzy\nmsgid "Trois',
      ),
    );
    await site.library.reload();
    await form({ version: await tag(), do: 'unrepair' });
    expect(await file()).toBe(
      before
        .replace(
          'msgid "Trois',
          '# origin: deepl en-US glossary 3fa2c1 2026-11-23 13 characters\n#, fuzzy\nmsgid "Trois',
        )
        .replace('Three tokens.', 'Three chips.'),
    );
  });

  describe('of an engine’s text with a repair', () => {
    const origin = '# origin: deepl en-US glossary 3fa2c1 2026-11-23 13 characters\n';
    const engineText = async (repair: string, target: string) => {
      const now = await file();
      const text = now.replace('msgid "Trois', `${origin}# repaired: ${repair}\n#, fuzzy\nmsgid "Trois`);
      await writeFile(path.join(root, 'content/essai/en.po'), text.replace('Three tokens.', target));
      await site.library.reload();
    };
    const target = () => site.library.current().articles.get('essai')?.article.units[1]?.target?.text;

    test.each([
      ['at its place', 'chip → token @4', 'The token feeds the tokenizer.', 'The chip feeds the tokenizer.'],
      [
        'and the word, not its letters',
        'chip → token',
        'The token feeds the tokenizer.',
        'The chip feeds the tokenizer.',
      ],
    ])('takes it back %s', async (_what, repair, before, after) => {
      await engineText(repair, before);
      await form({ version: await tag(), target: before, do: 'unrepair' });
      expect(target()).toBe(after);
    });

    test('takes it back and keeps what was typed meanwhile', async () => {
      await engineText('chip → token @4', 'The token feeds the tokenizer.');
      const typed = 'The token feeds the tokenizer, slowly.';
      const { status } = await form({ version: await tag(), target: typed, state: 'draft', do: 'unrepair' });
      expect([status, target()]).toEqual([303, 'The chip feeds the tokenizer, slowly.']);
    });

    test.each([
      ['the words are gone', 'chip → token', 'Three of them.', 'Three of them.'],
      ['that very word was typed over', 'chip → token @4', 'The token feeds.', 'The coin feeds.'],
    ])('takes nothing back, saves nothing and says so where %s', async (_what, repair, before, typed) => {
      await engineText(repair, before);
      const answer = await form({ version: await tag(), target: typed, state: 'draft', do: 'unrepair' });
      const page = await answer.text();
      expect([answer.status, page.includes(`${typed}</textarea>`), target()]).toEqual([422, true, before]);
    });
  });

  describe('accepts what a rule finds', () => {
    const page = async () => (await fetch(`${site.url}articles/essai/units/p2`)).text();
    const reader = async () => (await fetch(`${site.url}articles/essai`)).text();
    beforeEach(async () => {
      await writeFile(path.join(root, 'content/essai/en.po'), (await file()).replace('Three tokens.', 'Four tokens.'));
      await site.library.reload();
    });
    const accept = async (fields: Record<string, string> = {}) =>
      form({
        version: await tag(),
        do: 'accept:number-changed',
        'because:number-changed': ' it is\nmeant ',
        ...fields,
      });

    test('for a reason, which the file and the page then tell', async () => {
      const offered = (await page()).includes('value="accept:number-changed"');
      const answer = await accept();
      const shown = [await page(), await reader()].map((html) => html.includes('Accepted by a person: it is meant.'));
      expect([offered, answer.status, shown, (await page()).includes('accept:number-changed')]).toEqual([
        true,
        303,
        [true, true],
        false,
      ]);
      expect(await file()).toMatch(/^# waive: number-changed [0-9a-f]{12} - it is meant$/m);
      expect(site.library.current().articles.get('essai')?.findings).toEqual([]);
    });

    test('with the line that check prints', async () => {
      const [finding] = site.library.current().articles.get('essai')?.findings ?? [];
      const [, line] = /“(# waive: [^”]+) - reason”/.exec(finding?.message ?? '') ?? [];
      await accept();
      expect((await file()).includes(`${line} - it is meant\n`)).toBe(true);
    });

    test('only until the text changes', async () => {
      await accept();
      await form({ version: await tag(), target: 'Five tokens.', state: 'draft' });
      const rules = site.library
        .current()
        .articles.get('essai')
        ?.findings.map(({ rule }) => rule);
      expect(rules).toEqual(['lapsed-waiver', 'number-changed']);
    });

    test.each<[string, Record<string, string>, number, string]>([
      ['over an old version', { version: '000000000000' }, 412, 'Somebody changed this paragraph meanwhile'],
      ['without a reason', { 'because:number-changed': ' ' }, 422, 'Write why “number-changed” may stay'],
      [
        'of what is not found here',
        { do: 'accept:quotation', 'because:quotation': 'x' },
        422,
        'Nothing of “quotation” is wrong here',
      ],
      ['of no rule', { do: 'accept:constructor' }, 422, 'What “constructor” finds cannot be accepted.'],
      ['of a rule that nobody can accept', { do: 'accept:lapsed-waiver' }, 422, 'finds cannot be accepted'],
      ['of a rule of the glossary', { do: 'accept:conflict' }, 422, 'finds cannot be accepted'],
      ['of terms, which entries accept', { do: 'accept:missing-term' }, 422, 'finds cannot be accepted'],
    ])('not %s', async (_what, fields, status, sentence) => {
      const before = await file();
      const answer = await accept(fields);
      expect([answer.status, (await answer.text()).includes(sentence), await file()]).toEqual([status, true, before]);
    });
  });

  test('that cannot be written says why, and keeps the words', async () => {
    const tagged = await tag();
    await rm(path.join(root, 'content/essai/en.po'));
    await mkdir(path.join(root, 'content/essai/en.po'));
    const answer = await form({ version: tagged, target: 'My words', state: 'draft' });
    const page = await answer.text();
    expect([answer.status, page.includes('<h2>Not saved'), page.includes('My words</textarea>')]).toEqual([
      409,
      true,
      true,
    ]);
  });

  test('of a paragraph that is not there is a page that says so', async () => {
    expect((await fetch(`${site.url}articles/essai/units/p99`)).status).toBe(404);
  });
});
