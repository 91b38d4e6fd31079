import { segmentText } from '../../text/sentences.ts';
import type { PairRule } from './pair-rule.ts';

/** What the English of a French text has of its length when nothing is missing, of many texts. */
const USUAL_LENGTH = 0.9;

/**
 * Advisory: a sentence may be cut or joined, but three that became one are worth a look where the text is shorter too.
 */
export const sentenceCount: PairRule = {
  rule: 'sentence-count',
  find({ source, target }) {
    const [from, to] = [segmentText(source.words, 'fr').length, segmentText(target.words, 'en').length];
    if (Math.abs(from - to) <= Math.max(1, Math.floor(from / 3))) return [];
    if (!isLengthOf(from, to, target.words.length / (source.words.length * USUAL_LENGTH))) return [];
    const message = `the French has ${from} sentences, the English ${to}; check that nothing is missing`;
    return [{ message, source: null, target: null }];
  },
};

/**
 * Whether the length fits the other number of sentences: half of those that are fewer, or more, are granted to joining
 * and cutting, which change no length.
 *
 * @param length of the English, as a share of what is usual for the French
 */
function isLengthOf(from: number, to: number, length: number): boolean {
  const half = (1 + to / from) / 2;
  return to < from ? length < half : length > half;
}
