import { type Concept, isAccepted } from '../../model/concept.ts';
import { fold } from '../../text/characters.ts';
import { acceptedTexts, type SharingRule } from './entry-rule.ts';

/** What one entry accepts and the other rules out. Only asked of entries that share a French term. */
export const conflict: SharingRule = {
  rule: 'conflict',
  say({ concept: first }, { concept: later }) {
    const contradiction = contradictionOf(first, later) ?? contradictionOf(later, first);
    return contradiction && `where “${contradiction}” is judged otherwise; agree on one`;
  },
};

function contradictionOf(one: Concept, other: Concept): string | null {
  const good = acceptedTexts(one);
  return other.en.find((term) => !isAccepted(term) && good.has(fold(term.text)))?.text ?? null;
}
