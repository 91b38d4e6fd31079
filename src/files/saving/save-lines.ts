import type { FilePart, PartChange } from '../../core/changes/ports/file-parts.ts';
import type { FileSave, MoveSave, SaveRecord } from '../../core/changes/ports/save-record.ts';
import { printableJson } from '../../core/text/printable.ts';
import { SLUG } from '../../core/text/slug.ts';
import { areCounts, areTexts, type Fields } from '../disk/json-fields.ts';
import { removedSlug } from './removed-names.ts';

/** A save as a line of the log; what steers a terminal is escaped. */
export function lineOf(save: SaveRecord): string {
  return printableJson(save);
}

/** Reads a line of the log; null for one that is none of ours, was cut off, or names what lies outside. */
export function readLine(line: string): SaveRecord | null {
  try {
    const fields = JSON.parse(line) as Fields;
    return fields['kind'] === 'file' ? fileSaveIn(fields) : fields['kind'] === 'move' ? moveSaveIn(fields) : null;
  } catch {
    return null;
  }
}

function rememberedIn({ number, what, where, time, by, undoes }: Fields) {
  const isKnown =
    isCount(number) &&
    areTexts(what, where) &&
    isCount(time) &&
    (by === null || areTexts(by)) &&
    (undoes === null || isCount(undoes));
  // An address of this server and no other.
  if (!isKnown || !/^\/(?![/\\])[^\s\\]*$/.test(String(where))) return null;
  return {
    ...{ number: Number(number), what: String(what), where: String(where), time: Number(time) },
    ...{ by: by === null ? null : String(by), undoes: undoes === null ? null : Number(undoes) },
  };
}

function fileSaveIn(fields: Fields): FileSave | null {
  const { file, changes, turned, isChosen, isNew } = fields;
  const remembered = rememberedIn(fields);
  if (remembered === null || !isOwnPlace(file) || !Array.isArray(changes) || !Array.isArray(turned)) return null;
  const read = changes.map(changeIn);
  if (read.includes(null) || !turned.every((index) => areCounts(index))) return null;
  return {
    ...{ kind: 'file', ...remembered, file, changes: read as PartChange[] },
    ...{ turned: turned as number[], isChosen: isChosen === true, isNew: isNew === true },
  };
}

function moveSaveIn(fields: Fields): MoveSave | null {
  const { slug, title, did, removed } = fields;
  const remembered = rememberedIn(fields);
  if (remembered === null || !areTexts(slug, title) || !SLUG.test(String(slug))) return null;
  if (did !== 'added' && did !== 'removed' && did !== 'brought back') return null;
  if (removed !== null && removedSlug(String(removed)) === null) return null;
  const names = { slug: String(slug), title: String(title), removed: removed === null ? null : String(removed) };
  return { kind: 'move', ...remembered, ...names, did };
}

/**
 * A file below the root, by plain names.
 *
 * @guard place-in-log → true
 */
function isOwnPlace(file: unknown): file is string {
  return typeof file === 'string' && file.length < 500 && /^(?!\.)[^/\\\0]+(?:\/(?!\.)[^/\\\0]+)*$/.test(file);
}

function changeIn(value: unknown): PartChange | null {
  if (typeof value !== 'object' || value === null) return null;
  const { from, to, follows, leads } = value as Fields;
  const [old, now] = [partIn(from), partIn(to)];
  if (old === undefined || now === undefined || (old === null && now === null)) return null;
  if (!isKey(follows) || !isKey(leads)) return null;
  return { from: old, to: now, follows, leads };
}

/** Undefined for what is no part. */
function partIn(value: unknown): FilePart | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'object') return undefined;
  const { key, gap, body } = value as Fields;
  return areTexts(key, gap, body) ? { key: String(key), gap: String(gap), body: String(body) } : undefined;
}

function isKey(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isCount(value: unknown): boolean {
  return areCounts(value) && Number(value) <= 8.64e15;
}
