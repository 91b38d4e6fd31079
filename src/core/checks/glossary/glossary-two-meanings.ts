import type { SharingRule } from './entry-rule.ts';

/**
 * A French term of two entries that are neither a contradiction nor a copy: only the reader can tell them apart. A noun
 * and the adjective beside it (génétique) are no such pair: each is answered by its own kind.
 */
export const twoMeanings: SharingRule = {
  rule: 'two-meanings',
  say: (first, later) =>
    first.term.partOfSpeech === later.term.partOfSpeech ? 'with another English; either rendering will do' : null,
};
