import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOME } from '../site.ts';
import { report } from './server.ts';

/** A guard switched off, and the tests that must notice. */
interface Mutant {
  readonly guard: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: string;
}

const MUTANTS: readonly Mutant[] = [
  {
    guard: 'H1 foreign Host',
    file: 'src/http/guard/host-guard.ts',
    from: 'return { status: 403,',
    to: 'return host.length < 999 ? null : { status: 403,',
    tests: 'http/guard/guards',
  },
  {
    guard: 'H1 two Hosts',
    file: 'src/http/guard/host-guard.ts',
    from: 'return count === 1;',
    to: 'return count >= 1;',
    tests: 'http/guard/guards',
  },
  {
    guard: 'H1 target with a host',
    file: 'src/http/guard/host-guard.ts',
    from: "return url?.startsWith('/') === true && !url.startsWith('//');",
    to: 'return url !== undefined;',
    tests: 'http/guard/guards',
  },
  {
    guard: 'H2 Origin',
    file: 'src/http/guard/write-guard.ts',
    from: 'return URL.canParse(origin) && new URL(origin).host === host;',
    to: 'return URL.canParse(origin) || host !== undefined;',
    tests: 'http/guard/guards',
  },
  {
    guard: 'H2 Sec-Fetch-Site',
    file: 'src/http/guard/write-guard.ts',
    from: "site !== 'same-origin' && site !== 'none'",
    to: "site === 'never'",
    tests: 'http/guard/guards',
  },
  {
    guard: 'H2 cookie without Origin',
    file: 'src/http/guard/write-guard.ts',
    from: 'if (cookie !== undefined && origin === undefined',
    to: 'if (cookie === null && origin === undefined',
    tests: 'http/guard/guards',
  },
  {
    guard: 'H2 content type',
    file: 'src/http/routes/requests.ts',
    from: "if (request.is('application/json') !== false) return next();",
    to: 'return next();',
    tests: 'http/routes/entries',
  },
  {
    guard: 'H3 /events from elsewhere',
    file: 'src/http/routes/events.ts',
    from: 'refuseOtherSites(request);',
    to: '',
    tests: 'http/guard/guards',
  },
  {
    guard: 'H3 resource policy',
    file: 'src/http/app.ts',
    from: "xFrameOptions: { action: 'deny' },",
    to: "xFrameOptions: { action: 'deny' },\n    crossOriginResourcePolicy: false,",
    tests: 'http/guard/guards',
  },
  {
    guard: 'H4 file of a new entry',
    file: 'src/http/routes/entry-save.ts',
    from: "typeof file === 'string' && (files.includes(file)",
    to: "typeof file === 'string' && (file.length > 0",
    tests: 'http/routes/entries',
  },
  {
    guard: 'H4 back to',
    file: 'src/http/addresses.ts',
    from: '&& /^\\/articles\\/[a-z0-9-]{1,100}(#p\\d{1,6})?$/.test(address)',
    to: '',
    tests: 'http/routes/entries',
  },
  {
    guard: 'H5 packed bodies',
    file: 'src/http/routes/requests.ts',
    from: 'inflate: false',
    to: 'inflate: true',
    tests: 'http/guard/guards',
  },
  {
    guard: 'H9 wrong password',
    file: 'src/http/guard/password.ts',
    from: 'timingSafeEqual(',
    to: '((..._: unknown[]) => true)(',
    tests: 'http/routes/sign-in',
  },
  {
    guard: 'H9 sign-in before writing',
    file: 'src/http/guard/write-guard.ts',
    from: 'if (gate !== null && !gate.isSignedIn(request))',
    to: 'if (gate !== null && gate === undefined)',
    tests: 'http/routes/sign-in',
  },
  {
    guard: 'W1 rename',
    file: 'src/files/write-file.ts',
    from: 'calls.renameSync(temporary, file);',
    to: "calls.renameSync(temporary, file + '.new');",
    tests: 'files/write-file',
  },
  {
    guard: 'W3 fsync before the rename',
    file: 'src/files/write-file.ts',
    from: 'await handle.sync();\n',
    to: '',
    tests: 'files/write-file',
  },
  {
    guard: 'W3 fsync of the folder',
    file: 'src/files/write-file.ts',
    from: 'await syncFolder(path.dirname(file), calls);',
    to: '',
    tests: 'files/write-file',
  },
  {
    guard: 'W4 temporary files',
    file: 'src/files/write-file.ts',
    from: 'await calls.rm(temporary, { force: true }).catch(() => {});',
    to: '',
    tests: 'files/write-file',
  },
  {
    guard: 'W5 size check',
    file: 'src/files/write-file.ts',
    from: 'if (size !== bytes.length)',
    to: 'if (size < 0)',
    tests: 'files/write-file',
  },
  {
    guard: 'W7 If-Match of a paragraph',
    file: 'src/http/routes/units.ts',
    from: 'if (version !== unitVersion(unit)) return null;',
    to: '',
    tests: 'http/routes/units',
  },
  {
    guard: 'W7 version of an entry',
    file: 'src/files/glossary-store.ts',
    from: 'conceptVersion(old) !== expected',
    to: 'old.id === expected',
    tests: 'http/routes/entries',
  },
  {
    guard: 'W8 one change of a file after the other',
    file: 'src/files/file-editor.ts',
    from: '(queues.get(file) ?? Promise.resolve()).then(work, work)',
    to: 'Promise.resolve().then(work, work)',
    tests: 'http/crowd files/durable',
  },
  {
    guard: 'W9 what was read is what is there',
    file: 'src/files/write-file.ts',
    from: 'if (!(await holds(old, expected, calls))) throw new ChangedMeanwhile(file);',
    to: '',
    tests: 'files/write-file',
  },
  {
    guard: 'W9 written in place meanwhile',
    file: 'src/files/write-file.ts',
    from: 'if (!isHeld || (await holds(held, expected, calls))) return;',
    to: 'if (held !== file) return;',
    tests: 'files/write-file',
  },
  {
    guard: 'W12 mode',
    file: 'src/files/write-file.ts',
    from: 'await handle.chmod(old.mode & 0o7777);',
    to: '',
    tests: 'files/write-file',
  },
  {
    guard: 'W13 one server',
    file: 'src/files/lock-file.ts',
    from: "if (state === 'living') throw",
    to: "if (state !== 'living' && state === 'other') throw",
    tests: 'files/lock.test',
  },
  {
    guard: 'W13 signs of life from elsewhere',
    file: 'src/files/lock-file.ts',
    from: "if (now.touched !== seen.touched) return 'living';",
    to: '',
    tests: 'files/lock.test',
  },
  {
    guard: 'W13 another container',
    file: 'src/files/lock-holder.ts',
    from: ' || there.space !== here.space',
    to: '',
    tests: 'files/lock.test',
  },
  {
    guard: 'W13 the holder that stood still',
    file: 'src/files/lock.ts',
    from: 'if (handle !== null && !(await isOwnLock(file, handle, token))) {',
    to: "if (handle !== null && token === '') {",
    tests: 'files/lock.test',
  },
  {
    guard: 'W12 a file that may only be read',
    file: 'src/files/write-file.ts',
    from: 'if ((old.mode & 0o222) === 0)',
    to: 'if (old.mode === 0)',
    tests: 'files/links',
  },
  {
    guard: 'W16 what is written can be read',
    file: 'src/files/not-saved.ts',
    from: 'if (why === null) return;',
    to: "if (why === null || file !== '') return;",
    tests: 'files/links',
  },
  {
    guard: 'W16 a catalogue is proved',
    file: 'src/formats/article/po-proof.ts',
    from: 'return isRight && JSON',
    to: 'return isRight || JSON',
    tests: 'formats/article/twins',
  },
  {
    guard: 'W16 no text twice',
    file: 'src/formats/article/po-edit.ts',
    from: 'if (!hasTwins && take(text, context)) return context;',
    to: 'if (take(text, context) || !hasTwins) return context;',
    tests: 'formats/article/twins',
  },
  {
    guard: 'P4 control characters',
    file: 'src/files/translations.ts',
    from: 'if (sign === null) return;',
    to: "if (sign === null || unit !== '') return;",
    tests: 'http/unforeseen',
  },
  {
    guard: 'F5 links in the history',
    file: 'src/files/old-versions.ts',
    from: '    await makeFolder(root, place);',
    to: "    await import('node:fs/promises').then((fs) => fs.mkdir(folder, { recursive: true }));",
    tests: 'files/links',
  },
  {
    guard: 'F5 walks',
    file: 'src/files/plain.ts',
    from: 'if (depth > 1 && entry.isDirectory())',
    to: 'if (depth > 1 && !entry.isFile())',
    tests: 'files/links',
  },
  {
    guard: 'F2 copies of sync tools',
    file: 'src/files/stray-names.ts',
    from: 'if (known !== undefined) return known[1];',
    to: '',
    tests: 'files/stray',
  },
  {
    guard: 'P5 long lists',
    file: 'src/core/checks/few-problems.ts',
    from: 'if (count <= MOST_LISTED) return true;',
    to: 'if (count > 0) return true;',
    tests: 'core/checks/few',
  },
  {
    guard: 'S2 a run that ends badly',
    file: 'src/translate/jobs.ts',
    from: 'await library.reload().catch(onUnforeseen);',
    to: 'await library.reload();',
    tests: 'translate/jobs',
  },
  {
    guard: 'D2 the answer under way at the end',
    file: 'src/http/app.ts',
    from: 'return jobs.end();',
    to: 'return Promise.resolve();',
    tests: 'cli/ending',
  },
  {
    guard: 'F1 half-written files',
    file: 'src/files/cut-guard.ts',
    from: 'return text.length < old.length && lastLine(old) !== lastLine(text);',
    to: 'return text.length > 1e9;',
    tests: 'files/faults',
  },
  {
    guard: 'F5 links',
    file: 'src/files/read-source.ts',
    from: 'if (!found.isFile())',
    to: 'if (found.isDirectory() && false)',
    tests: 'files/faults',
  },
  {
    guard: 'P1 nesting',
    file: 'src/formats/yaml/gate.ts',
    from: 'const MOST_LEVELS = 32;',
    to: 'const MOST_LEVELS = 32_000_000;',
    tests: 'formats/fuzz',
  },
  {
    guard: 'P1 aliases',
    file: 'src/formats/yaml/entries.ts',
    from: 'if (alias !== null)',
    to: 'if (alias === -1)',
    tests: 'formats/fuzz formats/glossary-yaml',
  },
  {
    guard: 'P8 escaping',
    file: 'views/partials/entry-form.ejs',
    from: 'value="<%= row.term %>"',
    to: 'value="<%- row.term %>"',
    tests: 'http/guard/hostile house',
  },
  {
    guard: 'D4 the key in errors',
    file: 'src/engines/deepl.ts',
    from: 'throw safeError(',
    to: 'throw ((fault: unknown, ..._: unknown[]) => fault)(',
    tests: 'engines/deepl',
  },
];

