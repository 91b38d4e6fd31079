import { describe, expect, test } from 'vitest';
import { slugOf } from '../../src/core/text/slug.ts';
import { plainBlocks } from '../../src/formats/article/plain-blocks.ts';
import { readEntry } from '../../src/formats/glossary/entry.ts';
import { parseGlossaryYaml } from '../../src/formats/glossary/yaml.ts';
import { appendToGlossaryYaml } from '../../src/formats/glossary/yaml-append.ts';
import { editGlossaryYaml } from '../../src/formats/glossary/yaml-edit.ts';
import { importFormatOf } from '../../src/formats/import/import-format.ts';
import { rounds } from '../rounds.ts';

const FILE = 'glossary/ai.yaml';
const ENTRY = '- fr: jeton\n  en: token\n';
const MILLIONS = rounds(1_000_000, 4_000_000);
const idsIn = (text: string) => parseGlossaryYaml(text, FILE).concepts.map(({ id }) => id);
const append = (text: string) => {
  const { concept } = readEntry({ fr: 'puce', en: 'chip' }, () => ({ file: FILE, line: 1, column: 1 }));
  return appendToGlossaryYaml(text, concept === null ? [] : [concept], { file: FILE, known: new Map() });
};

describe('millions of the same are read as a few are', () => {
  test('words in a slug', () => {
    expect(slugOf('mot '.repeat(MILLIONS))).toBe('mot-'.repeat(25).slice(0, -1));
  });

  test.each([
    ['empty lines', '\n'],
    ['empty lines of Windows', '\r\n'],
  ])('%s before the first entry', (_what, line) => {
    expect(idsIn(line.repeat(MILLIONS) + ENTRY)).toEqual(['token']);
  });

  test('words in a term', () => {
    expect(idsIn(`- fr: a\n  en: ${'b '.repeat(MILLIONS / 2)}\n`)).toEqual(['b-'.repeat(50).slice(0, -1)]);
  });

  test('empty lines behind a deleted entry', () => {
    const text = `${ENTRY}${' \r\n\n'.repeat(1000)}- keep: OpenAI\n`;
    expect(editGlossaryYaml(text, FILE, { kind: 'delete', id: 'token' })).toEqual({ text: '- keep: OpenAI\n' });
  });

  test('lines of a paragraph', () => {
    const lines = 'a\n'.repeat(MILLIONS);
    expect(plainBlocks(`${lines}\nb\n`, 0).map(({ start, text }) => [start, text.length])).toEqual([
      [0, lines.length - 1],
      [lines.length + 1, 1],
    ]);
  });

  test.each([
    ['comments', '<!---->'],
    ['instructions', '<??>'],
  ])('%s before the root element', (_what, piece) => {
    expect(importFormatOf(`${piece.repeat(MILLIONS)}<tmx version="1.4">`)).toBe('tmx');
  });

  test('spaces inside a text, before entries behind it', () => {
    expect(append(`- fr: jeton\n  en: token\n  note: "a${' '.repeat(100_000)}b"\n`)).toHaveProperty('text');
  });
});

describe('where new entries stand behind those of a file, all before them stays', () => {
  test.each([
    ['brackets in a comment', `${ENTRY}# see [ ]`],
    ['brackets at the end of a text', `${ENTRY}  note: |\n    a list []`],
    ['brackets in a comment of a file without entries', '# see []'],
  ])('%s', (_what, text) => {
    expect(append(`${text}\n`)).toEqual({ text: `${text}\n\n- fr: puce\n  en: chip\n` });
  });

  test.each(['[]\n', '# all\n[ ]\n\n', ' [\n]'])('but the brackets of a list without entries: %j', (text) => {
    expect(append(text)).toEqual({
      text: `${text.startsWith('#') ? '# all\n\n' : ''}- fr: puce\n  en: chip\n`,
    });
  });
});
