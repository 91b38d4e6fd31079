import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const HOME = fileURLToPath(new URL('..', import.meta.url));

/** What npm would pack of what is built. */
function packedFiles(): Set<string> {
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: HOME,
    encoding: 'utf8',
  });
  const [archive] = JSON.parse(said) as [{ files: { path: string }[] }];
  return new Set(archive.files.map((file) => file.path));
}

/** The scripts that the source names by their paths: what is started, in a thread too, or read. */
function namedScripts(): string[] {
  const files = readdirSync(path.join(HOME, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => name.endsWith('.ts'));
  const texts = sources.map((name) => readFileSync(path.join(HOME, 'src', name), 'utf8'));
  return [...new Set(texts.flatMap((text) => text.match(/\bdist\/[\w/-]+\.js\b/g) ?? []))].sort();
}

/** The files beside it that a script imports, at once or later. */
function importsOf(script: string): string[] {
  const text = readFileSync(path.join(HOME, script), 'utf8');
  const found = text.matchAll(/^(?:import|export)\b[^"';]*["'](\.[^"']+)["']|\bimport\("(\.[^"]+)"\)/gm);
  return [...found]
    .map(([, atOnce, later = '']) => atOnce ?? later)
    .map((name) => path.posix.join(path.posix.dirname(script), name));
}

test('each script that the program starts or reads is packed, with all that it imports', () => {
  const packed = packedFiles();
  const named = namedScripts();
  const needed = new Set(named);
  for (const script of needed) if (packed.has(script)) for (const name of importsOf(script)) needed.add(name);
  expect([named, [...needed].filter((name) => !packed.has(name))]).toEqual([
    [
      'dist/browser/before-paint.js',
      'dist/engines/local-worker.js',
      'dist/files/thread/text-worker.js',
      'dist/main.js',
    ],
    [],
  ]);
});
