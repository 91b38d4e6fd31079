import { expect, test } from 'vitest';
import { reachOf, readImports } from './imports.ts';

/** A file that has an import, or a line, of its own. */
function reach(lines: Readonly<Record<string, string>>) {
  return reachOf('src/a.ts', readImports(new Map(Object.entries({ 'src/a.ts': '', ...lines }))));
}

test.each([
  ["import { a } from '../src/a.ts';", 'direct'],
  ["import '../src/a.ts';", 'direct'],
  ["export { a } from '../src/a.ts';", 'direct'],
  ["export * from '../src/a.ts';", 'direct'],
  ["const a = await import('../src/a.ts');", 'direct'],
  ["import { type A, b } from '../src/a.ts';", 'direct'],
  ["new Worker(new URL('../src/a.js', import.meta.url));", 'direct'],
  ["run('dist/a.js');", 'built'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source of a test
  ['run(`${HOME}/dist/a.js`);', 'built'],
  ["import { a } from '../dist/a.js';", 'built'],
  ["import type { A } from '../src/a.ts';", 'none'],
  ["import { type A, type B } from '../src/a.ts';", 'none'],
  ["type A = import('../src/a.ts').A;", 'none'],
  ["export type { A } from '../src/a.ts';", 'none'],
  ["// import '../src/a.ts';", 'none'],
  ["import '../src/b.ts';", 'none'],
  ["run('src/a.ts');", 'none'],
  ["import 'a';", 'none'],
])('a test with %s gets to the file: %s', (line, how) => {
  const { parts, built } = reach({ 'test/a.test.ts': line, 'src/x.ts': '' });
  expect({ parts, built }).toEqual({
    parts: how === 'direct' ? ['test/a.test.ts'] : [],
    built: how === 'built' ? ['test/a.test.ts'] : [],
  });
});

test('the tests that get to a file are told from the nearest on, those of most of the program and of what is built last', () => {
  expect(
    reach({
      'test/far.test.ts': "import '../src/c.ts';",
      'test/program.test.ts': "import './program.ts';",
      'test/program.ts': "run('dist/c.js');",
      'src/c.ts': "import './b.ts';",
      'src/b.ts': "import './a.ts';",
      'src/d.ts': '',
      'src/e.ts': '',
      'test/whole.test.ts': "import '../src/a.ts'; import '../src/c.ts'; import '../src/d.ts'",
      'test/middle.test.ts': "import '../src/b.ts';",
      'test/near.test.ts': "import '../src/a.ts'; run('dist/c.js');",
      'test/other.test.ts': "import './program.test.ts.snap';",
    }),
  ).toEqual({
    parts: ['test/near.test.ts', 'test/middle.test.ts'],
    wholes: ['test/whole.test.ts', 'test/far.test.ts'],
    built: ['test/program.test.ts'],
  });
});

test('before all a test of the same name, then those of its folder', () => {
  const far = "import '../src/c.ts';";
  const all = { 'src/b.ts': "import './a.ts';", 'src/c.ts': "import './b.ts';", 'src/d.ts': '', 'src/e.ts': '' };
  expect(
    reach({
      ...all,
      ...{ 'src/f.ts': '', 'src/g.ts': '', 'src/h.ts': '' },
      'test/x/near.test.ts': "import '../../src/a.ts';",
      'test/other.test.ts': far,
      'test/a.test.ts': far,
    }).parts,
  ).toEqual(['test/a.test.ts', 'test/other.test.ts', 'test/x/near.test.ts']);
});
