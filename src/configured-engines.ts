import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from './config.ts';
import type { Engine } from './core/changes/ports/engine.ts';
import { createChat } from './engines/chat/chat.ts';
import { createLibreTranslate } from './engines/libretranslate.ts';
import { createLocal } from './engines/local.ts';
import { FRENCH_ENGLISH } from './engines/model-files.ts';
import { instanceOf } from './files/instance.ts';

/** A long paragraph may take this machine a while. Milliseconds. */
const LOCAL_TIMEOUT = 5 * 60_000;
/**
 * Attempts of DeepL’s client at a request that costs nothing, and the silence after which it gives each up.
 * Milliseconds.
 */
const ATTEMPTS = 4;
const TIMEOUT = 15_000;
/** How long one attempt may take though something arrives. Milliseconds. */
const DEADLINE = 60_000;

/**
 * The engines that are set up, the one to take first in front. No request goes out before one is used. DeepL’s client
 * takes long to load: it is, where there is a key.
 *
 * @param home the package’s own folder
 */
export async function enginesOf({ engines, root }: Config, home: string): Promise<Engine[]> {
  const { deepl, libretranslate, chat, local } = engines;
  const found: Engine[] = [];
  if (deepl !== null) {
    const { createDeepL } = await import('./engines/deepl.ts');
    const instance = async () => (await instanceOf(root)) ?? hashOf(`${hostname()} ${root}`);
    found.push(createDeepL({ ...deepl, instance, attempts: ATTEMPTS, timeout: TIMEOUT, deadline: DEADLINE }));
  }
  if (libretranslate !== null) found.push(createLibreTranslate(libretranslate));
  if (chat !== null) found.push(createChat(chat));
  if (existsSync(path.join(local.folder, FRENCH_ENGLISH.model.name))) {
    const worker = pathToFileURL(path.join(home, 'dist/engines/local-worker.js'));
    found.push(createLocal({ folder: local.folder, model: FRENCH_ENGLISH, worker, timeout: LOCAL_TIMEOUT }));
  }
  return found;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
