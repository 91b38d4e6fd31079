import type { Library, Snapshot } from '../../core/changes/ports/library.ts';
import { createPreviewMemory, previewSlices } from '../../core/changes/preview-change.ts';
import { problemOf } from '../../core/checks/problem.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { openLexicon } from '../../lexicon/lexicon.ts';
import { watchFolders } from '../disk/watch.ts';
import { createParsedFiles, type ParsedFiles } from '../kept/parsed-files.ts';
import { NO_CACHE, type StartCache } from '../kept/start-cache.ts';
import { createPacer } from '../thread/pacer.ts';
import { readHere } from '../thread/text-jobs.ts';
import { createAttention } from './attention.ts';
import { createCutGuard, PATIENCE } from './cut-guard.ts';
import { createKeeping } from './keeping.ts';
import { type KeptArticles, NONE_KEPT } from './kept-articles.ts';
import type { SourceFiles } from './list-sources.ts';
import { createLoader } from './loader.ts';
import { createSettling } from './settling.ts';
import { createSources, FOLDERS } from './sources.ts';

export interface LibraryOptions {
  /** False for commands that read once and end. */
  readonly watch: boolean;
  /** Whether it is told where nothing can be saved; as where it watches, unless said. */
  readonly writes?: boolean;
  /** Told when the system cannot watch the folders, once, and when reading them goes wrong in a way nobody foresaw. */
  readonly onTrouble?: (message: string) => void;
  /** The server has one for all that it does. */
  readonly pacer?: Pacer;
  /** What earlier starts worked out; of no use beside `parsed`. */
  readonly cache?: StartCache;
  /** Shared with whatever else reads the files. */
  readonly parsed?: ParsedFiles;
  /** Where articles are found at the start as an earlier one left them, and kept for the next. */
  readonly kept?: KeptArticles;
  /**
   * So many articles that a change of the glossary, or an early start, leaves to be checked are checked at once, if
   * that takes no longer than a moment.
   */
  readonly few?: number;
  /** So many entries are tested before a change of the glossary is shown; more are tested behind it. */
  readonly fewEntries?: number;
  /** Characters of the articles whose paragraphs are held though nobody looks at them; all for who reads once. */
  readonly mostHeld?: number;
  /** It opens before its articles are checked, but for few: they are pending. */
  readonly isEarly?: boolean;
}

/** Of some hundred articles, which take ten times that in bytes. */
const MOST_HELD = 12_000_000;
/** Where they are short, they are checked in a tenth of a second, of which nobody has to be told. */
const FEW = 20;
/** Of entries, the same. */
const FEW_ENTRIES = 2000;

export interface FileLibrary extends Library {
  /** Puts a sentence beside what the files have wrong, where every page shows it, until the files change. */
  warn(message: string): void;
}

/**
 * Opens the files under a root: reads them once, and again whenever they change. A change is in use in one assignment.
 */
