import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const PACKAGE = fileURLToPath(new URL('../package.json', import.meta.url));
const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { scripts: { clear: string } };

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'visavis-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** A build at some second: what is there before is cleared, and one piece is made. */
function build(second: number, piece: string): readonly string[] {
  mkdirSync(path.join(home, 'dist/pieces'), { recursive: true });
  execFileSync('sh', ['-c', scripts.clear], { cwd: home });
  utimesSync(path.join(home, 'dist/built'), second, second);
  const made = path.join(home, 'dist/pieces', piece);
  writeFileSync(made, '');
  utimesSync(made, second + 1, second + 1);
  return readdirSync(path.join(home, 'dist/pieces')).sort();
}

test('a server that runs over a build finds the pieces that it has not loaded yet; older ones go', () => {
  expect([build(10, 'a.js'), build(20, 'b.js'), build(30, 'c.js'), build(40, 'c.js')]).toEqual([
    ['a.js'],
    ['a.js', 'b.js'],
    ['b.js', 'c.js'],
    ['c.js'],
  ]);
});

test('nothing is there to be cleared the first time', () => {
  mkdirSync(path.join(home, 'dist'));
  execFileSync('sh', ['-c', scripts.clear], { cwd: home });
  expect(readdirSync(path.join(home, 'dist'))).toEqual(['built']);
});
