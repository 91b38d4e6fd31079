import { describe, expect, test } from 'vitest';
import { proposedTitle, writeArticle } from '../../../../src/formats/document/blocks/write-article.ts';
import { readMarkdownFile } from '../../../../src/formats/document/plain/markdown-file.ts';

const read = (text: string) => readMarkdownFile(text, '“a.md”');

test.each([
  ['***\n\nUn pont.\n', 'Un pont.'],
  ['```\nlet a\n```\n\n- Un pont\n- deux\n', 'Un pont - deux'],
  ['| A |\n| - |\n| b |\n\nUn *pont*.\n', 'Un pont.'],
  ['***\n\n***\n', 'Sans titre'],
])('a file without a title is called by its first text: %j', (text, title) => {
  expect(proposedTitle(read(text), '')).toBe(title);
});

const kinds = (text: string) => read(text).blocks.map(({ kind, markdown }) => [kind, markdown]);

describe('a Markdown file stays as it is', () => {
  test.each([
    ['with front matter', '---\ntitle: Ponts\ntags: [a]\n---\n\nUn  *pont*   \nneuf.\n\n\n* a\n* b\n'],
    ['with front matter of another kind', '+++\ntitle = "Ponts"\n+++\n\nUn.\n'],
    ['with front matter and a heading', '---\ntitle: "Ponts"\n---\n# Débuts\n\nUn.'],
    [
      'with front matter and a heading below that is called the same',
      '---\ntitle: Ponts\n---\n# A\n\nUn.\n\n# Ponts\n\nB.',
    ],
    ['with front matter and a longer heading', '---\ntitle: Ponts\n---\n# Ponts et chaussées\n\nUn.\n'],
    ['with front matter and a paragraph that says the title', '---\ntitle: Ponts\n---\nPonts\n\nUn.\n'],
    ['with lines of Windows in it', '---\ntitle: Ponts\n---\n\nUn.\n\nDeux.'],
  ])('%s', (_what, text) => {
    expect(writeArticle(read(text))).toBe(text);
  });

  test.each([
    ['a heading that is the title', '# Les *ponts*\n\nUn  pont.\n', '---\ntitle: "Les ponts"\n---\n\nUn  pont.\n'],
    ['one with an address', '# Ponts {#ponts .neuf}\n\nUn.\n', '---\ntitle: "Ponts"\n---\n\nUn.\n'],
    ['one on two lines', 'Ponts\\\nneufs\n===\n\nUn.\n', '---\ntitle: "Ponts neufs"\n---\n\nUn.\n'],
    ['one that is underlined', 'Ponts\n=====\n\nUn.\n', '---\ntitle: "Ponts"\n---\n\nUn.\n'],
    ['one below something else', '![a](b.png)\n\n# Ponts\n\nUn.\n', '---\ntitle: "Ponts"\n---\n\n![a](b.png)\n\nUn.\n'],
    ['one of the second level at the top', '## Ponts\n\nUn.\n', '---\ntitle: "Ponts"\n---\n\nUn.\n'],
    [
      'front matter without a title, and a heading',
      '---\ndraft: true # pas fini\n---\n\n# Ponts\n\nUn.\n',
      '---\ndraft: true # pas fini\ntitle: "Ponts"\n---\n\nUn.\n',
    ],
    ...['title:', 'title: ""', "title: ''", 'title: null', 'title: # à trouver'].map(
      (key): [string, string, string] => [
        `a key without its title, and a heading: ${key}`,
        `---\n${key}\ntags: [a]\n---\n# Ponts\n\nUn.\n`,
        `---\ntitle: "Ponts"${key.includes('#') ? ' # à trouver' : ''}\ntags: [a]\n---\n\nUn.\n`,
      ],
    ),
    ...['# L’été', '# L’ÉTÉ', "# L'été", '# L’*été*', 'L’été\n=====', '## L’e\u0301te\u0301', '# L’été #'].map(
      (heading): [string, string, string] => [
        `a heading that says the title of the front matter again: ${heading}`,
        `---\ntitle: L’été\n---\n\n${heading}\n\nUn.\n`,
        '---\ntitle: L’été\n---\n\nUn.\n',
      ],
    ),
    [
      'one below an image',
      '---\ntitle: A\n---\n![a](b.png)\n\n# A\n\nUn.\n',
      '---\ntitle: A\n---\n![a](b.png)\n\nUn.\n',
    ],
    ['no title at all', 'Un pont.\n\nDeux.\n', '---\ntitle: "Un pont."\n---\n\nUn pont.\n\nDeux.\n'],
    ['a title with signs of marks', '# Un \\*pont\\*\n\nUn.\n', '---\ntitle: "Un \\\\*pont\\\\*"\n---\n\nUn.\n'],
  ])('but for %s', (_what, text, expected) => {
    expect(writeArticle(read(text))).toBe(expected);
  });

  test('where a person changes what it is cited by, its other keys stay', () => {
    const text = '---\ntitle: Ponts\nsite: A\ntags: [a, b] # deux\n---\n\nUn.\n';
    expect(writeArticle(read(text), { title: 'Un pont', site: null, date: '2025-03-07' })).toBe(
      '---\ntitle: "Un pont"\ntags: [a, b] # deux\ndate: 2025-03-07\n---\n\nUn.\n',
    );
  });

  test('where a person leaves blocks out, the others stand as they did', () => {
    const text = '---\ntitle: Ponts\n---\n\nUn  *pont*.\n\n* a\n* b\n\nDeux.\n\n* c\n\n[r]: https://exemple.fr\n';
    expect(writeArticle(read(text), { leftOut: new Set([2]) })).toBe(
      '---\ntitle: Ponts\n---\n\nUn  *pont*.\n\n* a\n* b\n\n+ c\n\n[r]: https://exemple.fr\n',
    );
  });
});

