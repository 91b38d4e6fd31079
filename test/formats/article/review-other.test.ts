import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import { withoutApprovals } from '../../../src/formats/article/approvals.ts';
import { parseFrontMatter } from '../../../src/formats/article/front-matter.ts';

describe('the head of an article says who approves', () => {
  test.each([
    ['---\ntitle: A\nreview: other\n---\n', 'other', []],
    ['---\nreview: "other"\ntitle: A\n---\n', 'other', []],
    ['+++\ntitle = "A"\nreview = "other"\n+++\n', 'other', []],
    ['---\ntitle: A\n---\n', undefined, []],
    ['---\ntitle: A\nreview:\n---\n', undefined, []],
    ['---\ntitle: A\npreview: a.png\nreviews: 5\nviewer: b\n---\n', undefined, []],
    ['---\ntitle: A\nreview: self\n---\n', undefined, ['3:9 review: write “other”, or leave the line out']],
    ['---\ntitle: A\nreview: true\n---\n', undefined, ['3:9 review: write “other”, or leave the line out']],
    ['---\ntitle: A\nreview: [other]\n---\n', undefined, ['3:9 review: write “other”, or leave the line out']],
  ])('%j', (text, review, problems) => {
    const read = parseFrontMatter(text, 'fr.md');
    const told = read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
    expect([read.citation.review, told]).toEqual([review, problems]);
  });
});

describe('what may not be approved is a draft in a catalogue', () => {
  const NO = () => 'no';
  const A = 'msgid "A"\nmsgstr "a"\n';
  test.each([
    ['a new text', null, A, '#, fuzzy\nmsgid "A"\nmsgstr "a"\n'],
    ['another text', 'msgid "A"\nmsgstr "b"\n', A, '#, fuzzy\nmsgid "A"\nmsgstr "a"\n'],
    ['a draft that becomes reviewed', '#, fuzzy\nmsgid "A"\nmsgstr "a"\n', A, '#, fuzzy\nmsgid "A"\nmsgstr "a"\n'],
    [
      'reviewed anew, with other entries',
      `# terms: t 111111\n${A}`,
      `# terms: t 222222\n${A}`,
      `# terms: t 222222\n#, fuzzy\n${A}`,
    ],
    ['reviewed before', A, A, A],
    ['reviewed before under another context', A, `msgctxt "p2"\n${A}`, `msgctxt "p2"\n${A}`],
    ['reviewed before, with a note since', A, `# note: x\n${A}`, `# note: x\n${A}`],
    ['a draft', null, `#, fuzzy\n${A}`, `#, fuzzy\n${A}`],
    ['no text', null, 'msgid "A"\nmsgstr ""\n', 'msgid "A"\nmsgstr ""\n'],
    ['an obsolete message', null, '#~ msgid "A"\n#~ msgstr "a"\n', '#~ msgid "A"\n#~ msgstr "a"\n'],
    ['with line breaks of Windows', null, 'msgid "A"\r\nmsgstr "a"\r\n', '#, fuzzy\r\nmsgid "A"\r\nmsgstr "a"\r\n'],
    ['as a twin of one reviewed before', A, `${A}\nmsgctxt "p9"\n${A}`, `${A}\n#, fuzzy\nmsgctxt "p9"\n${A}`],
    ['as a twin above it', A, `msgctxt "p1"\n${A}\n${A}`, `#, fuzzy\nmsgctxt "p1"\n${A}\n${A}`],
    [
      'two twins reviewed before',
      `${A}\nmsgctxt "p9"\n${A}`,
      `msgctxt "p9"\n${A}\nmsgctxt "p2"\n${A}`,
      `msgctxt "p9"\n${A}\nmsgctxt "p2"\n${A}`,
    ],
    ['on one line', null, 'msgid "A" msgstr "a"\n', '#, fuzzy\nmsgid "A" msgstr "a"\n'],
    ['with another flag', null, `#, no-wrap\n${A}`, `#, fuzzy, no-wrap\n${A}`],
  ])('%s', (_what, before, after, left) => {
    expect(finish(withoutApprovals(before, after, NO)).text).toBe(left);
  });

  test('it is asked by the origin, and what may be approved keeps its bytes', () => {
    const text = `# origin: person Ana 2026-11-26\n${A}\nmsgid  "B"\nmsgstr   "b"\n`;
    const asked: (string | null)[] = [];
    const left = finish(
      withoutApprovals(null, text, (origin) => {
        asked.push(origin);
        return null;
      }),
    );
    expect([left, asked]).toEqual([{ text, why: null }, ['person Ana 2026-11-26', null]]);
  });
});
