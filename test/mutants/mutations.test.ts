import { expect, test } from 'vitest';
import { mutationsOf } from './mutations.ts';
import { drawSample } from './sample.ts';
import { parse, patched } from './syntax.ts';

function mutants(source: string): string[] {
  return mutationsOf(source).map((one) => patched(source, one));
}

test.each([
  ['if (a) b = c;', ['if (!(a)) b = c;']],
  ['b = a ? c : d;', ['b = !(a) ? c : d;']],
  ['b = a < c;', ['b = a <= c;']],
  ['b = a >= c;', ['b = a > c;']],
  ['b = (a) === (c);', ['b = (a) !== (c);']],
  ['b = a && c;', ['b = a || c;']],
  ['b = a ?? c;', ['b = a && c;']],
  ['b += c;', ['b -= c;']],
  ['b = !a;', ['b = a;']],
  ['f(a);', ['{}']],
  ['if (b) f(a);', ['if (!(b)) f(a);', 'if (b) {}']],
  ['await f(a);', ['{}']],
  ['b = a.filter(f);', ['b = a;']],
  ['b = (a || c).trim();', ['b = (a || c);', 'b = (a && c).trim();']],
  ['b = 1;', ['b = (2);', 'b = (0);']],
  ["b = 'é😀' + c;", ["b = '' + c;"]],
  ["b = '';", ["b = 'x';"]],
  ['b = true;', ['b = false;']],
  ['function f(): void { b = c; }', ['function f(): void { return ; b = c; }']],
  ['function f(): string | null { return c; }', ['function f(): string | null { return null; return c; }']],
  [
    'const f = async (): Promise<readonly T[]> => { b = c; };',
    ['const f = async (): Promise<readonly T[]> => { return []; b = c; };'],
  ],
  ["b = a as 'c' | 'd';", []],
  ["b = (a && c) satisfies 'd';", ["b = (a || c) satisfies 'd';"]],
])('what may go wrong in %s', (source, expected) => {
  expect(mutants(source).sort()).toEqual([...expected].sort());
});

test.each([
  "import { a } from './a.ts';",
  "export * from './a.ts';",
  "type A = 'b' | 1;",
  "interface A { readonly b: 'c' }",
  '/** 1 + 1 */ // true && false',
  "'use strict';",
  "b = { 'c': d };",
  'b = a?.filter(f);',
])('nothing goes wrong in %s', (source) => {
  expect(mutants(source)).toEqual([]);
});

test('each mutant is a program, and another one', () => {
  const source =
    'export function f(a: number[]): number {\n  if (a.length < 2) return 0;\n  return a.filter((b) => b > 1 && !b).length + 1;\n}\n';
  for (const one of mutants(source)) {
    expect(one).not.toBe(source);
    expect(() => parse(one)).not.toThrow();
  }
});

const ROOMS = new Map([
  ['src/a/one.ts', 'b = 1; b = 2; b = 3; b = 4;'],
  ['src/a/two.ts', 'b = 1; b = 2; b = 3; b = 4;'],
  ['src/c/one.ts', 'b = true;'],
]);

test('a seed draws the same sample each time, and another seed another', () => {
  const drawn = (seed: number) => drawSample(ROOMS, 6, seed).map(({ file, start, text }) => `${file} ${start} ${text}`);
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
});

test('a sample takes from each room in turn', () => {
  expect(
    drawSample(ROOMS, 2, 5)
      .map(({ file }) => file.slice(0, 5))
      .sort(),
  ).toEqual(['src/a', 'src/c']);
});

test('a sample holds no mutant twice, and no more than there are', () => {
  const drawn = drawSample(ROOMS, 100, 1).map(({ file, start, text }) => `${file} ${start} ${text}`);
  expect([drawn.length, new Set(drawn).size]).toEqual([17, 17]);
});
