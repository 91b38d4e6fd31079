import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
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
  const measure = async (what: string) => {
    const [billed, asked] = [fake.billed, fake.requests.length];
    fake.sent.length = 0;
    await runBuilt(['translate', 'tram'], { root, env: { DEEPL_AUTH_KEY: fake.key, DEEPL_SERVER_URL: fake.url } });
    figures[what] = fake.billed - billed;
    const requests = fake.requests.length - asked;
    console.log(
      `  ${what.padEnd(40)} ${String(figures[what]).padStart(6)} characters, ${String(fake.sent.length).padStart(2)} paragraphs, ${String(requests).padStart(2)} requests`,
    );
  };
  await measure('first run');
  await measure('second run');
  await edit('glossary/ai.yaml', 'en: token', 'en: lexeme');
  await measure('after one term changed (jeton)');
  await edit('content/tram/fr.md', 'Le système se trompe.', 'Le système se trompe parfois.');
  await measure('after one paragraph changed');
  expect(figures['second run']).toBe(0);
  await fake.close();
  await remove();
});
