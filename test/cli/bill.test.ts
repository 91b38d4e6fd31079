import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDeepL, startFakeDeepL } from '../engines/fake-deepl.ts';
import { everyNth, IS_SLOW_SET } from '../rounds.ts';
import { makeRoot, NO_ENGINES, start, until } from '../site.ts';
import { run, runBuilt } from './program.ts';

const GLOSSARY = '- fr: jeton\n  en: token\n  not: [chip]\n- fr: puce\n  en: chip\n';
const FRENCH = ['Le jeton coûte.', 'La puce chauffe.', 'Rien ne change ici.'];
const article = (paragraphs: readonly string[]) => `---\ntitle: Essai\n---\n\n${paragraphs.join('\n\n')}\n`;
const lengthOf = (texts: readonly string[]) => texts.join('').length;
const ALL = lengthOf(['Essai', ...FRENCH]);

let fake: FakeDeepL;
let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  fake = await startFakeDeepL();
  ({ root, remove } = await makeRoot({ 'glossary/g.yaml': GLOSSARY, 'content/a/fr.md': article(FRENCH) }));
});
afterEach(async () => {
  await fake.close();
  await remove();
});

const env = (more: Record<string, string> = {}) => ({ DEEPL_AUTH_KEY: fake.key, DEEPL_SERVER_URL: fake.url, ...more });
const translate = (args: readonly string[] = [], more = {}) =>
  run(['translate', 'a', ...args], { root, env: env(more) });
const at = (file: string) => path.join(root, file);
const catalogue = () => readFile(at('content/a/en.po'), 'utf8');
const glossary = (text: string) => writeFile(at('glossary/g.yaml'), text);
const sentSince = () => fake.sent.splice(0);
const translations = () => fake.requests.filter((one) => one.includes('/v2/translate')).length;
const spent = async () => {
  const { months } = await import('../../src/files/spending/spending.ts').then(({ createSpending }) =>
    createSpending(root, { now: Date.now }).look(),
  );
  return months.reduce((sum, { characters }) => sum + characters, 0);
};

