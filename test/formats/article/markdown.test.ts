import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/checks/problem.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { rounds } from '../../rounds.ts';

const FRONT = '---\ntitle: Titre\n---\n\n';

function unitsOf(body: string, file = 'content/a/fr.md'): string[] {
  return parseArticle(body, file).units.map(
    ({ id, kind, level, source }) => `${id} ${kind}${level || ''}: ${source.text}`,
  );
}

describe('an article is cut into units', () => {
  test.each([
    [
      'title and paragraphs',
      `${FRONT}Un.\n\nDeux.\n`,
      ['p1 title1: Titre', 'p2 paragraph: Un.', 'p3 paragraph: Deux.'],
    ],
    [
      'a heading',
      `${FRONT}## *Gros* titre\n\nUn.\n`,
      ['p1 title1: Titre', 'p2 heading2: *Gros* titre', 'p3 paragraph: Un.'],
    ],
    ['list items', `${FRONT}- un\n- deux\n`, ['p1 title1: Titre', 'p2 item: un', 'p3 item: deux']],
    ['a quotation over two lines', `${FRONT}> un\n> deux\n`, ['p1 title1: Titre', 'p2 quote: un\ndeux']],
    ['code', `${FRONT}    x = 1\n`, ['p1 title1: Titre', 'p2 code: x = 1']],
    ['a first heading is the title', '# Titre\n\nUn.\n', ['p1 title1: Titre', 'p2 paragraph: Un.']],
    ['CRLF', '---\r\ntitle: Titre\r\n---\r\n\r\nUn\r\ndeux.\r\n', ['p1 title1: Titre', 'p2 paragraph: Un\ndeux.']],
    ['a byte order mark', `\ufeff${FRONT}Un.\n`, ['p1 title1: Titre', 'p2 paragraph: Un.']],
    [
      'a rule between paragraphs',
      `${FRONT}Un.\n\n***\n\nDeux.\n`,
      ['p1 title1: Titre', 'p2 paragraph: Un.', 'p3 paragraph: Deux.'],
    ],
    ['HTML is text', `${FRONT}<b>Un</b>\n`, ['p1 title1: Titre', 'p2 paragraph: <b>Un</b>']],
    [
      'a block of HTML is text too, and a remark none',
      `${FRONT}<div class="a">\nUn\n</div>\n\n<!-- deux -->\n\nTrois.\n`,
      [
        'p1 title1: Titre',
        'p2 paragraph: <div class="a">\nUn\n</div>',
        'p3 aside: <!-- deux -->',
        'p4 paragraph: Trois.',
      ],
    ],
    [
      'HTML in a list',
      `${FRONT}- <p>un</p>\n- deux\n`,
      ['p1 title1: Titre', 'p2 paragraph: <p>un</p>', 'p3 item: deux'],
    ],
  ])('%s', (_what, text, units) => {
    expect(unitsOf(text)).toEqual(units);
  });

  test.each<[string, string, (number | null)[]]>([
    ['paragraph, heading, quotation', 'Un.\n\n## Deux\n\n> Trois\n', [null, null, null]],
    ['a note', 'Un[^a].\n\n[^a]: Deux.\n\n    Trois.\n', [null, null, null]],
    ['a note that is no paragraph', 'Un[^a].\n\n[^a]:\n    > Deux.\n', [null, null, null]],
    ['cells', '| Un | Deux |\n| -- | ---- |\n| 3 | 4 |\n', [null, null, null, null]],
    ['items, one within another', '- un\n  1. deux\n', [1, 2]],
    ['what goes on an item', '- un\n\n  deux\n\n  > trois\n', [1, 1, 1]],
    ['what follows a list', '- un\n\nDeux.\n', [1, null]],
    ['a list in a quotation', '> - un\n>\n> Deux.\n', [1, null]],
    ['a list in a note', 'Un[^a].\n\n[^a]: Deux.\n\n    - trois\n', [null, null, 1]],
  ])('how deep in lists each stands: %s', (_what, text, depths) => {
    const [, ...units] = parseArticle(FRONT + text, 'content/a/fr.md').units;
    expect(units.map(({ item }) => item?.depth ?? null)).toEqual(depths);
  });

  test('plain text: blocks between blank lines, the first is the title', () => {
    expect(unitsOf('Titre\n\nUn\ndeux.\n\n- trois\n', 'content/a/fr.txt')).toEqual([
      'p1 title1: Titre',
      'p2 paragraph: Un\ndeux.',
      'p3 paragraph: - trois',
    ]);
  });
});

