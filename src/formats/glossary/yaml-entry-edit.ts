import type { YAMLMap } from 'yaml';
import type { Splice } from '../splices.ts';
import { mapSplices } from '../yaml/map-edit.ts';
import { pairText } from '../yaml/text.ts';
import type { PlainEntry } from './plain-entry.ts';
import { CONCEPT_KEYS, TERM_KEYS } from './schema.ts';

/** The entry written from nothing: `- fr: …` and its other keys under it. */
export function entryText(entry: Partial<PlainEntry>, indent = ''): string {
  const keys = (CONCEPT_KEYS as (keyof PlainEntry)[]).filter((key) => entry[key] !== undefined);
  const pairs = keys.map((key) => pairText(key, entry[key], `${indent}  `));
  return `${indent}- ${pairs.join(`\n${indent}  `)}`;
}

/**
 * What to change in the text so that an entry says something else, key by key, its terms too; see {@link mapSplices}.
 *
 * @param indent of its keys
 */
export function entrySplices(
  text: string,
  node: YAMLMap,
  before: Partial<PlainEntry>,
  after: Partial<PlainEntry>,
  indent: string,
): Splice[] | null {
  return mapSplices(text, node, {
    before: before as Readonly<Record<string, unknown>>,
    after: after as Readonly<Record<string, unknown>>,
    orders: [CONCEPT_KEYS, TERM_KEYS],
    indent,
  });
}
