import { expect, test } from 'vitest';
import type { Engine } from '../../src/core/changes/ports/engine.ts';
import type { Spending } from '../../src/core/changes/ports/spending.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { createSpending } from '../../src/files/spending/spending.ts';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { type ArticleEvent, runArticle } from '../../src/translate/run-article.ts';
import { makeRoot } from '../site.ts';

const FRENCH = '---\ntitle: Essai\n---\n\nLa puce chauffe.\n';

/**
 * Runs the article `b`; `a`, which has the same texts, is run as soon as the ledger of spending was looked at for `b`.
 */
async function runMeanwhile(all: boolean): Promise<string[]> {
  const { root, remove } = await makeRoot({ 'content/a/fr.md': FRENCH, 'content/b/fr.md': FRENCH });
  const sent: string[] = [];
  const library = await openLibrary(root, { watch: false });
  const runOf = async (slug: string, spending: Spending) => {
    const engine: Engine = {
      ...{ name: 'stub', label: 'stub', prepare: async () => [], remaining: async () => null },
      abilities: {
        ...{ offline: false, price: 'characters', glossary: 'none' },
        context: false,
        mostTexts: 10,
        mostCharacters: 1000,
      },
      async translate({ texts }) {
        sent.push(...texts.map((text) => `${slug}: ${text}`));
        return { texts: texts.map((text) => `EN ${text}`), billed: texts.join('').length };
      },
    };
    const store = { rehearse: async () => {}, save: async () => ({ refused: [], save: null }) };
    const events: ArticleEvent[] = [];
    const ports = {
      library,
      store,
      spending,
      pacer: createPacer(),
      now: () => new Date().toISOString(),
      mostCharacters: null,
    };
    for await (const event of runArticle({ slug, engine, all, isCancelled: () => false }, ports)) events.push(event);
  };
  const ledger = createSpending(root, { now: Date.now });
  const look = async () => {
    const seen = await ledger.look();
    await runOf('a', ledger);
    return seen;
  };
  await runOf('b', { ...ledger, look });
  await remove();
  return sent;
}

test.each([false, true])(
  'what another run is paid for between its plan and its first text is not bought again (all: %s)',
  async (all) => {
    expect(await runMeanwhile(all)).toEqual(['a: Essai', 'a: La puce chauffe.']);
  },
);
