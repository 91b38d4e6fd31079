import type { Versions } from '../../core/model/versions.ts';
import { isCatalogue } from '../article/catalogue-name.ts';
import { kindOf } from '../glossary/kinds.ts';
import { YAML_PARTS } from '../glossary/yaml-parts.ts';
import { mergeCatalogues } from './catalogue-merge.ts';
import { mergeGlossaries } from './glossary-merge.ts';

/** Merges three versions of a file by what it consists of; null where only its lines can be told of. */
export function mergeVersions(file: string, versions: Versions<string>): string | null {
  return mergerOf(file)?.(versions) ?? null;
}

/** How files of one kind are merged; null for those that consist of lines. */
export function mergerOf(file: string): ((versions: Versions<string>) => string | null) | null {
  if (isCatalogue(file)) return mergeCatalogues;
  return kindOf(file)?.parts === YAML_PARTS ? mergeGlossaries : null;
}
