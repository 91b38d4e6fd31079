import { EngineError } from '../../core/changes/ports/engine.ts';
import type { Reply } from '../bounded-post.ts';
import { isOutOfMoney } from '../patient-post.ts';
import { refusalFor, sentenceOf } from '../server-sentence.ts';

/** Names a chat server at the beginning of a sentence. */
export const NAME = 'The chat server';

/** How servers say that a request does not fit the model. */
const TOO_LONG =
  /context.{0,20}(?:size|length|window|limit)|maximum context|too (?:long|large|many (?:input )?tokens)|exceeds? the (?:available|maximum|limit)|prompt is too/i;

/** How they say that they do not have a model, where they name one. */
const NO_MODEL = /not found|not exist|unknown|invalid model|no such|not (?:loaded|available)|pull/i;

/** What a chat server’s refusal means; null for an answer. */
export function chatRefusal(
  reply: Pick<Reply, 'status' | 'text' | 'retryAfter'>,
  model: string,
  key: string | null,
): EngineError | null {
  const { status } = reply;
  if (status >= 200 && status < 300) return null;
  const said = sentenceOf(reply, key) ?? '';
  const quoted = `(${status}: “${said}”)`;
  if (status !== 401 && status !== 403 && status !== 429 && TOO_LONG.test(said))
    return new EngineError(`${NAME} finds the paragraph too long ${quoted}.`, 'size');
  if (/model/i.test(said) && (status === 404 || (status === 400 && NO_MODEL.test(said))))
    return new EngineError(`${NAME} does not take the model “${model}” ${quoted}; check CHAT_MODEL.`, 'setup');
  if (isOutOfMoney(reply))
    return new EngineError(`${NAME} wants to be paid first ${quoted}; what had arrived is saved.`, 'stop', true);
  if (status === 404)
    return new EngineError(
      `${NAME} has no chat at this address ${said === '' ? '(404)' : quoted}; check CHAT_URL, which often ends in /v1.`,
      'setup',
    );
  return refusalFor(NAME, reply, key);
}
