import { createHash } from 'node:crypto';
import {
  AuthorizationError,
  ConnectionError,
  type DeepLClient,
  DeepLError,
  GlossaryEntries,
  type MultilingualGlossaryInfo,
  QuotaExceededError,
  TooManyRequestsError,
} from 'deepl-node';
import { type Engine, EngineError, type TermPair } from '../core/changes/engine.ts';
import { createDeepLClient } from './deepl-client.ts';
import { refusalOf } from './deepl-entries.ts';

export interface DeepLSettings {
  readonly key: string;
  /** Null for the address that the kind of key tells. */
  readonly serverUrl: string | null;
  /** Tells this checkout’s glossary from those of others under the same key. */
  readonly instance: string;
  /** Attempts of the client at one request in all; it waits longer each time. */
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
  const options = { maxRetries: attempts, minTimeout: timeout, sendPlatformInfo: false };
  const client = createDeepLClient(key, serverUrl === null ? options : { ...options, serverUrl }, deadline);
  let glossary: string | null = null;
  const guarded = async <T>(call: () => Promise<T>, what: 'texts' | 'glossary'): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw safeError(error, what, key);
    }
  };
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
    async prepare(pairs) {
      const { entries, refused } = sorted(pairs);
      try {
        glossary =
          entries.length === 0 ? null : await guarded(() => syncGlossary(client, instance, entries), 'glossary');
        return refused;
      } catch (error) {
        if (!(error instanceof EngineError) || error.reach !== 'batch') throw error;
        glossary = null;
        return [...refused, `${error.message} The translation goes on without it; the ledger checks every term.`];
      }
    },
    async translate({ texts, context }) {
      const ask = () =>
        client.translateText([...texts], 'fr', 'en-US', {
          modelType: 'prefer_quality_optimized',
          ...(context === '' ? {} : { context }),
          ...(glossary === null ? {} : { glossary }),
        });
      const results: unknown = await guarded(() => askAgainWithoutGlossary(ask, () => (glossary = null)), 'texts');
      return answerOf(results, texts);
    },
    async remaining() {
      const usage = await guarded(() => client.getUsage(), 'texts');
      return usage.character === undefined ? null : usage.character.limit - usage.character.count;
    },
  };
}

/** A glossary that somebody deleted meanwhile is no reason to stop. */
async function askAgainWithoutGlossary<T>(ask: () => Promise<T>, forget: () => void): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const isGlossary = error instanceof DeepLError && /glossar|dictionar|not found/i.test(error.message);
    if (!isGlossary) throw error;
    forget();
    return ask();
  }
}

/** What came back, as far as it has the shape of an answer; the run compares the number. */
function answerOf(results: unknown, texts: readonly string[]): { texts: string[]; billed: number } {
  const list = Array.isArray(results) ? results : [];
  const own = texts.reduce((sum, text) => sum + [...text].length, 0);
  const billed = list.reduce(
    (sum, one) => sum + (typeof one?.billedCharacters === 'number' ? one.billedCharacters : NaN),
    0,
  );
  return {
    texts: list.map((one) => (typeof one?.text === 'string' ? one.text : '')),
    billed: Number.isFinite(billed) && list.length === texts.length ? billed : own,
  };
}

/** Entries in one order, and a sentence for each that DeepL would refuse. */
function sorted(pairs: readonly TermPair[]): { entries: TermPair[]; refused: string[] } {
  const entries: TermPair[] = [];
  const refused: string[] = [];
  for (const pair of pairs) {
    const why = refusalOf(pair);
    if (why === null) entries.push(pair);
    else refused.push(`DeepL takes no “${pair.source}” → “${pair.target}”: ${why}.`);
  }
  return { entries: entries.sort((a, b) => (a.source < b.source ? -1 : 1)), refused };
}

