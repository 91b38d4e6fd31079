import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCheck } from '../../src/cli/check.ts';
import { runExport } from '../../src/cli/export.ts';
import { describeImpact, impactSlices } from '../../src/core/changes/impact.ts';
import type { EntryRow } from '../../src/core/changes/imports/glossary-import.ts';
import { describeImportImpact, importImpactSlices } from '../../src/core/changes/imports/import-impact.ts';
import type { EntryChange } from '../../src/core/changes/ports/entry-change.ts';
import type { CheckedArticle } from '../../src/core/checks/checked-article.ts';
import { formatProblem } from '../../src/core/checks/problem.ts';
import type { Article } from '../../src/core/model/article.ts';
import { finish } from '../../src/core/model/slices.ts';
import { readPlain } from '../../src/core/text/reading.ts';
import { createParsedFiles } from '../../src/files/kept/parsed-files.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { readHere } from '../../src/files/thread/text-jobs.ts';
import { withinLimit } from '../../src/files/thread/within-limit.ts';
import { NO_OPTIONS } from '../../src/formats/book/export-options.ts';
import { howMade } from '../../src/formats/book/how-made.ts';
import { articlePage } from '../../src/http/pages/article/article-page.ts';
import { ledgerReport } from '../../src/http/pages/article/ledger-report.ts';
import { shelvedArticle } from '../../src/http/pages/shelf/shelf-list.ts';
import { shelfPage, shelfViewOf } from '../../src/http/pages/shelf/shelf-page.ts';
import { whyUnfit } from '../../src/translate/run-article.ts';
import { makeRoot, SMALL } from '../site.ts';

/** Whatever looks at the words of a text with this sign in it goes wrong. */
const ODD = '☢';
const FILES = {
  ...SMALL,
  'content/autre/fr.md': '---\ntitle: Autre\n---\n\nTrois jetons.\n',
  'content/autre/en.po': 'msgid "Autre"\nmsgstr "Other"\n\nmsgid "Trois jetons."\nmsgstr "Three tokens."\n',
};
const ODD_TEXT = {
  'content/autre/fr.md': FILES['content/autre/fr.md'].replace('jetons.', `jetons ${ODD}.`),
  'content/autre/en.po': FILES['content/autre/en.po'].replace('jetons.', `jetons ${ODD}.`),
};

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(FILES));
});
afterEach(() => remove());

const write = async (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(root, name), text);
};

/** The files of the root, read by a program with a fault. */
async function open() {
  const pacer = createPacer();
  const parsed = createParsedFiles(readHere(pacer), pacer);
  const article: typeof parsed.article = async (text, file) => {
    const read = await parsed.article(text, file);
    const units = read.units.map((unit) =>
      unit.source.text.includes(ODD) ? { ...unit, source: odd(unit.source) } : unit,
    );
    return { ...read, units };
  };
  return openLibrary(root, { watch: false, pacer, parsed: { ...parsed, article } });
}

function odd<T extends object>(text: T): T {
  return Object.defineProperty({ ...text }, 'words', {
    enumerable: true,
    get: () => {
      throw new RangeError('of its own');
    },
  });
}

type Library = Awaited<ReturnType<typeof open>>;
const verdictsIn = (library: Library, slug: string) =>
  library
    .current()
    .articles.get(slug)
    ?.units.flatMap(({ entries }) => entries.map(({ verdict }) => verdict));
const SAID = 'cannot be checked, in a way nobody foresaw (RangeError: of its own); report it with the file';
const PROBLEM = `content/autre/fr.md:1:1: error unforeseen: ${SAID}`;
const problemsOf = (library: Library) => library.current().problems.map(formatProblem);