describe('after a change of the glossary nothing is bought that a draft has already', () => {
  test.each([
    ['a synonym more', GLOSSARY.replace('en: token', 'en: [token, tag]')],
    ['a word ruled out that no draft uses', GLOSSARY.replace('[chip]', '[chip, crisp]')],
    ['a definition', GLOSSARY.replace('not:', 'definition: A word or a part of one.\n  not:')],
    ['an entry for a word that came out as it asks', `${GLOSSARY}- fr: coûter\n  en: coûte\n`],
    ['an entry less', GLOSSARY.replace(/- fr: puce[\s\S]*/, '')],
    [
      'another order',
      GLOSSARY.split(/^(?=- )/m)
        .reverse()
        .join(''),
    ],
  ])('%s', async (_what, text) => {
    await translate();
    sentSince();
    await glossary(text);
    const { code, err } = await translate();
    expect([sentSince(), code, err]).toEqual([[], 0, 'a: nothing to translate.\n']);
  });

  test('a word ruled out that a draft uses is repaired for nothing', async () => {
    await translate();
    sentSince();
    await glossary(GLOSSARY.replace('en: token\n  not: [chip]', 'en: lexeme\n  not: [token]'));
    const { err } = await translate();
    const po = await catalogue();
    expect([
      sentSince(),
      err.includes('1 kept from before at no cost'),
      po.includes('# repaired: token → lexeme'),
    ]).toEqual([[], true, true]);
    expect(po).toMatch(/# origin: deepl en-US glossary [0-9a-f]{6} \d{4}-\d\d-\d\d 15 characters\n# repaired/);
    expect((await translate()).err).toBe('a: nothing to translate.\n');
  });

  test.each([
    ['another preferred term', GLOSSARY.replace('en: token', 'en: lexeme'), ['Le jeton coûte.']],
    ['an entry that a draft does not keep', `${GLOSSARY}- fr: rien\n  en: nothing\n`, ['Rien ne change ici.']],
  ])('only what is wrong then is sent: %s', async (_what, text, sent) => {
    await translate();
    sentSince();
    await glossary(text);
    await translate();
    expect(sentSince()).toEqual(sent);
  });

  test('what was wrong before, by an entry that says the same, is not bought again', async () => {
    fake.obeys = false;
    await translate();
    sentSince();
    await glossary(GLOSSARY.replace('fr: puce\n  en: chip', 'fr: puce\n  en: [chip, semiconductor]'));
    await translate();
    await glossary(`${GLOSSARY}- fr: coûter\n  en: coûte\n`);
    await translate();
    expect(sentSince()).toEqual(['La puce chauffe.']);
  });

  test('a change taken back finds what was paid for', async () => {
    await translate();
    await glossary(GLOSSARY.replace('en: token', 'en: lexeme'));
    await translate();
    sentSince();
    await glossary(GLOSSARY);
    await translate();
    expect([sentSince(), (await catalogue()).includes('Le token coûte.')]).toEqual([[], true]);
  });
});

describe('a file that cannot be read, or written, is said before anything is sent', () => {
  const latin = Buffer.from('msgid "Essai"\nmsgstr "Ess\xe9"\n', 'latin1');
  const damages: [string, () => Promise<unknown>][] = [
    ['a catalogue of another encoding', () => writeFile(at('content/a/en.po'), latin)],
    ['a catalogue in UTF-16', () => writeFile(at('content/a/en.po'), Buffer.from('\ufeffmsgid "a"\n', 'utf16le'))],
    ['a catalogue with a NUL', () => writeFile(at('content/a/en.po'), 'msgid "a"\nmsgstr "\0"\n')],
    ['a quotation mark left open', () => writeFile(at('content/a/en.po'), 'msgid "Essai"\nmsgstr "Try\n')],
    ['a message without its English', () => writeFile(at('content/a/en.po'), 'msgid "Essai"\n')],
    ['a catalogue that is a folder', () => mkdir(at('content/a/en.po'))],
    ['a catalogue behind a link', () => symlink(at('glossary/g.yaml'), at('content/a/en.po'))],
    [
      'a catalogue only for reading',
      async () => {
        await writeFile(at('content/a/en.po'), 'msgid "Autre"\nmsgstr "Other"\n');
        await chmod(at('content/a/en.po'), 0o444);
      },
    ],
    ['a glossary that is no YAML', () => glossary('- fr: [jeton\n  en: token\n')],
    ['a glossary of another encoding', () => writeFile(at('glossary/g.yaml'), Buffer.from('- fr: \xe9\n', 'latin1'))],
  ];
  test.each(everyNth(damages, 4))('%s', async (_what, damage) => {
    await damage();
    const dry = await translate(['--dry-run']);
    const { code, err } = await translate();
    expect([dry.code, code, fake.requests, err.includes('Nothing was sent')]).toEqual([2, 2, [], true]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['one entry that is none', () => glossary(`${GLOSSARY}- fr: x\n  colour: red\n`)],
    ['another article', () => mkdir(at('content/b')).then(() => writeFile(at('content/b/en.po'), latin))],
    ['a waiver that is none', () => writeFile(at('content/a/en.po'), '# waive: hello\nmsgid "Essai"\nmsgstr "Try"\n')],
  ])('but %s keeps nobody from it', async (_what, damage) => {
    await damage();
    await translate();
    expect(translations()).toBeGreaterThan(0);
  });
});

describe('a dry run', () => {
  test('prices without an engine', async () => {
    const { code, out, err } = await run(['translate', 'a', '--dry-run'], { root });
    expect([code, out.split('\n').length - 1]).toEqual([0, 4]);
    expect(err).toMatch(new RegExp(`^a: 4 paragraphs, ${ALL} characters, 2 entries apply\\.\nNo engine is set up`));
  });

  test.each([
    ['with an engine', () => env()],
    ['without one', () => ({})],
  ])('says the limit that would stop the run: %s', async (_what, settings) => {
    const { code, err } = await run(['translate', 'a', '--dry-run'], {
      root,
      env: { ...settings(), VISAVIS_MOST_CHARACTERS: '50' },
    });
    expect([code, err.includes('VISAVIS_MOST_CHARACTERS allows 50 characters a run')]).toEqual([0, true]);
  });

  test('with a key that is refused is wrong use', async () => {
    const { code, err } = await translate(['--dry-run'], { DEEPL_AUTH_KEY: 'wrong' });
    expect([code, err.includes('DeepL refuses the key')]).toEqual([2, true]);
  });
});

test('a run with a key that is refused is wrong use, and nothing counts as spent', async () => {
  const { code, err } = await translate([], { DEEPL_AUTH_KEY: 'wrong' });
  expect([code, err.includes('DeepL refuses the key'), await spent()]).toEqual([2, true, 0]);
});

describe('one text is billed once', () => {
  test('three times in one article', async () => {
    const again = ['Le jeton coûte.', 'Autre chose.', 'Le jeton coûte.', 'Le jeton coûte.'];
    await writeFile(at('content/a/fr.md'), article(again));
    const { err } = await translate();
    const po = await catalogue();
    expect([fake.billed, err.includes('2 with the same French as another')]).toEqual([
      lengthOf(['Essai', ...again.slice(0, 2)]),
      true,
    ]);
    expect([po.match(/msgstr "Le token coûte\."/g)?.length, await spent()]).toEqual([3, fake.billed]);
  });

  test('by two commands at once, of which the second waits', async () => {
    let answer = () => {};
    fake.held = new Promise((resolve) => {
      answer = resolve;
    });
    const first = runBuilt(['translate', 'a'], { root, env: env() });
    await until(() => translations() > 0);
    const onErr = (text: string) => text.includes('Another run of this article is under way') && answer();
    const both = await Promise.all([first, runBuilt(['translate', 'a'], { root, env: env(), onErr })]);
    expect([fake.billed, both.map(({ code }) => code)]).toEqual([ALL, [0, 0]]);
  });

  test.runIf(IS_SLOW_SET)('by a server and a command at once', async () => {
    fake.pause = 1000;
    const site = await start(root, { ...NO_ENGINES, deepl: { key: fake.key, serverUrl: fake.url } });
    const post = fetch(`${site.url}api/articles/a/translate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    await Promise.all([post, runBuilt(['translate', 'a'], { root, env: env() })]);
    const state = async () =>
      ((await (await fetch(`${site.url}api/articles/a/translate`)).json()) as { state: string }).state;
    await until(async () => (await state()) !== 'running', 15_000);
    await site.close();
    expect([fake.billed, (await catalogue()).match(/^# origin: deepl/gm)?.length]).toEqual([ALL, 4]);
  });

  test.runIf(IS_SLOW_SET)('in two articles at once', async () => {
    await mkdir(at('content/b'));
    await writeFile(at('content/b/fr.md'), article(FRENCH));
    await Promise.all(['a', 'b'].map((slug) => runBuilt(['translate', slug], { root, env: env() })));
    const other = await readFile(at('content/b/en.po'), 'utf8');
    expect([fake.billed, other.match(/^# origin: deepl/gm)?.length]).toEqual([ALL, 4]);
  });

  test('though its catalogue was broken before it could be saved', async () => {
    fake.pause = 500;
    const running = translate();
    await until(() => translations() > 0);
    await writeFile(at('content/a/en.po'), 'msgid "Essai\n');
    const { code } = await running;
    await writeFile(at('content/a/en.po'), '');
    await translate();
    expect([code, fake.billed, (await catalogue()).match(/^# origin: deepl/gm)?.length]).toEqual([2, ALL, 4]);
  });
});

describe('answers of no use', () => {
  test('count as what they cost, and the limit of the run holds for them', async () => {
    const most = ALL + 20;
    fake.fail('/v2/translate', 'one too few');
    const { code } = await translate([], { VISAVIS_MOST_CHARACTERS: String(most) });
    expect([code, fake.billed <= most, await spent()]).toEqual([1, true, fake.billed]);
  });

  test('are said in the sum', async () => {
    fake.fail('/v2/translate', 'one too few');
    const { err } = await translate();
    expect([err.includes(`${fake.billed} characters billed`), await spent()]).toEqual([true, fake.billed]);
  });
});

describe('a request that failed for the moment is sent again', () => {
  test.each([
    ['429, which is not billed', { status: 429 }, ALL, 0, 0],
    ['503, which may be billed', { status: 503 }, 2 * ALL, 0, ALL],
    ['503, though the limit leaves no room for it', { status: 503 }, 2 * ALL - 1, 1, ALL],
  ])('%s', async (_what, fault, most, code, unknown) => {
    fake.fail('/v2/translate', fault);
    const done = await translate([], { VISAVIS_MOST_CHARACTERS: String(most) });
    expect([done.code, await spent()]).toEqual([code, fake.billed + unknown]);
  });
});

describe('a glossary that is not in force', () => {
  const foreign = { id: 'f', name: 'theirs', entries: new Map([['jeton', 'chip']]) };
  const lose = () => {
    fake.glossaries.push(foreign);
    fake.places = 1;
  };

  test('is told by the draft, which is due again once it is', async () => {
    lose();
    const { err } = await translate();
    expect([
      err.includes('goes on without'),
      (await catalogue()).match(/^# origin: deepl en-US without glossary/gm)?.length,
    ]).toEqual([true, 4]);
    fake.places = 2;
    sentSince();
    await translate();
    expect([sentSince(), (await translate()).err]).toEqual([
      ['Le jeton coûte.', 'La puce chauffe.'],
      'a: nothing to translate.\n',
    ]);
  });

  test('makes no draft that is bought again while it still is not', async () => {
    lose();
    await translate();
    sentSince();
    const { err } = await translate();
    expect([sentSince(), err.includes('goes on without')]).toEqual([[], true]);
  });

  test('makes no memory for other articles', async () => {
    lose();
    await translate();
    fake.places = 2;
    sentSince();
    await mkdir(at('content/b'));
    await writeFile(at('content/b/fr.md'), article(FRENCH));
    await run(['translate', 'b'], { root, env: env() });
    expect(sentSince()).toEqual(['Essai', ...FRENCH]);
  });

  test('that is lost on the way is put there again, and said', async () => {
    await translate();
    await writeFile(at('content/a/fr.md'), article(['Deux jetons.']));
    fake.fail('/v2/translate', { status: 404, body: '{"message":"Glossary not found"}' });
    const { err } = await translate();
    expect([err.includes('it was put there again'), (await catalogue()).includes('Deux tokens.')]).toEqual([
      true,
      true,
    ]);
  });

  test('that is lost for good is said, and the draft says so', async () => {
    fake.fail('/v2/translate', { status: 404, body: '{"message":"Glossary not found"}' }, { status: 404 });
    const { err } = await translate();
    expect([err.includes('goes on without it'), (await catalogue()).match(/en-US without glossary/g)?.length]).toEqual([
      true,
      4,
    ]);
    expect((await translate(['--dry-run'])).out).toContain('p2: made without the glossary, 15 characters');
  });
});

describe('comparing', () => {
  test('says the price first, and is paid for once', async () => {
    const first = await translate(['--compare']);
    const second = await translate(['--compare']);
    expect([first.err.startsWith(`a: 4 paragraphs for deepl, ${ALL} characters`), fake.billed]).toEqual([true, ALL]);
    expect(second.out.split('\n')[1]).toMatch(/^deepl +4 +2 +0 +0 +0 /);
  });

  test('of what it was paid the run after it makes use', async () => {
    await translate(['--compare']);
    sentSince();
    const { code } = await translate();
    expect([sentSince(), code, await spent()]).toEqual([[], 0, ALL]);
    expect((await catalogue()).match(/^# origin: deepl en-US glossary .* (\d+) characters$/gm)?.length).toBe(4);
  });

  test('with --dry-run prices alone', async () => {
    const { code, out, err } = await translate(['--compare', '--dry-run']);
    expect([code, out, err.includes(`${ALL} characters`), translations()]).toEqual([0, '', true, 0]);
  });

  test('past the limit of a run sends nothing', async () => {
    const { code, err } = await translate(['--compare'], { VISAVIS_MOST_CHARACTERS: '50' });
    expect([code, err.includes('VISAVIS_MOST_CHARACTERS allows 50'), translations()]).toEqual([1, true, 0]);
  });
});
