import type { Request } from 'express';
import type { GlossaryStore } from '../../core/changes/ports/glossary-store.ts';
import type { Library } from '../../core/changes/ports/library.ts';
import type { TranslationStore } from '../../core/changes/ports/translation-store.ts';
import type { Pacer } from '../../core/model/slices.ts';
import type { Person } from '../../core/people/people.ts';
import type { ImportedFile, ImportReader } from '../../formats/import/read-import.ts';
import { UserError } from '../errors.ts';
import type { Parcels } from '../parcels.ts';
import { partOf } from './requests.ts';

/** A file of another tool that somebody brought, until what they chose of it is written. */
export interface Imported {
  /** The name of the file, or words for what was pasted. */
  readonly from: string;
  /** The name that its origin is told by. */
  readonly file: string;
  readonly read: ImportedFile;
  /** Slug of the article it was brought for; '' for the one that it is of. */
  readonly article: string;
}

/** What it takes to look a file over and to write what is chosen of it. */
export interface ImportPorts {
  readonly library: Library;
  readonly imports: ImportReader;
  readonly imported: Parcels<Imported>;
  readonly store: TranslationStore;
  readonly glossary: GlossaryStore;
  readonly pacer: Pacer;
  /** ISO 8601. */
  readonly today: () => string;
  /** Who asks; null for whoever has no name. */
  readonly person: () => Person | null;
  /** Whose request it is. */
  readonly ownerOf: (request: Request) => string;
}

/** A file that was brought, with what it is kept by. */
export interface FoundImport<Kind extends ImportedFile['kind']> {
  readonly name: string;
  readonly imported: Imported;
  readonly read: Extract<ImportedFile, { readonly kind: Kind }>;
}

/** @throws {UserError} */
export function findImported({ imported, ownerOf }: ImportPorts, request: Request) {
  const name = partOf(request, 'name');
  const found = imported.get(ownerOf(request), name);
  if (found !== null) return { name, imported: found };
  const advice = 'What is not saved is kept for half an hour. Give the file again.';
  throw new UserError('not-found', 'This file is not kept here, or not any more.', advice);
}

/** What was last said of a file, and why it was not written. */
export interface SaidOfImport {
  /** Values of the ticks; null as long as nobody chose. */
  readonly ticked: ReadonlySet<string> | null;
  readonly wrong: string | null;
  readonly status?: number;
}

export const NOTHING_SAID: SaidOfImport = { ticked: null, wrong: null };

/** The values of the ticks of a form. */
export function tickedIn(value: unknown): ReadonlySet<string> {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return new Set(values.filter((one): one is string => typeof one === 'string'));
}

export const NOTHING_TICKED = 'Nothing is ticked; tick at least one.';
export const CHANGED_MEANWHILE =
  'Some of these changed since this page was shown, so nothing was saved; this is how they are now.';
