import { type EngineBatch, EngineError } from '../../core/changes/ports/engine.ts';
import type { Bounds, Reply } from '../bounded-post.ts';
import { type Patience, postPatiently } from '../patient-post.ts';
import { sentenceOf } from '../server-sentence.ts';
import { FIRST_MANNER, type Manner, mannerAfter, plainer, plainerFormat } from './manner.ts';
import { type Message, readMessage } from './message.ts';
import { chatRefusal, NAME } from './refusals.ts';
import { requestFor } from './request.ts';

export interface ChatSettings {
  /** Base address of an OpenAI-compatible server: https://api.deepseek.com, http://localhost:11434/v1. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
  readonly bounds?: Bounds;
  readonly patience?: Patience;
}

/** A model on this machine may read for minutes before it writes, and write for minutes; silence is another thing. */
const BOUNDS: Bounds = { first: 290_000, quiet: 120_000, total: 20 * 60_000 };

/** A server and how it wants to be spoken to, as far as that is known. */
export interface Talk {
  /** @throws {EngineError} */
  ask(batch: EngineBatch): Promise<Message>;
  /** Asks less of the shape of the next answer, as the server makes nothing good of it. */
  bePlainer(): void;
}

/** What is known of a server; a step is taken once, and remembered. */
interface Known {
  manner: Manner;
  /** Nothing more is to be found out by leaving out what the server does not name. */
  isSettled: boolean;
}

export function createTalk(settings: ChatSettings): Talk {
  const known: Known = { manner: FIRST_MANNER, isSettled: false };
  return {
    async ask(batch) {
      let unnamed: EngineError | null = null;
      for (let tried = known.manner; ; ) {
        const { message, reply, refusal } = await exchange(settings, batch, tried);
        if (message !== null) {
          Object.assign(known, { manner: tried, isSettled: true });
          return message;
        }
        const named = mannerAfter(tried, reply);
        if (named !== null) known.manner = named;
        // Of the steps taken without a hint, the first refusal is the one to be told of.
        unnamed = named === null ? (unnamed ?? refusal) : null;
        const next = named ?? (known.isSettled || refusal.reach !== 'batch' ? null : plainer(tried));
        known.isSettled ||= next === null && refusal.reach === 'batch';
        if (next === null) throw unnamed ?? refusal;
        tried = next;
      }
    },
    bePlainer() {
      known.manner = plainerFormat(known.manner) ?? known.manner;
    },
  };
}

/** What a server said to one request: a message, or no. */
type Exchange =
  | { readonly message: Message; readonly reply: Reply; readonly refusal: null }
  | { readonly message: null; readonly reply: Reply; readonly refusal: EngineError };

async function exchange(
  { url, model, key, bounds = BOUNDS, patience }: ChatSettings,
  { isCancelled, ...batch }: EngineBatch,
  manner: Manner,
): Promise<Exchange> {
  const headers = {
    accept: 'application/json, text/event-stream',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  const posting = {
    ...{
      name: NAME,
      url: `${url.replace(/(?<!\/)\/+$/, '')}/chat/completions`,
      body: requestFor(model, batch, manner),
    },
    ...{ headers, bounds },
    ...(isCancelled === undefined ? {} : { isCancelled }),
  };
  const answered = await postPatiently(posting, patience);
  const message = answered.status < 300 ? readMessage(answered.text) : null;
  // Some servers say 200 first, and what is wrong afterwards.
  const reply = message?.error == null ? answered : { ...message.error, retryAfter: null };
  const refusal = chatRefusal(reply, model, key);
  if (refusal !== null) return { message: null, reply, refusal };
  if (message !== null) return { message: withoutKey(message, key), reply, refusal };
  throw new EngineError(`${NAME} gave an answer that is no JSON; nothing of it was used.`, 'stop');
}

function withoutKey(message: Message, key: string | null): Message {
  return { ...message, refusal: sentenceOf({ text: message.refusal }, key) ?? '' };
}
