import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import type { DocumentBlock, ReadDocument } from '../../../src/formats/document/document.ts';
import { oneLine, visibleText } from '../../../src/formats/document/visible-text.ts';
import { writeArticle } from '../../../src/formats/document/write-article.ts';
import { writeBlocks } from '../../../src/formats/document/write-blocks.ts';

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
        expect(kinds).toEqual(['title', ...texts.map(() => 'paragraph')]);
        expect(words.slice(1)).toEqual(texts.map((text) => text.trimEnd()));
        expect(source).not.toMatch(/(?<!\\)&#/);
      }),
      { numRuns: 100 },
    );
  });
});
