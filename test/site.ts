import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Console } from '../src/cli/command.ts';
import type { Config, EngineSettings } from '../src/config.ts';
import type { Snapshot } from '../src/core/changes/ports/library.ts';
import { programVersion } from '../src/files/kept/program-version.ts';
import { createStartCache } from '../src/files/kept/start-cache.ts';
import { openLibrary } from '../src/files/loading/library.ts';
import { type Site, startSite } from '../src/serve.ts';
import { CACHE } from './kept-starts.ts';

export const HOME = fileURLToPath(new URL('..', import.meta.url));

export const NO_ENGINES = {
  deepl: null,
  libretranslate: null,
  chat: null,
  mostCharacters: null,
  tokenPrice: null,
  local: { folder: '/nowhere', url: 'https://models.invalid' },
};

/** Starts the real server on any free port; with the shipped files unless a root is named, and open to this machine. */
export function start(
  root = HOME,
  engines: EngineSettings = NO_ENGINES,
  port = 0,
  {
    host = '127.0.0.1',
    password = null,
    readOnly = false,
    git = false,
    users = null,
    proxy = null,
    trustedProxies = proxy?.proxies ?? [],
    publicOrigin = null,
    console = { out: () => {}, err: () => {} },
  }: Partial<
    Pick<Config, 'host' | 'password' | 'git' | 'users' | 'proxy' | 'trustedProxies' | 'publicOrigin'> & {
      readOnly: boolean;
      console: Console;
    }
  > = {},
): Promise<Site> {
  const people = { user: null, password, users, proxy, trustedProxies, publicOrigin };
  const config = { host, port, root, ...people, git, logLevel: 'silent', cache: CACHE, engines };
  return startSite(config, HOME, { readOnly, console });
}

let shipped: Promise<Snapshot> | undefined;

/** What the shipped files say, read once for all tests of a worker: thousands of entries take their seconds. */
export function shippedSnapshot(): Promise<Snapshot> {
  shipped ??= openLibrary(HOME, { watch: false, cache: createStartCache(CACHE, () => programVersion(HOME)) }).then(
    (library) => library.close().then(library.current),
  );
  return shipped;
}

/** A root of its own, with these files, deleted at the end. */
export async function makeRoot(
  files: Readonly<Record<string, string | Buffer>>,
): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(path.join(tmpdir(), 'visavis-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.join(root, path.dirname(name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  return { root, remove: () => rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }) };
}

/** Makes all texts under a root what they are in these files; what the program keeps beside them stays. */
export async function putBack(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const folder of ['content', 'glossary']) {
    for (const name of await readdir(path.join(root, folder), { recursive: true })) {
      const isKept = Object.keys(files).some((file) => `${file}/`.startsWith(`${folder}/${name}/`));
      if (!isKept) await rm(path.join(root, folder, name), { recursive: true, force: true });
    }
  }
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    if ((await stat(file).catch(() => null))?.isDirectory()) await rm(file, { recursive: true });
    if ((await readFile(file, 'utf8').catch(() => null)) === text) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/**
 * The shipped article, and of its glossary the file that most of the terms are from: all of them take their seconds.
 */
export async function exampleFiles(): Promise<Readonly<Record<string, string>>> {
  const names = ['glossary/ai.yaml', 'content/deepseek-r2/fr.md', 'content/deepseek-r2/en.po'];
  const read = names.map(async (name) => [name, await readFile(path.join(HOME, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}

/** The real server of those files. */
export async function startExample(): Promise<Site> {
  const { root, remove } = await makeRoot(await exampleFiles());
  const site = await start(root);
  return { ...site, close: () => site.close().then(remove) };
}

/** Sends bytes as they are and gives back the whole answer; for requests that no client would make. */
export function sendRaw(url: string, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer')));
  });
}

/** Waits until something holds, looking every 20 ms. */
export async function until(holds: () => boolean | Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`still not so after ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const SMALL = {
  'glossary/ai.yaml': '- fr: jeton\n  en: token\n  not: [{ term: chip, why: that is puce }]\n- fr: puce\n  en: chip\n',
  'content/essai/fr.md': '---\ntitle: Essai\n---\n\nTrois jetons.\n\nUne puce.\n',
  'content/essai/en.po':
    'msgid "Essai"\nmsgstr "Trial"\n\nmsgid "Trois jetons."\nmsgstr "Three tokens."\n\nmsgid "Une puce."\nmsgstr "A chip."\n',
};
