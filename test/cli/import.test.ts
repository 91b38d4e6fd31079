import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/core/model/article.ts';
import { GLOSSARY_EXPORTS } from '../../src/formats/exchange/glossary-exports.ts';
import { writeTmx } from '../../src/formats/exchange/tmx.ts';
import { writeXliff12 } from '../../src/formats/exchange/xliff12.ts';
import { writeXliff21 } from '../../src/formats/exchange/xliff21.ts';
import { parseGlossaryYaml } from '../../src/formats/glossary/yaml.ts';
import { articleOf } from '../formats/exchange/articles.ts';
import { makeRoot } from '../site.ts';
import { type Result, run } from './program.ts';

const FRENCH = `---
title: Essai
---

Trois *jetons* & [une page](https://example.org/a_b).

Une puce\\* de 12\u00a0% 🌉.

Une puce\\* de 12\u00a0% 🌉.

> « Des jetons » : \`x < y\`, c’est &eacute;crit.
`;
const ENGLISH = `msgid "Essai"
msgstr "Trial"

#, fuzzy
msgid "Trois *jetons* & [une page](https://example.org/a_b)."
msgstr "Three *tokens* & [a page](https://example.org/a_b)."

msgctxt "p3"
msgid "Une puce\\\\* de 12\u00a0% 🌉."
msgstr "A chip\\\\* of 12% 🌉."

# note: twice on purpose
msgctxt "p4"
msgid "Une puce\\\\* de 12\u00a0% 🌉."
msgstr "One chip\\\\* of 12% 🌉."

msgid "« Des jetons » : \`x < y\`, c’est &eacute;crit."
msgstr "“Tokens”: \`x < y\`, it’s &#119;ritten."
`;
const SENTENCES_FR =
  'Un *jeton*\u00a0: **deux** & [une page](https://example.org/a_b)\u202f! Le signe \\* et `x < y` &eacute;chappés 🌉. «\u00a0Quoi\u00a0?\u00a0» Fin\u00a0[^1].';
const SENTENCES_EN =
  'A *token*: **two** & [a page](https://example.org/a_b)! The sign \\* and `x < y` &eacute;scaped 🌉.\u00a0“What?” The end [^1].';
const GLOSSARY = `- fr: [jeton, unité lexicale]
  en: [token, lexical unit]
  not: [{ term: coin, why: that is money }]
  definition: A unit of text.
- fr: puce
  en: chip
- fr: [mélange d'experts, MoE]
  en: [mixture of experts, MoE]
`;

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({
    'content/essai/fr.md': FRENCH,
    'content/essai/en.po': ENGLISH,
    'content/conte/fr.md': '---\ntitle: Conte\n---\n\nIl était une fois.\n',
    'glossary/ai.yaml': GLOSSARY,
  }));
});
afterEach(() => remove());

const article = (): Article => articleOf('essai', FRENCH, ENGLISH);
const file = (name: string) => path.join(root, name);
const catalogue = () => readFile(file('content/essai/en.po'), 'utf8');
const bring = (name: string, text: string, ...options: string[]): Promise<Result> =>
  writeFile(file(name), text).then(() => run(['import', file(name), ...options], { root }));
const OPTIONS = { version: '1.0.0', drafts: true };

