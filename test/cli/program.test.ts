import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RULE_SENTENCES } from '../../src/core/checks/rule-sentences.ts';
import { RULE_IDS, type RuleId } from '../../src/core/checks/rules.ts';
import { everyNth } from '../rounds.ts';
import { exampleFiles, HOME, makeRoot, SMALL } from '../site.ts';
import { startVictim } from '../torture/server.ts';
import { run, runBuilt } from './program.ts';

/** The first file of the shipped glossary refers to others, and one of them has a name of the article. */
const ALONE = ['--skip', 'unknown-reference,name-lost'];

describe('visavis check', () => {
  test('is clean on the shipped article', async () => {
    const { code, out } = await run(['check']);
    expect([code, out]).toEqual([0, '']);
  });

  test('prints the contract as JSON', async () => {
    const { root, remove } = await makeRoot(await exampleFiles());
    const report = JSON.parse((await run(['check', '--format', 'json', ...ALONE], { root })).out);
    await remove();
    const [article] = report.articles;
    expect([
      Object.keys(report),
      Object.keys(article),
      Object.keys(article.verdicts),
      Object.keys(report.glossary),
      report.summary,
    ]).toEqual([
      ['articles', 'glossary', 'summary'],
      ['slug', 'units', 'translated', 'reviewed', 'verdicts', 'findings'],
      ['preferred', 'admitted', 'deprecated', 'missing', 'waived'],
      ['files', 'concepts', 'problems', 'findings'],
      { errors: 0, warnings: 0 },
    ]);
    expect([article.units, article.translated, article.reviewed]).toEqual([43, 43, 43]);
  });

  test.each([
    ['tokens', 'chips', '“chips” is ruled out for “jetons” (that is puce); write “tokens”'],
    ['chips', 'tokens', '“tokens” is ruled out for “puces”'],
  ])('%s changed to %s is one finding on its line', async (from, to, message) => {
    const catalogue = await readFile(path.join(HOME, 'content/deepseek-r2/en.po'), 'utf8');
    const lines = catalogue.split('\n');
    const at = lines.findIndex((line) => new RegExp(`\\b${from}\\b`).test(line) && !line.startsWith('#'));
    const changed = lines
      .map((line, i) => (i === at ? line.replace(new RegExp(`\\b${from}\\b`), to) : line))
      .join('\n');
    const { root, remove } = await makeRoot({ ...(await exampleFiles()), 'content/deepseek-r2/en.po': changed });
    const { code, out } = await run(['check', ...ALONE], { root });
    await remove();
    expect([
      code,
      out.trim().split('\n').length,
      out.startsWith(`content/deepseek-r2/en.po:${at + 1}:`),
      out.includes(message),
    ]).toEqual([1, 1, true, true]);
  });

  test('counts apart what is translated and what is reviewed', async () => {
    const { root, remove } = await makeRoot({
      ...SMALL,
      'content/essai/fr.md': '---\ntitle: Essai\n---\n\nUn.\n\nDeux.\n\nTrois.\n',
      'content/essai/en.po':
        'msgid "Essai"\nmsgstr "Trial"\n\nmsgid "Un."\nmsgstr "One."\n\n#, fuzzy\nmsgid "Deux."\nmsgstr "Two."\n',
    });
    const { articles } = JSON.parse((await run(['check', '--format', 'json'], { root })).out);
    await remove();
    expect([articles[0].units, articles[0].translated, articles[0].reviewed]).toEqual([4, 3, 2]);
  });

  test.each([
    [2, 172],
    [3, 900],
    [900, 3],
    [5, 1100],
  ])('reads a paragraph of %i sentences beside one of %i', async (source, target) => {
    const many = (count: number, sentence: string) => Array.from({ length: count }, () => sentence).join(' ');
    const [french, english] = [many(source, 'Il pleut sur le port.'), many(target, 'It rains.')];
    const { root, remove } = await makeRoot({
      ...SMALL,
      'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${french}\n\nFin.\n`,
      'content/essai/en.po': `msgid "Essai"\nmsgstr "Trial"\n\nmsgid "${french}"\nmsgstr "${english}"\n`,
    });
    const { articles } = JSON.parse((await run(['check', '--format', 'json'], { root })).out);
    await remove();
    expect([articles[0].units, articles[0].translated]).toEqual([3, 2]);
  });

  test('names the problems of broken files', async () => {
    const { root, remove } = await makeRoot({ ...SMALL, 'glossary/b.yaml': '- fr: a\n  em: b\n' });
    const { code, out } = await run(['check', 'essai'], { root });
    await remove();
    expect([code, out]).toEqual([1, 'glossary/b.yaml:2:7: error glossary-entry: “em” is not a key here; write “en”\n']);
  });
});

