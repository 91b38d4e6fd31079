import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createParsedFiles } from '../../src/files/kept/parsed-files.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { makeRoot, SMALL } from '../site.ts';
import { entries, SCRIPT, textThreads } from './text-threads.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const { open, scriptThat } = textThreads(ends);
/** Long enough for a thread to start on a machine that has other work. Milliseconds. */
const LIMIT = 6000;

test('takes its time to start takes none from the text', async () => {
  const { root, remove } = await makeRoot({
    'late.mjs': `await new Promise((resolve) => setTimeout(resolve, 16_000));\nawait import(${JSON.stringify(SCRIPT)});\n`,
  });
  ends.push(remove);
  const thread = open(path.join(root, 'late.mjs'), 15_000);
  expect((await thread.readGlossary(entries(330), 'a.yaml')).concepts.length).toBe(330);
});

test('is at a text for too long is ended, and another reads the one that waits', async () => {
  const script = await scriptThat(`if (text.startsWith('# spin')) for (;;);`);
  const thread = open(script, LIMIT);
  const slow = thread.readGlossary(`# spin\n${entries(330)}`, 'a.yaml');
  const next = thread.readGlossary(entries(330), 'b.yaml');
  await expect(slow).rejects.toThrow('takes more than 6 seconds to read; split it, or write it more plainly');
  expect((await next).concepts.length).toBe(330);
});

describe('a file that takes too long', () => {
  async function setUp() {
    const { root, remove } = await makeRoot({ ...SMALL, 'glossary/large.yaml': entries(330) });
    ends.push(remove);
    const spins = path.join(root, 'spins');
    const line = `if (text.startsWith('# spin')) { appendFileSync(${JSON.stringify(spins)}, '.'); for (;;); }`;
    const pacer = createPacer();
    const thread = open(await scriptThat(line), LIMIT);
    const library = await openLibrary(root, { watch: false, pacer, parsed: createParsedFiles(thread, pacer) });
    ends.push(() => library.close());
    const write = (text: string) => writeFile(path.join(root, 'glossary/large.yaml'), text);
    return { library, spins, write };
  }

  test('keeps its last good version in use, and is named', async () => {
    const { library, write } = await setUp();
    await write(`# spin\n${entries(340)}`);
    await library.reload();
    const { problems, glossary } = library.current();
    expect([glossary.concepts.length, problems[0]?.file, problems[0]?.message]).toEqual([
      332,
      'glossary/large.yaml',
      'takes more than 6 seconds to read; split it, or write it more plainly (until then its last good version is in use)',
    ]);
  });

  test('is tried once, and again when its text is another', async () => {
    const { library, spins, write } = await setUp();
    await write(`# spin\n${entries(340)}`);
    await library.reload();
    await library.reload();
    const once = readFileSync(spins).length;
    await write(entries(340));
    await library.reload();
    expect([once, library.current().glossary.concepts.length]).toEqual([1, 342]);
  });
});
