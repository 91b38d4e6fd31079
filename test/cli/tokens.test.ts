import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createConsole } from '../../src/cli/command.ts';
import { runTranslate } from '../../src/cli/translate.ts';
import type { Engine } from '../../src/core/changes/ports/engine.ts';
import { readTokenPrice } from '../../src/core/changes/token-price.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { createFileEditor } from '../../src/files/saving/file-editor.ts';
import { createTranslationStore } from '../../src/files/saving/translations.ts';
import { createSpending } from '../../src/files/spending/spending.ts';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { makeRoot, SMALL } from '../site.ts';

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  const { 'content/essai/en.po': _, ...files } = SMALL;
  ({ root, remove } = await makeRoot(files));
});
afterEach(() => remove());

/** A chat server that is not on this machine. */
const CHAT: Engine = {
  ...{ name: 'chat', label: 'chat m' },
  abilities: {
    ...{ glossary: 'prompt', context: true, mostTexts: 1, mostCharacters: 1000, price: 'tokens', offline: false },
  },
  prepare: async () => [],
  translate: async ({ texts }) => ({
    texts: texts.map((text) => text.replace('jetons', 'tokens').replace('puce', 'chip')),
    billed: 0,
    usage: { prompt: 500, completion: 20 },
  }),
  remaining: async () => null,
};

async function translate(
  given: { dryRun?: boolean; compare?: boolean; mostCharacters?: number | null; price?: string } = {},
) {
  const { dryRun = false, compare = false, mostCharacters = null, price = '' } = given;
  let err = '';
  const paper = new Writable({
    write(chunk, _encoding, done) {
      err += String(chunk);
      done();
    },
  });
  const code = await runTranslate(
    { name: 'translate', slug: 'essai', engine: null, all: false, dryRun, compare },
    {
      library: await openLibrary(root, { watch: false }),
      engines: [CHAT],
      store: createTranslationStore(createFileEditor(root, Date.now)),
      spending: createSpending(root, { now: Date.now }),
      pacer: createPacer(),
      now: () => '2026-11-23T10:00:00Z',
      isCancelled: () => false,
      mostCharacters,
      tokenPrice: readTokenPrice(price),
    },
    createConsole(paper, paper),
  );
  return { code, err };
}

test('a run says its tokens, and that nobody knows what they cost', async () => {
  const { code, err } = await translate();
  expect([code, err.trim().split('\n').at(-1)]).toEqual([
    0,
    '3 of 3 paragraphs translated as drafts, 1,500 tokens sent and 60 received, cost unknown.',
  ]);
});

test('with CHAT_PRICE it says the cost', async () => {
  expect((await translate({ price: '100/1000 USD' })).err).toContain(
    '1,500 tokens sent and 60 received, cost 0.2100 USD.',
  );
});

test.each([
  ['nobody says what tokens cost', '', /about \d+ tokens sent and \d+ received, cost unknown; set CHAT_PRICE/],
  ['CHAT_PRICE does', '1/1', /about \d+ tokens sent and \d+ received, cost 0\.\d{4}\./],
])('a dry run estimates where %s', async (_what, price, said) => {
  const { err } = await translate({ dryRun: true, price });
  expect([said.test(err), err.includes('bills nothing')]).toEqual([true, false]);
});

test('comparing says the price before, and the cost after', async () => {
  const { err } = await translate({ compare: true, price: '100/1000' });
  expect(err).toMatch(
    /^essai: 3 paragraphs for chat[\s\S]*bills tokens: about[\s\S]*received, cost 0\.2100\. What was paid/,
  );
});

test('the limit of a run holds for what is sent to it', async () => {
  const { code, err } = await translate({ mostCharacters: 10 });
  expect([code, err.includes('VISAVIS_MOST_CHARACTERS allows 10 a run. Nothing was sent.')]).toEqual([1, true]);
});

test('the ledger of spending sums its tokens', async () => {
  await translate();
  expect((await createSpending(root, { now: Date.now }).look()).months).toMatchObject([
    { engine: 'chat', characters: 0, tokens: { prompt: 1500, completion: 60 } },
  ]);
});
