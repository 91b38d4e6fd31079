import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkArticle } from '../../../src/core/checks/article/check-article.ts';
import type { CheckedArticle } from '../../../src/core/checks/checked-article.ts';
import { createGlossary, type Glossary } from '../../../src/core/checks/glossary/check-glossary.ts';
import { createParsedFiles } from '../../../src/files/kept/parsed-files.ts';
import { createArticleLoader } from '../../../src/files/loading/article-loader.ts';
import type { LoadedArticles } from '../../../src/files/loading/loaded-articles.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { readHere } from '../../../src/files/thread/text-jobs.ts';
import { conceptsOf } from '../../core/glossaries.ts';
import { collect } from '../collect.ts';

const GLOSSARY = createGlossary([]);

function filesOf(slug: string, body: string, english: string | null = null) {
  const file = (name: string, text: string) => ({
    ...{ path: `content/${slug}/${name}`, text, length: text.length, problem: null, recoded: false },
  });
  const catalogue = english === null ? null : file('en.po', `msgid "${body}"\nmsgstr "${english}"\n`);
  return {
    slug,
    source: file('fr.md', `---\ntitle: Essai\n---\n\n${body}\n`),
    catalogue,
    beside: new Set<string>(),
  };
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

test('the French of an article is let go as it was read, once its paragraphs can be made of its files', async () => {
  const pacer = createPacer();
  const texts = readHere(pacer);
  const read: WeakRef<object>[] = [];
  const article = async (text: string, file: string) => {
    const source = await texts.readArticle(text, file);
    read.push(new WeakRef(source));
    return source;
  };
  const loader = createArticleLoader({ ...createParsedFiles(texts, pacer), article }, pacer, { mostHeld: 0 });
  const files = [filesOf('un', 'Trois jetons.'), filesOf('deux', 'Une puce.')];
  const loaded = await loader.load(files, { glossary: GLOSSARY, find: async () => null }, []);
  await later();
  collect();
  expect([loaded.articles().size, read.map((one) => one.deref())]).toEqual([2, [undefined, undefined]]);
});

test('an article that is checked with another glossary takes the room of what it was, so that all that were held still are', async () => {
  const pacer = createPacer();
  const files = ['un', 'deux', 'trois', 'quatre'].map((slug) => filesOf(slug, 'Une puce.'));
  const mostHeld = files.reduce((sum, { source }) => sum + source.text.length, 0);
  const loader = createArticleLoader(createParsedFiles(readHere(pacer), pacer), pacer, { mostHeld });
  let last: LoadedArticles | null = null;
  const find = async () => null;
  await loader.load(files, { glossary: GLOSSARY, find }, []);
  for (const english of ['chip', 'microchip', 'flea']) {
    // It bears on each paragraph: one that stays keeps both the list it was in and the one it is in.
    const glossary = createGlossary(conceptsOf(`- { fr: [puce, essai], en: ${english} }\n`));
    const loaded = await loader.load(files, { glossary, find }, []);
    for (const slug of [...loaded.pending]) await loaded.check(slug);
    last = loaded;
  }
  await later();
  collect();
  expect([...(last?.articles().values() ?? [])].map(({ isOpen }) => isOpen?.())).toEqual([true, true, true, true]);
});

const CHIP = '- { fr: puce, en: chip }\n';
const TOKEN = '- { fr: jeton, en: token }\n';

test.each([
  ['a definition is another', TOKEN + CHIP.replace(' }', ', definition: So. }'), 'A chip.', false],
  ['an entry stands in another line', `# a remark\n${TOKEN}${CHIP}`, 'A chip.', false],
  ['an entry comes that is not mentioned', `${TOKEN}- { fr: réseau, en: chip network }\n${CHIP}`, 'A chip.', false],
  ['a rendering is another', TOKEN + CHIP.replace('chip', 'flea'), 'A chip.', true],
  [
    'an entry stands in another line, with which something wrong is told',
    `# a remark\n${TOKEN}${CHIP}`,
    'A flea.',
    true,
  ],
])(
  'an article whose ledgers are not there is checked again where that can tell something else: %s',
  async (_what, changed, english, isChecked) => {
    const pacer = createPacer();
    const loader = createArticleLoader(createParsedFiles(readHere(pacer), pacer), pacer, { mostHeld: 0 });
    const files = [filesOf('un', 'Une puce.', english)];
    const [before, after] = [TOKEN + CHIP, changed].map((yaml) => createGlossary(conceptsOf(yaml))) as [
      Glossary,
      Glossary,
    ];
    const find = async () => null;
    await loader.load(files, { glossary: before, find }, []);
    await later();
    collect();
    const loaded = await loader.load(files, { glossary: after, find }, []);
    for (const slug of [...loaded.pending]) await loaded.check(slug);
    const checked = loaded.articles().get('un') as CheckedArticle;
    const { findings, summary, standings } = checkArticle(checked.article, after);
    expect(checked.isOpen?.()).toBe(isChecked);
    expect([checked.findings, checked.summary, checked.standings]).toEqual([findings, summary, standings]);
    expect([...checked.summary.uses.keys()].every((concept) => after.concepts.includes(concept))).toBe(true);
  },
);
