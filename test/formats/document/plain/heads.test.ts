import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../../../src/formats/article/front-matter.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { writeArticle } from '../../../../src/formats/document/blocks/write-article.ts';
import { readMarkdownFile } from '../../../../src/formats/document/plain/markdown-file.ts';
import { readPlainText } from '../../../../src/formats/document/plain/plain-text.ts';
import { rounds } from '../../../rounds.ts';

const read = (text: string) => readMarkdownFile(text, '“a.md”');
const headOf = (text: string) => text.slice(0, parseFrontMatter(text, 'fr.md').bodyStart);
const LINE = 'Front matter, line';

describe('a head of which something cannot be read keeps all the rest', () => {
  test.each([
    [
      'a day in words',
      '---\ntitle: Ponts\ndate: 5 mars 2024 # environ\ntags: [a]\n---\n',
      '---\ntitle: Ponts\ndate: 2024-03-05 # environ\ntags: [a]\n---\n',
      `${LINE} 3: “5 mars 2024” is written as 2024-03-05 now.`,
    ],
    [
      'a day that is none',
      '---\ntitle: Ponts\ndate: hier\n---\n',
      '---\ntitle: Ponts\n# date: hier\n---\n',
      `${LINE} 3: date: write the date as 2025-02-25; this is a comment now: “hier”.`,
    ],
    [
      'an address that is none',
      '---\ntitle: Ponts\nurl: exemple.fr/a\nauthor: Zoé\n---\n',
      '---\ntitle: Ponts\n# url: exemple.fr/a\nauthor: Zoé\n---\n',
      `${LINE} 3: url: write an address that starts with https://; this is a comment now: “exemple.fr/a”.`,
    ],
    [
      'a title in several languages',
      '---\ntitle:\n  fr: Ponts\n---\n',
      '---\n# title:\n#   fr: Ponts\ntitle: "Un."\n---\n',
      `${LINE} 3: title: write one text behind the colon; this is a comment now: “{"fr":"Ponts"}”.`,
    ],
    [
      'a key that is misspelled',
      '---\ntitel: Ponts\n---\n',
      '---\ntitle: "Ponts"\n---\n',
      `${LINE} 2: “titel” is called “title” now.`,
    ],
    [
      'a colon in a title',
      '---\ntitle: Ponts : un: deux\nauthor: Zoé\n---\n',
      '---\ntitle: "Ponts : un: deux"\nauthor: Zoé\n---\n',
      `${LINE} 2: what “title” says is written so that it can be read now.`,
    ],
    [
      'a colon in its second line',
      '---\ntitle: Ponts\ndescription: Un mot\n  ici: deux\n---\n',
      '---\ntitle: Ponts\ndescription: "Un mot ici: deux"\n---\n',
      `${LINE} 3: what “description” says is written so that it can be read now.`,
    ],
    [
      'a star before a word',
      '---\ntitle: Ponts\nalias: *x\n---\n',
      '---\ntitle: Ponts\nalias: "*x"\n---\n',
      `${LINE} 3: what “alias” says is written so that it can be read now.`,
    ],
    [
      'a backslash that begins no sign',
      '---\ntitle: "Ponts \\d"\n---\n',
      '---\ntitle: "Ponts \\\\d"\n---\n',
      `${LINE} 2: what “title” says is written so that it can be read now.`,
    ],
    [
      'a tab before a key',
      '---\ntitle: Ponts\nextra:\n\ta: b\n---\n',
      '---\ntitle: Ponts\nextra:\n  a: b\n---\n',
      `${LINE} 3: what “extra” says is written so that it can be read now.`,
    ],
    [
      'a key that stands twice',
      '---\ntitle: Ponts\ntitle: Quais\n---\n',
      '---\ntitle: Ponts\n# title: Quais\n---\n',
      `${LINE} 3: this cannot be read, and is a comment now: “title: Quais”.`,
    ],
    [
      'a line that is no key',
      '---\ntitle: Ponts\nUne phrase.\n---\n',
      '---\ntitle: Ponts\n# Une phrase.\n---\n',
      `${LINE} 3: this cannot be read, and is a comment now: “Une phrase.”.`,
    ],
    [
      'a day in TOML',
      '+++\ntitle = "Ponts"\ndate = "hier"\n[extra]\na = 1\n+++\n',
      '+++\ntitle = "Ponts"\n# date = "hier"\n[extra]\na = 1\n+++\n',
      `${LINE} 3: date: write the date as 2025-02-25; this is a comment now: “hier”.`,
    ],
    [
      'a day in JSON, which has no comments',
      '{"title": "Ponts", "date": "hier"}\n',
      '{\n  "title": "Ponts"\n}\n',
      `${LINE} 1: date: write the date as 2025-02-25; this is left out: “hier”.`,
    ],
  ])('%s', (_what, head, mended, warning) => {
    const document = read(`${head}\nUn.\n`);
    const text = writeArticle(document);
    expect([headOf(text), document.warnings]).toEqual([mended, [warning]]);
    expect(parseArticle(text, 'fr.md').problems).toEqual([]);
  });
});

