import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { IS_SLOW_SET } from '../rounds.ts';
import { SMALL, start } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { untilReady, useTab } from './tab.ts';

const tab = useTab({ files: SMALL, address: 'articles/essai' });

const file = (name: string) => readFile(path.join(tab.root, name), 'utf8');
const openP2 = async () => {
  await tab.page.click('#p2 .edit');
  await tab.page.waitForSelector('#p2 .in-place .english');
};
const inFrench = (verdict: string) => tab.page.waitForSelector(`#p2 .source .term[data-verdict="${verdict}"]`);

describe('a paragraph, where it stands', () => {
  test('its verdicts follow each key, a repair is offered, signs that nobody sees are seen, and Escape leaves it as it was', async () => {
    await openP2();
    await tab.page.fill('#p2 .english', 'Three.');
    await inFrench('missing');
    await tab.page.fill('#p2 .english', 'Chips, three of them.');
    await inFrench('deprecated');
    await tab.page.waitForSelector('#p2 .proof .term[data-verdict="deprecated"] >> text=Chips');
    await tab.page.click('text=Chips → Tokens');
    await expect.poll(() => tab.page.inputValue('#p2 .english')).toBe('Tokens, three of them.');
    await inFrench('preferred');
    await tab.page.fill('#p2 .english', 'Three \u202etokens\u200b.');
    await expect
      .poll(() => tab.page.$$eval('#p2 .proof .hidden-sign', (list) => list.map((one) => one.textContent)))
      .toEqual(['[U+202E]', '[U+200B]']);
    await tab.page.fill('#p2 .english', 'Half a thought');
    await tab.page.keyboard.press('Escape');
    await tab.page.waitForSelector('.in-place', { state: 'detached' });
    await openP2();
    expect(await tab.page.inputValue('#p2 .english')).toBe('Half a thought');
  });

  test('it is saved without leaving, and the save is undone', async () => {
    await openP2();
    await tab.page.fill('#p2 .english', 'Three tokens, no more.');
    await tab.page.click('#p2 >> text=Save');
    await tab.page.waitForSelector('#p2 .target >> text=no more');
    await tab.page.waitForSelector('.saved >> text=Saved: paragraph 2 of “');
    await tab.page.click('.saved >> text=Undo');
    await tab.page.waitForSelector('.saved >> text=undone: paragraph 2');
    expect(await file('content/essai/en.po')).toBe(SMALL['content/essai/en.po']);
  });

  test.runIf(IS_SLOW_SET)('a button that is pressed twice saves once, and leaves the page where it is', async () => {
    const sent: string[] = [];
    tab.page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    await tab.page.evaluate("document.body.dataset.mark = 'the same page'");
    await openP2();
    await tab.page.fill('#p2 .english', 'Three tokens, once.');
    await tab.page.check('#p2 [name="state"][value="draft"]');
    await tab.page.dblclick('#p2 .actions button[value="save"]');
    await tab.page.waitForSelector('#p2 .approve button');
    await tab.page.dblclick('#p2 .approve button');
    await tab.page.waitForSelector('#p2 .approve', { state: 'detached' });
    const address = '/articles/essai/units/p2';
    expect([
      sent,
      await tab.page.locator('.in-place').count(),
      await tab.page.getAttribute('body', 'data-mark'),
    ]).toEqual([[address, address], 0, 'the same page']);
  });

  test('a save of somebody else meanwhile leaves the field alone; the conflict has the focus, and both changes are merged', async () => {
    await openP2();
    await tab.page.fill('#p2 .english', 'Three tokens, mine.');
    await writeFile(
      path.join(tab.root, 'content/essai/en.po'),
      SMALL['content/essai/en.po'].replace('Three tokens.', 'Just three tokens.').replace('A chip.', 'Just a chip.'),
    );
    await tab.site.library.reload();
    await tab.page.waitForSelector('#p3 .target >> text=Just a chip.');
    expect(await tab.page.inputValue('#p2 .english')).toBe('Three tokens, mine.');
    await tab.page.click('#p2 >> text=Save');
    await tab.page.waitForSelector('#p2 .conflict:focus');
    expect([
      await tab.page.isVisible('#p2 .conflict h2'),
      await tab.page.getAttribute('[data-choice=yours]', 'value'),
      await tab.page.getAttribute('[data-choice=theirs]', 'value'),
      await tab.page.inputValue('#p2 .english'),
    ]).toEqual([true, 'Three tokens, mine.', 'Just three tokens.', 'Just three tokens, mine.']);
    // The field is beside what is said of it, wherever there are two columns.
    for (const width of [768, 1280]) {
      await tab.page.setViewportSize({ width, height: 720 });
      const [told, field] = await Promise.all(
        ['.conflict', '.english'].map((part) => tab.page.locator(`#p2 ${part}`).boundingBox()),
      );
      expect([(field?.x ?? 0) > (told?.x ?? 0) + (told?.width ?? 0), (field?.y ?? 999) - (told?.y ?? 0) < 60]).toEqual([
        true,
        true,
      ]);
    }
    await tab.page.click('#p2 >> text=Put yours in the field');
    await tab.page.click('#p2 .editor >> text=Save');
    await tab.page.waitForSelector('#p2 .target >> text=Three tokens, mine.');
  });

  test('what is typed while a save is on its way to a conflict is offered beside it, and outlives a save of theirs', async () => {
    await openP2();
    await tab.page.fill('#p2 .english', 'Four of mine.');
    await writeFile(
      path.join(tab.root, 'content/essai/en.po'),
      SMALL['content/essai/en.po'].replace('Three tokens.', 'Two of theirs.'),
    );
    await tab.site.library.reload();
    await tab.page.route(/\/units\/p2$/, (route) => setTimeout(() => route.continue(), 500));
    await tab.page.keyboard.press('End');
    await tab.page.keyboard.press('Control+Enter');
    for (const key of [' ', 'O', 'n', '.']) await tab.page.keyboard.press(key);
    await tab.page.waitForSelector('#p2 .conflict:focus');
    const offered = await tab.page.textContent('#p2 .kept');
    await tab.page.focus('#p2 .english');
    await tab.page.keyboard.press('Control+Enter');
    await tab.page.waitForSelector('.in-place', { state: 'detached' });
    await openP2();
    await tab.page.click('#p2 .kept >> text=Put it in the field');
    expect([offered?.trim(), await tab.page.inputValue('#p2 .english')]).toEqual([
      'Before this you had typed: “Four of mine. On.” Put it in the field',
      'Four of mine. On.',
    ]);
  });

  test('without a server nothing is lost', async () => {
    await openP2();
    await tab.page.fill('#p2 .english', 'Typed in vain?');
    await tab.site.close();
    await tab.page.click('#p2 >> text=Save');
    await tab.page.waitForSelector('#p2 >> text=The server does not answer');
    tab.site = await start(tab.root, undefined, Number(new URL(tab.page.url()).port));
    await tab.page.click('#p2 >> text=Save');
    await tab.page.waitForSelector('#p2 .target >> text=Typed in vain?');
  });

  test('a term is accepted as it is with a reason, which is asked for', async () => {
    await writeFile(
      path.join(tab.root, 'content/essai/en.po'),
      SMALL['content/essai/en.po'].replace('Three tokens.', 'Three of them.'),
    );
    await inFrench('missing');
    await openP2();
    await tab.page.click('#p2 .waive summary');
    await tab.page.click('#p2 .waive button');
    await tab.page.waitForSelector('#p2 >> text=Write why “token” may stay');
    await tab.page.fill('#p2 .waive input', 'said in the sentence before');
    await tab.page.click('#p2 .waive button');
    await inFrench('waived');
    expect(await file('content/essai/en.po')).toMatch(/^# waive: token [0-9a-f]{12} - said in the sentence before$/m);
  });

  test.runIf(IS_SLOW_SET)('a number is accepted as it is, with a reason, and the article tells it', async () => {
    await openP2();
    await tab.page.fill('#p2 .english', 'Four tokens.');
    await tab.page.waitForSelector('#p2 .verdicts >> text=does not answer');
    await tab.page.click('#p2 >> text=Save');
    await tab.page.waitForSelector('.in-place', { state: 'detached' });
    await tab.page.waitForSelector('#p2 .finding');
    await openP2();
    await tab.page.click('#p2 .waive summary');
    await tab.page.fill('#p2 .waive input', 'one was counted twice');
    await tab.page.click('#p2 .waive button');
    await tab.page.waitForSelector('#p2 .accepted >> text=Accepted by a person: one was counted twice.');
    expect([
      await tab.page.locator('#p2 .finding').count(),
      /^# waive: number-changed [0-9a-f]{12} - one was counted twice$/m.test(await file('content/essai/en.po')),
    ]).toEqual([0, true]);
  });
});

describe('what waits for a person is approved with one press', () => {
  const write = async (catalogue: string) => {
    await writeFile(path.join(tab.root, 'content/essai/en.po'), catalogue);
    await tab.site.library.reload();
    await tab.page.reload();
  };

  test('a draft and a paragraph that is stale, but not what somebody changed meanwhile', async () => {
    const origin = '# origin: deepl en-US glossary 000000 2026-11-23 13 characters\n#, fuzzy\n';
    await write(
      SMALL['content/essai/en.po']
        .replace('msgid "Trois', `${origin}msgid "Trois`)
        .replace('msgid "Une', '#, fuzzy\nmsgid "Une'),
    );
    await tab.page.evaluate('document.querySelector("#p3 .approve [name=version]").value = "000000000000"');
    await tab.page.click('#p3 >> text=Approve it as it is');
    await tab.page.waitForSelector('#p3 .in-place .english');
    const unapproved = await file('content/essai/en.po');
    await tab.page.click('#p2 >> text=Approve it as it is');
    await tab.page.waitForSelector('#p2 .draft', { state: 'detached' });
    const approved = await file('content/essai/en.po');
    expect([unapproved.match(/fuzzy/g)?.length, approved.match(/fuzzy/g)?.length]).toEqual([2, 1]);
    expect(approved).toMatch(/^# origin: deepl .*\n# terms: token [0-9a-f]{6}\nmsgid "Trois/m);

    await write(SMALL['content/essai/en.po'].replace('Three tokens', 'Three'));
    await tab.page.waitForSelector('#p2 .stale');
    await tab.page.click('#p2 >> text=It still holds');
    await tab.page.waitForSelector('#p2 .stale', { state: 'detached' });
  });
});

describe('a term, over the article', () => {
  test('e on a term opens its entry, which says what is wrong, shows what it would touch, and saves it', async () => {
    await tab.page.focus('#p2 .source .term');
    await tab.page.keyboard.press('e');
    const id = await tab.page.inputValue('.term-dialog [name="id"]');
    await tab.page.fill('.term-dialog [name="id"]', 'Not An Id');
    await tab.page.click('.term-dialog >> text=Save');
    await tab.page.waitForSelector('.term-dialog #id-wrong');
    const unsaved = await file('glossary/ai.yaml');
    await tab.page.fill('.term-dialog [name="id"]', id);
    await tab.page.fill('.term-dialog [name="en.0.term"]', 'lexeme');
    await tab.page.waitForSelector('.term-dialog #impact >> text=jetons');
    await tab.page.waitForSelector('.term-dialog .summary-line >> text=1 reviewed paragraph becomes stale');
    await tab.page.click('.term-dialog >> text=Save');
    await inFrench('missing');
    await tab.page.waitForSelector('#p2 .stale');
    await tab.page.waitForSelector('.saved >> text=entry “jeton');
    expect([unsaved, await file('glossary/ai.yaml')]).toEqual([
      SMALL['glossary/ai.yaml'],
      SMALL['glossary/ai.yaml'].replace('en: token', 'id: token\n  en: lexeme'),
    ]);
  });

  // In the quick set entry.test.ts selects them.
  test.runIf(IS_SLOW_SET)('selected French words become an entry', async () => {
    await tab.page.evaluate(`{
      const text = document.querySelector('#p2 .source .segment').firstChild;
      getSelection().setBaseAndExtent(text, 0, text, 5);
    }`);
    await tab.page.click('.offer-term');
    await tab.page.waitForSelector('.term-dialog');
    expect(await tab.page.inputValue('.term-dialog [name="fr.0.term"]')).toBe('Trois');
    await tab.page.fill('.term-dialog [name="en.0.term"]', 'three');
    await tab.page.click('.term-dialog .actions >> text=Add');
    await tab.page.waitForSelector('#p2 .source .term[data-concept="three"]');
  });

  test('what was typed into an entry is offered after the tab was closed', async () => {
    await tab.page.goto(`${tab.site.url}glossary/token#edit`);
    await untilReady(tab.page);
    await tab.page.fill('[name="note"]', 'Half a note');
    await tab.page.close();
    tab.page = await tab.context.newPage();
    await tab.page.goto(`${tab.site.url}glossary/token#edit`);
    await untilReady(tab.page);
    await tab.page.click('text=Take it up again');
    await expect.poll(() => tab.page.inputValue('[name="note"]')).toBe('Half a note');
  });

  test.runIf(IS_SLOW_SET)('no page of editing has a barrier that axe finds, or stands out of a window', async () => {
    const found: string[] = [];
    for (const address of ['glossary/token#edit', 'add-term', 'articles/essai', 'changes']) {
      await tab.page.goto(tab.site.url + address);
      if (address === 'articles/essai') await openP2();
      for (const width of [320, 640, 1920, 1280]) {
        await tab.page.setViewportSize({ width, height: 700 });
        const over = await tab.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        if (over > 0) found.push(`${address} stands out of ${width} by ${over}`);
      }
      for (const barrier of await barriersOf(tab.page)) found.push(`${address} ${barrier}`);
    }
    expect(found).toEqual([]);
  });

  test.runIf(IS_SLOW_SET)('neither has the dialog of a term, nor the notice of a save', async () => {
    await tab.page.focus('#p2 .source .term');
    await tab.page.keyboard.press('e');
    await tab.page.waitForSelector('.term-dialog');
    const inDialog = await barriersOf(tab.page);
    await tab.page.fill('.term-dialog [name="note"]', 'x');
    await tab.page.click('.term-dialog >> text=Save');
    await tab.page.waitForSelector('.saved');
    expect([inDialog, await barriersOf(tab.page)]).toEqual([[], []]);
  });
});