export async function openLibrary(
  root: string,
  {
    watch,
    writes = watch,
    onTrouble = () => {},
    pacer = createPacer(),
    cache = NO_CACHE,
    parsed = createParsedFiles(readHere(pacer), pacer, cache, root),
    kept = NONE_KEPT,
    few = FEW,
    fewEntries = FEW_ENTRIES,
    mostHeld = watch ? MOST_HELD : Infinity,
    isEarly = false,
  }: LibraryOptions,
): Promise<FileLibrary> {
  const loader = createLoader({ verbs: openLexicon(), parsed, pacer, kept, mostHeld, isEarly, fewEntries });
  const sources = createSources(root, writes);
  const guard = createCutGuard();
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const first = await sources.read(null);
  sources.accept(first);
  guard.accept(first.files);
  let loading = await loader.load(first.files);
  let sound = loading.snapshot();
  let snapshot = sound;
  let trouble: string | null = null;
  let later: NodeJS.Timeout | undefined;
  const keeping = createKeeping(() => loading.keep().catch((error: unknown) => onTrouble(String(error))));

  const publish = (): void => {
    const next = trouble === null ? sound : withTrouble(sound, trouble);
    if (next.revision === snapshot.revision) return;
    snapshot = next;
    for (const listener of listeners) listener(next);
  };
  const warn = (message: string) => {
    trouble = message;
    publish();
  };
  const previews = createPreviewMemory();
  const attention = createAttention();
  const settling = createSettling({
    ...{ few, first: attention.articles, giveWay: pacer.giveWay },
    show(next) {
      sound = next;
      publish();
      if (watch) keeping.later();
    },
    onTrouble(error) {
      warn(`the articles could not be checked again (${error}); what was checked before stays in use`);
      onTrouble(String(error));
    },
  });
  /** What is being checked goes on where the files cannot be read. */
  const load = async (files: SourceFiles) => {
    await settling.stop();
    try {
      loading = await loader.load(files);
      trouble = null;
    } finally {
      await settling.begin(loading);
    }
  };
  await settling.begin(loading);
  if (watch) keeping.later();
  else await loading.keep();
  const read = async ({ trusted, named }: Wanted): Promise<void> => {
    const reading = await sources.read(named);
    const { files, isAll } = reading;
    const isCut = !trusted && guard.looksCut(files);
    if (isAll || isCut) clearTimeout(later);
    // Somebody may be in the middle of writing: the old state stays until the files keep still.
    if (isCut || (isAll && files.unsettled)) later = setTimeout(look, PATIENCE, null);
    if (isCut) return;
    guard.accept(files);
    await load(files);
    sources.accept(reading);
  };
  const readInTurn = shareRuns((wanted) =>
    read(wanted).catch((error: unknown) => {
      warn(`the files could not be read again (${error}); what was read before stays in use`);
      throw error;
    }),
  );
  const look = (named: Wanted['named']) =>
    readInTurn({ trusted: false, named }).catch((error: unknown) => onTrouble(String(error)));
  const sweep = async () => {
    if (await sources.hasChanged()) await look(null);
    return sources.count();
  };
  const watching = watch ? watchFolders(root, FOLDERS, { onChange: look, onSweep: sweep, onTrouble }) : null;
  return {
    current: () => snapshot,
    reload: (named) => readInTurn({ trusted: true, named: named ?? null }),
    warn,
    async checked(slug) {
      if (snapshot.articles.has(slug)) attention.note(slug);
      await settling.checked(slug);
      // What goes wrong here goes wrong where its paragraphs are wanted, and is said there.
      await loading.open(slug).catch(() => {});
    },
    tested: settling.tested,
    settled: settling.settled,
    attend: (slug) => (snapshot.articles.has(slug) ? attention.open(slug) : () => {}),
    async preview(change) {
      // Of those that were never checked nothing tells on which of their paragraphs it bears.
      if ([...snapshot.pending].some((slug) => snapshot.articles.get(slug)?.unchecked !== null))
        await settling.settled();
      await settling.tested();
      return pacer.finish(previewSlices(snapshot, change, previews));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await settling.end();
      await watching?.close();
      // What is read from now on is for nobody.
      listeners.clear();
      await look(null);
      clearTimeout(later);
      await keeping.end();
    },
  };
}

/** The same, with one problem more that no file has. */
function withTrouble(snapshot: Snapshot, message: string): Snapshot {
  const trouble = problemOf('unforeseen', { file: 'visavis', line: 1, column: 1 }, message);
  const revision = fingerprint([snapshot.revision, message]);
  return { ...snapshot, revision, problems: [trouble, ...snapshot.problems] };
}

/** What somebody wants to be read. */
interface Wanted {
  /** Whether anybody trusts what is there. */
  readonly trusted: boolean;
  /** The files that changed, as far as that is known; null for all. */
  readonly named: readonly string[] | null;
}

/**
 * Runs one piece of work after the other. Who asks while one runs shares the next with everybody else who does, so that
 * no queue grows.
 *
 * @param work told what any of them wants
 */
function shareRuns(work: (wanted: Wanted) => Promise<void>): (wanted: Wanted) => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: { wanted: Wanted; done: Promise<void> } | null = null;
  return (wanted) => {
    if (next !== null) {
      next.wanted = bothOf(next.wanted, wanted);
      return next.done;
    }
    const mine = { wanted, done: Promise.resolve() };
    next = mine;
    mine.done = running.then(() => {
      next = null;
      return work(mine.wanted);
    });
    running = mine.done.catch(() => {});
    return mine.done;
  };
}

function bothOf(a: Wanted, b: Wanted): Wanted {
  const named = a.named === null || b.named === null ? null : [...a.named, ...b.named];
  return { trusted: a.trusted || b.trusted, named };
}