describe('what stands above the text', () => {
  const body = '# Titre\n\nUn.\n\n---\n\nDeux.\n';
  const units = ['p1 title1: Titre', 'p2 paragraph: Un.', 'p3 paragraph: Deux.'];
  test.each([
    ['nothing between two lines', `---\n---\n${body}`],
    ['with spaces behind them', `---  \n--- \t\n${body}`],
    ['with CRLF', `---\n---\n${body}`.replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\ufeff---\n---\n${body}`],
    ['blank lines', `---\n\n  \n---\n${body}`],
    ['comments', `---\n# title: no\n\n  # site: no\n---\n${body}`],
    ['a rule across the page', `---\n\n${body}`],
    ['a rule, and no other one', '---\n\n# Titre\n\nUn.\n\nDeux.\n'],
  ])('%s leaves the text whole', (_what, text) => {
    const { problems } = parseArticle(text, 'content/a/fr.md');
    expect([unitsOf(text), problems]).toEqual([units, []]);
  });

  test.each([
    ['a blank line before the keys', '---\n\ntitle: Titre\n---\n\nUn.\n'],
    ['comments before the keys', '---\n# from the wire\ntitle: Titre\n---\nUn.\n'],
    ['spaces behind the lines', '--- \r\ntitle: Titre\r\n---\t\r\nUn.\r\n'],
    ['dots as Pandoc closes it', '---\ntitle: Titre\n...\n\nUn.\n'],
    ['keys with a capital', '---\nTitle: Titre\nDate: 2025-03-04\n---\n\nUn.\n'],
    ['braces as Hugo has them', '{\n  "title": "Titre",\n  "params": {\n    "a": [1]\n  }\n}\n\nUn.\n'],
    ['braces in one line', '{"title": "Titre"}\nUn.\n'],
    ['a closing line at the very end of a block', '---\ntitle: Titre\n---\nUn.\n\n---'],
  ])('%s: still front matter', (_what, text) => {
    const { problems } = parseArticle(text, 'content/a/fr.md');
    expect([unitsOf(text), problems]).toEqual([['p1 title1: Titre', 'p2 paragraph: Un.'], []]);
  });

  test.each([
    ['braces around no JSON', '{\n "titre": Un\n}\n'],
    ['braces of a shortcode', '{{< "a" >}}\n'],
    ['words behind the brace', '{"titre": "Un"} et deux\n'],
    ['dots below a rule', '---\nUn mot\n...\n'],
  ])('near-miss: %s are a text', (_what, text) => {
    const read = parseArticle(`${text}\n# Titre\n`, 'fr.md');
    expect([read.units.length > 1, read.problems.map(({ message }) => message)]).toEqual([
      true,
      ['no title; write “title: …” between two lines of “---” at the top'],
    ]);
  });

  test('front matter that is never closed is said, and its text stays', () => {
    const { problems, units } = parseArticle('---\ntitle: Titre\n\n# Haut\n\nUn.\n', 'fr.md');
    expect([problems.map(formatProblem)[0], units.at(-1)?.source.text]).toEqual([
      'fr.md:1:1: error front-matter: this is never closed; write a line “---” below the last “key: value”',
      'Un.',
    ]);
  });
});

describe('a plain text', () => {
  test.each([
    ['parts its blocks by empty lines', 'Titre\n\nUn mot\nencore.\n\nDeux.\n', ['Titre', 'Un mot\nencore.', 'Deux.']],
    ['without any has a paragraph a line', 'Titre\nUn mot.\nDeux.\n', ['Titre', 'Un mot.', 'Deux.']],
    ['may have the line breaks of old', 'Titre\rUn mot.\rDeux.\r', ['Titre', 'Un mot.', 'Deux.']],
    ['may have two signs a break', 'Titre\r\nUn mot.\r\n', ['Titre', 'Un mot.']],
    ['of one line is a title', 'Titre\n', ['Titre']],
    [
      'that was broken to fit a width is one block',
      `${'Un mot qui est long, '.repeat(3)}et\n${'un autre, qui est long, '.repeat(3)}puis\n${'encore un mot, qui est long, '.repeat(2)}fin.\n`,
      [
        `${'Un mot qui est long, '.repeat(3)}et\n${'un autre, qui est long, '.repeat(3)}puis\n${'encore un mot, qui est long, '.repeat(2)}fin.`,
      ],
    ],
  ])('%s', (_what, text, blocks) => {
    expect(parseArticle(text, 'fr.txt').units.map(({ source }) => source.text)).toEqual(blocks);
  });
});

test.each([
  [
    'a footnote of one address',
    'Un texte[^1].\n\n[^1]: https://exemple.fr/source\n\nSuite.\n',
    '[^1]: https://exemple.fr/source',
  ],
  ['a footnote of one word', 'Un texte[^a].\n\n[^a]: Ibidem\n\nSuite.\n', '[^a]: Ibidem'],
  [
    'the address of a link',
    'Un [mot][1].\n\n[1]: https://exemple.fr "Titre"\n\nSuite.\n',
    '[1]: https://exemple.fr "Titre"',
  ],
])('%s does not vanish', (_what, body, block) => {
  expect(parseArticle(`# T\n\n${body}`, 'fr.md').units[2]?.source.text).toBe(block);
});

const HALF = 'U+D800, which is no character of a text; leave it out';

describe('front matter', () => {
  test('says where the article is from', () => {
    const { citation } = parseArticle(
      '---\ntitle: T\nsite: S\nurl: https://example.org/a\ndate: 2025-02-25\n---\nUn.\n',
      'fr.md',
    );
    expect(citation).toEqual({ title: 'T', site: 'S', url: 'https://example.org/a', date: '2025-02-25' });
  });

  test.each([
    [
      'keys of a site’s generator',
      'title: T\ntags: [ia]\nauthor: Jean\ndraft: true\nlang: fr\nname: x',
      ['T', null, null, null],
    ],
    ['a time behind the day', 'title: T\ndate: 2025-02-25T10:00:00+01:00', ['T', null, null, '2025-02-25']],
    ['a time with a space', 'title: T\ndate: 2025-02-25 10:00:00', ['T', null, null, '2025-02-25']],
    ['empty values', 'title: T\nsite:\ndate: ""\nurl: null', ['T', null, null, null]],
    ['a path of the site', 'title: T\nurl: /articles/t/', ['T', null, null, null]],
    ['a title that is a number', 'title: 2024', ['2024', null, null, null]],
    ['a list under another key', 'title: T\nseries:\n  - a\n  - b', ['T', null, null, null]],
  ])('%s is no problem', (_what, head, [title, site, url, date]) => {
    const read = parseArticle(`---\n${head}\n---\nUn.\n`, 'fr.md');
    expect([read.citation, read.problems]).toEqual([{ title, site, url, date }, []]);
  });

  test('what is wrong with one key takes none of the others away', () => {
    const { citation } = parseArticle('---\ntitle: T\nsite: S\ndate: hier\nurl: https://a.fr/x\n---\nUn.\n', 'fr.md');
    expect(citation).toEqual({ title: 'T', site: 'S', url: 'https://a.fr/x', date: null });
  });

  test.each([
    [
      'Hugo’s',
      '+++\ntitle = "Un « titre » \\"cité\\""\ndate = 2025-02-25T10:00:00+01:00\ndraft = false\n[params]\nsite = "X"\n+++\n\nUn.\n',
      ['Un « titre » "cité"', '2025-02-25'],
    ],
    ['one with plain quotation marks', "+++\r\ntitle = 'T'\r\n+++\r\nUn.\r\n", ['T', null]],
    ['one that says nothing', '+++\n+++\n# Titre\n\nUn.\n', ['Titre', null]],
  ])('a TOML head is read: %s', (_what, text, [title, date]) => {
    const read = parseArticle(text, 'fr.md');
    expect([
      read.citation.title,
      read.citation.date,
      read.units.map(({ source }) => source.text),
      read.problems,
    ]).toEqual([title, date, [title, 'Un.'], []]);
  });

  test.each([
    [
      'a text of several lines does not name the article',
      '+++\ndescription = """\ntitle = "Faux"\n"""\ntitle = "Vrai"\n+++\n',
      'Vrai',
      [],
    ],
    ['the first of two titles counts', '+++\ntitle = "Vrai"\ntitle = "Faux"\n+++\n', 'Vrai', []],
    ['a long escape is a sign', '+++\ntitle = "\\U0001F600"\n+++\n', '😀', []],
    ['a title of several lines is one line', '+++\ntitle = """Un\n titre"""\n+++\n# Titre\n', 'Un titre', []],
    [
      'half a character in TOML is said',
      '+++\ntitle = "\\uD800"\n+++\n# Titre\n',
      'Titre',
      [`fr.md:2:9: error front-matter: title: this holds ${HALF}`],
    ],
    [
      'what is beyond Unicode in TOML is said',
      '+++\ntitle = "\\U00110000"\n+++\n# Titre\n',
      'Titre',
      [`fr.md:2:9: error front-matter: title: this holds ${HALF}`],
    ],
    [
      'half a character in YAML is said',
      '---\ntitle: "\\ud800"\n---\n# Titre\n',
      'Titre',
      [`fr.md:2:8: error front-matter: title: this holds ${HALF}`],
    ],
    [
      'what is beyond Unicode in YAML is said',
      '---\ntitle: "\\U00110000"\n---\n# Titre\n',
      'Titre',
      [
        'fr.md:2:9: error front-matter: this \\ begins no character; write the character itself, or \\\\ for a backslash',
      ],
    ],
    ['a whole character of two halves is none of these', '---\ntitle: "\\ud83d\\ude00"\n---\n', '😀', []],
    [
      'a head that is never closed is said',
      '+++\ntitle = "Un"\n\n# Titre\n',
      'Untitled',
      ['fr.md:1:1: error front-matter: this is never closed; write a line “+++” below the last “key = value”'],
    ],
  ])('in a TOML head, %s', (_what, text, title, problems) => {
    const read = parseArticle(text, 'fr.md');
    expect([read.citation.title, read.problems.map(formatProblem).slice(0, 1)]).toEqual([title, problems]);
  });

  test('three plus signs that no others close are a paragraph', () => {
    expect(parseArticle('# T\n\n+++\nUn.\n', 'fr.md').units.map(({ source }) => source.text)).toEqual([
      'T',
      '+++\nUn.',
    ]);
  });

  test.each([
    [
      'an unknown key',
      '---\ntitle: T\ntitel: X\n---\n',
      'fr.md:3:8: error front-matter: “titel” is not a key here; write “title”',
    ],
    [
      'a title in several languages',
      '---\ntitle:\n  fr: Bonjour\n---\n',
      'fr.md:3:3: error front-matter: title: write one text behind the colon',
    ],
    [
      'a wrong date',
      '---\ntitle: T\ndate: 25 février\n---\n',
      'fr.md:3:7: error front-matter: date: write the date as 2025-02-25',
    ],
    [
      'an unsafe address',
      '---\ntitle: T\nurl: javascript:alert(1)\n---\n',
      'fr.md:3:6: error front-matter: url: write an address that starts with https://',
    ],
    [
      'a colon in a value',
      '---\ntitle: T: U\n---\n',
      'fr.md:2:8: error front-matter: write one “key: value” a line; put a value that holds “: ” in quotation marks',
    ],
    [
      'no title',
      'Un.\n',
      'fr.md:1:1: error front-matter: no title; write “title: …” between two lines of “---” at the top',
    ],
  ])('%s is said', (_what, text, problem) => {
    expect(parseArticle(text, 'fr.md').problems.map(formatProblem)[0]).toBe(problem);
  });
});

describe('inline marks', () => {
  const marked = (text: string) =>
    parseInlineMarks(text).marks.map(({ kind, start, end, href }) => [kind, text.slice(start, end), href]);

  test.each([
    ['emphasis', 'un *mot* ici', [['emphasis', '*mot*', null]]],
    ['strong', 'un **mot**', [['strong', '**mot**', null]]],
    ['code', 'un `mot`', [['code', '`mot`', null]]],
    ['a link', '[ici](https://example.org)', [['link', '[ici](https://example.org)', 'https://example.org']]],
    ['a link that leads nowhere safe', '[ici](javascript:alert(1))', [['link', '[ici](javascript:alert(1))', null]]],
    ['no list in a unit', '- travailler', []],
    ['no heading in a unit', '# travailler', []],
    ['no HTML', '<img src=x onerror=alert(1)>', []],
    ['an escaped star', '\\*mot\\*', []],
    ['a lone star', '3 * 4 = 12', []],
  ])('%s', (_what, text, marks) => {
    expect(marked(text)).toEqual(marks);
  });

  test('what the matcher reads has the same length, the signs blanked', () => {
    expect(parseInlineMarks('un [*jeton*](https://jeton.fr) \\*').words).toBe(
      'un \ufffc\ufffcjeton\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc \ufffc*',
    );
  });

  test('the length stays but for decoded references, whatever the text', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '\\',
      'mot',
      ' ',
      '\n',
      '<',
      '>',
      '!',
      '&amp;',
      'https://a.b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { references, words } = parseInlineMarks(text);
        const shorter = references.reduce((sum, { start, end, character }) => sum + end - start - character.length, 0);
        expect(words.length + shorter).toBe(text.length);
      }),
      { numRuns: rounds(150, 3500) },
    );
  });
});