describe('visavis check --skip', () => {
  let root: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ root, remove } = await makeRoot({
      ...SMALL,
      'content/essai/en.po': SMALL['content/essai/en.po'].replace('Three tokens.', 'Four coins.'),
      'glossary/old.yaml.doc': '',
    }));
  });
  afterEach(() => remove());

  test.each([
    ['nothing', [], ['file', 'missing-term', 'number-changed'], { errors: 2, warnings: 1 }, 1],
    ['one rule', ['--skip', 'number-changed'], ['file', 'missing-term'], { errors: 1, warnings: 1 }, 1],
    ['a problem of files', ['--skip', 'file'], ['missing-term', 'number-changed'], { errors: 2, warnings: 0 }, 1],
    ['two with a comma', ['--skip', 'number-changed,file'], ['missing-term'], { errors: 1, warnings: 0 }, 1],
    ['all there is', ['--skip', 'number-changed, file', '--skip', 'missing-term'], [], { errors: 0, warnings: 0 }, 0],
  ])('leaves out %s, of lines, counts and exit code', async (_what, args, rules, summary, exit) => {
    const [text, json] = [
      await run(['check', ...args], { root }),
      await run(['check', '--format', 'json', ...args], { root }),
    ];
    const told = text.out.split('\n').flatMap((line) => /: (?:error|warning) (\S+):/.exec(line)?.[1] ?? []);
    expect([text.code, json.code, told, JSON.parse(json.out).summary]).toEqual([exit, exit, rules, summary]);
  });

  test('leaves remarks about the glossary out too', async () => {
    const { out } = await run(['check', '--format', 'json', '--skip', 'no-definition'], { root });
    expect(JSON.parse(out).glossary.findings).toEqual([]);
  });
});

describe('visavis check --rules', () => {
  test('prints every rule as text, a name at the start of a line', async () => {
    const { code, out } = await run(['check', '--rules']);
    expect([code, out.split('\n').flatMap((line) => /^\S+/.exec(line)?.[0] ?? [])]).toEqual([0, RULE_IDS]);
  });

  test('says of each what it finds, why, and how it is accepted', async () => {
    const { out } = await run(['check', '--rules']);
    const lines = out.split('\n');
    const told = (id: RuleId) => {
      const first = lines.findIndex((line) => line.startsWith(`${id} `));
      return lines
        .slice(first, first + 3)
        .map((line) => line.replace(RULE_SENTENCES[id].says, 'SAYS').replace(RULE_SENTENCES[id].why, 'WHY'));
    };
    expect([told('missing-term'), told('untranslated'), told('duplicate-id').slice(0, 2)]).toEqual([
      [
        'missing-term       error, text: SAYS',
        '                   why: WHY',
        '                   can be accepted: # waive: <id of the entry> <hash> - <reason>',
      ],
      [
        'untranslated       warning, text: SAYS',
        '                   why: WHY',
        '                   cannot be accepted: a waiver is tied to the English, and there is none',
      ],
      ['duplicate-id       error, glossary: SAYS', '                   why: WHY'],
    ]);
  });

  test('prints every rule as JSON', async () => {
    const { code, out } = await run(['check', '--rules', '--format', 'json']);
    const rules = JSON.parse(out);
    expect([code, rules.map(({ rule }: { rule: string }) => rule), rules[0]]).toEqual([
      0,
      RULE_IDS,
      {
        rule: 'missing-term',
        severity: 'error',
        scope: 'text',
        says: RULE_SENTENCES['missing-term'].says,
        why: RULE_SENTENCES['missing-term'].why,
        waivable: true,
        refusal: null,
      },
    ]);
  });
});

