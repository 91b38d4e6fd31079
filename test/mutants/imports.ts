import path from 'node:path';
import { children, type Node, parse } from './syntax.ts';

/** Who asks which file, once the program runs: types are gone by then. */
export interface Imports {
  /** Tests that load more than half of the sources. */
  readonly wholes: ReadonlySet<string>;
  /** Files that load another as it stands in the sources, by that one. */
  readonly bySource: ReadonlyMap<string, readonly string[]>;
  /** Files that start, or load, what is built of another. */
  readonly byBuilt: ReadonlyMap<string, readonly string[]>;
}

/** The tests that a file can fail, the nearest first. */
export interface Reach {
  /** Those that load it, and no more than a part of the program: each is over in a moment. */
  readonly parts: readonly string[];
  /** Those that load it with most of the program: servers and commands. */
  readonly wholes: readonly string[];
  /** Those that get to it only by what is built. */
  readonly built: readonly string[];
}

/** @param files texts by their paths in the checkout */
export function readImports(files: ReadonlyMap<string, string>): Imports {
  const [bySource, byBuilt, loads] = [
    new Map<string, string[]>(),
    new Map<string, string[]>(),
    new Map<string, string[]>(),
  ];
  for (const [file, text] of files)
    for (const word of wordsOf(parse(text).program)) {
      const isRelative = /^\.{1,2}\//.test(word);
      const asked = isRelative ? path.join(path.dirname(file), word) : (/dist\/[\w./-]+$/.exec(word)?.[0] ?? '');
      const source = asked.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts');
      if (!files.has(source)) continue;
      const isBuilt = !isRelative || asked.startsWith('dist/');
      add(isBuilt ? byBuilt : bySource, source, file);
      if (!isBuilt) add(loads, file, source);
    }
  const half = [...files.keys()].filter(isSource).length / 2;
  const isWhole = (test: string) => reached(test, (one) => loads.get(one) ?? []).filter(isSource).length > half;
  return { wholes: new Set([...files.keys()].filter(isTest).filter(isWhole)), bySource, byBuilt };
}

function add(map: Map<string, string[]>, key: string, one: string): void {
  map.set(key, [...(map.get(key) ?? []), one]);
}

function isSource(file: string): boolean {
  return file.startsWith('src/');
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts');
}

/** All that may be the address of a module: the strings of a file, but those that only fetch types. */
function wordsOf(node: Node): string[] {
  if (fetchesTypes(node)) return [];
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : [];
  if (node.type === 'TemplateElement') return [String((node['value'] as { readonly raw: string }).raw)];
  return children(node).flatMap((one) => wordsOf(one.node));
}

function fetchesTypes(node: Node): boolean {
  if (node.type === 'TSImportType' || [node['importKind'], node['exportKind']].includes('type')) return true;
  const names = children(node).filter(({ key }) => key === 'specifiers');
  return (
    node.type === 'ImportDeclaration' && names.length > 0 && names.every((one) => one.node['importKind'] === 'type')
  );
}

/** The tests that get to a file. */
export function reachOf(file: string, { wholes, bySource, byBuilt }: Imports): Reach {
  const kinship = (test: string) => kinshipOf(test, file);
  const direct = reached(file, (one) => bySource.get(one) ?? [])
    .filter(isTest)
    .sort((a, b) => kinship(a) - kinship(b));
  const all = reached(file, (one) => [...(bySource.get(one) ?? []), ...(byBuilt.get(one) ?? [])]).filter(isTest);
  return {
    parts: direct.filter((one) => !wholes.has(one)),
    wholes: direct.filter((one) => wholes.has(one)),
    built: all.filter((one) => !direct.includes(one)),
  };
}

/**
 * A test of the same name and place comes first, then those of the same folder; some get to what they test by other
 * files.
 */
function kinshipOf(test: string, file: string): number {
  const own = file.replace(/^src\/(.*)\.ts$/, 'test/$1.test.ts');
  if (test === own) return 0;
  return path.dirname(test) === path.dirname(own) ? 1 : 2;
}

/** A file and all that can be got to from it, the nearest first. */
function reached(file: string, next: (file: string) => readonly string[]): string[] {
  const found = new Set([file]);
  for (const one of found) for (const other of next(one)) found.add(other);
  return [...found];
}
