import type { Versions } from '../../core/model/versions.ts';
import { mergeCatalogues } from './catalogue-merge.ts';
import { mergeGlossaries } from './glossary-merge.ts';

/** Merges three versions of a file by what it consists of; null where only its lines can be told of. */
export function mergeVersions(file: string, versions: Versions<string>): string | null {
  if (file.endsWith('.po')) return mergeCatalogues(versions);
  return /\.ya?ml$/.test(file) ? mergeGlossaries(versions) : null;
}
