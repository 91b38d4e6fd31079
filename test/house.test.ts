import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LONGEST } from './longest-first.ts';
import { SLOW } from './slow.ts';

const HOME = fileURLToPath(new URL('..', import.meta.url));

/** The rooms of core, from the ground up: each imports itself and those above it in this list. */
const CORE = [
  'model',
  'text',
  'words',
  'alignment',
  'matcher',
  'ledger',
  'checks',
  'checks/pair',
  'checks/glossary',
  'checks/article',
  'checks/candidates',
  'people',
  'changes/ports',
  'changes',
  'changes/imports',
  'changes/undo',
  'changes/mending',
  'search',
].map((room) => `core/${room}`);
/** The rooms of documents, from the ground up, likewise. */
const DOCUMENT = [
  ...['blocks', 'html', 'page', 'packed', 'plain'].map((room) => `formats/document/${room}`),
  'formats/document',
];
const FORMATS = [
  'formats',
  'formats/yaml',
  'formats/po',
  'formats/glossary',
  'formats/article',
  ...DOCUMENT,
  'formats/book',
  'formats/exchange',
  'formats/import',
  'formats/merge',
];

/** The rooms of pages, from the ground up, likewise; what puts them together stands above them. */
const PAGES = [
  ...['frame', 'history', 'search', 'shelf', 'glossary', 'article', 'adding'].map((room) => `http/pages/${room}`),
  'http/pages',
];

/** What reads long texts without keeping others waiting, each a room of its own. */
const THREAD = ['files/thread/parts.ts', 'files/thread/text-jobs.ts', 'files/thread/text-messages.ts'];
/** The rooms of files, from the ground up, likewise. */
const FILES = ['disk', 'thread', 'kept', 'lock', 'spending', 'loading', 'saving'].map((room) => `files/${room}`);
const ON_DISK = { rooms: [...CORE, ...FORMATS, 'lexicon', ...THREAD], packages: ['node:', 'chokidar'] };

/** Packages that read documents, and the one that writes what they say as an article. */
const OF_DOCUMENT = [
  'mdast',
  'mdast-util-from-markdown',
  'mdast-util-gfm-footnote',
  'mdast-util-gfm-strikethrough',
  'mdast-util-gfm-table',
  'mdast-util-to-markdown',
  'micromark-extension-gfm-footnote',
  'micromark-extension-gfm-table',
  '@mozilla/readability',
  'fflate',
  'linkedom',
  'mammoth',
  'saxes',
];

