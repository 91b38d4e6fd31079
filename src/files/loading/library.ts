import type { Library } from '../../core/changes/ports/library.ts';
import { createPreviewMemory, previewSlices } from '../../core/changes/preview-change.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { openLexicon } from '../../lexicon/lexicon.ts';
import { watchFolders } from '../disk/watch.ts';
import { createParsedFiles, type ParsedFiles } from '../kept/parsed-files.ts';
import { NO_CACHE, type StartCache } from '../kept/start-cache.ts';
import { createPacer } from '../thread/pacer.ts';
import { readHere } from '../thread/text-jobs.ts';
import { type Attention, createAttention } from './attention.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import { type KeptArticles, NONE_KEPT } from './kept-articles.ts';
import type { SourceFiles } from './list-sources.ts';
import { createLoader, type Loader } from './loader.ts';
import { createPublished, type Published } from './published.ts';
import { createRereading } from './rereading.ts';
import { createSettling, type Settling } from './settling.ts';
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
export async function openLibrary(root: string, options: LibraryOptions): Promise<FileLibrary> {
  const settings = settingsOf(root, options);
  const { watch, onTrouble, pacer, parsed, kept, fewEntries, mostHeld, isEarly } = settings;
  const loader = createLoader({ verbs: openLexicon(), parsed, pacer, kept, mostHeld, isEarly, fewEntries });
  const sources = createSources(root, settings.writes);
  const first = await sources.read(null);
  const { published, settling, attention, keeping, load, open } = await openState(first.files, loader, settings);
  const { current, warn, onChange } = published;
  const { reload, look, sweep, end } = createRereading(sources, first, { load, warn, onTrouble });
  const previews = createPreviewMemory();
  const watching = watch ? watchFolders(root, FOLDERS, { onChange: look, onSweep: sweep, onTrouble }) : null;
  return {
    ...{ current, warn, onChange, tested: settling.tested, settled: settling.settled },
    reload: (named) => reload(named ?? null),
    async checked(slug) {
      if (current().articles.has(slug)) attention.note(slug);
      await settling.checked(slug);
      // What goes wrong here goes wrong where its paragraphs are wanted, and is said there.
      await open(slug).catch(() => {});
    },
    attend: (slug) => (current().articles.has(slug) ? attention.open(slug) : () => {}),
    async preview(change) {
      // Of those that were never checked nothing tells on which of their paragraphs it bears.
      const { pending, articles } = current();
      if ([...pending].some((slug) => articles.get(slug)?.unchecked !== null)) await settling.settled();
      await settling.tested();
      return pacer.finish(previewSlices(current(), change, previews));
    },
    async close() {
      await settling.end();
      await watching?.close();
      // What is read from now on is for nobody.
      published.leaveAll();
      await look(null);
      end();
      await keeping.end();
    },
  };
}

/** The options, with what stands for those that nobody named. */
function settingsOf(
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
): Required<LibraryOptions> {
  return { watch, writes, onTrouble, pacer, cache, parsed, kept, few, fewEntries, mostHeld, isEarly };
}

/** What is made of the files, and all that goes on with it. */
interface State {
  readonly published: Published;
  readonly settling: Settling;
  readonly attention: Attention;
  readonly keeping: Keeping;
  /** Puts other files in the place of those before; what is being checked goes on where they cannot be read. */
  load(files: SourceFiles): Promise<void>;
  /** Makes the paragraphs of an article while others have their turn. */
  open(slug: string): Promise<void>;
}

async function openState(
  files: SourceFiles,
  loader: Loader,
  { watch, few, pacer, onTrouble }: Required<LibraryOptions>,
): Promise<State> {
  let loading = await loader.load(files);
  const published = createPublished(loading.snapshot());
  const keeping = createKeeping(() => loading.keep().catch((error: unknown) => onTrouble(String(error))));
  const attention = createAttention();
  const settling = createSettling({
    ...{ few, first: attention.articles, giveWay: pacer.giveWay },
    show(next) {
      published.show(next);
      if (watch) keeping.later();
    },
    onTrouble(error) {
      published.warn(`the articles could not be checked again (${error}); what was checked before stays in use`);
      onTrouble(String(error));
    },
  });
  await settling.begin(loading);
  if (watch) keeping.later();
  else await loading.keep();
  return {
    ...{ published, settling, attention, keeping },
    async load(others) {
      await settling.stop();
      try {
        loading = await loader.load(others);
        published.calm();
      } finally {
        await settling.begin(loading);
      }
    },
    open: (slug) => loading.open(slug),
  };
}
