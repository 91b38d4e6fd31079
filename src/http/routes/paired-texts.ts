import { articlePairSlices, expectedSteps, type KnownWords } from '../../core/alignment/article-pairs.ts';
import { createEverydayWords } from '../../core/alignment/everyday-words.ts';
import { createPairing as beginPairing } from '../../core/alignment/pairing.ts';
import { toldSlices } from '../../core/model/slices.ts';
import { counted } from '../../core/text/counted.ts';
import { UnreadableDocument } from '../../formats/document/blocks/document.ts';
import { writeEnglish } from '../../formats/document/blocks/english-text.ts';
import { UserError } from '../errors.ts';
import type { Draft } from '../pages/adding/parcel-page.ts';
import type { BroughtEnglish, BroughtPairs, PairedTexts } from './brought.ts';
import { type FoundText, type ParcelPorts, sourceOf } from './parcel-text.ts';

export type PairingPorts = Pick<ParcelPorts, 'library' | 'pacer' | 'readSource'>;

/** Texts that are put beside each other at the same time. */
const MOST_AT_ONCE = 2;
/** Paragraphs of either language that are put beside each other: a long book. */
const MOST_PARAGRAPHS = 2000;

/** Whoever waits for texts to stand beside each other. */
interface Waiting {
  /** Tells that they wait no more. */
  readonly signal: AbortSignal;
  /** How far it is, in a sentence. */
  readonly onProgress: (says: string) => void;
}

/** Nobody waits for it any more. */
class Unwanted extends Error {}

export interface PairingTexts {
  /**
   * Resolves when it is done; it is done once for the same French, and what a person did since then stays. Where nobody
   * waits any more, it ends, and is not done.
   *
   * @throws {UnreadableDocument} where a text is too long for that
   */
  pair(found: FoundText, draft: Draft, asked: { readonly english: BroughtEnglish } & Waiting): Promise<void>;
}

/** Puts texts beside each other, a few at a time. */
export function createPairing(ports: PairingPorts): PairingTexts {
  let busy = 0;
  const everyday = createEverydayWords(ports.library.current().glossary.verbs);
  const begin = (found: FoundText, source: string, { key, english }: { key: string; english: BroughtEnglish }) => {
    if (busy >= MOST_AT_ONCE)
      throw new UserError('too-many', 'Many texts are being aligned at this moment.', 'Send it again in a moment.');
    busy += 1;
    const waiting: BroughtPairs['waiting'] = new Set();
    const made = pairTexts({ ...ports, everyday }, source, {
      english,
      onShare: (share) => tellAll(waiting, share),
    }).finally(() => {
      busy -= 1;
    });
    const pairs: BroughtPairs = { key, made, waiting };
    made.catch(() => {
      if (found.brought.pairs === pairs) found.brought.pairs = null;
    });
    return pairs;
  };
  return {
    async pair(found, draft, { english, ...waiting }) {
      const { brought, document } = found;
      const key = [...draft.ticked].sort((a, b) => a - b).join(' ');
      const source = sourceOf(document, draft);
      if (brought.pairs?.key !== key) brought.pairs = begin(found, source, { key, english });
      const texts = await whileWanted(brought.pairs, waiting);
      // The title, or what it is cited by, may be another.
      if (texts !== null) texts.french = (await ports.readSource(source)).units;
    },
  };
}

function tellAll(waiting: BroughtPairs['waiting'], share: number): void {
  if (waiting.size === 0) throw new Unwanted();
  for (const tell of waiting) tell(share);
}

/** Null where they were not wanted any more. */
async function whileWanted(
  { made, waiting }: BroughtPairs,
  { signal, onProgress }: Waiting,
): Promise<PairedTexts | null> {
  const tell = (share: number) => onProgress(`Putting the English beside it: ${10 * Math.floor(10 * share)} % …`);
  waiting.add(tell);
  signal.addEventListener('abort', () => waiting.delete(tell));
  if (signal.aborted) waiting.delete(tell);
  try {
    return await made;
  } catch (error) {
    if (error instanceof Unwanted) return null;
    throw error;
  } finally {
    waiting.delete(tell);
  }
}

/** What is told before the end. */
const MOST_SHARE = 0.99;

async function pairTexts(
  { library, pacer, readSource, everyday }: PairingPorts & Pick<KnownWords, 'everyday'>,
  source: string,
  { english, onShare }: { readonly english: BroughtEnglish; readonly onShare: (share: number) => void },
): Promise<PairedTexts> {
  const { units: french } = await readSource(source);
  const written = writeEnglish(english.document);
  const { units } = await readSource(written.source);
  const target = written.hasTitle ? units : units.slice(1);
  wantModest(french.length, 'French');
  wantModest(target.length, 'English');
  const all = expectedSteps(french.length, target.length);
  const { concepts } = library.current().glossary;
  const work = articlePairSlices(french, target, { everyday, concepts });
  const rows = await pacer.finish(toldSlices(work, (steps) => onShare(Math.min(MOST_SHARE, steps / all))));
  return { french, english: target, pairing: beginPairing(rows), version: 0, approves: false };
}

function wantModest(count: number, language: string): void {
  if (count <= MOST_PARAGRAPHS) return;
  throw new UnreadableDocument(
    `The ${language} has ${counted(count, 'paragraph')}, and ${counted(MOST_PARAGRAPHS, 'paragraph')} at most are put beside each other; give both in parts.`,
  );
}
