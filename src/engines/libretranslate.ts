import type { Engine } from '../core/changes/engine.ts';
import { postJson } from './bounded-post.ts';

export interface LibreTranslateSettings {
  /** Where the server is, without `/translate`. */
  readonly url: string;
  readonly key: string | null;
}

/** A LibreTranslate server: no glossary, no context, and its own limits. */
export function createLibreTranslate({ url, key }: LibreTranslateSettings): Engine {
  return {
    name: 'libretranslate',
    label: 'libretranslate',
    abilities: {
      glossary: 'none',
      context: false,
      mostTexts: 10,
      mostCharacters: 5000,
      price: 'free',
      offline: false,
    },
    prepare: async () => [],
    async translate({ texts }) {
      const body = { q: texts, source: 'fr', target: 'en', format: 'text', ...(key === null ? {} : { api_key: key }) };
      const answer = await postJson('LibreTranslate', `${url.replace(/\/$/, '')}/translate`, body);
      return { texts: textsOf(answer), billed: 0 };
    },
    remaining: async () => null,
  };
}

/** `translatedText` is a list when a list was asked for. */
function textsOf(answer: unknown): string[] {
  const found =
    answer !== null && typeof answer === 'object' ? (answer as { translatedText?: unknown }).translatedText : null;
  const list = Array.isArray(found) ? found : [found];
  return list.map((text) => (typeof text === 'string' ? text : ''));
}
