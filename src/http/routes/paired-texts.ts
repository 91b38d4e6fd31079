import { articlePairSlices } from '../../core/alignment/article-pairs.ts';
import { createPairing as beginPairing } from '../../core/alignment/pairing.ts';
import { UnreadableDocument } from '../../formats/document/document.ts';
import { writeEnglish } from '../../formats/document/english-text.ts';
import { UserError } from '../errors.ts';
import type { Draft } from '../pages/parcel-page.ts';
import { counted } from '../pages/wording.ts';
import type { BroughtEnglish, PairedTexts } from './brought.ts';
import { type FoundText, type ParcelPorts, sourceOf } from './parcel-text.ts';

export type PairingPorts = Pick<ParcelPorts, 'library' | 'pacer' | 'readSource'>;

/** Texts that are put beside each other at the same time. */
const MOST_AT_ONCE = 2;
/** Paragraphs of either language that are put beside each other: a long book. */
const MOST_PARAGRAPHS = 2000;

/** Puts texts beside each other, a few at a time. */
export function createPairing(ports: PairingPorts): {
  /**
   * Resolves when it is done; it is done once for the same French, and what a person did since then stays.
   *
   * @throws {UnreadableDocument} where a text is too long for that
   */
  pair(found: FoundText, draft: Draft, english: BroughtEnglish): Promise<void>;
} {
  let busy = 0;
  return {
    async pair({ brought, document }, draft, english) {
      const key = [...draft.ticked].sort((a, b) => a - b).join(' ');
      if (brought.pairs?.key !== key) {
        if (busy >= MOST_AT_ONCE)
          throw new UserError('too-many', 'Many texts are being aligned at this moment.', 'Send it again in a moment.');
        busy += 1;
        const made = pairTexts(ports, sourceOf(document, draft), english).finally(() => {
          busy -= 1;
        });
        const pairs = { key, made };
        brought.pairs = pairs;
        made.catch(() => {
          if (brought.pairs === pairs) brought.pairs = null;
        });
      }
      const texts = await brought.pairs.made;
      // The title, or what it is cited by, may be another.
      texts.french = (await ports.readSource(sourceOf(document, draft))).units;
    },
  };
}

async function pairTexts(
  { library, pacer, readSource }: PairingPorts,
  source: string,
  { document }: BroughtEnglish,
): Promise<PairedTexts> {
  const { units: french } = await readSource(source);
  const written = writeEnglish(document);
  const { units } = await readSource(written.source);
  const english = written.hasTitle ? units : units.slice(1);
  wantModest(french.length, 'French');
  wantModest(english.length, 'English');
  const rows = await pacer.finish(articlePairSlices(french, english, library.current().glossary));
  return { french, english, pairing: beginPairing(rows), version: 0, approves: false };
}

function wantModest(count: number, language: string): void {
  if (count <= MOST_PARAGRAPHS) return;
  throw new UnreadableDocument(
    `The ${language} has ${counted(count, 'paragraph')}, and ${counted(MOST_PARAGRAPHS, 'paragraph')} at most are put beside each other; give both in parts.`,
  );
}
