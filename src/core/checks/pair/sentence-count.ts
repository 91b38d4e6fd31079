import { segmentText } from '../../text/sentences.ts';
import type { PairRule } from './pair-rule.ts';

/** What the English of a French text has of its length when nothing is missing, of many texts. */
const USUAL_LENGTH = 0.9;
/** What may be said more briefly or at more length besides, as a share. */
const MARGIN = 0.1;

/**
 * Advisory: sentences may be cut and joined, which changes no length; two that became one are worth a look where the
 * text is shorter too.
 */
export const sentenceCount: PairRule = {
  rule: 'sentence-count',
  find({ source, target }) {
    const [from, to] = [segmentText(source.words, 'fr').length, segmentText(target.words, 'en').length];
    if (from === to || !isLengthOf(from, to, target.words.length / (source.words.length * USUAL_LENGTH))) return [];
    const message = `the French has ${from} sentences, the English ${to}; check that nothing is missing`;
    return [{ message, source: null, target: null }];
  },
};

/**
 * Whether the length fits the other number of sentences: half of those that are fewer, or more, are granted to joining
 * and cutting.
 *
 * @param length of the English, as a share of what is usual for the French
 */
function isLengthOf(from: number, to: number, length: number): boolean {
  const half = (1 + to / from) / 2;
  return to < from ? length < half * (1 - MARGIN) : length > half * (1 + MARGIN);
}
