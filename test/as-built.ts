import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';

const HOME = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = path.join(HOME, 'src/');
const BUILT = path.join(HOME, 'dist/');
/** The sources that are compiled together, and what the compiler writes anew when it has built them. */
const COMPILED = [
  { sources: /^core\//, told: path.join(BUILT, 'core/.tsbuildinfo') },
  { sources: /^(?!core\/|browser\/)/, told: path.join(BUILT, '.tsbuildinfo') },
];

/** The files that node loads itself, without a look at what they say; not those that are bundles, which tsc leaves. */
export const EXTERNAL = /\/dist\/(?!browser\/|(?:.+\/)?(?:main|text-worker|local-worker)\.js$).+\.js$/;

/**
 * What tests import of the sources is what was built from them: an eighth of what tests take goes into the ways of
 * loading else.
 */
export const AS_BUILT: Plugin = {
  name: 'as-built',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!source.startsWith('.')) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found?.id.startsWith(SOURCES) ? builtFrom(found.id) : null;
  },
};

/** Whether each source is as it was when it was compiled, and stays so: else tests run the sources. */
export function isBuilt(): boolean {
  if (!process.argv.includes('run')) return false;
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return COMPILED.every(({ sources, told }) => {
    const at = existsSync(told) ? statSync(told).mtimeMs : 0;
    return names.filter((name) => sources.test(name)).every((name) => changedAt(path.join(SOURCES, name)) <= at);
  });
}

/** One that was put back keeps the time at which it was written. */
function changedAt(file: string): number {
  const { mtimeMs, ctimeMs } = statSync(file);
  return Math.max(mtimeMs, ctimeMs);
}

/** The built module of a source, null where none is built (what a browser loads, what is bundled alone). */
function builtFrom(source: string): string | null {
  const built = path.join(BUILT, source.slice(SOURCES.length).replace(/\.ts$/, '.js'));
  return EXTERNAL.test(built) && existsSync(built) ? built : null;
}
