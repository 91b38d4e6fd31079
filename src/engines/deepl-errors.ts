import { AuthorizationError, ConnectionError, DeepLError, QuotaExceededError, TooManyRequestsError } from 'deepl-node';
import { EngineError, PassingError } from '../core/changes/ports/engine.ts';

/** One sentence for a person; the client’s own error, which can hold the key, goes no further. */
export function safeError(error: unknown, what: 'texts' | 'glossary', key: string): EngineError {
  if (error instanceof EngineError) return error;
  const said = saidBy(error, key);
  if (/status code 3\d\d/.test(said))
    return new EngineError(
      'DeepL wants to send us elsewhere, which is not followed; write the final address into DEEPL_SERVER_URL.',
      'setup',
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
      true,
    );
  if (error instanceof AuthorizationError)
    return new EngineError(
      'DeepL refuses the key. Check DEEPL_AUTH_KEY; a key that ends in “:fx” belongs to api-free.deepl.com, another to api.deepl.com (DEEPL_SERVER_URL).',
      'setup',
    );
  if (error instanceof TooManyRequestsError)
    return new PassingError(
      'DeepL has too much to do just now; what had arrived is saved. Try again in a minute.',
      true,
    );
  if (error instanceof ConnectionError && /maxContentLength/.test(said))
    return new EngineError('DeepL answered with more than 4 MB; nothing of it was used.', 'stop');
  if (error instanceof ConnectionError) {
    const sentence = 'DeepL did not answer in time; what had arrived is saved. Check the connection, then start again.';
    return error.shouldRetry ? new PassingError(sentence, false) : new EngineError(sentence, 'stop');
  }
  if (/^Bad request/i.test(said)) return new EngineError(`DeepL did not take the request (${said}).`, 'batch');
  const sentence = `DeepL did not translate (${said}); what had arrived is saved.`;
  const isPassing = /^Service unavailable|status code: 5\d\d/.test(said);
  return isPassing ? new PassingError(sentence, false) : new EngineError(sentence, 'stop');
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
