import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSpending } from '../../src/files/spending/spending.ts';
import { runBuilt } from '../cli/program.ts';
import { startFakeDeepL } from '../engines/fake-deepl.ts';
import { HOME, makeRoot } from '../site.ts';

/** What an article costs at DeepL, against a fake one that bills as DeepL does. */
test('characters billed, and requests', async () => {
  const fake = await startFakeDeepL();
  const { root, remove } = await makeRoot({
    'glossary/ai.yaml': await readFile(path.join(HOME, 'glossary/ai.yaml'), 'utf8'),
    'content/tram/fr.md': await readFile(path.join(HOME, 'test/engines/tram.md'), 'utf8'),
  });
  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(path.join(root, file), 'utf8');
    await writeFile(path.join(root, file), text.replace(from, to));
  };
  const figures: Record<string, number> = {};
  const env = { DEEPL_AUTH_KEY: fake.key, DEEPL_SERVER_URL: fake.url };
  const spent = async () => (await createSpending(root, { now: Date.now }).look()).months[0]?.characters ?? 0;
  const measure = async (what: string, settings: Record<string, string> = {}) => {
    const [billed, asked, noted] = [fake.billed, fake.requests.length, await spent()];
    fake.sent.length = 0;
    const args = ['translate', 'tram', ...(settings['all'] === undefined ? [] : ['--all'])];
    const { code, err } = await runBuilt(args, { root, env: { ...env, ...settings } });
    expect(code === 2 ? err : '', what).toBe('');
    figures[what] = fake.billed - billed;
    const requests = fake.requests.length - asked;
    console.log(
      `  ${what.padEnd(44)} ${String(figures[what]).padStart(6)} characters, ${String(fake.sent.length).padStart(2)} paragraphs, ${String(requests).padStart(2)} requests`,
    );
    expect((await spent()) - noted, `${what}: the ledger of spending and the bill`).toBe(figures[what]);
  };
  await measure('first run');
  await measure('second run');
  // A term that the engine is told: one with other senses (unless) is not, and its paragraphs would be due again.
  await edit('glossary/ai.yaml', 'en: algorithm\n', 'en: procedure\n');
  await measure('one term changed (algorithme)');
  await edit('glossary/ai.yaml', 'en: procedure\n', 'en: [procedure, recipe]\n');
  await measure('one synonym added');
  await edit('glossary/ai.yaml', 'en: [procedure, recipe]\n', 'en: [procedure, recipe]\n  not: [crisp]\n');
  await measure('one word ruled out that no draft uses');
  await edit('content/tram/fr.md', 'Le système se trompe.', 'Le système se trompe parfois.');
  await measure('one paragraph changed');
  const most = (figures['first run'] ?? 0) + 100;
  // An answer with a text too few: paid, of no use, and asked for again one by one.
  fake.fail('/v2/translate', 'one too few');
  await measure(`cap of ${most} reached in the middle`, { all: 'yes', VISAVIS_MOST_CHARACTERS: String(most) });
  await measure('the same cap, and all of it of use', { all: 'yes', VISAVIS_MOST_CHARACTERS: String(most) });
  console.log(`  in all ${fake.billed} characters billed, ${await spent()} in the ledger of spending`);
  const free = ['second run', 'one synonym added', 'one word ruled out that no draft uses'];
  expect([free.map((what) => figures[what]), await spent()]).toEqual([[0, 0, 0], fake.billed]);
  expect(figures[`cap of ${most} reached in the middle`]).toBeLessThanOrEqual(most);
  await fake.close();
  await remove();
});
