import { putText } from '../shared/put-text.ts';

/** Translation by the browser itself, where it offers it; nothing leaves the machine. */

/** What browsers give so far (https://developer.mozilla.org/docs/Web/API/Translator). */
interface TranslatorApi {
  create(options: { sourceLanguage: string; targetLanguage: string; signal: AbortSignal }): Promise<{
    translate(text: string, options: { signal: AbortSignal }): Promise<string>;
  }>;
}

/** Time for the first use, which fetches a language pack, and the translation. Milliseconds. */
const DEADLINE = 60_000;

/**
 * Shows a button that asks the browser for a draft. What comes goes into the field, to be read, saved and judged like
 * any other text.
 */
export function setUpOnDevice(
  button: HTMLButtonElement,
  french: string,
  field: HTMLTextAreaElement,
  say: (text: string) => void,
): void {
  const api = (globalThis as { Translator?: TranslatorApi }).Translator;
  if (api === undefined) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    say('The browser is translating; the first time it fetches its language pack.');
    try {
      putText(field, await translate(api, french, Number(button.dataset['deadline'] ?? DEADLINE)));
      say('A draft by this browser. Read it, then save it: the ledger judges it like any other.');
    } catch {
      say('The browser did not translate in time, or not at all. Nothing was changed.');
    }
    button.disabled = false;
  });
}

/** The browser heeds the signal or not; we wait no longer in either case. */
function translate(api: TranslatorApi, french: string, milliseconds: number): Promise<string> {
  const signal = AbortSignal.timeout(milliseconds);
  const late = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const work = api
    .create({ sourceLanguage: 'fr', targetLanguage: 'en', signal })
    .then((translator) => translator.translate(french, { signal }));
  return Promise.race([work, late]);
}
