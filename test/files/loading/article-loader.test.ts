import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGlossary } from '../../../src/core/checks/glossary/check-glossary.ts';
import { createParsedFiles } from '../../../src/files/kept/parsed-files.ts';
import { createArticleLoader } from '../../../src/files/loading/article-loader.ts';
import type { LoadedArticles } from '../../../src/files/loading/loaded-articles.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { readHere } from '../../../src/files/thread/text-jobs.ts';
import { collect } from '../collect.ts';

const GLOSSARY = createGlossary([]);

function filesOf(slug: string, body: string) {
  const path = `content/${slug}/fr.md`;
  const source = { path, text: `---\ntitle: Essai\n---\n\n${body}\n`, problem: null, recoded: false };
  return { slug, source, catalogue: null, beside: new Set<string>() };
}

/** Leaves no other way to it. */
function paragraphOf(loaded: LoadedArticles, slug: string): WeakRef<object> {
  return new WeakRef(loaded.articles().get(slug)?.article.units.at(-1) as object);
}

test.each([
  ['words', 'Trois jetons.'],
  ['an image that is missing', '![Plan](plan.png)'],
])('the paragraphs of an article are let go when nobody has them: %s', async (_what, body) => {
  const pacer = createPacer();
  const loader = createArticleLoader(createParsedFiles(readHere(pacer), pacer), pacer, { mostHeld: 0 });
  const files = [filesOf('un', body), filesOf('deux', 'Une puce.')];
  const loaded = await loader.load(files, { glossary: GLOSSARY, find: async () => null }, []);
  const wanted = paragraphOf(loaded, 'un');
  // What a reference leads to stays until the turn is over.
  await later();
  collect();
  expect(wanted.deref()).toBeUndefined();
});
