import type { SharingRule } from './entry-rule.ts';

/** A French term of two entries that are neither a contradiction nor a copy: only the reader can tell them apart. */
export const twoMeanings: SharingRule = {
  rule: 'two-meanings',
  say: () => 'with another English; either rendering will do',
};