describe('a head of any kind is changed where it is to be changed alone', () => {
  test.each([
    [
      'TOML',
      '+++\ntags = ["a"]\n[extra]\nsite = "B"\n+++\n',
      '+++\ntitle = "Un."\nsite = "A"\ntags = ["a"]\n[extra]\nsite = "B"\n+++\n',
    ],
    [
      'TOML with a value',
      '+++\n"title" = "T" # u\nsite = """x\ny"""\n+++\n',
      '+++\n"title" = "T" # u\nsite = "A"\n+++\n',
    ],
    ['TOML with a number', '+++\ntitle = "T"\nsite = 12\n+++\n', '+++\nsite = "A"\ntitle = "T"\n# site = 12\n+++\n'],
    ['JSON', '{"title": "T", "a": [1]}\n', '{\n  "title": "T",\n  "a": [1],\n  "site": "A"\n}\n'],
    ['braces in YAML', '---\n{title: T}\n---\n', '---\n{\n  title: T,\n  "site": "A"\n}\n---\n'],
    ['that of Pandoc', '---\ntitle: T\n...\n', '---\ntitle: T\nsite: "A"\n...\n'],
    ['with a capital', '---\nTitle: T\nSite: B\n---\n', '---\nTitle: T\nSite: "A"\n---\n'],
    ['lines of Windows', '---\r\ntitle: T\r\nsite: B # c\r\n---\r\n', '---\r\ntitle: T\r\nsite: "A" # c\r\n---\r\n'],
    [
      'a value of several lines',
      '---\nsite: >-\n  B\n  C\n# d\ntitle: T\n---\n',
      '---\nsite: "A"\n# d\ntitle: T\n---\n',
    ],
  ])('%s', (_what, head, changed) => {
    const text = writeArticle(read(`${head}\nUn.\n`), { site: 'A' });
    expect([headOf(text), parseArticle(text, 'fr.md').citation.site]).toEqual([changed, 'A']);
  });
});

test('a plain text keeps its head too', () => {
  const document = readPlainText('---\ntitle: Ponts\nauthor: Zoé\ndate: hier\n---\n\nUn *pont*.\n');
  expect([writeArticle(document), document.warnings.length]).toEqual([
    '---\ntitle: Ponts\nauthor: Zoé\n# date: hier\n---\n\nUn \\*pont\\*.\n',
    1,
  ]);
});

