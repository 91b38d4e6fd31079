import type { Versions } from '../../core/model/versions.ts';
import { isCatalogue } from '../article/catalogue-name.ts';
import { CSV_PARTS } from '../glossary/csv-parts.ts';
import { kindOf } from '../glossary/kinds.ts';
import { YAML_PARTS } from '../glossary/yaml-parts.ts';
import { mergeCatalogues } from './catalogue-merge.ts';
import { mergeGlossaries } from './glossary-merge.ts';
import { isSource, mergeSources } from './source-merge.ts';
import { mergeTables } from './table-merge.ts';

/** Merges three versions of a file by what it consists of; null where only its lines can be told of. */
export function mergeVersions(file: string, versions: Versions<string>): string | null {
  return mergerOf(file)?.(versions) ?? null;
}

/** How files of one kind are merged; null for those that consist of lines. */
export function mergerOf(file: string): ((versions: Versions<string>) => string | null) | null {
  if (isCatalogue(file)) return mergeCatalogues;
  if (isSource(file)) return mergeSources;
  const parts = kindOf(file)?.parts;
  if (parts === CSV_PARTS) return mergeTables(file);
  return parts === YAML_PARTS ? mergeGlossaries : null;
}
