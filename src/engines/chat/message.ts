import type { TokenUsage } from '../../core/changes/ports/engine.ts';
import { isRecord } from '../../core/model/record.ts';
import { parseAnswer } from '../answer-json.ts';

/** What a chat server answered, in one piece or in many. */
export interface Message {
  readonly content: string;
  /** What a model thought, where the server tells it apart. */
  readonly thoughts: string;
  /** Why it stopped, as the server names it. */
  readonly finish: string | null;
  /** It would not, in its own words. */
  readonly refusal: string;
  readonly usage: TokenUsage | null;
  /** What went wrong after all had seemed well, as the server sent it. */
  readonly error: { readonly status: number; readonly text: string } | null;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads an answer of `/chat/completions` as servers give it: an object, or a stream of events that each hold a piece;
 * content as a text or in parts.
 *
 * @returns null where it is neither
 */
export function readMessage(text: string): Message | null {
  const events = eventsIn(text);
  if (events.length === 0) return null;
  return events.map(messageOf).reduce((whole, piece) => ({
    content: whole.content + piece.content,
    thoughts: whole.thoughts + piece.thoughts,
    finish: piece.finish ?? whole.finish,
    refusal: whole.refusal + piece.refusal,
    usage: piece.usage ?? whole.usage,
    error: whole.error ?? piece.error,
  }));
}

/** Events of an answer; what has more of them is no translation. */
const MOST_EVENTS = 40_000;

/** None where there are too many. */
function eventsIn(text: string): Fields[] {
  const whole = parsed(text);
  const events: readonly unknown[] = whole === null ? eventsOfLines(text) : Array.isArray(whole) ? whole : [whole];
  return events.length > MOST_EVENTS ? [] : events.filter(isRecord);
}

function eventsOfLines(text: string): unknown[] {
  const found: string[] = [];
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const event = line.replace(/^data:\s?/, '');
    // As a whole it was none.
    if (event === text || !isLikeJson(event)) continue;
    if (found.push(event) > MOST_EVENTS) return [];
  }
  return found.map(parsed);
}

function isLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

function parsed(text: string): unknown {
  if (!isLikeJson(text)) return null;
  try {
    return parseAnswer(text);
  } catch {
    return null;
  }
}

function messageOf(event: Fields): Message {
  const choice = firstChoice(event['choices']);
  // A piece, a whole, or one of the older and the newer kinds of answer.
  const said = [choice['delta'], choice['message'], choice, event['message'], event].find(
    (one): one is Fields => isRecord(one) && CONTENTS.some((name) => hasSomething(one[name])),
  );
  const about = [choice['delta'], choice['message'], event['message']].find(isRecord) ?? {};
  return {
    content: firstText(said ?? {}, CONTENTS) || calledWith(about),
    thoughts: firstText(about, ['reasoning_content', 'reasoning', 'thinking']),
    finish: firstText(choice, ['finish_reason']) || firstText(event, ['stop_reason', 'done_reason']) || null,
    refusal: textIn(about['refusal']),
    usage: usageIn(event),
    error: errorIn(event),
  };
}

const CONTENTS = ['content', 'text', 'response', 'output_text', 'output', 'parsed'];

function hasSomething(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

function firstChoice(choices: unknown): Fields {
  const list: unknown[] = Array.isArray(choices) ? choices : [];
  return list.filter(isRecord).find(({ index }) => index === undefined || index === 0) ?? {};
}

function firstText(fields: Fields, names: readonly string[]): string {
  return names.map((name) => textIn(fields[name])).find((text) => text !== '') ?? '';
}

/** A text, parts of it that are no thoughts, or JSON that was read already. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOfPart).join('');
  return isRecord(value) ? JSON.stringify(value) : '';
}

function textOfPart(part: unknown): string {
  if (typeof part === 'string') return part;
  if (!isRecord(part) || /think|reason/.test(String(part['type']))) return '';
  return typeof part['text'] === 'string'
    ? part['text']
    : Array.isArray(part['content'])
      ? textIn(part['content'])
      : '';
}

/** Some servers hand the JSON to a function that nobody offered. */
function calledWith({ tool_calls: calls }: Fields): string {
  const [call] = Array.isArray(calls) ? calls : [];
  const called = isRecord(call) ? call['function'] : null;
  return isRecord(called) ? textIn(called['arguments']) : '';
}

function usageIn({ usage }: Fields): TokenUsage | null {
  if (!isRecord(usage)) return null;
  const [prompt, completion] = [
    usage['prompt_tokens'] ?? usage['input_tokens'],
    usage['completion_tokens'] ?? usage['output_tokens'],
  ];
  if (!isCount(prompt) && !isCount(completion)) return null;
  return { prompt: isCount(prompt) ? prompt : 0, completion: isCount(completion) ? completion : 0 };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function errorIn(event: Fields): Message['error'] {
  const { error } = event;
  if (!hasSomething(error) || (typeof error !== 'string' && !isRecord(error))) return null;
  const code = Number(isRecord(error) ? (error['code'] ?? error['status']) : 500);
  return { status: code >= 400 && code <= 599 ? code : 500, text: JSON.stringify(event) };
}
