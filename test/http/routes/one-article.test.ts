import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CheckedArticle } from '../../../src/core/checks/checked-article.ts';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, putBack, start } from '../../site.ts';

const OTHERS = ['autre', 'zut'];
const SENTENCE = 'Trois jetons et deux mots.';
const withText = (slug: string, target: string) => ({
  [`content/${slug}/fr.md`]: `---\ntitle: Texte ${slug}\n---\n\n${SENTENCE}\n\nUn mot d’${slug}.\n`,
  [`content/${slug}/en.po`]: `# origin: deepl en-US glossary 3fa2c1 2026-11-23 26 characters\n# repaired: chips → tokens\n#, fuzzy\nmsgid "${SENTENCE}"\nmsgstr "${target}"\n`,
});
const FILES = {
  'glossary/ai.yaml': '- fr: jeton\n  en: token\n- fr: mot\n  en: word\n- fr: puce\n  en: chip\n',
  ...withText('autre', 'Three tokens and two words.'),
  ...withText('essai', 'Four tokens and two.'),
  ...withText('zut', 'Three tokens and two words.'),
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
  await site.library.settled();
});
afterAll(async () => {
  await site.close();
  await remove();
});

/** Slugs of those of the others whose paragraphs were opened since. */
function watchOthers(): string[] {
  const opened: string[] = [];
  for (const slug of OTHERS) {
    const one = site.library.current().articles.get(slug) as CheckedArticle;
    for (const { held, of } of [
      { held: one.units, of: one },
      { held: one.article.units, of: one.article },
    ])
      Object.defineProperty(of, 'units', {
        configurable: true,
        enumerable: true,
        get() {
          opened.push(slug);
          return held;
        },
      });
  }
  return opened;
}

const PAGE = 'articles/essai/units/p2';
const API = `api/${PAGE}`;
const version = async () => (await fetch(site.url + API)).headers.get('etag') ?? '';
const send = (address: string, fields: Record<string, string>) =>
  fetch(site.url + address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const form = async (fields: Record<string, string>) =>
  send(PAGE, { version: (await version()).replaceAll('"', ''), ...fields });
const numberOf = (answer: Response) => /saved=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
const get = (address: string) => fetch(site.url + address);
const put = async (body: object) =>
  fetch(site.url + API, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': await version() },
    body: JSON.stringify(body),
  });
const preview = (entry: object) =>
  fetch(`${site.url}api/glossary/preview`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entry }),
  });
const saved = { target: 'Three tokens and two words.', state: 'draft' };

test.each<[string, number, () => Promise<Response>]>([
  ['where it is edited', 200, () => get(PAGE)],
  ['where it is read', 200, () => get('articles/essai')],
  ['on the way through drafts', 200, () => get(`${PAGE}?way=draft`)],
  ['as JSON', 200, () => get(API)],
  ['saved as JSON', 200, () => put(saved)],
  ['saved', 303, () => form(saved)],
  ['saved and left for the next', 303, () => form({ ...saved, do: 'next' })],
  ['saved with a reason', 303, () => form({ ...saved, target: 'Five tokens.', 'because:number-changed': 'x' })],
  ['saved over an old version', 412, () => form({ ...saved, version: '000000000000' })],
  ['checked', 200, () => form({ ...saved, do: 'check' })],
  ['repaired', 200, () => form({ target: 'Three chips.', state: 'draft', do: 'repair:0' })],
  ['with a repair taken back', 303, () => form({ do: 'unrepair' })],
  ['with a draft that is not kept', 422, () => form({ do: 'take:x' })],
  ['with a missing word accepted', 303, () => form({ do: 'waive:word', 'reason:word': 'x' })],
  ['with nothing to accept of an entry', 422, () => form({ do: 'waive:chip', 'reason:chip': 'x' })],
  ['with a word accepted for no reason', 422, () => form({ do: 'waive:word' })],
  ['with a number accepted', 303, () => form({ do: 'accept:number-changed', 'because:number-changed': 'x' })],
  ['with nothing to accept of a rule', 422, () => form({ do: 'accept:quotation', 'because:quotation': 'x' })],
  ['sent to no engine', 400, () => send(`${API}/drafts`, {})],
  ['undone', 303, async () => send('undo', { number: numberOf(await form(saved)) })],
  ['with its versions', 200, async () => form(saved).then(() => get('changes?unit=essai/p2'))],
  ['with a word of it to be added', 200, () => get('add-term?fr=et&back=/articles/essai%23p2')],
  ['with the card of a word of it', 200, () => get('api/glossary/concepts/token')],
  ['with an entry tried on it', 200, () => preview({ fr: [{ term: 'essai' }], en: [{ term: 'trial' }] })],
  ['that is not there', 404, () => get('articles/essai/units/p99')],
])('a paragraph %s opens no other article', async (_what, status, ask) => {
  const opened = watchOthers();
  const answer = await ask();
  await site.library.settled();
  expect([answer.status, opened]).toEqual([status, []]);
});

test('what opens them is told', () => {
  const opened = watchOthers();
  for (const { units } of site.library.current().articles.values()) expect(units).toHaveLength(3);
  expect(opened).toEqual(OTHERS);
});