describe('what went out and comes back unchanged changes no byte', () => {
  test.each<[string, () => string]>([
    ['a.po', () => ENGLISH],
    ['a.xlf', () => [...writeXliff12(article(), OPTIONS)].join('')],
    ['b.xlf', () => [...writeXliff21(article(), OPTIONS)].join('')],
    ['a.tmx', () => [...writeTmx(article(), OPTIONS)].join('')],
    ['plain.tmx', () => [...writeTmx(article(), { ...OPTIONS, plain: true })].join('')],
  ])('%s', async (name, write) => {
    const { code, out, err } = await bring(name, write(), '--write');
    expect([code, out, err, (await catalogue()) === ENGLISH]).toEqual([
      0,
      '= 5 the same\n',
      'essai: 0 changed, 0 new, 5 the same. There is nothing to write.\n',
      true,
    ]);
  });

  test.each([['xliff2'], ['tmx', '--drafts'], ['tmx', '--drafts', '--plain']])(
    '%s %s %s, sentence by sentence',
    async (format, ...options) => {
      await writeFile(file('content/essai/fr.md'), `${FRENCH}\n${SENTENCES_FR}\n`);
      const before = `${ENGLISH}\nmsgid ${JSON.stringify(SENTENCES_FR)}\nmsgstr ${JSON.stringify(SENTENCES_EN)}\n`;
      await writeFile(file('content/essai/en.po'), before);
      const out = file('essai.out');
      const { code } = await run(['export', 'essai', '--format', format, ...options, '--segments', '-o', out], {
        root,
      });
      const segments = (await readFile(out, 'utf8')).match(/<segment id=|tuid="[^"]+\/4"/g) ?? [];
      const { err } = await run(['import', out, '--write'], { root });
      expect([code, segments.length, err, (await catalogue()) === before]).toEqual([
        0,
        4,
        'essai: 0 changed, 0 new, 6 the same. There is nothing to write.\n',
        true,
      ]);
    },
  );

  test.each(Object.entries(GLOSSARY_EXPORTS))('the glossary as %s', async (format, { extension, write }) => {
    const { concepts } = parseGlossaryYaml(GLOSSARY, 'glossary/ai.yaml');
    const { code, out } = await bring(`${format}${extension}`, [...write(concepts)].join(''), '--write', '--theirs');
    expect([code, out, await readFile(file('glossary/ai.yaml'), 'utf8')]).toEqual([0, '= 3 the same\n', GLOSSARY]);
  });
});

const CHANGED = () =>
  [...writeXliff12(article(), OPTIONS)]
    .join('')
    .replace('state="needs-review-translation">Three ', 'state="signed-off">Four ')
    .replace('>Trial<', '>Essay<');

