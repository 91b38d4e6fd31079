import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { useTab } from './tab.ts';

// What a translator does in an afternoon, each task once without the mouse: how many steps and how many seconds it
// takes.

const TEN = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'];
const FRENCH = TEN.map((number) => `${number} jetons et rien de plus.`);
const LAST = 'La fenêtre de contexte est grande.';
const FILES = {
  'glossary/ai.yaml': '- fr: jeton\n  en: token\n  not: [{ term: chip, why: that is puce }]\n',
  'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${FRENCH.join('\n\n')}\n\n${LAST}\n`,
  'content/essai/en.po': `msgid "Essai"\nmsgstr "Trial"\n\n${FRENCH.map(
    (text, i) => `#, fuzzy\nmsgid "${text}"\nmsgstr "Some ${i + 1} chips and nothing more."\n`,
  ).join('\n')}`,
};
const tab = useTab({ files: FILES, address: 'articles/essai' });
const catalogue = () => readFile(path.join(tab.root, 'content/essai/en.po'), 'utf8');

/** One step is a key, or words that are typed or pasted at a stretch. */
let steps = 0;
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    steps += 1;
    await tab.page.keyboard.press(key);
  }
}
async function type(words: string): Promise<void> {
  steps += 1;
  await tab.page.keyboard.insertText(words);
}

/** Goes on with Tab until something has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    if (await tab.page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await press('Tab');
  }
}

/** Waits until a paragraph is edited, and its English judged at every key. */
async function field(unit: string): Promise<void> {
  await tab.page.waitForSelector(`#${unit} .in-place .english:focus`);
  await tab.page.waitForSelector(`#${unit} .check`, { state: 'detached' });
}
const saved = () => tab.page.waitForSelector('.saved');
const closed = () => tab.page.waitForSelector('.in-place', { state: 'detached' });

interface Task {
  readonly name: string;
  /** The most steps that it may take. */
  readonly most: number;
  act(): Promise<unknown>;
}

const TASKS: readonly Task[] = [
  {
    name: 'ten drafts put right, reviewed, saved one after the other',
    most: 40,
    async act() {
      await press('d', 'e');
      for (let i = 0; i < TEN.length; i += 1) {
        await field(`p${i + 2}`);
        // Typed as one would over the one wrong word, and not counted.
        await press('Control+a');
        await tab.page.keyboard.insertText(`Some ${i + 1} tokens and nothing more.`);
        await press('Alt+r', 'Control+Shift+Enter');
      }
      await closed();
      await expect.poll(async () => (await catalogue()).match(/ tokens/g)?.length).toBe(TEN.length);
    },
  },
  {
    name: 'three problems mended by their repairs, saved one after the other',
    most: 8,
    async act() {
      await press('x', 'e');
      for (const unit of ['p2', 'p3', 'p4']) {
        await field(unit);
        await press('Alt+g', 'Control+Shift+Enter');
      }
      await field('p5');
      expect((await catalogue()).match(/ tokens/g)?.length).toBe(3);
    },
  },
  {
    name: 'a term accepted as it is, with a reason',
    most: 14,
    async act() {
      await press('x', 'e');
      await field('p2');
      await tabTo('.waive summary');
      await press('Enter');
      await type('as they call it');
      await press('Enter');
      await tab.page.waitForSelector('#p2 .source .term[data-verdict="waived"]');
    },
  },
  {
    name: 'a draft approved as it is',
    most: 4,
    async act() {
      await press('d', 'e');
      await field('p2');
      await press('Alt+r', 'Control+Enter');
      await closed();
      expect((await catalogue()).match(/fuzzy/g)?.length).toBe(TEN.length - 1);
    },
  },
  {
    name: 'a paragraph without English written',
    most: 4,
    async act() {
      await press('u', 'e');
      await field('p12');
      await type('The context window is large.');
      await press('Control+Enter');
      await closed();
      expect(await catalogue()).toContain('The context window');
    },
  },
  {
    name: 'the last save undone',
    most: 5,
    async act() {
      const before = await catalogue();
      await press('u', 'e');
      await field('p12');
      await type('Wrong.');
      await press('Control+Enter');
      await saved();
      await press('Control+z');
      await tab.page.waitForSelector('.saved >> text=undone');
      expect(await catalogue()).toBe(before);
    },
  },
  {
    name: 'words of the French made a term',
    most: 9,
    async act() {
      await press('u', 's', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
      await tab.page.waitForSelector('.term-dialog [name="en.0.term"]:focus');
      await type('context window');
      await press('Enter');
      await saved();
      expect(await readFile(path.join(tab.root, 'glossary/ai.yaml'), 'utf8')).toContain('fenêtre de contexte');
    },
  },
  {
    name: 'what a term means, and its entry opened from there',
    most: 3,
    async act() {
      await press('n', 'Enter');
      await tab.page.waitForSelector('#card .card-actions');
      await press('e');
      await tab.page.waitForSelector('.term-dialog');
    },
  },
  {
    name: 'the occurrences of a form that went wrong listed',
    most: 2,
    async act() {
      await press('/');
      await type('jetons, deprecated');
      await tab.page.waitForSelector('#filter-count >> text=1 of 1');
    },
  },
  {
    name: 'an entry changed, and what that touches seen before it is saved',
    most: 5,
    async act() {
      await press('n', 'e');
      await tab.page.waitForSelector('.term-dialog [name="en.0.term"]:focus');
      await type('lexical ');
      await tab.page.waitForSelector('.term-dialog .impact .summary-line >> text=paragraph');
      await press('Enter');
      await saved();
      expect(await readFile(path.join(tab.root, 'glossary/ai.yaml'), 'utf8')).toContain('lexical token');
    },
  },
  {
    name: 'words looked for in all articles, and the paragraph that has them opened',
    most: 16,
    async act() {
      await tabTo('[href="/search"]');
      await press('Enter');
      await tab.page.waitForSelector('#search_words:focus');
      await type('fenêtre');
      await press('Enter');
      await tab.page.waitForSelector('#found li');
      await press('Tab', 'Enter');
      await tabTo('.found a');
      await press('Enter');
      await tab.page.waitForURL(/\/articles\/essai#p12$/);
    },
  },
  {
    name: 'a conflict seen, and one’s own text saved',
    most: 9,
    async act() {
      await press('d', 'e');
      await field('p2');
      const file = path.join(tab.root, 'content/essai/en.po');
      await writeFile(file, (await catalogue()).replace('Some 1 chips', 'Hardly 1 chip'));
      await tab.site.library.reload();
      await press('Control+a');
      await type('My own tokens.');
      await press('Control+Enter');
      await tab.page.waitForSelector('#p2 .conflict:focus');
      await tabTo('.conflict form button');
      await press('Enter');
      await closed();
      expect(await catalogue()).toContain('My own tokens.');
    },
  },
];

const table: string[] = [];
describe('without the mouse', () => {
  afterAll(() => console.log(['task | steps | seconds', ...table].join('\n')));

  test.each(TASKS)('$name, in $most steps', async ({ name, most, act }) => {
    steps = 0;
    const begun = performance.now();
    await act();
    table.push(`${name} | ${steps} | ${((performance.now() - begun) / 1000).toFixed(1)}`);
    expect(steps).toBeLessThanOrEqual(most);
  });
});