test('a finding in JSON has the keys of the contract', async () => {
  const { root, remove } = await makeRoot({
    ...SMALL,
    'content/essai/en.po': SMALL['content/essai/en.po'].replace('Three tokens.', 'Four tokens.'),
  });
  const { out } = await run(['check', '--format', 'json'], { root });
  await remove();
  const [{ message, ...finding }] = JSON.parse(out).articles[0].findings;
  expect([finding, message]).toEqual([
    {
      ...{ file: 'content/essai/en.po', line: 5, column: 9, rule: 'number-changed', severity: 'error', unit: 'p2' },
      ...{ concept: null, source: { text: 'Trois', start: 0, end: 5 }, expected: [], found: ['Four'] },
    },
    expect.stringMatching(
      /^“Four” does not answer “Trois”; correct the number \[p2; or accept it: “# waive: number-changed [0-9a-f]{12} - reason”\]$/,
    ),
  ]);
});

describe('visavis terms', () => {
  test('prints each hit of standard input with its place', async () => {
    const { root, remove } = await makeRoot(await exampleFiles());
    const { code, out } = await run(['terms', '-'], { root, input: 'Des jetons.' });
    await remove();
    const { file, line, ...hit } = JSON.parse(out);
    expect([code, hit, file, line > 0]).toEqual([
      0,
      { start: 4, end: 10, text: 'jetons', concept: 'token', term: 'jeton', form: 'plural' },
      'glossary/ai.yaml',
      true,
    ]);
  });

  test('counts offsets in the text as written', async () => {
    const { root, remove } = await makeRoot({ ...SMALL, 'a.txt': '🙂 e\u0301 jetons' });
    const { out } = await run(['terms', path.join(root, 'a.txt')], { root });
    await remove();
    expect(JSON.parse(out)).toMatchObject({ start: 6, end: 12, text: 'jetons' });
  });

  test('counts a byte order mark, which is the first character of the text', async () => {
    const { root, remove } = await makeRoot({ ...SMALL, 'a.txt': '\ufeffjetons' });
    const [file, input] = [
      await run(['terms', path.join(root, 'a.txt')], { root }),
      await run(['terms', '-'], { root, input: '\ufeffjetons' }),
    ];
    await remove();
    expect([file.code, JSON.parse(file.out).start, input.out === file.out]).toEqual([0, 1, true]);
  });

  const LATIN_1 = Buffer.from('Un jeton.\nUn modèle.\n', 'latin1');
  test.each<[string, string | Buffer, string]>([
    ['Latin-1', LATIN_1, 'is not UTF-8 (byte 17 of the file); save it as UTF-8.'],
    ['a character cut in two', Buffer.from('é').subarray(0, 1), 'is not UTF-8 (byte 1 of the file); save it as UTF-8.'],
    ['UTF-16', Buffer.from('\ufeffUn jeton.', 'utf16le'), 'is UTF-16; save it as UTF-8.'],
    ['UTF-16 the other way', Buffer.from('\ufeffUn jeton.', 'utf16le').swap16(), 'is UTF-16; save it as UTF-8.'],
    ['UTF-16 without a mark', Buffer.from('Un jeton.', 'utf16le'), 'holds a NUL byte; save it as UTF-8 text.'],
  ])('%s is told, from a file and from standard input', async (_what, bytes, sentence) => {
    const { root, remove } = await makeRoot({ ...SMALL, 'in.txt': bytes });
    const name = path.join(root, 'in.txt');
    const results = [await run(['terms', name], { root }), await run(['terms', '-'], { root, input: bytes })];
    await remove();
    expect(results).toEqual([
      { code: 2, out: '', err: `visavis: ${name} ${sentence}\n` },
      { code: 2, out: '', err: `visavis: Standard input ${sentence}\n` },
    ]);
  });
});

test('visavis terms --forms lists every form of an entry', async () => {
  const { root, remove } = await makeRoot(await exampleFiles());
  const { code, out } = await run(['terms', '--forms', 'chip'], { root });
  await remove();
  const forms = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect([
    code,
    forms.filter(({ language, kind }) => language === 'fr' && kind === 'plural').map(({ form }) => form),
  ]).toEqual([0, ['puces', 'puces électroniques']]);
});

test('visavis check --candidates proposes terms with their paragraphs', async () => {
  const { root, remove } = await makeRoot({
    ...SMALL,
    'content/essai/fr.md': '---\ntitle: Essai\n---\n\nLe MLX et ses puces.\n\nUn autre MLX.\n',
  });
  const { code, out } = await run(['check', '--candidates'], { root });
  await remove();
  expect([code, out]).toEqual([0, 'essai: MLX\t2\tacronym\tp2 p3\n']);
});

test('visavis check --candidates proposes no term of the glossary of an article without translation', async () => {
  const { root, remove } = await makeRoot({
    ...SMALL,
    'content/essai/fr.md':
      '---\ntitle: Essai\n---\n\nLes puces et la vanne de purge. Une vanne de purge sans puce, ni puces.\n',
  });
  const { code, out } = await run(['check', '--candidates'], { root });
  await remove();
  expect([code, out]).toEqual([0, 'essai: vanne de purge\t2\trepeated\tp2\n']);
});

test('of the terms it proposes, the forty likeliest are told, and how many are left out', async () => {
  const names = Array.from({ length: 43 }, (_, i) => `A${String.fromCharCode(65 + (i % 26))}${i < 26 ? 'X' : 'Y'}T`);
  const { root, remove } = await makeRoot({
    ...SMALL,
    'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${names.map((name) => `Le ${name} et un autre ${name}.`).join('\n\n')}\n`,
  });
  const { out, err } = await run(['check', '--candidates'], { root });
  await remove();
  expect([out.trim().split('\n').length, err]).toEqual([40, 'essai: 3 less likely ones are left out\n']);
});

describe('an article that cannot be read is checked all the same', () => {
  test.each<[string, Record<string, string>, number, string]>([
    ['no text at all', { 'content/quai/fr.md': '\0' }, 1, 'content/quai/fr.md:1:1: error file:'],
    ['no French in its folder', { 'content/quai/en.po': '' }, 1, 'content/quai:1:1: warning file: has no fr.md'],
    ['near-miss: a folder whose name begins like it', { 'content/quai-2/en.po': '' }, 2, 'No article “quai”'],
  ])('%s', async (_what, files, expected, told) => {
    const { root, remove } = await makeRoot({ ...SMALL, ...files });
    const { code, out, err } = await run(['check', 'quai'], { root });
    await remove();
    expect([code, `${out}${err}`]).toEqual([expected, expect.stringContaining(told)]);
  });
});

describe('wrong use ends with 2 and a sentence', () => {
  let root: string;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ root, remove } = await makeRoot(SMALL));
  });
  afterAll(() => remove());

  test.each([
    [['chek'], '“chek” is not a command. Did you mean “check”?'],
    [['check', '--format', 'xml'], '“xml” is not a format; write text, json, github or sarif'],
    [['check', 'none'], 'No article “none”'],
    [['terms'], 'Name one French text file'],
    [['terms', '/none'], 'There is no file /none.'],
    [['terms', '/'], '/ is a folder; name one text file'],
    [['terms', ''], 'is a folder; name one text file'],
    [['serve', 'x'], 'settings are environment variables'],
    [['--nope'], 'nope'],
    [['terms', '--forms', 'tokn'], 'Did you mean “token”?'],
    [['serve', '--candidates'], 'has no --candidates'],
    [['check', '--skip', 'nomber-lost'], '“nomber-lost” is no rule; write number-lost.'],
    [['check', '--skip', 'number-lost,'], '“” is no rule; check --rules lists them.'],
    [['check', '--skip', 'constructor'], '“constructor” is no rule; check --rules lists them.'],
    [['terms', '-', '--skip', 'file'], 'has no --skip'],
    [['serve', '--rules'], 'has no --rules'],
    [['check', '--rules', 'essai'], 'name no article with it'],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await run(args, { root });
    expect([code, out, err.includes(sentence), err.includes('    at ')]).toEqual([2, '', true, false]);
  });

  test('a wrong setting names its variable', async () => {
    const { code, err } = await run(['serve'], { env: { PORT: 'http' } });
    expect([code, err]).toEqual([2, 'visavis: PORT=http: write a number from 0 to 65535\n']);
  });
});