describe('blocks of a Markdown file', () => {
  test('are those at its top', () => {
    const text =
      '# T\n\n## A\n\nUn.\n\n  - a\n  - b\n\n    c\n\n> q\n\n```\nx\n```\n\n| a |\n| - |\n| 1 |\n\n---\n\n<div>\nx\n</div>\n\n![a](b.png)\n\n[^1]: Note.\n';
    expect(kinds(text)).toEqual([
      ['heading', '## A'],
      ['paragraph', 'Un.'],
      ['list', '  - a\n  - b\n\n    c'],
      ['quote', '> q'],
      ['code', '```\nx\n```'],
      ['table', '| a |\n| - |\n| 1 |'],
      ['rule', '---'],
      ['code', '<div>\nx\n</div>'],
      ['image', '![a](b.png)'],
      ['note', '[^1]: Note.'],
    ]);
  });

  test('code without a fence gets one, as it would be part of a list above it', () => {
    expect(kinds('# T\n\n    x = 1\n')).toEqual([['code', '```\nx = 1\n```']]);
  });
});

describe('what is wrong with a Markdown file is said', () => {
  test.each([
    ['Un mot %%à relire%% ici.', ['1 remark that readers do not see stays out of the translation: “à relire”.']],
    [
      '%%\nUn.\n\n- Deux.\n%%\n\nTrois %%quatre%%.\n\n| a |\n| - |\n| %%b%% |',
      ['3 remarks that readers do not see stay out of the translation: “Un. Deux.”, “quatre”, “b”.'],
    ],
    [
      '<!--\nUn.\n\nDeux.\n-->\n\nTrois <!-- quatre --> `<!-- x -->`.\n\n- <!---->\n\n%%cinq%%\n\n```\n<!-- y -->\n```',
      ['3 remarks that readers do not see stay out of the translation: “cinq”, “Un. Deux.”, “quatre”.'],
    ],
    ['De 5 %% à 6 %%, et `%%x%%`.\n\n%%', []],
  ])('remarks of Obsidian and of HTML are named: %j', (body, warnings) => {
    expect(read(`# T\n\n${body}\n`).warnings).toEqual(warnings);
  });

  test('a text that no article can have is refused', () => {
    expect(() => read(`# T\n\n${'> '.repeat(40)}x`)).toThrow(
      '“a.md” cannot be read from line 3 on: write at most 32 levels of lists and quotations.',
    );
  });
});
