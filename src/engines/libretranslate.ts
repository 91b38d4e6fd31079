import { type Engine, type EngineAbilities, type EngineAnswer, EngineError } from '../core/changes/ports/engine.ts';
import { counted } from '../core/text/counted.ts';
import { parseAnswer } from './answer-json.ts';
import type { Reply } from './bounded-post.ts';
import { type Patience, postPatiently } from './patient-post.ts';
import { refusalFor, sentenceOf } from './server-sentence.ts';

export interface LibreTranslateSettings {
  /** Where the server is, without `/translate`. */
  readonly url: string;
  readonly key: string | null;
  readonly patience?: Patience;
}

/** What one request may hold; a server has limits of its own, and says them when they are passed. */
interface Limits {
  readonly texts: number;
  /** UTF-16 units, of all texts together. */
  readonly units: number;
}

const NAME = 'LibreTranslate';
const ABILITIES: EngineAbilities = {
  ...{ glossary: 'none', context: false, price: 'free', offline: false },
  ...{ mostTexts: 10, mostCharacters: 5000 },
};

/** A LibreTranslate server: no glossary, no context, and its own limits. */
export function createLibreTranslate({ url, key, patience }: LibreTranslateSettings): Engine {
  const address = `${url.replace(/\/$/, '')}/translate`;
  let limits: Limits = { texts: Infinity, units: Infinity };
  const post = (texts: readonly string[], isCancelled?: () => boolean): Promise<Reply> => {
    const body = { q: texts, source: 'fr', target: 'en', format: 'text', ...(key === null ? {} : { api_key: key }) };
    const asking = isCancelled === undefined ? {} : { isCancelled };
    return postPatiently({ name: NAME, url: address, body, ...asking }, patience);
  };
  return {
    name: 'libretranslate',
    label: 'libretranslate',
    abilities: ABILITIES,
    prepare: async () => [],
    async translate({ texts, isCancelled }) {
      wantWithin(limits, texts);
      const reply = await post(texts, isCancelled);
      limits = learnt(limits, reply, texts);
      const refusal = refusalOf(reply, key);
      if (refusal !== null) throw refusal;
      return answerOf(reply, texts.length);
    },
    remaining: async () => null,
  };
}

/** @throws {EngineError} for what the server is known to refuse: a request saved */
function wantWithin({ texts: most, units }: Limits, texts: readonly string[]): void {
  if (texts.length <= most && unitsOf(texts) <= units) return;
  throw new EngineError(
    `${NAME} takes no more than ${texts.length > most ? counted(most, 'text') : counted(units, 'character')} in one request.`,
    'size',
  );
}

function unitsOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** One sentence tells of both limits: only the figures show which it was. */
const OVER_LIMIT = /\((\d{1,9})\) exceeds (?:\w+ )?limit \((\d{1,9})\)/i;

function learnt(limits: Limits, reply: Reply, texts: readonly string[]): Limits {
  const [, size, most] = OVER_LIMIT.exec(reply.status === 400 ? reply.text : '') ?? [];
  if (size === undefined || Number(most) < 1) return limits;
  return Number(size) === texts.length && texts.length > 1
    ? { ...limits, texts: Number(most) }
    : { ...limits, units: Number(most) };
}

/** What its own sentences mean; it says most of them with 400, and some of them again with 500. */
function refusalOf(reply: Reply, key: string | null): EngineError | null {
  const { status } = reply;
  if (status >= 200 && status < 300) return null;
  const said = sentenceOf(reply, key) ?? '';
  const quoted = `(${status}: “${said}”)`;
  if (/exceeds (?:\w+ )?limit|too long|too large/i.test(said))
    return new EngineError(`${NAME} finds the paragraph too long ${quoted}.`, 'size');
  if (/api key/i.test(said))
    return new EngineError(
      `${NAME} ${key === null ? 'wants a key' : 'refuses the key'} ${quoted}; set LIBRETRANSLATE_API_KEY to one of this server.`,
      'setup',
    );
  if (/not (?:supported|available)/i.test(said))
    return new EngineError(
      `${NAME} does not translate French into English there ${quoted}; load the languages fr and en on the server.`,
      'setup',
    );
  if (/limit/i.test(said) && status === 403)
    return new EngineError(`${NAME} lets us in no more for now ${quoted}; what had arrived is saved.`, 'stop');
  return refusalFor(NAME, reply, key);
}

/** `translatedText` is a list when a list was asked for. */
function answerOf({ text }: Reply, count: number): EngineAnswer {
  const found = translatedIn(text);
  const list = Array.isArray(found) ? found : [found];
  const texts = list.map((one) => (typeof one === 'string' ? one : ''));
  return { texts: texts.length === count ? texts : [], billed: 0 };
}

function translatedIn(text: string): unknown {
  try {
    const answer = parseAnswer(text);
    return (answer as { translatedText?: unknown } | null)?.translatedText;
  } catch {
    throw new EngineError(`${NAME} gave an answer that is no JSON; nothing of it was used.`, 'stop');
  }
}
