import { appendFile, readFile, writeFile } from 'node:fs/promises';

/** Places that are written and not committed yet, on the disk, so that a server that is killed leaves word of them. */
export interface Journal {
  /** What an earlier server left. */
  left(): Promise<readonly string[]>;
  begin(place: string): Promise<void>;
  /** Nothing waits any more but these. */
  keep(places: ReadonlySet<string>): Promise<void>;
}

/** @param file where no commit takes it along */
export function createJournal(file: string): Journal {
  let noted = new Set<string>();
  return {
    async left() {
      const text = await readFile(file, 'utf8').catch(() => '');
      return [...new Set(text.split('\n').filter((line) => /^(?:content|glossary)\//.test(line)))];
    },
    async begin(place) {
      if (noted.has(place) || place.includes('\n')) return;
      noted.add(place);
      await appendFile(file, `${place}\n`);
    },
    async keep(places) {
      if (noted.size === places.size) return;
      noted = new Set(places);
      await writeFile(file, [...noted].map((place) => `${place}\n`).join(''));
    },
  };
}