/** The id of our glossary at DeepL, with these entries in it. */
async function syncGlossary(client: DeepLClient, instance: string, entries: readonly TermPair[]): Promise<string> {
  const lines = entries.map(({ source, target }) => `${source}\t${target}`).join('\n');
  const hash = createHash('sha256').update(lines).digest('hex').slice(0, 12);
  const prefix = `visavis/${instance}/fr-en/`;
  const name = prefix + hash;
  const own = (await client.listMultilingualGlossaries()).filter((one) => isOwn(one, prefix));
  const same = own.find((one) => one.name === name);
  const kept = same ?? own[0];
  for (const surplus of own.filter((one) => one !== kept)) await client.deleteMultilingualGlossary(surplus.glossaryId);
  if (same !== undefined) return same.glossaryId;
  const dictionary = {
    sourceLangCode: 'fr' as const,
    targetLangCode: 'en' as const,
    entries: new GlossaryEntries({
      entries: Object.fromEntries(entries.map(({ source, target }) => [source, target])),
    }),
  };
  if (kept === undefined) return (await client.createMultilingualGlossary(name, [dictionary])).glossaryId;
  // In this order: a crash in between leaves the old name, so that the next run replaces the entries again.
  await client.replaceMultilingualGlossaryDictionary(kept.glossaryId, dictionary);
  await client.updateMultilingualGlossaryName(kept.glossaryId, name);
  return kept.glossaryId;
}

function isOwn({ name }: MultilingualGlossaryInfo, prefix: string): boolean {
  return name.startsWith(prefix) && /^[0-9a-f]{12}$/.test(name.slice(prefix.length));
}

/** One sentence for a person; the client’s own error, which can hold the key, goes no further. */
function safeError(error: unknown, what: 'texts' | 'glossary', key: string): EngineError {
  const said = saidBy(error, key);
  if (/status code 3\d\d/.test(said))
    return new EngineError(
      'DeepL wants to send us elsewhere, which is not followed; write the final address into DEEPL_SERVER_URL.',
      'stop',
    );
  if (what === 'glossary' && !(error instanceof ConnectionError)) {
    const why = error instanceof QuotaExceededError ? 'its places for glossaries are taken' : said;
    return new EngineError(`DeepL does not keep the glossary (${why}).`, 'batch');
  }
  if (error instanceof Error && /status code: 41[34]/.test(error.message))
    return new EngineError('DeepL finds the paragraph too long.', 'size');
  if (error instanceof QuotaExceededError)
    return new EngineError(
      'The DeepL quota is used up; what had arrived is saved. Raise the limit, or wait for the next period.',
      'stop',
    );
  if (error instanceof AuthorizationError)
    return new EngineError(
      'DeepL refuses the key. Check DEEPL_AUTH_KEY; a key that ends in “:fx” belongs to api-free.deepl.com, another to api.deepl.com (DEEPL_SERVER_URL).',
      'stop',
    );
  if (error instanceof TooManyRequestsError)
    return new EngineError(
      'DeepL has too much to do just now; what had arrived is saved. Try again in a minute.',
      'stop',
    );
  if (error instanceof ConnectionError && /maxContentLength/.test(said))
    return new EngineError('DeepL answered with more than 4 MB; nothing of it was used.', 'stop');
  if (error instanceof ConnectionError)
    return new EngineError(
      'DeepL did not answer in time; what had arrived is saved. Check the connection, then start again.',
      'stop',
    );
  return new EngineError(`DeepL did not translate (${said}); what had arrived is saved.`, 'stop');
}

/** How the client says that it stumbled over an answer; what follows is about its own code. */
const STUMBLED = 'Error parsing response';

/**
 * The first line of a message of the client, the key masked in it. What is no error of its own says nothing to people.
 *
 * @guard key-in-errors → String(error)
 */
function saidBy(error: unknown, key: string): string {
  const said = error instanceof DeepLError ? (error.message.split('\n', 1)[0] ?? '') : STUMBLED;
  if (said.startsWith(STUMBLED)) return 'its answer has another shape than it should';
  return said.replaceAll(key, '…').slice(0, 200);
}
