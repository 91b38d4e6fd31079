import type { DeepLClient } from 'deepl-node';
import type { Engine, EngineBatch } from '../core/changes/ports/engine.ts';
import { countCodePoints } from '../core/text/code-points.ts';
import { createDeepLClient } from './deepl-client.ts';
import { safeError } from './deepl-errors.ts';
import { createDeepLGlossary, type DeepLGlossary, isAboutGlossary } from './deepl-glossary.ts';

export interface DeepLSettings {
  readonly key: string;
  /** Null for the address that the kind of key tells. */
  readonly serverUrl: string | null;
  /** Tells this checkout’s glossary from those of others under the same key; asked when it is first needed. */
  readonly instance: () => Promise<string>;
  /** Attempts of the client at a request that costs nothing; it waits longer each time. */
  readonly attempts: number;
  /** Silence after which an attempt is given up. Milliseconds. */
  readonly timeout: number;
  /** Time after which an attempt is given up though something still arrives. Milliseconds. */
  readonly deadline: number;
}

/** DeepL’s own limits are 50 texts and 128 KiB of encoded form; French takes up to 1.6 bytes a character there. */
const MOST_TEXTS = 50;
const MOST_CHARACTERS = 24_000;

/**
 * DeepL through its own client, French to American English. The project’s glossary is kept as one multilingual
 * glossary of DeepL’s: found again by its name, replaced (never merged) when its content changed. No other glossary is
 * ever touched, and where there is no room for ours the run goes on without, as the ledger judges anyway.
 */
export function createDeepL({ key, serverUrl, instance, attempts, timeout, deadline }: DeepLSettings): Engine {
  const clientOf = (maxRetries: number) => {
    const options = { maxRetries, minTimeout: timeout, sendPlatformInfo: false };
    return createDeepLClient(key, serverUrl === null ? options : { ...options, serverUrl }, deadline);
  };
  const client = clientOf(attempts);
  // Whoever counts what is spent sends it again, since each time may be billed.
  const paid = clientOf(1);
  const guarded = async <T>(call: () => Promise<T>, what: 'texts' | 'glossary'): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw safeError(error, what, key);
    }
  };
  const glossary = createDeepLGlossary(client, instance, (call) => guarded(call, 'glossary'));
  return {
    name: 'deepl',
    label: 'deepl en-US',
    abilities: {
      glossary: 'native',
      context: true,
      mostTexts: MOST_TEXTS,
      mostCharacters: MOST_CHARACTERS,
      price: 'characters',
      offline: false,
    },
    prepare: (pairs) => glossary.takeUp(pairs),
    knowsTerms: glossary.isInForce,
    async translate(batch) {
      const { results, knewTerms, notices } = await guarded(() => sendMended(paid, glossary, batch), 'texts');
      return { ...answerOf(results, batch.texts), knewTerms, notices };
    },
    async remaining() {
      const usage = await guarded(() => client.getUsage(), 'texts');
      const left = (usage.character?.limit ?? NaN) - (usage.character?.count ?? NaN);
      return Number.isFinite(left) ? left : null;
    },
  };
}

/** What came of a request, and what is to be said of the glossary that went along. */
interface Sent {
  readonly results: unknown;
  readonly knewTerms: boolean;
  readonly notices: readonly string[];
}

/**
 * A glossary that somebody deleted meanwhile is put there again, once; where that fails it goes on without.
 *
 * @param mends what is left to be tried
 */
async function sendMended(
  client: DeepLClient,
  glossary: DeepLGlossary,
  batch: EngineBatch,
  mends: readonly (() => Promise<readonly string[]>)[] = [glossary.putBack, glossary.forget],
): Promise<Sent> {
  // As it is when it is sent: another run may bring the glossary up to date meanwhile.
  const knewTerms = glossary.isInForce();
  try {
    return { results: await send(client, glossary.id(), batch), knewTerms, notices: [] };
  } catch (error) {
    const [mend, ...others] = mends;
    if (glossary.id() === null || mend === undefined || !isAboutGlossary(error)) throw error;
    const said = await mend();
    const sent = await sendMended(client, glossary, batch, others);
    return { ...sent, notices: [...said, ...sent.notices] };
  }
}

function send(client: DeepLClient, glossary: string | null, { texts, context }: EngineBatch): Promise<unknown> {
  return client.translateText([...texts], 'fr', 'en-US', {
    modelType: 'prefer_quality_optimized',
    // A line break that is meant ends no sentence either.
    splitSentences: 'nonewlines',
    ...(context === '' ? {} : { context }),
    ...(glossary === null ? {} : { glossary }),
  });
}

/** What came back, as far as it has the shape of an answer; the run compares the number. */
function answerOf(results: unknown, texts: readonly string[]): { texts: string[]; billed: number } {
  const list = Array.isArray(results) ? results : [];
  const own = countCodePoints(texts);
  const billed = list.reduce((sum, one) => sum + billedFor(one), 0);
  return {
    texts: list.map((one) => (typeof one?.text === 'string' ? one.text : '')),
    // Of an answer that is none, the dearer of both: it was paid for all the same.
    billed: !Number.isFinite(billed) ? own : list.length === texts.length ? billed : Math.max(own, billed),
  };
}

/** NaN where what stands there is no number of characters: a bill below nothing would lessen the sum of the month. */
function billedFor(result: { readonly billedCharacters?: unknown } | null | undefined): number {
  const billed = result?.billedCharacters;
  return typeof billed === 'number' && Number.isSafeInteger(billed) && billed >= 0 ? billed : NaN;
}
