import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const engines = (environment: Readonly<Record<string, string>>) => readConfig(environment, '/home').engines;
const CHAT = { CHAT_URL: 'https://chat.example.org', CHAT_MODEL: 'm' };

const WRITE =
  'write the key as it was given to you; it holds a sign that is in no key, such as “’”, “é” or a line break';

describe('a key that no request can carry', () => {
  test.each([
    ['a quotation mark of a text', 'sk-canary’s'],
    ['an accent', 'clé-canary'],
    ['a line break', 'sk-\ncanary'],
    ['a sign that nobody sees', 'sk-canary\u200b'],
    ['a zero', 'sk-\0canary'],
  ])('is named by its variable, and never shown: %s', (_what, key) => {
    for (const name of ['DEEPL_AUTH_KEY', 'CHAT_API_KEY'])
      expect(() => engines({ ...CHAT, [name]: key })).toThrow(new Error(`${name}=…: ${WRITE}`));
  });
});

test.each([
  ['as it is', 'sk-canary_1/+=.:fx', 'sk-canary_1/+=.:fx'],
  ['without the spaces and line breaks around it', ' sk-canary\r\n', 'sk-canary'],
  ['with a space in it', 'sk canary', 'sk canary'],
])('a key is taken %s', (_what, given, key) => {
  const { deepl, chat } = engines({ ...CHAT, DEEPL_AUTH_KEY: given, CHAT_API_KEY: given });
  expect([deepl?.key, chat?.key]).toEqual([key, key]);
});

test('a model and the key of LibreTranslate, which travel in the body, may hold any letter', () => {
  const given = { ...CHAT, CHAT_MODEL: 'modèle', LIBRETRANSLATE_URL: CHAT.CHAT_URL, LIBRETRANSLATE_API_KEY: 'clé' };
  const { chat, libretranslate } = engines(given);
  expect([chat?.model, libretranslate?.key]).toEqual(['modèle', 'clé']);
});