describe('one article that cannot be checked', () => {
  test('at the start is there without verdicts, says so, and the others are checked', async () => {
    await write(ODD_TEXT);
    const library = await open();
    await library.close();
    expect([verdictsIn(library, 'autre'), verdictsIn(library, 'essai'), problemsOf(library)]).toEqual([
      [],
      ['preferred', 'preferred'],
      [PROBLEM],
    ]);
  });

  test('after an edit of it says nothing of what it was before', async () => {
    const library = await open();
    const before = verdictsIn(library, 'autre');
    await write(ODD_TEXT);
    await library.reload();
    const during = [verdictsIn(library, 'autre'), problemsOf(library)];
    await write(FILES);
    await library.reload();
    await library.close();
    expect([before, during, verdictsIn(library, 'autre'), problemsOf(library)]).toEqual([
      ['preferred'],
      [[], [PROBLEM]],
      ['preferred'],
      [],
    ]);
  });

  test('keeps no change of the glossary from the others, and nobody waits', async () => {
    await write(ODD_TEXT);
    const library = await open();
    await write({ 'glossary/ai.yaml': FILES['glossary/ai.yaml'].replace('en: token', 'en: lexeme') });
    await library.reload();
    await Promise.all([library.settled(), library.checked('autre')]);
    await library.close();
    expect([verdictsIn(library, 'essai'), library.current().pending.size, problemsOf(library)]).toEqual([
      ['missing', 'preferred'],
      0,
      [PROBLEM],
    ]);
  });

  test('keeps no preview of an entry from anybody', async () => {
    await write(ODD_TEXT);
    const library = await open();
    const { articles } = await library.preview({ kind: 'delete', id: 'token' });
    await library.close();
    expect(
      articles.get('essai')?.units?.map(({ before, after }) => [before.entries.length, after.entries.length]),
    ).toEqual([[1, 0]]);
  });

  test('with a changed entry alone is told by its name in the preview, and nothing else is said of it', async () => {
    const library = await open();
    await library.close();
    const before = library.current();
    const { article } = before.articles.get('autre') as CheckedArticle;
    const articles = new Map([['autre', { article, units: null }]]);
    const change: EntryChange = { kind: 'delete', id: 'token' };
    const impact = finish(impactSlices({ before, glossary: before.glossary, articles }, { change, read: readPlain }));
    expect(describeImpact(impact)).toBe(
      'No paragraph of any other article changes. Nothing can be said of autre, which cannot be checked then.',
    );
  });

  test('is told once it is checked with entries of a file, and the others are compared', async () => {
    const library = await open();
    await library.close();
    const { glossary, articles } = library.current();
    const article = articles.get('autre')?.article as Article;
    const faulty = { ...article, units: article.units.map((unit) => ({ ...unit, source: odd(unit.source) })) };
    const known = { ...(articles.get('autre') as CheckedArticle), article: faulty };
    const [ours] = glossary.concepts;
    const rows = [{ ours, entry: { ...ours, count: 'unit' } }] as unknown as EntryRow[];
    const all = { glossary, articles: new Map([...articles, ['autre', known]]) };
    expect(describeImportImpact(finish(importImpactSlices(rows, all)))).toMatch(
      /; nothing can be said of autre, which cannot be checked then$/,
    );
  });

  test('is another state, by its revision, than one that is checked', async () => {
    await write(ODD_TEXT);
    const [faulty, sound] = [await open(), await openLibrary(root, { watch: false })];
    await Promise.all([faulty.close(), sound.close()]);
    expect(faulty.current().revision).not.toBe(sound.current().revision);
  });
});

