import { type FilePart, HEAD, type PartChange, TAIL } from '../../core/changes/ports/file-parts.ts';
import type { ChangeWords, Save } from '../../core/changes/ports/history.ts';
import { type SaveRecord, standingOf } from '../../core/changes/ports/save-record.ts';
import { livesIn } from '../../core/changes/undo/article-lives.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { placeNow } from './kept-place.ts';
import { partReaderFor } from './part-kinds.ts';
import type { SaveLog } from './save-log.ts';

/** The saves of files among all that is remembered, the newest first. */
export async function savesIn(root: string, records: readonly SaveRecord[]): Promise<Save[]> {
  const standing = standingOf(records);
  const lives = livesIn(records);
  const places = new Map<string, string | null>();
  const saves: Save[] = [];
  for (const save of records) {
    if (save.kind !== 'file') continue;
    const { number, file, what, where, time, by, undoes } = save;
    const life = lives.of(save);
    const key = `${life} ${file}`;
    if (!places.has(key)) places.set(key, await placeNow(root, { file, life }, lives));
    const place = places.get(key);
    const undoable = place !== null && standing.open(save).length > 0;
    saves.push({ number, file, what, where, time, by, undoable, isInPlace: place === file, undoes });
  }
  return saves.reverse();
}

/** What the edges of a file say is nothing to people, where it is not all that changed. */
export function changeWords(file: string, changes: readonly Pick<PartChange, 'from' | 'to'>[]): ChangeWords[] {
  const { says } = partReaderFor(file);
  const written = changes.filter(({ from, to }) => from?.body !== to?.body);
  const inner = written.filter((change) => !isEdge(change.from ?? change.to));
  return (inner.length > 0 ? inner : written).map(({ from, to }) => ({
    before: from === null ? null : says(from.body),
    after: to === null ? null : says(to.body),
  }));
}

/** What saves did to the part of one name, by their numbers. */
export async function changesOf(
  { log, pacer }: { readonly log: SaveLog; readonly pacer: Pacer },
  file: string,
  name: string,
) {
  const { says } = partReaderFor(file);
  const names = new Map<string, string>();
  // Parts of one key have one name, so each is read once, however many saves there are.
  const isOf = (part: FilePart | null) => {
    if (part === null || isEdge(part)) return false;
    const known = names.get(part.key) ?? says(part.body).name;
    names.set(part.key, known);
    return known === name;
  };
  const found = new Map<number, readonly ChangeWords[]>();
  for await (const save of pacer.each(await log.records())) {
    if (save.kind !== 'file' || save.file !== file) continue;
    const changes = changeWords(
      file,
      save.changes.filter(({ from, to }) => isOf(from) || isOf(to)),
    );
    if (changes.length > 0) found.set(save.number, changes);
  }
  return found;
}

/** Head or tail of a file. */
export function isEdge(part: FilePart | null): boolean {
  return part?.key === HEAD || part?.key === TAIL;
}
