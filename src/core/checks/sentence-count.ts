import { segmentText } from '../text/sentences.ts';
import type { PairRule } from './pair-rule.ts';

/** Advisory: a sentence may be cut or joined, but three that became one are worth a look. */
export const sentenceCount: PairRule = {
  rule: 'sentence-count',
  find({ source, target }) {
    const [from, to] = [segmentText(source.words, 'fr').length, segmentText(target.words, 'en').length];
    if (Math.abs(from - to) <= Math.max(1, Math.floor(from / 3))) return [];
    const message = `the French has ${from} sentences, the English ${to}; check that nothing is missing`;
    return [{ message, source: null, target: null }];
  },
};
