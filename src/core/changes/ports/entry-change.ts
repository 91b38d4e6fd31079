import type { Concept } from '../../model/concept.ts';

/** What is to become of one entry of the glossary. */
export type EntryChange =
  | { readonly kind: 'add'; readonly entry: Concept }
  | { readonly kind: 'put'; readonly id: string; readonly entry: Concept }
  | { readonly kind: 'delete'; readonly id: string };

/** What is to become of entries of one file: these as they are to be, and new ones behind all. */
export interface EntryChanges {
  readonly puts: readonly { readonly id: string; readonly entry: Concept }[];
  /** Of a YAML file alone. */
  readonly adds: readonly Concept[];
}