/** What a room of src/ may import besides itself: other rooms, and packages. `node:` counts as a package. */
interface Ring {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

/** Every room of src/, by folder. A file named here is a room of its own. A type-only import counts. */
const RINGS: Readonly<Record<string, Ring>> = {
  ...Object.fromEntries(CORE.map((room, floor) => [room, { rooms: CORE.slice(0, floor), packages: [] }])),
  formats: { rooms: CORE, packages: ['zod'] },
  'formats/yaml': { rooms: [...CORE, 'formats'], packages: ['yaml', 'js-yaml', 'zod'] },
  'formats/po': { rooms: ['core/model', 'core/text', 'core/checks', 'formats'], packages: [] },
  'formats/glossary': { rooms: [...CORE, 'formats', 'formats/yaml', 'formats/po'], packages: ['yaml', 'zod', 'saxes'] },
  'formats/article': {
    rooms: [...CORE, 'formats', 'formats/yaml', 'formats/po'],
    packages: [
      'yaml',
      'zod',
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm-footnote',
      'mdast-util-gfm-strikethrough',
      'mdast-util-gfm-table',
      'micromark-extension-gfm-footnote',
      'micromark-extension-gfm-strikethrough',
      'micromark-extension-gfm-table',
      'micromark-util-decode-string',
    ],
  },
  ...Object.fromEntries(
    DOCUMENT.map((room, floor) => [
      room,
      { rooms: [...CORE, 'formats', 'formats/article', ...DOCUMENT.slice(0, floor)], packages: OF_DOCUMENT },
    ]),
  ),
  'formats/book': { rooms: [...CORE, 'formats', 'formats/article'], packages: ['fflate', 'saxes'] },
  'formats/exchange': {
    rooms: [...CORE, 'formats', 'formats/po', 'formats/article', 'formats/book'],
    packages: ['saxes'],
  },
  'formats/import': {
    rooms: [...CORE, ...DOCUMENT, 'formats/exchange', 'formats/glossary'],
    packages: [],
  },
  'formats/merge': { rooms: [...CORE, 'formats', 'formats/po', 'formats/article', 'formats/glossary'], packages: [] },
  translate: { rooms: [...CORE, 'formats/article', 'wait-unless.ts'], packages: [] },
  'wait-unless.ts': { rooms: [], packages: ['node:timers/promises'] },
  lexicon: { rooms: ['core/model', 'core/text', 'core/words'], packages: ['node:'] },
  ...Object.fromEntries(
    FILES.map((room, floor) => [room, { ...ON_DISK, rooms: ON_DISK.rooms.concat(FILES.slice(0, floor)) }]),
  ),
  files: { rooms: ['core/text', 'core/people', 'formats', 'files/disk'], packages: ['node:'] },
  'files/thread/parts.ts': { rooms: ['core/model'], packages: [] },
  'files/thread/text-jobs.ts': {
    rooms: ['core/model', 'formats/glossary', 'formats/article', ...DOCUMENT, 'formats/import', 'formats/merge'],
    packages: [],
  },
  'files/thread/text-messages.ts': { rooms: ['files/thread/text-jobs.ts'], packages: ['node:worker_threads'] },
  'files/thread/text-worker.ts': { rooms: ['core/model', ...THREAD], packages: ['node:worker_threads'] },
  engines: {
    rooms: ['core/model', 'core/text', 'core/changes/ports', 'wait-unless.ts'],
    packages: ['node:', 'deepl-node', 'fxtranslate'],
  },
  'engines/chat': { rooms: ['core/model', 'core/text', 'core/changes/ports', 'engines'], packages: [] },
  git: {
    rooms: ['core/model', 'core/text', 'core/changes/ports', 'core/changes'],
    packages: ['node:child_process', 'node:fs/promises', 'node:path', 'node:timers/promises'],
  },
  web: {
    rooms: ['core/text', 'core/changes/ports'],
    packages: ['node:dns', 'node:http', 'node:https', 'node:net', 'node:stream', 'node:zlib'],
  },
  http: { rooms: CORE, packages: ['node:', 'express', 'fresh'] },
  'http/uploads.ts': { rooms: ['core/model', 'http'], packages: ['node:', 'express', '@fastify/busboy'] },
  'http/guard': {
    rooms: ['core/text', 'core/people', 'core/changes/ports', 'http'],
    packages: ['node:', 'express', 'cookie'],
  },
  ...Object.fromEntries(
    PAGES.map((room, floor) => [
      room,
      { rooms: [...CORE, ...FORMATS, 'translate', 'http', ...PAGES.slice(0, floor)], packages: [] },
    ]),
  ),
  'http/routes': {
    rooms: [...CORE, ...FORMATS, 'translate', 'http', 'http/guard', ...PAGES, 'http/uploads.ts'],
    packages: ['express', 'pino'],
  },
  'http/view-engine.ts': { rooms: ['core/model'], packages: ['ejs', 'express'] },
  'http/app.ts': {
    rooms: [
      ...CORE,
      ...DOCUMENT,
      'formats/import',
      'translate',
      'http',
      'http/guard',
      ...PAGES,
      'http/routes',
      'http/view-engine.ts',
    ],
    packages: ['node:', 'express', 'helmet', 'pino'],
  },
  cli: { rooms: [...CORE, ...FORMATS, 'translate'], packages: ['node:util'] },
  'browser/shared': { rooms: ['core/text'], packages: [] },
  'browser/shared/morph.ts': { rooms: [], packages: ['idiomorph'] },
  'browser/reading': {
    rooms: ['core/text', 'core/changes', 'browser/shared', 'browser/shared/morph.ts'],
    packages: [],
  },
  'browser/editing': { rooms: [...CORE, 'formats/article', 'browser/shared'], packages: [] },
  'browser/pages': {
    rooms: ['browser/shared', 'browser/shared/morph.ts', 'browser/reading', 'browser/editing'],
    packages: [],
  },
  'browser/rolldown.config.ts': { rooms: [], packages: ['rolldown'] },
  'rolldown.config.ts': { rooms: ['browser/rolldown.config.ts'], packages: ['rolldown'] },
  '.': {
    rooms: [
      ...CORE,
      ...FORMATS,
      'translate',
      'engines',
      'engines/chat',
      'files',
      ...FILES,
      'files/thread/text-jobs.ts',
      'http',
      'http/guard',
      'http/app.ts',
      'web',
      'git',
      'cli',
    ],
    packages: ['node:', 'zod', 'pino'],
  },
};

const TOP_LEVEL = /^(package\.json|package-lock\.json|tsconfig\.json|src|views|glossary|content|test|README\.md|\..+)$/;

function sourceFiles(): { file: string; room: string; text: string }[] {
  return readdirSync(path.join(HOME, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file,
      room: roomOf(file),
      text: readFileSync(path.join(HOME, 'src', file), 'utf8'),
    }));
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '',
  );
}

/** The folder of a file, or the file itself where it is a room of its own; relative to src/. */
function roomOf(file: string): string {
  return RINGS[file] === undefined ? path.dirname(file) : file;
}

