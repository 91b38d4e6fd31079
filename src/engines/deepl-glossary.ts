import { createHash } from 'node:crypto';
import {
  type DeepLClient,
  DeepLError,
  GlossaryEntries,
  type MultilingualGlossaryDictionaryEntries,
  type MultilingualGlossaryInfo,
} from 'deepl-node';
import { EngineError, type TermPair } from '../core/changes/ports/engine.ts';
import { createTurns } from '../core/model/keyed-turns.ts';
import { compareTexts } from '../core/text/compare-texts.ts';
import { refusalOf } from './deepl-entries.ts';

/** Our glossary as DeepL keeps it. */
export interface DeepLGlossary {
  /** Makes it agree with these entries. Gives a sentence for what could not be taken, or kept. */
  takeUp(pairs: readonly TermPair[]): Promise<readonly string[]>;
  /** Null where there is none, or no place for one. */
  id(): string | null;
  /** Whether the terms reach DeepL, as far as there are any. */
  isInForce(): boolean;
  /** Makes it anew where it was lost. Gives what is to be said of that. */
  putBack(): Promise<readonly string[]>;
  /** Goes on without. Gives what is to be said of that. */
  forget(): Promise<readonly string[]>;
}

const WITHOUT = 'The translation goes on without it; the ledger checks every term.';

/**
 * @param instance tells this checkout’s glossary from those of others
 * @param guarded turns what goes wrong into a sentence
 */
export function createDeepLGlossary(
  client: DeepLClient,
  instance: () => Promise<string>,
  guarded: <T>(call: () => Promise<T>) => Promise<T>,
): DeepLGlossary {
  let id: string | null = null;
  let wanted: readonly TermPair[] = [];
  const syncNow = async (): Promise<readonly string[]> => {
    try {
      id = wanted.length === 0 ? null : await guarded(async () => syncGlossary(client, await instance(), wanted));
      return [];
    } catch (error) {
      id = null;
      if (!(error instanceof EngineError) || error.reach !== 'batch') throw error;
      return [`${error.message} ${WITHOUT}`];
    }
  };
  // Two runs of one server at once would make two glossaries.
  const inTurn = createTurns();
  return {
    async takeUp(pairs) {
      const { entries, refused } = sorted(pairs);
      wanted = entries;
      return [...refused, ...(await inTurn(syncNow))];
    },
    id: () => id,
    isInForce: () => id !== null || wanted.length === 0,
    async putBack() {
      const notices = await inTurn(syncNow);
      return notices.length > 0 ? notices : ['The glossary was gone at DeepL; it was put there again.'];
    },
    async forget() {
      id = null;
      return [`DeepL does not find the glossary that it has just taken. ${WITHOUT}`];
    },
  };
}

/** Whether a request failed because the glossary that it names is not there, or not usable. */
export function isAboutGlossary(error: unknown): boolean {
  return error instanceof DeepLError && /glossar|dictionar|not found/i.test(error.message);
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
  return { entries: entries.sort((a, b) => compareTexts(a.source, b.source)), refused };
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
  if (kept === undefined) return (await createOrFind(client, name, dictionary)).glossaryId;
  // In this order: a crash in between leaves the old name, so that the next run replaces the entries again.
  await client.replaceMultilingualGlossaryDictionary(kept.glossaryId, dictionary);
  await client.updateMultilingualGlossaryName(kept.glossaryId, name);
  return kept.glossaryId;
}

/** Another process with this checkout may have made it at the same moment, and taken the last place. */
async function createOrFind(client: DeepLClient, name: string, dictionary: MultilingualGlossaryDictionaryEntries) {
  try {
    return await client.createMultilingualGlossary(name, [dictionary]);
  } catch (error) {
    const made = (await client.listMultilingualGlossaries()).find((one) => one.name === name);
    if (made === undefined) throw error;
    return made;
  }
}

function isOwn({ name }: MultilingualGlossaryInfo, prefix: string): boolean {
  return name.startsWith(prefix) && /^[0-9a-f]{12}$/.test(name.slice(prefix.length));
}
