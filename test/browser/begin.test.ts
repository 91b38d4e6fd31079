import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { everyNth, IS_SLOW_SET } from '../rounds.ts';
import { barriersOf } from './barriers.ts';
import { ONE_OF_EACH } from './one-of-each.ts';
import { useTab } from './tab.ts';

const FILES = {
  'glossary/ai.yaml':
    '- fr: jeton\n  en: token\n  definition: The smallest unit of text.\n- fr: puce\n  en: chip\n- keep: OpenAI\n',
  'content/essai/fr.md': '---\ntitle: Essai\n---\n\nTrois jetons d’OpenAI.\n\nUne puce et un jeton.\n\nRien de plus.\n',
};

describe('an article without any English', () => {
  const tab = useTab({ files: FILES, address: 'articles/essai', isPageShared: true });
  const text = (selector: string) => tab.page.innerText(selector);

  test('says once how to begin, and says nothing of it at each paragraph', async () => {
    const whole = await text('.edition');
    expect([
      (await text('.begin')).replaceAll(/\s+/g, ' '),
      await tab.page.$$eval('.begin a', (list) => list.map((one) => one.getAttribute('href'))),
      whole.match(/not translated|no English|no translation/gi)?.length,
      await tab.page.locator('.finding').count(),
    ]).toEqual([
      'There is no English yet. Import a translation that you have, translate it with an engine, or write it, paragraph by paragraph.',
      ['/import?article=essai', '/articles/essai/translate', '/articles/essai/units/p1'],
      1,
      0,
    ]);
  });

  test('has its terms marked in the French, without a verdict, names only when asked for', async () => {
    const marked = () =>
      tab.page.$$eval('.source .term', (list) =>
        list
          .filter((one) => getComputedStyle(one).textDecorationLine === 'underline')
          .map((one) => `${one.textContent} ${(one as HTMLElement).dataset['verdict']}`),
      );
    const usual = await marked();
    await tab.page.evaluate('document.documentElement.dataset.marks = "all"');
    const all = await marked();
    await tab.page.evaluate('document.documentElement.dataset.marks = "names-off"');
    expect([usual, all, await text('.summary')]).toEqual([
      ['jetons undefined', 'puce undefined', 'jeton undefined'],
      ['jetons undefined', 'OpenAI undefined', 'puce undefined', 'jeton undefined'],
      '4 terms to translate · 4 paragraphs to translate',
    ]);
  });

  test('the English of a term is a press away, and the panel tells of it', async () => {
    await tab.page.focus('#p2 .term');
    await tab.page.keyboard.press('Enter');
    expect([(await text('.card .pair')).trim(), await text('.card .standing'), await text('.card .why')]).toEqual([
      'jeton / token',
      'untranslated',
      'jetons: plural of jeton. In English: “token”.',
    ]);
    await tab.page.keyboard.press('Escape');
    await tab.page.keyboard.press('/');
    await tab.page.fill('#filter', 'jetons, untranslated');
    await tab.page.waitForSelector('#filter-count >> text=1 of 3');
    await tab.page.fill('#filter', '');
    await tab.page.keyboard.press('Escape');
  });

  test.runIf(IS_SLOW_SET)('has no barrier that axe finds, and stands out of no window', async () => {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.page.emulateMedia({ colorScheme });
      for (const width of [320, 640, 1920, 1280]) {
        await tab.page.setViewportSize({ width, height: 700 });
        const over = await tab.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        if (over > 0) found.push(`it stands out of ${width} by ${over}`);
      }
      found.push(...(await barriersOf(tab.page)));
    }
    expect(found).toEqual([]);
  });

  test('writing begins at its first paragraph, where a key on a term puts the English in at the cursor', async () => {
    await tab.page.click('.begin-here');
    await tab.page.waitForSelector('#p1 .in-place .english:focus');
    await tab.page.keyboard.press('Escape');
    await tab.page.click('#p3 .edit');
    await tab.page.waitForSelector('#p3 .in-place .english:focus');
    expect(await tab.page.locator('#p3 .source .term[data-verdict]').count()).toBe(0);
    await tab.page.keyboard.type('A');
    await tab.page.focus('#p3 .source .term');
    await tab.page.keyboard.press('Enter');
    await tab.page.keyboard.type(' and a');
    await tab.page.focus('#p3 .source .term:nth-child(2)');
    await tab.page.keyboard.press('Space');
    await tab.page.keyboard.type('.');
    expect(await tab.page.inputValue('#p3 .english')).toBe('A chip and a token.');
    await tab.page.keyboard.press('Control+Enter');
    // Once there is some, what is missing says so itself. The French of an editor has verdicts too, as long as it is
    // open.
    await tab.page.waitForSelector('.in-place, .begin', { state: 'detached' });
    await tab.page.waitForSelector('#p3 .target .term[data-verdict="preferred"] >> text=chip');
    expect([await text('#p4 .target'), await tab.page.locator('.source .term[data-verdict]').count()]).toEqual([
      'Not translated yet.',
      2,
    ]);
    expect(await readFile(path.join(tab.root, 'content/essai/en.po'), 'utf8')).toContain('A chip and a token.');
  });
});

describe('what a page says', () => {
  const tab = useTab({
    files: {
      ...ONE_OF_EACH,
      'content/essai/en.po': `${ONE_OF_EACH['content/essai/en.po']}
# waive: token 05f43aa6f19b - said before
# conflict: Nothing yet.
msgid "Rien encore."
msgstr "Nothing so far."
`,
    },
    context: { javaScriptEnabled: false },
  });

  test('is said for people: no line of a file, no stamp, no word of a catalogue', async () => {
    const ofFiles =
      /# ?(?:waive|conflict|terms|origin|note|repaired)|\b(?:waive|waiver|msgid|msgstr|fuzzy)\b|\b[0-9a-f]{12}\b|\[p\d+/gi;
    const said: string[] = [];
    for (const address of [
      'articles/essai',
      ...everyNth([3, 4, 6, 7, 9], 2).map((n) => `articles/essai/units/p${n}`),
    ]) {
      await tab.page.goto(tab.site.url + address);
      const found = (await tab.page.innerText('main')).match(ofFiles) ?? [];
      said.push(...found.map((one) => `${address}: ${one}`));
    }
    expect(said).toEqual([]);
  });
});
