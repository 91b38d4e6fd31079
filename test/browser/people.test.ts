import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PASSWORD, usersText } from '../people.ts';
import { SMALL, start } from '../site.ts';
import { useTab } from './tab.ts';

const PO = SMALL['content/essai/en.po'].replace('msgid "Trois', '#, fuzzy\nmsgid "Trois');
const tab = useTab({ files: { ...SMALL, 'content/essai/en.po': PO }, isProfileNew: true });

test('a translator signs in with a name, sees no way to approve, and saves a draft under it', async () => {
  const users = path.join(tab.root, 'people.txt');
  await writeFile(users, usersText({ Ben: 'translator' }), { mode: 0o600 });
  await tab.site.close();
  tab.site = await start(tab.root, undefined, Number(new URL(tab.site.url).port), { users });
  const { page } = tab;
  await page.goto(`${tab.site.url}articles/essai`);
  await page.click('text=Sign in');
  await page.fill('#name', 'Ben');
  await page.fill('#password', PASSWORD);
  await page.click('main button');
  await page.waitForSelector('#p2 .edit');
  const approvals = await page.locator('.approve').count();
  await page.press('#p2 .edit', 'Enter');
  await page.fill('.english', 'Three tokens, there.');
  const states = await page.locator('[name="state"]').count();
  await page.click('.actions button[value="save"]');
  await page.waitForSelector('#p2 .draft:has-text("by Ben")');
  expect([approvals, states]).toEqual([0, 0]);
});