test('the built program ends with the exit code of its command, each line on its stream', async () => {
  const { root, remove } = await makeRoot({ ...SMALL, 'glossary/b.yaml': '- fr: a\n  em: b\n' });
  // Each loads the whole program.
  const cases = everyNth(
    [
      { args: ['check'], wanted: [1, 'glossary/b.yam', 'essai: 2 ter'] },
      { args: ['terms', '-'], wanted: [0, '{"start":4,"en', ''] },
      { args: ['check', 'none'], wanted: [2, '', 'visavis: No '] },
    ],
    3,
  );
  const results = await Promise.all(cases.map(({ args }) => runBuilt(args, { root, input: 'Des jetons.' })));
  await remove();
  expect(results.map(({ code, out, err }) => [code, out.slice(0, 14), err.slice(0, 12)])).toEqual(
    cases.map(({ wanted }) => wanted),
  );
});

test('help lists the commands', async () => {
  const { code, out } = await run(['--help']);
  expect([code, ['serve', 'check', 'terms'].every((name) => out.includes(`visavis ${name}`))]).toEqual([0, true]);
});

test('the built program serves the article, and ends on SIGTERM, leaving nothing behind', async () => {
  const { root, remove } = await makeRoot(SMALL);
  const { child, url, ended } = await startVictim(root);
  const { status } = await fetch(new URL('/articles/essai', url));
  child.kill('SIGTERM');
  const left = [await ended, await readdir(path.join(root, '.visavis'))];
  await remove();
  expect([status, ...left]).toEqual([200, 0, ['.gitignore']]);
});

describe('what is not there is told with exit code 2, not called clean', () => {
  test.each([['check'], ['terms', '/dev/null'], ['check', '--candidates']])('%s %s', async (...args) => {
    const { code, out, err } = await run(args, { root: '/nowhere' });
    expect([code, out, err]).toEqual([
      2,
      '',
      expect.stringContaining('There is no content/ and no glossary/ in /nowhere'),
    ]);
  });

  test.each([
    [['check', '--candidates', '--format', 'json'], 'it has no --format'],
    [['check', '--candidates', '--skip', 'quotation'], 'it has no --skip'],
  ])('%s', async (args, told) => {
    const { code, err } = await run(args);
    expect([code, err]).toEqual([2, expect.stringContaining(told)]);
  });
});
