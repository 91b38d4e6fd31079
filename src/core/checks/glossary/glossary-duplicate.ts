import { acceptedTexts, type SharingRule } from './entry-rule.ts';

/** A copy: a French term and its English in two entries. */
export const duplicate: SharingRule = {
  rule: 'duplicate',
  say({ concept: first }, { concept: later }) {
    const good = acceptedTexts(first);
    return [...acceptedTexts(later)].some((text) => good.has(text))
      ? 'with the same English; merge the two entries'
      : null;
  },
};
