import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { children, type Node, parse } from './mutants/syntax.ts';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));

/** Files whose patterns may take longer than their text is long, and what keeps that text short. */
const BOUNDED: Readonly<Record<string, string>> = {
  'files/loading/stray-names.ts': 'names of files, 255 bytes',
  'formats/glossary/cell-status.ts': 'parts of cells, 200 characters',
  'formats/glossary/remark-status.ts': 'sentences of the first 1,000 characters of a remark',
  'cli/terms.ts': 'ends at the end of the text at the latest, so that it always ends',
  'formats/article/plain-blocks.ts': 'the same',
  'formats/article/markdown-bounds.ts': 'the same, with the line',
  'formats/article/obsidian.ts': 'asked of the last hundred characters of a paragraph',
};

test.each(sources().filter((file) => !(file in BOUNDED)))('%s: a text of any length is gone through once', (file) => {
  expect(patternsOf(file).flatMap(faultsOf)).toEqual([]);
});

test.each(Object.keys(BOUNDED))('%s: still has such a pattern', (file) => {
  expect(patternsOf(file).flatMap(faultsOf)).not.toEqual([]);
});

test.each<[RegExp, string]>([
  [/\S+ :/, 'Move'],
  [/[. ]+$/, 'Move'],
  [/^(a*)(a*)b/, 'Trade'],
  [/^(?:a+)+b/, 'Self'],
])('near-miss: %s is none', ({ source, flags }, kind) => {
  expect(faultsOf({ source, flags })).toEqual([`${kind}: ${source}`]);
});

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

function sources(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
}

function patternsOf(file: string): Pattern[] {
  return literalsIn(parse(readFileSync(SOURCE + file, 'utf8')).program);
}

function literalsIn(node: Node): Pattern[] {
  const pattern = node['regex'] as { readonly pattern: string; readonly flags: string } | null | undefined;
  if (pattern != null) return [{ source: pattern.pattern, flags: pattern.flags }];
  return children(node).flatMap(({ node: child }) => literalsIn(child));
}

/** Where a pattern may go over the same characters again and again: how, and which one. */
function faultsOf({ source, flags }: Pattern): string[] {
  if (!/[*+{]/.test(source)) return [];
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } });
  return [...new Set(reports.map(({ type }) => `${type}: ${source}`))];
}
