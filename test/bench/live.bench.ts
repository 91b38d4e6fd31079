import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { HOME, makeRoot, start } from '../site.ts';
import { createChance, makeTerms } from './workload.ts';

/** From the save of a glossary file in another program to the new verdicts on an open page. */
test('save to page', { timeout: 300_000 }, async () => {
  const browser = await chromium.connect(inject('browserWs'));
  for (const [what, table, target] of [
    ['shipped glossary', null, '≤ 200'],
    ['10⁵ entries in a table beside it', tableOf(100_000), '≤ 1000'],
  ] as const) {
    const { root, remove } = await makeRoot({
      ...(await shipped()),
      ...(table === null ? {} : { 'glossary/big.csv': table }),
    });
    const site = await start(root);
    const page = await browser.newPage();
    await page.goto(`${site.url}articles/deepseek-r2`);
    const times = await saveTimes(page, path.join(root, 'glossary/ai.yaml'), 21);
    expect(times.length).toBe(21);
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
    console.log(`  ${what.padEnd(36)} middle ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms   target ${target}`);
    await page.close();
    await site.close();
    await remove();
  }
  await browser.close();
});

function tableOf(count: number): string {
  return makeTerms(count, createChance(count))
    .map((term, i) => `zz${term},zz term ${i}`)
    .join('\n');
}

async function shipped(): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const folder of ['glossary', 'content/deepseek-r2'])
    for (const name of await readdir(path.join(HOME, folder)))
      files[`${folder}/${name}`] = await readFile(path.join(HOME, folder, name), 'utf8');
  return files;
}

/** Milliseconds from each save to the page; every other save rules “tokens” in, the ones between rule it out. */
async function saveTimes(page: Page, file: string, count: number): Promise<number[]> {
  const text = await readFile(file, 'utf8');
  const changed = text.replace('\n  en: token\n', '\n  en: lexeme\n');
  if (changed === text) throw new Error('the entry of jeton is not where it was');
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const out = i % 2 === 0;
    // The page itself notes the moment, so that no round trip of the test is counted.
    const wanted = `#p35 .source .term[data-concept="${out ? 'lexeme' : 'token'}"]`;
    const seen = page.evaluate<number>(`new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector(${JSON.stringify(wanted)}) === null) return;
        observer.disconnect();
        resolve(Date.now());
      });
      observer.observe(document.getElementById('edition'), { subtree: true, childList: true });
    })`);
    await page.waitForTimeout(20);
    const started = Date.now();
    await writeFile(file, out ? changed : text);
    times.push((await seen) - started);
    await page.waitForTimeout(300);
  }
  return times;
}
