import type { RichText } from '../model/rich-text.ts';
import type { Fault } from './finding.ts';

/** Words from which on two equal texts are no accident. */
const MANY_WORDS = 4;

/** An engine gave the French back. The other rules have nothing to add then. */
export const notTranslated = {
  rule: 'not-translated',
  find({ source, target }: { readonly source: RichText; readonly target: RichText }): Fault[] {
    const words = source.words.match(/\p{Ll}{2,}/gu)?.length ?? 0;
    if (source.text.trim() !== target.text.trim() || words < MANY_WORDS) return [];
    return [{ message: 'the English is the French, word for word; translate it', source: null, target: null }];
  },
} as const;
