import fc from 'fast-check';
import type { ListItem, Paragraph, RootContent, TableCell, TableRow, Text } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import type { DocumentBlock, ReadDocument } from '../../../../src/formats/document/blocks/document.ts';
import { oneLine, openingOf, visibleText } from '../../../../src/formats/document/blocks/visible-text.ts';
import { writeArticle } from '../../../../src/formats/document/blocks/write-article.ts';
import { writeBlocks } from '../../../../src/formats/document/blocks/write-blocks.ts';
import { rounds } from '../../../rounds.ts';

const document = (blocks: readonly DocumentBlock[], more: Partial<ReadDocument> = {}): ReadDocument => {
  return { title: 'Essai', site: null, url: null, date: null, blocks, warnings: [], ...more };
};

const paragraphs = (texts: readonly string[]) =>
  writeBlocks(
    texts.map((value) => ({ node: { type: 'paragraph', children: [{ type: 'text', value }] }, doubt: null })),
  );

/** What a reader sees of each unit, the title first. */
const seen = (source: string) => {
  const { units, problems } = parseArticle(source, 'fr.md');
  return { kinds: units.map(({ kind }) => kind), words: units.map((unit) => visibleText(unit.source.text)), problems };
};

const STARTS = [
  '1. ',
  '1) ',
  '1986. ',
  '- ',
  '* ',
  '+ ',
  '# ',
  '#',
  '> ',
  '>',
  '=',
  '===',
  '---',
  '- - -',
  '***',
  '~~~',
  '```',
  '|',
  '| a | b |',
  ':--',
  '--',
  '[^1]: ',
  '[a]: /b ',
  '<div>',
  '<!-- ',
  '    ',
  '\t',
  '- [ ] ',
  '•\u00a0',
  '«\u00a0',
  '',
  '$',
  '\\',
];
const WORDS = [
  'mot',
  'l’été',
  'snake_case_x',
  '*',
  '**',
  '_',
  '__',
  '[',
  ']',
  '](',
  '(x)',
  '<',
  '<b>',
  '&',
  '&amp;',
  '&#38;',
  '`',
  '``',
  '|',
  '~',
  '~~',
  '!',
  '![',
  '\\',
  '\\*',
  'a\u00a0:',
  '«\u00a0oui\u00a0»',
  '1.',
  '-',
  '+',
  '=',
  '#',
  'https://exemple.fr/a_b_c',
  'a@b.fr',
  '10\u202f000',
  '🌉',
  'e\u0301',
  ':',
  '---',
  '[^1]',
  '\u2028',
  '==',
  '==x==',
  '%%',
  '%% x %%',
  '%',
  '^abc',
  '^37066d',
  '[[mot]]',
  '__init__',
];

const nasty = fc
  .tuple(
    fc.constantFrom(...STARTS),
    fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', '', '\n', '\t')), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([start, words]) => oneLine(start + words.map(([word, space]) => word + space).join('')))
  .filter((text) => /\S/.test(text));

describe('paragraphs read back as they were', () => {
  test('whatever they begin with and hold', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (texts) => {
        const source = writeArticle(document(paragraphs(texts)));
        const { kinds, words, problems } = seen(source);
        expect(problems).toEqual([]);
        // What has no words is shown, and not translated.
        const expected = texts.map((text, i) => (/[\p{L}\p{N}]/u.test(text) ? 'paragraph' : kinds[i + 1]));
        expect(kinds).toEqual(['title', ...expected]);
        expect(words.slice(1)).toEqual(texts.map((text) => text.trimEnd()));
        expect(source).not.toMatch(/(?<!\\)&#/);
      }),
      { numRuns: rounds(30, 500) },
    );
  });
});

describe('so do headings, items, quotations and cells', () => {
  const inBlocks = (value: string) => {
    const children: Text[] = [{ type: 'text', value }];
    const paragraph: Paragraph = { type: 'paragraph', children };
    const item: ListItem = { type: 'listItem', spread: false, children: [paragraph] };
    const cell: TableCell = { type: 'tableCell', children };
    const row: TableRow = { type: 'tableRow', children: [cell, cell] };
    const nodes: RootContent[] = [
      { type: 'heading', depth: 2, children },
      { type: 'list', ordered: true, spread: false, children: [item, item] },
      { type: 'blockquote', children: [paragraph] },
      { type: 'table', children: [row, row] },
    ];
    return writeBlocks(nodes.map((node) => ({ node, doubt: null })));
  };

  test('whatever they begin with and hold', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { words } = seen(writeArticle(document(inBlocks(text))));
        expect(words.slice(1).map((one) => one.trim())).toEqual(Array(8).fill(text.trim()));
      }),
      { numRuns: rounds(20, 300) },
    );
  });

  test.each([
    '====x== mot',
    '«====* ===',
    '====1mot====«',
    'é ====*====é',
    '# \u2028',
    'Le do # \u00a0',
    'a ## \u00a0',
    'C# \u00a0',
  ])('as this does: “%s”', (text) => {
    const { words } = seen(writeArticle(document(inBlocks(text))));
    expect(words.slice(1).map((one) => one.trim())).toEqual(Array(8).fill(text.trim()));
  });

  test.each([
    ['Un ==mot== clair', 'Un \\==mot== clair'],
    ['l’==idée==', 'l’\\==idée=='],
    ['*==a==', '\\*\\==a=='],
    ['a ====x== mot', 'a ====x== mot'],
    ['«===x== ==y==', '«===x== \\==y=='],
    ['a == b et c == d', 'a == b et c == d'],
    ['x==1 et y==2', 'x==1 et y==2'],
    ['=== a', '\\=== a'],
    ['%%à relire%% donc', '%\\%à relire%\\% donc'],
    ['%%% a %%%', '%\\%\\% a %\\%\\%'],
    ['De 5 %', 'De 5 %'],
    ['Un mot ^37066d', 'Un mot \\^37066d'],
    ['^abc', '\\^abc'],
    ['e^abc, x ^2', 'e^abc, x ^2'],
    ['Le ^mot ici', 'Le ^mot ici'],
    ['__init__ et a_b_c', '\\_\\_init\\_\\_ et a_b_c'],
  ])('what is no sign is escaped where it would be read as one: “%s”', (text, written) => {
    expect(paragraphs([text]).map(({ markdown }) => markdown)).toEqual([written]);
  });
});

