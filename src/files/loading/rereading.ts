import { createCutGuard, PATIENCE } from './cut-guard.ts';
import type { SourceFiles } from './list-sources.ts';
import type { SourceReading, Sources } from './sources.ts';

/** Reads the files again: when somebody asks for it, when they are seen to change, and now and then. */
export interface Rereading {
  /**
   * Reads what whoever asks has written.
   *
   * @param named the files that changed; null for all
   */
  reload(named: readonly string[] | null): Promise<void>;
  /** The same for files that somebody may be in the middle of writing. What goes wrong is told, and never thrown. */
  look(named: readonly string[] | null): Promise<void>;
  /** Looks where nobody saw a change, too. @returns how many files and folders that looks at */
  sweep(): Promise<number>;
  /** Looks no more by itself. */
  end(): void;
}

export interface RereadingPorts {
  /** Puts what was read in use. */
  readonly load: (files: SourceFiles) => Promise<void>;
  /** Told where the files cannot be read. */
  readonly warn: (message: string) => void;
  /** Told where reading goes wrong in a way nobody foresaw, and nobody waits for it. */
  readonly onTrouble: (message: string) => void;
}

/** @param first the reading that is in use */
export function createRereading(
  sources: Sources,
  first: SourceReading,
  { load, warn, onTrouble }: RereadingPorts,
): Rereading {
  const guard = createCutGuard();
  let later: NodeJS.Timeout | undefined;
  sources.accept(first);
  guard.accept(first.files);
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
  const look: Rereading['look'] = (named) =>
    readInTurn({ trusted: false, named }).catch((error: unknown) => onTrouble(String(error)));
  return {
    reload: (named) => readInTurn({ trusted: true, named }),
    look,
    async sweep() {
      if (await sources.hasChanged()) await look(null);
      return sources.count();
    },
    end: () => clearTimeout(later),
  };
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
