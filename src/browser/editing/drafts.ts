import { browserStorage } from '../shared/storage.ts';

/** What was typed and not saved: kept in this browser through a closed tab, a restart or a server that is gone. */
export interface Draft<T> {
  /** Null when nothing is kept, or nothing that can be made sense of. */
  recall(): T | null;
  remember(typed: T): void;
  forget(): void;
}

/** The English of a paragraph, and the version of the paragraph over which it was typed. */
export interface TypedParagraph {
  readonly text: string;
  readonly version: string;
}

/** @param onLoss called once when this browser keeps nothing */
export function paragraphDraft(unit: string, onLoss: () => void): Draft<TypedParagraph> {
  return createDraft(`typed ${unit}`, { read: readParagraph, write: JSON.stringify }, onLoss);
}

/**
 * The fields of an entry.
 *
 * @param entry id; none for a new one
 * @param onLoss called once when this browser keeps nothing
 */
export function entryDraft(entry: string, onLoss: () => void): Draft<URLSearchParams> {
  return createDraft(`typed entry ${entry}`, { read: readEntry, write: String }, onLoss);
}

/** What to say then. */
export const NOT_KEPT = 'This browser keeps nothing: its storage is off or full. Save before you leave.';

interface Notation<T> {
  read(kept: string): T | null;
  write(typed: T): string;
}

function createDraft<T>(name: string, { read, write }: Notation<T>, onLoss: () => void): Draft<T> {
  let isLost = false;
  return {
    recall() {
      const kept = browserStorage.recall(name);
      return kept === null ? null : read(kept);
    },
    remember(typed) {
      const wasLost = isLost;
      isLost = !browserStorage.remember(name, write(typed));
      if (isLost && !wasLost) onLoss();
    },
    forget: () => browserStorage.forget(name),
  };
}

function readParagraph(kept: string): TypedParagraph | null {
  try {
    const value: unknown = JSON.parse(kept);
    return isTypedParagraph(value) ? value : null;
  } catch {
    return null;
  }
}

function isTypedParagraph(value: unknown): value is TypedParagraph {
  if (typeof value !== 'object' || value === null) return false;
  const { text, version } = value as Partial<Record<keyof TypedParagraph, unknown>>;
  return typeof text === 'string' && typeof version === 'string';
}

/** Every form of an entry has a base; what has none was not kept by us. */
function readEntry(kept: string): URLSearchParams | null {
  const fields = new URLSearchParams(kept);
  return fields.has('base') ? fields : null;
}