describe('front matter reads back as it was', () => {
  test.each(['Un ^37066d \u2028', 'Un ^37066d\u00a0', 'Un ^37066d'])('the title “%s”', (title) => {
    expect(seen(writeArticle(document([], { title }))).words[0]).toBe('Un ^37066d');
  });

  test('whatever the title, the site and the address hold', () => {
    const fields = fc.record({ title: nasty, site: fc.option(nasty), date: fc.constantFrom(null, '2025-03-07') });
    fc.assert(
      fc.property(fields, ({ title, site, date }) => {
        const source = writeArticle(document(paragraphs(['Un.'])), {
          title,
          site,
          date,
          url: 'https://exemple.fr/a?b=1#c',
        });
        const { citation, problems } = parseArticle(source, 'fr.md');
        expect([problems, seen(source).words, citation.site, citation.date, citation.url]).toEqual([
          ...[[], [title.trim(), 'Un.'], site?.trim() ?? null, date],
          'https://exemple.fr/a?b=1#c',
        ]);
      }),
      { numRuns: rounds(30, 500) },
    );
  });

  test('a title is escaped only where it would be read as marks', () => {
    expect(
      ['1. C’est *ici* : « 2_000 »', 'a_b_c', 'Un & deux', 'A & B &amp; C', '==Un==, a == b', 'Deux ^abc'].map(
        (title) => writeArticle(document([]), { title }),
      ),
    ).toEqual([
      '---\ntitle: "1. C’est \\\\*ici\\\\* : « 2\\\\_000 »"\n---\n\n',
      '---\ntitle: "a_b_c"\n---\n\n',
      '---\ntitle: "Un & deux"\n---\n\n',
      '---\ntitle: "A \\\\& B \\\\&amp; C"\n---\n\n',
      '---\ntitle: "\\\\=\\\\=Un\\\\=\\\\=, a \\\\=\\\\= b"\n---\n\n',
      '---\ntitle: "Deux \\\\^abc"\n---\n\n',
    ]);
  });
});

test.each([
  ['Un pont relie', 13, 'Un pont relie'],
  ['Un pont relie', 12, 'Un pont…'],
  ['Un pont relie', 7, 'Un pont…'],
  ['Un pont relie', 6, 'Un…'],
  ['Un pont, puis deux', 12, 'Un pont…'],
  ['Anticonstitutionnellement', 10, 'Antic…'],
  ['L’anticonstitutionnelle', 10, 'L’ant…'],
  ['À l’anticonstitutionnelle', 12, 'À l’an…'],
  ['abcd😀efghijkl', 10, 'abcd…'],
])('the first words of “%s”, of %i signs at most', (text, most, expected) => {
  expect(openingOf(text, most)).toBe(expected);
});

describe('blocks that come to stand side by side stay apart', () => {
  const list = (ordered: boolean, ...items: readonly string[]) =>
    writeBlocks([
      {
        node: {
          type: 'list',
          ordered,
          spread: false,
          children: items.map((value) => ({
            type: 'listItem',
            spread: false,
            children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
          })),
        },
        doubt: null,
      },
    ]);

  test.each([
    ['bullets', [...list(false, 'a', 'b'), ...paragraphs(['x']), ...list(false, 'c')], '- a\n- b\n\n+ c\n'],
    ['numbers', [...list(true, 'a', 'b'), ...paragraphs(['x']), ...list(true, 'c')], '1. a\n2. b\n\n1) c\n'],
    ['both', [...list(true, 'a'), ...paragraphs(['x']), ...list(false, '1. c')], '1. a\n\n- 1\\. c\n'],
  ])('lists with %s', (_what, blocks, expected) => {
    const at = blocks.findIndex(({ markdown }) => markdown === 'x');
    expect(writeArticle(document(blocks), { leftOut: new Set([at]) })).toBe(`---\ntitle: "Essai"\n---\n\n${expected}`);
  });

  test('three lists in a row', () => {
    const blocks = ['- a', '- b', '- c'].map(
      (markdown): DocumentBlock => ({ kind: 'list', level: 0, markdown, doubt: null }),
    );
    expect(seen(writeArticle(document(blocks))).words).toEqual(['Essai', 'a', 'b', 'c']);
    expect(writeArticle(document(blocks))).toContain('- a\n\n+ b\n\n- c');
  });
});
