import type { Concept } from '../model/concept.ts';

/** What is to become of one entry of the glossary. */
export type EntryChange =
  | { readonly kind: 'add'; readonly entry: Concept }
  | { readonly kind: 'put'; readonly id: string; readonly entry: Concept }
  | { readonly kind: 'delete'; readonly id: string };