describe('a translation', () => {
  test('says what it would change, what both sides changed, and what is wrong with it, and writes nothing', async () => {
    const { code, out, err } = await bring('revue.xlf', CHANGED());
    expect([code, out.replaceAll(root, ''), err, (await catalogue()) === ENGLISH]).toEqual([
      1,
      expect.stringMatching(
        /^! p1 changed on both sides: reviewed on both sides; ours stays\n {4}- Trial\n {4}\+ Essay\n~ p2 changed\n {4}- Three .*\n {4}\+ Four .*\n= 3 the same\n\/revue\.xlf:\d+:\d+: error number-changed: .*\[p2.*\n$/,
      ),
      'essai: 1 changed, 0 new, 3 the same, 1 changed on both sides. Nothing is written; --write writes 1 paragraph.\n',
      true,
    ]);
  });

  test('is written with --write, and says where it came from', async () => {
    await bring('revue.xlf', CHANGED(), '--write');
    const today = new Date().toISOString().slice(0, 10);
    const written = ENGLISH.replace('#, fuzzy\n', `# origin: import revue.xlf ${today}\n`).replace('"Three ', '"Four ');
    expect((await catalogue()).replace(/^# terms: .*\n/m, '')).toBe(written);
  });

  test('theirs goes first with --theirs', async () => {
    const { err, out } = await bring('revue.xlf', CHANGED(), '--write', '--theirs');
    expect(out.split('\n')[0]).toBe('! p1 changed on both sides: reviewed on both sides; theirs is taken');
    expect([err.includes('2 paragraphs written.'), (await catalogue()).includes('"Essay"')]).toEqual([true, true]);
  });

  test('a draft never goes over a review, not with --theirs either', async () => {
    const draft = '#, fuzzy\nmsgid "Essai"\nmsgstr "Essay"\n';
    const { code, out } = await bring('a.po', draft, '--write', '--theirs');
    expect([code, out.split('\n')[0], (await catalogue()) === ENGLISH]).toEqual([
      1,
      '! p1 changed on both sides: reviewed here, and a draft there; ours stays',
      true,
    ]);
  });

  test('what belongs nowhere is named with the paragraph that is most like it', async () => {
    const { code, out } = await bring('a.po', 'msgid "Essais"\nmsgstr "Trials"\n\nmsgid "Essai"\nmsgstr "Trial"\n');
    expect([code, out.replaceAll(root, '')]).toEqual([
      1,
      '= 1 the same\n? 1 unknown\n    /a.po:2:9: “Essais”: no paragraph of the article reads so\n',
    ]);
  });

  test('goes to the article that is named, or says that it is not there', async () => {
    const text = 'msgid "Il était une fois."\nmsgstr "Once upon a time."\n';
    const [found, wrong, none] = [
      await bring('a.po', text),
      await bring('a.po', text, '--article', 'essai'),
      await bring('a.po', text, '--article', 'essay'),
    ];
    expect([found.err, wrong.code, none]).toEqual([
      'conte: 0 changed, 1 new, 0 the same. Nothing is written; --write writes 1 paragraph.\n',
      1,
      { code: 2, out: '', err: 'visavis: No article “essay”. There is: essai.\n' },
    ]);
  });

  test('as JSON says the same to scripts', async () => {
    const { out } = await bring('revue.xlf', CHANGED(), '--format', 'json');
    const { article: slug, written, units, findings } = JSON.parse(out);
    const told = units.map(({ unit, kind, taken }: Record<string, unknown>) => [unit, kind, taken]);
    expect([slug, written, told, findings.map(({ rule }: { rule: string }) => rule)]).toEqual([
      'essai',
      false,
      [
        ['p1', 'conflict', false],
        ['p2', 'changed', true],
        ['p3', 'same', false],
        ['p4', 'same', false],
        ['p5', 'same', false],
      ],
      ['number-changed'],
    ]);
  });
});

describe('a glossary', () => {
  const CSV = 'fr,en\npont,bridge\njeton,coin\npuce,microchip\n';

  test('says what is new, what ours lacks and what ours rules out, and writes nothing', async () => {
    const { code, out, err } = await bring('Termes.csv', CSV);
    expect([code, out, err]).toEqual([
      1,
      [
        '+ bridge new: pont → bridge',
        '! token (glossary/ai.yaml:1): “coin” is accepted there and ruled out here; ours stays',
        '~ chip (glossary/ai.yaml:5): “microchip” is new; ours stays\n',
      ].join('\n'),
      'glossary: 1 changed, 1 new, 0 the same, 1 against ours. Nothing is written; --write writes 1 new entry into glossary/termes.yaml. Entries that are there stay as they are; --theirs adds to them what the file says.\n',
    ]);
  });

  test('its new entries go into a file of its name with --write; a second time nothing is new', async () => {
    await bring('Termes.csv', CSV, '--write');
    const again = await bring('Termes.csv', `${CSV}rue,street\n`, '--write');
    expect([
      await readFile(file('glossary/termes.yaml'), 'utf8'),
      await readFile(file('glossary/ai.yaml'), 'utf8'),
    ]).toEqual(['- fr: pont\n  en: bridge\n\n- fr: rue\n  en: street\n', GLOSSARY]);
    expect(again.out.match(/^\+.*/gm)).toEqual(['+ street new: rue → street']);
  });

  test('says what its entries would do to the articles', async () => {
    const said = async (csv: string, ...options: string[]) =>
      /^articles: .*$/m.exec((await bring('Termes.csv', `fr,en\n${csv}`, ...options)).err)?.[0];
    expect([
      await said('page,sheet\n'),
      await said('page,page\n'),
      await said('page,sheet\n', '--write'),
      await said('page,page\n', '--theirs'),
    ]).toEqual([
      'articles: 1 paragraph becomes a problem, 0 are mended.',
      undefined,
      'articles: 1 paragraph becomes a problem, 0 are mended.',
      'articles: 0 paragraphs become problems, 1 is mended.',
    ]);
  });

  test('adds to ours with --theirs', async () => {
    const { code, err } = await bring('Termes.csv', CSV, '--write', '--theirs');
    const written = GLOSSARY.replace('en: chip', 'en: [chip, microchip]')
      .replace('en: [token, lexical unit]', 'en: [token, lexical unit, coin]')
      .replace('  not: [{ term: coin, why: that is money }]\n', '');
    expect([code, await readFile(file('glossary/ai.yaml'), 'utf8')]).toEqual([0, written]);
    expect(err).toContain('1 new entry written into glossary/termes.yaml and 2 entries of ours into glossary/ai.yaml.');
  });

  test('where a file cannot be written, says so and what was written into the others', async () => {
    await writeFile(file('glossary/termes.yaml'), '- fr: [rue\n');
    const { code, out, err } = await bring('Termes.csv', CSV, '--write', '--theirs');
    expect([code, out.includes('token (glossary/ai.yaml:1)')]).toEqual([1, true]);
    expect(err).toMatch(
      /glossary\/termes\.yaml:\d+ has a mistake .* Nothing was written into glossary\/termes\.yaml \(1 entry\)\./,
    );
    expect(err).toContain(
      '0 new entries written into glossary/termes.yaml and 2 entries of ours into glossary/ai.yaml.',
    );
  });
});

describe('wrong use', () => {
  test.each<[string, readonly string[], string]>([
    ['no file', [], 'Name one file, or - for standard input: visavis import <file|->'],
    ['a file that is not there', ['none.xlf'], 'There is no file none.xlf.'],
    ['a format that is none', ['a.po', '--format', 'xml'], '“xml” is not a format; write text or json.'],
  ])('%s', async (_, words, says) => {
    expect(await run(['import', ...words], { root })).toEqual({ code: 2, out: '', err: `visavis: ${says}\n` });
  });

  test('a file that holds none of it, from standard input', async () => {
    expect(await run(['import', '-'], { root, input: 'Rien.' })).toEqual({
      ...{ code: 2, out: '' },
      err: 'visavis: “standard input” is none of the formats that are imported; give XLIFF, TMX or PO for a translation, TBX, CSV or YAML for a glossary.\n',
    });
  });

  test('a translation of no article here', async () => {
    const { code, err } = await bring('a.po', 'msgid "Ailleurs"\nmsgstr "Elsewhere"\n');
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/No article has any of the French texts.* glossary where it is named glossary\.po\.\n$/),
    ]);
  });
});

