import type { RichText } from '../../model/rich-text.ts';
import type { Fault } from '../finding.ts';

/** Words from which on two equal texts are no accident. */
const MANY_WORDS = 4;

/** What tells French: its letters with accents, and small words that no English text has. */
const FRENCH =
  /[àâçèéêëîïôùûœ]|(?<![\p{L}\p{N}_-])(?:(?:les?|la|du|des|une|est|sont|et|dans|pour|avec|que|qui|cette|nous|vous|elles?|ils?|pas|aux?|ne)(?![\p{L}\p{N}_-])|(?:[ldnj]|qu)['’ʼ]\p{L})/iu;

/**
 * An engine gave the French back. The other rules have nothing to add then. A text of no language is the same in both.
 */
export const notTranslated = {
  rule: 'not-translated',
  find({ source, target }: { readonly source: RichText; readonly target: RichText }): Fault[] {
    const words = source.words.match(/\p{Ll}{2,}/gu)?.length ?? 0;
    if (source.text.trim() !== target.text.trim() || words < MANY_WORDS || !FRENCH.test(source.words)) return [];
    return [{ message: 'the English is the French, word for word; translate it', source: null, target: null }];
  },
} as const;