describe('no word of a head vanishes', () => {
  const word = fc.integer({ min: 0, max: 99_999 }).map((n) => `mot${n}`);
  const value = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
    fc.tuple(word, word).map(([a, b]) => `${a}: ${b}`),
    ...['"', "'", '*', '&', '[', '- ', '#', '"\\d', '{', '!!', '@', '%', '|', '> '].map((sign) =>
      word.map((w) => sign + w),
    ),
    word.map((w) => `"${w}"`),
    word.map((w) => `[${w}, "${w}"]`),
    fc.tuple(word, word).map(([a, b]) => `|\n  ${a}\n   ${b}`),
    fc.tuple(word, word).map(([a, b]) => `\n  ${a}: ${b}`),
    fc.tuple(word, word).map(([a, b]) => `\n- ${a}\n- *${b}`),
    fc.tuple(word, word).map(([a, b]) => `\n\t${a}: ${b}`),
    fc.constantFrom('2024-03-05', '5 mars 2024', 'https://exemple.fr/a', '', '"""a\nb"""'),
  );
  const key = fc.constantFrom(
    'title',
    'Title',
    'site',
    'url',
    'date',
    'titel',
    'dat',
    'review',
    'tags',
    'author',
    '"x"',
  );
  const fields = fc.array(fc.tuple(key, value), { maxLength: 6 });
  const stray = fc.oneof(
    { weight: 8, arbitrary: fc.constant('') },
    word.map((w) => `${w}\n`),
  );
  const yaml = fc
    .tuple(fields, stray, fc.constantFrom('---', '...', '---'), fc.constantFrom('\n', '\r\n'))
    .map(([all, extra, end, lineBreak]) =>
      `---\n${all.map(([k, v]) => `${k}: ${v}\n`).join('')}${extra}${end}\n`.replaceAll('\n', lineBreak),
    );
  const toml = fc.tuple(fields, fields).map(([all, table]) => {
    const lines = (some: typeof all) => some.map(([k, v]) => `${k} = ${v}\n`).join('');
    return `+++\n${lines(all)}[extra]\n${lines(table)}+++\n`;
  });
  const json = fields.map((all) => `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  const head = fc.oneof({ weight: 3, arbitrary: yaml }, toml, json);
  const changes = fc.constantFrom({}, { site: 'A' }, { title: 'B', date: '2025-03-07', url: null });

  test('whatever its kind, what is wrong with it, and what a person changes of it', () => {
    fc.assert(
      fc.property(head, changes, (written, changed) => {
        const text = `${written}\nUn.\n`;
        const document = read(text);
        const article = writeArticle(document, changed);
        const { problems, units } = parseArticle(article, 'fr.md');
        const kept = [headOf(article), ...units.map(({ source }) => source.text), ...document.warnings].join(' ');
        const replaced = [document.title, document.site, document.url].filter((_, i) =>
          Object.hasOwn(changed, ['title', 'site', 'url'][i] ?? ''),
        );
        const found = new Set(`${kept} ${replaced.join(' ')}`.match(/mot\d+/g));
        expect([...new Set(text.match(/mot\d+/g))].filter((one) => !found.has(one))).toEqual([]);
        expect(problems.map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: rounds(60, 800) },
    );
  });
});

describe('a head that cannot say what was changed stays as a comment in a new one', () => {
  test.each([
    [
      'a key behind a question mark',
      '---\n? title\nsite: B\n---\n',
      { title: 'N', site: 'A' },
      '---\ntitle: "N"\nsite: "A"\n# ? title\n# site: B\n---\n',
    ],
    [
      'twin keys',
      '---\ntitle: P\nsite: B\nSite: C\n---\n',
      { site: null },
      '---\ntitle: "P"\n# title: P\n# site: B\n# Site: C\n---\n',
    ],
    [
      'one of its own line ends',
      '---\r\n? title\r\nsite: B\r\n---\r\n',
      { title: 'N' },
      '---\r\ntitle: "N"\r\nsite: "B"\r\n# ? title\r\n# site: B\r\n---\r\n',
    ],
  ])('%s', (_, before, changes, after) => {
    expect(headOf(writeArticle(read(`${before}\nUn.\n`), changes))).toBe(after);
  });
});

describe('a head is changed only where that key stands', () => {
  test.each([
    [
      'a text in an array over lines',
      '+++\ntitle = "P"\ntags = [\n  "a",\n"site = b"\n]\n+++\n',
      { site: 'A' },
      '+++\nsite = "A"\ntitle = "P"\ntags = [\n  "a",\n"site = b"\n]\n+++\n',
    ],
    [
      'an array of arrays',
      '+++\ntags = [\n["a"], # ]\n]\ntitle = "P"\n+++\n',
      { title: 'N' },
      '+++\ntags = [\n["a"], # ]\n]\ntitle = "N"\n+++\n',
    ],
    [
      'a date over lines',
      '+++\ntitle = "P"\ndate = [\n  1,\n]\n+++\n',
      { date: '2025-02-25' },
      '+++\ndate = 2025-02-25\ntitle = "P"\n# date = [\n#   1,\n# ]\n+++\n',
    ],
    [
      'a key of which the second alone can be read',
      '+++\nsite = |a\nsite = "b"\ntitle = "P"\nsite = 3\n+++\n',
      { site: 'A' },
      '+++\n# site = |a\nsite = "A"\ntitle = "P"\n# site = 3\n+++\n',
    ],
    [
      'a key that goes, of which the second alone can be read',
      '+++\nsite = |a\nsite = "b"\ntitle = "P"\n+++\n',
      { site: null },
      '+++\n# site = |a\ntitle = "P"\n+++\n',
    ],
    [
      'more behind a long text',
      '+++\ntitle = """a"""b"""\n+++\n',
      { title: 'N' },
      '+++\ntitle = "N"\n# title = """a"""b"""\n+++\n',
    ],
    [
      'a comment before the value',
      '---\ntitle: # note\n  Ponts\n---\n',
      { title: 'N' },
      '---\n# title: # note\n#   Ponts\ntitle: "N"\n---\n',
    ],
    [
      'a large number in JSON',
      '{\r\n  "title": "P",\r\n  "id": 12345678901234567890\r\n}\r\n',
      { title: 'N' },
      '{\r\n  "title": "N",\r\n  "id": 12345678901234567890\r\n}\r\n',
    ],
  ])('%s', (_, before, changes, after) => {
    expect(headOf(writeArticle(read(`${before}\nUn.\n`), changes))).toBe(after);
  });
});

test('many keys of a head are mended at once, and some of them named', () => {
  const { warnings, written } = read(`+++\n${'titel = "x"\n'.repeat(800)}+++\n\nUn.\n`);
  expect(warnings).toEqual([`${LINE} 2: “titel” is called “title” now.`]);
  expect(written?.head).toBe(`+++\ntitle = "x"\n${'# titel = "x"\n'.repeat(799)}+++\n`);
  const slips = [...'bcdfghjkmnop'].map((letter) => `title${letter}: x\n`).join('');
  expect(read(`---\n${slips}---\n\nUn.\n`).warnings.at(-1)).toMatch(/^Front matter: 2 more places/);
});

test('whatever shape a head has, it says what was asked when it is read again', () => {
  const line = fc.constantFrom(
    ...['title: P', '? title', 'site: B', 'Site: C', 'date: # a', '  2025-02-25', 'title: |', '  P', 'titel: Q'],
    ...[
      'date = [',
      '  1,',
      ']',
      '"site = b"',
      'title = """a"""b"""',
      "site = 'B'",
      'dtae: hier',
      '- a',
      '{a: b}',
      '"""',
    ],
  );
  const fences = fc.constantFrom(['---', '---'], ['+++', '+++'], ['---', '...']);
  const asked = fc.record({ site: fc.constantFrom('A', null), date: fc.constantFrom('2024-01-02', null) });
  const breaks = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fences, breaks, asked, (lines, [open, close], lineBreak, changes) => {
      const document = read([open, ...lines, close, '', 'Un.', ''].join(lineBreak));
      const { citation, problems } = parseFrontMatter(writeArticle(document, { ...changes, title: 'N' }), 'fr.md');
      expect({ ...citation, problems }).toMatchObject({ ...changes, title: 'N', problems: [] });
    }),
    { numRuns: rounds(100, 3000) },
  );
});

describe('heads of other programs', () => {
  test.each([
    ['Pandoc', '% Les ponts\n% Zoé Roy; Luc Petit\n% 3 mai 2021\n\nUn.\n', ['Les ponts', '2021-05-03', 'Un.']],
    ['Pandoc, on two lines', '% Les ponts\n  de Lyon\n\nUn.\n', ['Les ponts de Lyon', null, 'Un.']],
    ['Pandoc, without its author', '% Les ponts\n%\n% 2021-05-03\r\n\r\nUn.\n', ['Les ponts', '2021-05-03', 'Un.']],
    ['MultiMarkdown', 'Title: Les ponts\nAuthor: Zoé\nDate: 2021-05-03\n\nUn.\n', ['Les ponts', '2021-05-03', 'Un.']],
    ['an empty field', 'Title: Les ponts\nTags:\nDate: 2021-05-03\n\nUn.\n', ['Les ponts', '2021-05-03', 'Un.']],
    [
      'Pelican',
      'Title: Les ponts : un tour\nDate: 2021-05-03 10:20\nTags: a, b\n\nUn.',
      ['Les ponts : un tour', '2021-05-03', 'Un.'],
    ],
    ['in French', 'Titre : Les ponts\nLangue : fr\n\nUn.', ['Les ponts', null, 'Un.']],
    ['no text behind it', '\ufeffTitle: Les ponts\nDate: 2021-05-03', ['Les ponts', '2021-05-03']],
  ])('of %s', (_what, text, [title, date, ...blocks]) => {
    const { written, ...document } = read(text);
    expect([document.title, document.date, ...document.blocks.map(({ markdown }) => markdown)]).toEqual([
      ...[title, date],
      ...blocks,
    ]);
    expect(written?.head).toContain('title: ');
  });

  test('each of their fields is in the front matter', () => {
    expect(read('Title: Ponts\nHTML header level: 2\n\nUn.').written?.head).toBe(
      '---\ntitle: "Ponts"\nhtml-header-level: "2"\n---\n',
    );
  });

  test.each([
    ['a text with a colon', 'Une question : pourquoi ?\n\nUn.'],
    ['fields without a title', 'Lieu : Lyon\nDate : lundi\n\nUn.'],
    ['a title in a paragraph', 'Titre : Les ponts\net la suite du paragraphe.\n\nUn.'],
    ['a title twice', 'Title: Un\nTitle: Deux\n\nUn.'],
    ['a percentage', '% de réussite\nen hausse\n\nUn.'],
    ['an empty sign', '%\n\nUn.'],
  ])('near-miss: %s', (_what, text) => {
    const { title, blocks, written } = read(text);
    expect([title, blocks[0]?.markdown, written?.head]).toEqual([null, text.split('\n\n')[0], '']);
  });
});

test.each([
  ['# Apprendre {.NET}', 'Apprendre {.NET}'],
  ['# Apprendre {.unnumbered}', 'Apprendre'],
  ['# Apprendre {#dotnet .NET}', 'Apprendre'],
])('of the heading %s the title is %s', (heading, title) => {
  expect(read(`${heading}\n\nUn.`).title).toBe(title);
});
