import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const HOME = fileURLToPath(new URL('..', import.meta.url));

/** What each room of src/ may import: other rooms, and packages. `node:` counts as a package. */
const RINGS: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  core: { rooms: [], packages: [] },
  formats: { rooms: ['core'], packages: ['yaml', 'zod', 'saxes', 'mdast', 'mdast-util-from-markdown'] },
  files: { rooms: ['core', 'formats'], packages: ['node:', 'chokidar'] },
  http: { rooms: ['core', 'formats'], packages: ['node:', 'express', 'helmet', 'pino'] },
  engines: { rooms: ['core'], packages: ['node:', 'deepl-node', 'fxtranslate'] },
  cli: { rooms: ['core', 'formats'], packages: ['node:util'] },
  browser: { rooms: ['core'], packages: [] },
  '.': { rooms: ['core', 'formats', 'engines', 'files', 'http', 'cli'], packages: ['node:', 'zod', 'pino'] },
};

const TOP_LEVEL = /^(package\.json|package-lock\.json|tsconfig\.json|src|views|glossary|content|test|README\.md|\..+)$/;

function sourceFiles(): { file: string; room: string; text: string }[] {
  return readdirSync(path.join(HOME, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file,
      room: path.dirname(file).split(path.sep)[0] ?? '.',
      text: readFileSync(path.join(HOME, 'src', file), 'utf8'),
    }));
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '',
  );
}

function isAllowed(room: string, file: string, specifier: string): boolean {
  const ring = RINGS[room];
  if (ring === undefined) return false;
  if (!specifier.startsWith('.'))
    return ring.packages.some((name) => specifier === name || (name.endsWith(':') && specifier.startsWith(name)));
  const target = path.normalize(path.join(path.dirname(file), specifier));
  const other = path.dirname(target).split(path.sep)[0] ?? '.';
  return other === room || ring.rooms.includes(other);
}

test('each room imports only what its ring allows', () => {
  const broken = sourceFiles().flatMap(({ file, room, text }) =>
    importsOf(text)
      .filter((specifier) => !isAllowed(room, file, specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  );
  expect(broken).toEqual([]);
});

test('every room of src/ has a ring', () => {
  expect([...new Set(sourceFiles().map(({ room }) => room))].filter((room) => RINGS[room] === undefined)).toEqual([]);
});

test('core has no clock and no chance', () => {
  const broken = sourceFiles().filter(
    ({ room, text }) => room === 'core' && /\bDate\b|Math\.random|performance\.now/.test(text),
  );
  expect(broken.map(({ file }) => file)).toEqual([]);
});

test('no regular expression is made of what people write', () => {
  expect(
    sourceFiles()
      .filter(({ text }) => text.includes('new RegExp('))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('no template prints data unescaped', () => {
  const views = readdirSync(path.join(HOME, 'views'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ejs'),
  );
  const raw = views.filter((file) => /<%-(?!\s*include\()/.test(readFileSync(path.join(HOME, 'views', file), 'utf8')));
  expect(raw).toEqual([]);
});

test('files stay short', () => {
  expect(
    sourceFiles()
      .filter(({ text }) => text.split('\n').length > 250)
      .map(({ file }) => file),
  ).toEqual([]);
});

test('the top level holds what was agreed, nothing else', () => {
  const names = readdirSync(HOME).filter((name) => name !== 'node_modules' && name !== 'dist');
  expect(names.filter((name) => !TOP_LEVEL.test(name))).toEqual([]);
});

test('no dependency runs a script when it is installed', () => {
  const lock = JSON.parse(readFileSync(path.join(HOME, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean; integrity?: string; link?: boolean }>;
  };
  const entries = Object.entries(lock.packages).filter(([name]) => name !== '');
  expect(entries.filter(([, entry]) => entry.hasInstallScript || !entry.integrity).map(([name]) => name)).toEqual([]);
});