function isAllowed(room: string, file: string, specifier: string): boolean {
  const ring = RINGS[room];
  if (ring === undefined) return false;
  if (!specifier.startsWith('.'))
    return ring.packages.some((name) => specifier === name || (name.endsWith(':') && specifier.startsWith(name)));
  const other = roomOf(path.normalize(path.join(path.dirname(file), specifier)));
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

test('no file imports itself by way of others', () => {
  const imports = new Map(
    sourceFiles().map(({ file, text }) => [
      file,
      importsOf(text)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => path.normalize(path.join(path.dirname(file), specifier))),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const other of imports.get(file) ?? []) walk(other, [...way, file]);
  };
  for (const file of imports.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

test('core has no clock and no chance', () => {
  const broken = sourceFiles().filter(
    ({ room, text }) => room.startsWith('core/') && /\bDate\b|Math\.random|performance\.now/.test(text),
  );
  expect(broken.map(({ file }) => file)).toEqual([]);
});

test('browser modules keep no state of their own, and reach storage by one way', () => {
  const broken = sourceFiles().filter(
    ({ file, text }) =>
      file.startsWith('browser/') &&
      (/^(export )?let /m.test(text) ||
        (/\b(local|session)Storage\b/.test(text) && file !== 'browser/shared/storage.ts')),
  );
  expect(broken.map(({ file }) => file)).toEqual([]);
});

/** What is made so often, or so large, that a function for each of its methods would be felt. */
const CLASSES = ['core/model/form.ts'];

test('a class is an error that is thrown', () => {
  const others = sourceFiles().filter(({ text }) => /^(?:export )?class (?!\w+ extends \w*Error\b)/m.test(text));
  expect(others.map(({ file }) => file).sort()).toEqual(CLASSES);
});

test('no regular expression is made of what people write', () => {
  expect(
    sourceFiles()
      .filter(({ text }) => /\bRegExp\(/.test(text))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('no list is handed on as arguments, where some 120,000 are too many for a call', () => {
  const spread =
    /\.(?:push|unshift|splice|concat|max|min|fromCharCode|fromCodePoint)\((?:[^(){}[\]]*,)?\s*\.\.\.|\.apply\(/;
  expect(
    sourceFiles()
      .filter(({ room, text }) => !room.startsWith('browser/') && spread.test(text))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('no promise is left to itself on the server', () => {
  expect(
    sourceFiles()
      .filter(({ room, text }) => !room.startsWith('browser/') && /\bvoid [a-z]\w*[.(]/i.test(text))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('what may be a long text is parsed by the one table of jobs', () => {
  const parsers = /\b(parseArticle|parseGlossaryYaml|editGlossaryYaml|readGlossarySlices|editGlossarySlices)\b/;
  expect(
    sourceFiles()
      .filter(({ file, text }) => !file.startsWith('formats/') && parsers.test(text))
      .map(({ file }) => file),
  ).toEqual(['files/thread/text-jobs.ts']);
});

test('threads are started in two places', () => {
  expect(
    sourceFiles()
      .filter(({ room, text }) => !room.startsWith('browser/') && text.includes('new Worker('))
      .map(({ file }) => file)
      .sort(),
  ).toEqual(['engines/local.ts', 'files/thread/text-thread.ts']);
});

test('no walk of folders follows links: one place reads them level by level', () => {
  expect(
    sourceFiles()
      .filter(({ room, text }) => room.startsWith('files') && /recursive: true/.test(text) && /\breaddir/.test(text))
      .map(({ file }) => file),
  ).toEqual([]);
});

function templates(): { view: string; text: string }[] {
  return readdirSync(path.join(HOME, 'views'), { recursive: true, encoding: 'utf8' })
    .filter((view) => view.endsWith('.ejs'))
    .map((view) => ({ view, text: readFileSync(path.join(HOME, 'views', view), 'utf8') }));
}

test('no template prints data unescaped', () => {
  const raw = templates().filter(({ text }) => /<%-(?!\s*await include\()/.test(text));
  expect(raw.map(({ view }) => view)).toEqual([]);
});

/** All that a template may say: take what it was given, print it, loop over it, leave out what is not there. */
const TEMPLATE_WORDS = [
  /^=\s*[\w.]+(?<!\.length)$/,
  /^-\s*await include\('\/partials\/[\w-]+'(, \{ \w+(: [\w.]+)?(, \w+(: [\w.]+)?)* \})?\)$/,
  /^const \{ \w+(, \w+)* \} = locals;$/,
  /^for \(const \w+ of [\w.]+\) \{$/,
  /^for await \(const \w+ of locals\.each\([\w.]+\)\) \{$/,
  /^(\} else )?if \(!?[\w.]+( && !?[\w.]+)*\) \{$/,
  /^\} else \{$/,
  /^\}$/,
  /^#/,
];

function templateLogic(text: string): string[] {
  const said = [...text.matchAll(/<%([\s\S]*?)[-_]?%>/g)].map(([, words = '']) => words.trim());
  return said.filter((words) => !TEMPLATE_WORDS.some((form) => form.test(words)));
}

test('templates loop and print, and hold no logic', () => {
  const broken = templates().flatMap(({ view, text }) => templateLogic(text).map((words) => `${view}: ${words}`));
  expect(broken).toEqual([]);
});

test.each([
  '<% for (const one of page.rows.filter((row) => row.isWrong)) { %>',
  '<% page.files.forEach((file, i) => { %>',
  "<%= page.count === 1 ? 'once' : 'often' %>",
  '<%= page.rows.length %>',
  '<% if (page.rows.length > 0) { %>',
  '<%= new Date(page.time).toISOString() %>',
  "<%= '/articles/' + page.slug %>",
  '<%= page.title || page.slug %>',
  '<% const wrong = page.terms; %>',
  '<%= page.total - page.done %>',
  '<%- page.definition %>',
  "<%- include('/partials/unit', { unit }) %>",
  "<%- await include('partials/unit', { unit }) %>",
  "<%- await include('/partials/unit', { unit, editAt: page.slug + unit.id }) %>",
  '<% if (page.state === "running") { -%>',
  '<%_ while (page.more) { _%>',
])('logic in a template is noticed: %s', (text) => {
  expect(templateLogic(text)).toHaveLength(1);
});

test('no template makes an address out of parts', () => {
  const made = templates().filter(({ text }) => /(?:href|action)="[^"<#]+<%=/.test(text));
  expect(made.map(({ view }) => view)).toEqual([]);
});

test('addresses that pages lead to stand in one file', () => {
  const literal = sourceFiles().filter(
    ({ room, text }) =>
      (PAGES.includes(room) || room === 'http/guard') &&
      /['`]\/(articles|glossary|api|add-term|sign-in|changes|undo)\b/.test(text),
  );
  expect(literal.map(({ file }) => file)).toEqual([]);
});

test('one place leads on after a form was sent, so that no answer to one is kept', () => {
  const leading = sourceFiles().filter(({ text }) => /\.redirect\(/.test(text));
  expect(leading.map(({ file }) => file).sort()).toEqual(['http/routes/sending.ts']);
});

test('a number and what it counts are put together in one place', () => {
  const byHand = /\$\{[^{}]+\} \$\{[^{}]+ === 1 \?|=== 1 \? '1 |\$\{[\w.]+\.(?:length|size)\} [a-z]/;
  expect(
    sourceFiles()
      .filter(({ text }) => byHand.test(text))
      .map(({ file }) => file),
  ).toEqual(['core/text/counted.ts']);
});

test('time is waited out in one way, without a promise made by hand', () => {
  const byHand = /\bnew Promise\w*(?:<\w+>)?\(\((\w+)\) => set(?:Timeout|Immediate)\(\1[,)]/;
  expect(
    sourceFiles()
      .filter(({ room, text }) => !room.startsWith('browser/') && byHand.test(text))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('every route is a line of a table, so that every address answers 405', () => {
  const routers = sourceFiles().filter(({ text }) =>
    /\bRouter\(\{|\brouter\.(get|post|put|delete|all|route)\(/.test(text),
  );
  expect(routers.map(({ file }) => file)).toEqual(['http/routes/table.ts']);
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

test('what the program needs when it runs is among its dependencies, and found wherever it was put', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(HOME, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const nameOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '';
  const broken = sourceFiles()
    .filter(({ file }) => !file.endsWith('rolldown.config.ts'))
    .flatMap(({ file, text }) => {
      const atRunTime = importsOf(text.replaceAll(/^import type [^;]*;$/gm, ''));
      const missing = atRunTime.filter((one) => !/^\.|^node:/.test(one) && dependencies[nameOf(one)] === undefined);
      return [...missing, ...(text.includes('node_modules/') ? ['node_modules/'] : [])].map((one) => `${file}: ${one}`);
    });
  expect(broken).toEqual([]);
});

test('no dependency runs a script when it is installed', () => {
  const lock = JSON.parse(readFileSync(path.join(HOME, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean; integrity?: string; link?: boolean }>;
  };
  const entries = Object.entries(lock.packages).filter(([name]) => name !== '');
  expect(entries.filter(([, entry]) => entry.hasInstallScript || !entry.integrity).map(([name]) => name)).toEqual([]);
});

test('the files that are slow, or begun with, are there', () => {
  const files = new Set(readdirSync(path.join(HOME, 'test'), { recursive: true, encoding: 'utf8' }));
  expect([...SLOW, ...LONGEST.map((name) => `${name}.test.ts`)].filter((file) => !files.has(file))).toEqual([]);
});