test.each([
  ['quotations', '>'.repeat(20_000)],
  ['lists', `${'- '.repeat(20_000)}x`],
  ['brackets', '['.repeat(40_000)],
  ['stars', '*a '.repeat(15_000)],
])('deep or endless %s end in time', (_what, body) => {
  expect(parseArticle(FRONT + body, 'fr.md').units.length).toBeGreaterThan(0);
});

test('the article is the source, character for character, in 43 units', () => {
  const text = readFileSync(new URL('../../../content/deepseek-r2/fr.md', import.meta.url), 'utf8');
  const { units, problems } = parseArticle(text, 'content/deepseek-r2/fr.md');
  const body = text
    .slice(text.indexOf('---\n\n') + 5)
    .trimEnd()
    .split('\n\n');
  expect([units.length, units.slice(1).map(({ source }) => source.text), problems]).toEqual([43, body, []]);
});

describe('a list keeps its shape', () => {
  const shapesOf = (body: string) =>
    parseArticle(`# T\n\n${body}`, 'fr.md')
      .units.slice(1)
      .map(({ item, source }) => `${item?.depth ?? 0} ${item?.marker ?? '-'} ${source.text}`);
  test.each([
    ['numbers', '1. Un\n2. Deux\n', ['1 1. Un', '1 2. Deux']],
    ['its first number', '7. Un\n8) Deux\n', ['1 7. Un', '1 8. Deux']],
    ['numbers that all say one', '1. Un\n1. Deux\n', ['1 1. Un', '1 2. Deux']],
    ['bullets', '- Un\n- Deux\n', ['1 • Un', '1 • Deux']],
    [
      'lists in lists',
      '1. Un\n   - A\n     - a\n   - B\n2. Deux\n',
      ['1 1. Un', '2 ◦ A', '3 ▪ a', '2 ◦ B', '1 2. Deux'],
    ],
    ['two paragraphs of an item', '- Un\n\n  Encore\n- Deux\n', ['1 • Un', '1  Encore', '1 • Deux']],
    ['a quotation in an item', '- > Un\n', ['1 • Un']],
    ['no item where there is none', 'Un\n\n3 fois\n', ['0 - Un', '0 - 3 fois']],
  ])('%s', (_what, body, shapes) => {
    expect(shapesOf(body)).toEqual(shapes);
  });
});

test('a line across the page stands before the block behind it', () => {
  const { units } = parseArticle('# T\n\nUn.\n\n---\n\nDeux.\n\nTrois.\n', 'fr.md');
  expect(units.map(({ afterRule }) => afterRule ?? false)).toEqual([false, false, true, false]);
});
