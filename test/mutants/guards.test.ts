import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../site.ts';
import { GUARDS } from './guard-list.ts';
import { guardTags, withoutGuard } from './guards.ts';
import { parse } from './syntax.ts';

function tagged() {
  return ['src', 'views'].flatMap((folder) =>
    readdirSync(path.join(HOME, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|ejs)$/.test(name))
      .flatMap((name) => {
        const text = readFileSync(path.join(HOME, folder, name), 'utf8');
        return guardTags(name, text).map((tag) => ({ name, text, tag }));
      }),
  );
}

test('the guards of the source are those of the list, each once', () => {
  const names = tagged().map(({ tag }) => tag.name);
  expect(names.sort()).toEqual(GUARDS.map(({ name }) => name).sort());
});

test('each path by which the tests of a guard are named leads to some', () => {
  const tests = readdirSync(new URL('..', import.meta.url), { recursive: true, encoding: 'utf8' });
  const parts = GUARDS.flatMap((guard) => guard.tests.split(' '));
  const found = (part: string) => tests.some((file) => file.endsWith('.test.ts') && file.includes(part));
  expect(parts.filter((part) => !found(part))).toEqual([]);
});

test('each guard can be switched off, and what is left is a program', () => {
  for (const { name, text, tag } of tagged()) {
    const off = withoutGuard(name, text, tag);
    expect(off, tag.name).not.toBe(text);
    if (name.endsWith('.ts')) expect(() => parse(off), tag.name).not.toThrow();
  }
});

function off(source: string): string {
  const [tag] = guardTags('a.ts', source);
  if (tag === undefined) throw new Error('there is no tag');
  return withoutGuard('a.ts', source, tag);
}

test.each([
  ['/** @guard a */\nfunction f(): void { g(); }', '/** @guard a */\nfunction f(): void {}'],
  [
    '/** @guard a → true */\nexport function f(): boolean { return g(); }',
    'export function f(): boolean { return true; }',
  ],
  ['/**\n * Why 😀.\n *\n * @guard a → null\n */\nexport async function f() { return 1; }', 'f() { return null; }'],
  ['/** @guard a → next() */\nconst f: Handler = (_, next) => { g(); next(); };', '=> { return next(); };'],
  ['/** @guard a → true */\nexport const f = (x: number) => x > 1;', '(x: number) => true;'],
  ['/** @guard a → {} */\nconst f = () => ({ b: 1 });', '() => ({});'],
  ['/** @guard a → Infinity */\nconst MOST = 32;', 'const MOST = Infinity;'],
  ["/** @guard a → false */\nconst P = { b: 'c' } as const;", 'const P = false as const;'],
  ['const o = {\n  /** @guard a */\n  async end() { await g(); },\n};', 'async end() {},'],
  ['class C {\n  /** @guard a → 0 */\n  size() { return 1; }\n}', 'size() { return 0; }'],
  [
    'function out() {\n  /** @guard a → work() */\n  const f = (work: W) => { g(work); };\n  return f;\n}',
    '{ return work(); };',
  ],
])('a guard is off: %s', (source, expected) => {
  expect(off(source)).toContain(expected);
});

test.each([
  ['interface I { readonly a: number }', 'stands above no function'],
  ['f();', 'stands above no function'],
  ['const MOST = 32;', 'says no value'],
])('a tag that guards nothing is a mistake: %s', (source, why) => {
  expect(() => off(`/** @guard a */\n${source}`)).toThrow(why);
});

test.each(['// the @guardian', "const a = '/** @guard b */';", '/** Guards: none. */'])('no tag: %s', (source) => {
  expect(guardTags('a.ts', source)).toEqual([]);
});

test('in a template what stands below the tag is escaped no more', () => {
  const text = '<%= a %>\n<%# @guard b -%>\n<%= c %>\n';
  const [tag] = guardTags('a.ejs', text);
  expect(tag && withoutGuard('a.ejs', text, tag)).toBe('<%= a %>\n<%# @guard b -%>\n<%- c %>\n');
});
