import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { SharedSave } from '../core/changes/ports/shared-store.ts';
import { createTurns } from '../core/model/keyed-turns.ts';
import { fingerprint } from '../core/text/fingerprint.ts';

/** A save that an earlier server noted, and did not commit. */
export interface NotedSave extends Pick<SharedSave, 'place' | 'what' | 'by'> {
  /** Of the text that was saved. */
  readonly stamp: string;
}

/** Places that are written and not committed yet, on the disk, so that a server that is killed leaves word of them. */
export interface Journal {
  /** What an earlier server left: the saves of each place, in their order, as far as it came to note them. */
  left(): Promise<ReadonlyMap<string, readonly NotedSave[]>>;
  begin(place: string): Promise<void>;
  /** Notes whose work it is that was written at a place. */
  saved(save: SharedSave): Promise<void>;
  /** Nothing waits any more but these. */
  keep(places: ReadonlySet<string>): Promise<void>;
}

/** @param file where no commit takes it along */
export function createJournal(file: string): Journal {
  let noted = new Set<string>();
  let hasSaves = false;
  // What is noted late would speak of what is committed by then.
  const inTurn = createTurns();
  return {
    async left() {
      const text = await readFile(file, 'utf8').catch(() => '');
      const left = new Map<string, NotedSave[]>();
      for (const { place, save } of text.split('\n').flatMap((line) => entryIn(line) ?? []))
        left.set(place, [...(left.get(place) ?? []), ...(save === null ? [] : [save])]);
      return left;
    },
    async begin(place) {
      if (noted.has(place) || place.includes('\n')) return;
      noted.add(place);
      await inTurn(() => appendFile(file, `${place}\n`));
    },
    async saved({ place, what, by, text }) {
      if (text === undefined) return;
      hasSaves = true;
      await inTurn(() => appendFile(file, `${JSON.stringify({ place, what, by, stamp: stampOf(text) })}\n`));
    },
    async keep(places) {
      if (noted.size === places.size && !hasSaves) return;
      hasSaves = false;
      noted = new Set(places);
      await inTurn(() => writeFile(file, [...places].map((place) => `${place}\n`).join('')));
    },
  };
}

/** Tells texts apart. @param text null for a file that went */
export function stampOf(text: string | Uint8Array | null): string {
  return text === null ? 'none' : fingerprint([typeof text === 'string' ? text : Buffer.from(text).toString()]);
}

/** Null for a line that was cut short. */
function entryIn(line: string): { readonly place: string; readonly save: NotedSave | null } | null {
  const save = savedIn(line);
  const place = save?.place ?? line;
  return /^(?:content|glossary)\//.test(place) ? { place, save } : null;
}

function savedIn(line: string): NotedSave | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as NotedSave;
  } catch {
    return null;
  }
}