let copy: string;
beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'visavis-mutants-'));
  for (const name of await readdir(HOME)) {
    if (name === '.git' || name === '.visavis') continue;
    if (name === 'node_modules') await symlink(path.join(HOME, name), path.join(copy, name));
    else await cp(path.join(HOME, name), path.join(copy, name), { recursive: true });
  }
});
afterAll(() => rm(copy, { recursive: true, force: true }));

/** Runs tests in the copy; what it prints, and whether they were all right. */
function run(tests: string): boolean {
  const built = spawnSync('npx', ['tsc', '-b'], { cwd: copy, encoding: 'utf8' });
  // What does not compile is noticed too, but proves nothing about a test.
  if (built.status !== 0 && !/error TS6133/.test(built.stdout))
    throw new Error(`does not compile: ${built.stdout.slice(0, 500)}`);
  const args = ['vitest', 'run', '--config', 'test/vitest.config.ts', '--bail', '1', ...tests.split(' ')];
  return spawnSync('npx', args, { cwd: copy, encoding: 'utf8' }).status === 0;
}

test.each(MUTANTS)('S4: without $guard a test goes red', async ({ guard, file, from, to, tests }) => {
  const at = path.join(copy, file);
  const text = await readFile(at, 'utf8');
  expect(text.includes(from)).toBe(true);
  await writeFile(
    at,
    text.replace(from, () => to),
  );
  let survives = true;
  try {
    survives = run(tests);
  } finally {
    await writeFile(at, text);
  }
  report(`without ${guard}`, survives ? 'not noticed' : 'noticed', 'noticed');
  expect(survives).toBe(false);
});
