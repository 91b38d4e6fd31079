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
    ['JSON', '{"title": "T", "a": [1]}\n', '{\n  "title": "T",\n  "a": [\n    1\n  ],\n  "site": "A"\n}\n'],
    ['braces in YAML', '---\n{title: T}\n---\n', '---\n{\n  "title": "T",\n  "site": "A"\n}\n---\n'],
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