describe('who imports', () => {
  const importAs = (env: Readonly<Record<string, string>>) =>
    writeFile(file('revue.xlf'), CHANGED()).then(() =>
      run(['import', file('revue.xlf'), '--write'], { root, env: { VISAVIS_USER: '', ...env } }),
    );
  const origins = async () => (await catalogue()).match(/# (?:origin|reviewed): .*/g)?.map((line) => line.slice(2));
  const savedBy = async () => {
    const [line = ''] = (await readFile(file('.visavis/history/saves.jsonl'), 'utf8')).split('\n');
    return (JSON.parse(line) as { by: string | null }).by;
  };
  const checkout = (name: string) => {
    execFileSync('git', ['init', '-q'], { cwd: root });
    execFileSync('git', ['config', 'user.name', name], { cwd: root });
  };

  test('stands in the origin of the texts, in their review, and in the history', async () => {
    await importAs({ VISAVIS_USER: 'Ana' });
    expect([await origins(), await savedBy()]).toEqual([
      [expect.stringMatching(/^origin: import revue\.xlf, by Ana 2/), expect.stringMatching(/^reviewed: Ana 2/)],
      'Ana',
    ]);
  });

  test('is who git says in a checkout, where no name is set', async () => {
    checkout('Béa');
    await importAs({});
    expect(await savedBy()).toBe('Béa');
  });

  test('is who is set, whatever git says', async () => {
    checkout('Béa');
    await importAs({ VISAVIS_USER: 'Ana' });
    expect(await savedBy()).toBe('Ana');
  });

  test.each([
    ['nobody where nobody says so', () => {}],
    ['nobody where git has a name that is none', () => checkout('session 1')],
  ])('is %s', async (_fact, prepare) => {
    prepare();
    await importAs({});
    expect([await origins(), await savedBy()]).toEqual([[expect.stringMatching(/^origin: import revue\.xlf 2/)], null]);
  });

  test('approves no text that they bring where somebody else is wanted, and is told', async () => {
    await writeFile(file('content/essai/fr.md'), FRENCH.replace('title:', 'review: other\ntitle:'));
    const { err } = await importAs({ VISAVIS_USER: 'Ana' });
    expect([err.includes('1 text that Ana brings came in as drafts: this article wants'), await origins()]).toEqual([
      true,
      [expect.stringMatching(/^origin: import revue\.xlf, by Ana 2/)],
    ]);
  });

  test('is told where the name that is set is none', async () => {
    const { code, err } = await importAs({ VISAVIS_USER: 'Ana, Béa' });
    expect([code, err]).toEqual([
      2,
      'visavis: VISAVIS_USER=Ana, Béa: write a name of letters and digits, joined by one space or one of . @ _ - + ’\n',
    ]);
  });
});
