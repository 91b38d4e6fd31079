import { segmentText } from '../core/text/sentences.ts';

/** A French text in two, at the edge of the sentence that is nearest to its middle; itself where it is one sentence. */
export function halvesOf(text: string): string[] {
  const edges = segmentText(text, 'fr')
    .slice(1)
    .map(({ start }) => start);
  const middle = text.length / 2;
  const [first, ...others] = edges;
  if (first === undefined) return [text];
  const edge = others.reduce((best, one) => (Math.abs(one - middle) < Math.abs(best - middle) ? one : best), first);
  return [text.slice(0, edge).trim(), text.slice(edge).trim()].filter((half) => half !== '');
}
