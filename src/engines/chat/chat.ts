import {
  type Engine,
  type EngineAnswer,
  EngineError,
  type TextAnswer,
  type TokenUsage,
} from '../../core/changes/ports/engine.ts';
import { isLoopback } from '../../core/text/loopback.ts';
import { readTexts } from './answer-shapes.ts';
import type { Message } from './message.ts';
import { NAME } from './refusals.ts';
import { type ChatSettings, createTalk } from './talk.ts';

/**
 * Any OpenAI-compatible chat server. It is told only the entries that stand in the batch; the article goes in as data,
 * and the answer counts only when it has every id. What a server refuses to be asked is left out from then on.
 */
export function createChat(settings: ChatSettings): Engine {
  const { url, model } = settings;
  const talk = createTalk(settings);
  return {
    name: 'chat',
    label: `chat ${model}`,
    abilities: {
      glossary: 'prompt',
      context: true,
      mostTexts: 6,
      mostCharacters: 6000,
      price: isLoopback(new URL(url).hostname) ? 'free' : 'tokens',
      offline: false,
      canBeTold: true,
    },
    prepare: async () => [],
    async translate(batch) {
      const first = await talk.ask(batch);
      const texts = textsOf(first, batch.texts.length);
      if (texts !== null) return answerOf(texts, first.usage);
      talk.bePlainer();
      const second = await talk.ask(batch).catch((error: unknown) => orNothing(error, first.usage));
      return answerOf(textsOf(second, batch.texts.length) ?? [], sumOf(first.usage, second.usage));
    },
    remaining: async () => null,
  };
}

const NOTHING: Message = { content: '', thoughts: '', finish: null, refusal: '', usage: null, error: null };

/**
 * A second answer that did not come, so that the first, of no use, is counted all the same.
 *
 * @throws {EngineError} where no further request would go well
 */
function orNothing(error: unknown, spent: TokenUsage | null): Message {
  if (!(error instanceof EngineError)) throw error;
  if (error.reach === 'size' || error.reach === 'batch') return NOTHING;
  throw new EngineError(error.message, error.reach, error.isUnbilled && spent === null);
}

/** Why a model stops before it is done. */
const CUT = /length|max_?tokens/i;
const FILTERED = /content_?filter|safety/i;

/** A text or a refusal for each that was sent; null where the answer is of no use. */
function textsOf({ content, thoughts, finish, refusal }: Message, count: number): TextAnswer[] | null {
  const isCut = CUT.test(finish ?? '');
  const texts = readTexts(content, count, isCut) ?? (content.trim() === '' ? readTexts(thoughts, count, isCut) : null);
  const cut = {
    refused: `${NAME} stopped before the end of the paragraph, as its answer was getting too long.`,
    reach: 'size' as const,
  };
  if (texts !== null) return texts.map((text) => text ?? cut);
  if (isCut) return Array.from({ length: count }, () => cut);
  const why =
    refusal !== ''
      ? `says no: “${refusal}”`
      : FILTERED.test(finish ?? '')
        ? 'holds the paragraph back by its filter'
        : null;
  return why === null
    ? null
    : Array.from({ length: count }, () => ({ refused: `${NAME} ${why}.`, reach: 'batch' as const }));
}

function answerOf(texts: readonly TextAnswer[], usage: TokenUsage | null): EngineAnswer {
  return { texts, billed: 0, ...(usage === null ? {} : { usage }) };
}

function sumOf(a: TokenUsage | null, b: TokenUsage | null): TokenUsage | null {
  if (a === null || b === null) return a ?? b;
  return { prompt: a.prompt + b.prompt, completion: a.completion + b.completion };
}