describe('of an article that cannot be checked', () => {
  async function opened(texts: Readonly<Record<string, string>> = ODD_TEXT) {
    await write(texts);
    const library = await open();
    await library.close();
    const snapshot = library.current();
    const article = snapshot.articles.get('autre');
    if (article === undefined) throw new Error('it is not there');
    const said = { out: '', err: '' };
    const console = {
      out: (text: string) => {
        said.out += text;
      },
      err: (text: string) => {
        said.err += text;
      },
    };
    return { library, snapshot, article, said, console };
  }

  test('the page says that it is not checked', async () => {
    const { article, snapshot } = await opened();
    const page = finish(articlePage(article, snapshot));
    expect([page.summary, page.problems?.listed[0]?.message, page.units.length]).toEqual(['not checked', SAID, 2]);
  });

  test.each([
    ['with English', ODD_TEXT['content/autre/en.po']],
    ['without English', ''],
  ])('the shelf says so, %s', async (_, catalogue) => {
    const { article, snapshot } = await opened({ ...ODD_TEXT, 'content/autre/en.po': catalogue });
    const choice = { view: shelfViewOf({}), found: [shelvedArticle(article)], pages: 1, total: 1 };
    const [item] = shelfPage(snapshot, choice).articles;
    expect([item?.problems, item?.hasErrors]).toEqual(['cannot be checked', true]);
  });

  test.each([
    ['autre', SAID],
    ['essai', undefined],
  ])('the ledger says so, and no other: %s', async (slug, unchecked) => {
    const { snapshot } = await opened();
    const article = snapshot.articles.get(slug);
    expect(article && finish(ledgerReport(article, ''))).toMatchObject({ slug });
    expect(article && (finish(ledgerReport(article, '')) as { unchecked?: string }).unchecked).toBe(unchecked);
  });

  test('the check says so, and is not clean', async () => {
    const { snapshot, said, console } = await opened();
    const from = { console, below: '', version: '1' };
    const code = runCheck(snapshot, { slugs: [], format: 'text', skip: [] }, from);
    expect([
      code,
      said.out.includes(PROBLEM),
      said.err.includes('autre: not checked\nessai: 2 terms: 2 preferred\n'),
    ]).toEqual([1, true, true]);
  });

  test('its JSON says so for that article alone', async () => {
    const { snapshot, said, console } = await opened();
    runCheck(snapshot, { slugs: [], format: 'json', skip: [] }, { console, below: '', version: '1' });
    const { articles } = JSON.parse(said.out) as { articles: { slug: string; unchecked?: string }[] };
    expect(articles.map(({ slug, unchecked }) => [slug, unchecked])).toEqual([
      ['autre', SAID],
      ['essai', undefined],
    ]);
  });

  test('a book says so where it says how it was made', async () => {
    const { article } = await opened();
    expect(howMade(article)).toContain(
      'Its terms are held to a glossary, but could not be checked: nothing is said of them.',
    );
  });

  test.each(['anki', 'tmx'])('an export as %s is written, and the command says so', async (format) => {
    const { snapshot, said, console } = await opened();
    const written: unknown[] = [];
    const output = { isTerminal: false, write: async (piece: string | Uint8Array) => written.push(piece) };
    const files = { read: async () => null, catalogue: async () => null };
    const command = { name: 'export', what: 'autre', format, file: null, options: NO_OPTIONS, asked: [] } as const;
    const ports = { snapshot, files, version: '1', pacer: createPacer(), output, save: async () => {} };
    const code = await runExport(command, ports as never, console);
    expect([code, written.length > 0, said.err]).toEqual([
      0,
      true,
      `autre ${SAID}. What is written tells nothing of its terms.\n`,
    ]);
  });

  test('nothing is sent to an engine', async () => {
    const { library } = await opened();
    const ports = { library, store: { rehearse: async () => {} } } as never;
    expect([await whyUnfit('autre', ports), await whyUnfit('essai', ports)]).toEqual([
      `${PROBLEM}. Nothing was sent; correct that first.`,
      null,
    ]);
  });
});

describe('work with a limit', () => {
  /** What the processor has done. Milliseconds. */
  let processor = 0;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
    vi.spyOn(process, 'cpuUsage').mockImplementation((before) => ({
      user: processor * 1000 - (before?.user ?? 0),
      system: 0,
    }));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** @param done what the processor does in each turn; as long as the turn takes, unless said */
  function* work(turns: number, milliseconds: number, done = milliseconds) {
    for (let turn = 0; turn < turns; turn += 1) {
      vi.advanceTimersByTime(milliseconds);
      processor += done;
      yield;
    }
    return 'done';
  }

  test.each([
    ['that keeps to it is done', 3, 1000, 3000, 'done'],
    ['is done however often it pauses', 500, 0, 1000, 'done'],
    ['that takes longer is given up at its next pause', 3, 1000, 2000, 'takes more than 2 seconds to check'],
  ])('%s', (_fact, turns, milliseconds, limit, outcome) => {
    let said: string;
    try {
      said = finish(withinLimit(limit, work(turns, milliseconds)));
    } catch (error) {
      said = (error as Error).message.split(';')[0] ?? '';
    }
    expect(said).toBe(outcome);
  });

  test.each([
    ['a machine that slept for an hour', 3_600_000, 1],
    ['a processor that worked for other threads', 1, 3_600_000],
  ])('does not count %s', (_what, milliseconds, done) => {
    expect(finish(withinLimit(2000, work(3, milliseconds, done)))).toBe('done');
  });

  test('counts no time between its turns', () => {
    const limited = withinLimit(50, work(3, 10));
    limited.next();
    vi.advanceTimersByTime(1000);
    limited.next();
    expect([limited.next().done, limited.next().value]).toEqual([false, 'done']);
  });
});
