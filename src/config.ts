import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readTokenPrice, type TokenPrice } from './core/changes/token-price.ts';
import { whyNoName } from './core/people/people.ts';
import { isLoopback } from './core/text/loopback.ts';
import { printableLine } from './core/text/printable.ts';
import { isNetwork, type ProxyNames } from './http/guard/named-by-proxy.ts';

/** The settings of the program; each is an environment variable of the README. */
export interface Config {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** The folder that holds `content/` and `glossary/`; see `chooseRoot`. */
  readonly root: string;
  /** What people have to know to change anything; null when they need not. */
  readonly password: string | null;
  /** Who works at the command line; null where nobody says. */
  readonly user: string | null;
  /** The file of the people who have a name; null where nobody has one. A whole path. */
  readonly users: string | null;
  /** The proxy that says who somebody is; null where none is trusted to. */
  readonly proxy: ProxyNames | null;
  /** Proxies that say whom they ask for, in X-Forwarded-For: `10.0.0.5`, `fd00::/8`. */
  readonly trustedProxies: readonly string[];
  /** Whether saves become commits of the git checkout that the root is in. */
  readonly git: boolean;
  /** Where people find the server behind a proxy, `https://texts.example.org`; null where there is no proxy. */
  readonly publicOrigin: string | null;
  readonly logLevel: string;
  /** Where what a start works out is kept for the next. */
  readonly cache: string;
  readonly engines: EngineSettings;
}

/** What is known of each engine; null for one that is not set up. */
export interface EngineSettings {
  readonly deepl: { readonly key: string; readonly serverUrl: string | null } | null;
  readonly libretranslate: { readonly url: string; readonly key: string | null } | null;
  readonly chat: { readonly url: string; readonly model: string; readonly key: string | null } | null;
  /** Where the local model is or would be, and where it is fetched from. */
  readonly local: { readonly folder: string; readonly url: string };
  /** Characters that one run may send to engines that bill; null for no limit of ours. */
  readonly mostCharacters: number | null;
  /** What the tokens of the chat server cost; null where nobody says. */
  readonly tokenPrice: TokenPrice | null;
}

/** Where Mozilla serves the model of Firefox from. */
const MODEL_URL =
  'https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/models/fr-en/retrain_hr_EFgIftH_RrCyzl5gjemVNg/exported';

/** A key would travel in the open over http, but for this machine. */
const Address = z
  .url({ protocol: /^https?$/, error: 'write an address such as https://translate.example.org', abort: true })
  .refine((address) => address.startsWith('https:') || isLoopback(new URL(address).hostname), {
    error: 'write https://; http:// is for this machine alone',
  })
  .optional();
/** Where others find this server, as a proxy in front of it has it. */
const PublicUrl = z
  .url({ protocol: /^https?$/, error: 'write the address that people use, such as https://texts.example.org' })
  .refine((address) => /^https?:\/\/[^/?#@]+\/?$/i.test(address), {
    error: 'write the address alone, without a path or a name, such as https://texts.example.org',
  })
  .transform((address) => new URL(address).origin)
  .optional();
const Word = z.string().trim().min(1).optional();
/** It goes along in the head of a request, which holds nothing else. */
const Key = z
  .string()
  .trim()
  .min(1)
  .regex(/^[\x20-\x7e]*$/, {
    error: 'write the key as it was given to you; it holds a sign that is in no key, such as “’”, “é” or a line break',
  })
  .optional();

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Environment = z.object({
  HOST: z.string().trim().min(1, { error: 'write a host name or address, such as 127.0.0.1' }).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'write a number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65535, { error: 'write a number from 0 to 65535' })
    .default(3000),
  VISAVIS_ROOT: z
    .string()
    .trim()
    .min(1, { error: 'write the path of the folder that holds content/ and glossary/' })
    .optional(),
  VISAVIS_PASSWORD: z.string().trim().min(16, { error: 'write at least 16 characters' }).optional(),
  VISAVIS_USER: z
    .string()
    .transform((name) => name.trim().normalize('NFC'))
    .superRefine((name, context) => {
      const message = whyNoName(name);
      if (message !== null) context.addIssue({ code: 'custom', message });
    })
    .optional(),
  VISAVIS_USERS: z.string().trim().min(1).optional(),
  VISAVIS_USER_HEADER: z
    .string()
    .trim()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,99}$/, { error: 'write the name of a header, such as X-Forwarded-User' })
    .optional(),
  VISAVIS_TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
    .refine((list) => list.every(isNetwork), {
      error: 'write addresses or networks with commas between them, such as 10.0.0.5, fd00::/8',
    })
    .optional(),
  VISAVIS_PUBLIC_URL: PublicUrl,
  VISAVIS_GIT: z.enum(['on', 'off'], { error: 'write on or off' }).default('off'),
  DEEPL_AUTH_KEY: Key,
  DEEPL_SERVER_URL: Address,
  LIBRETRANSLATE_URL: Address,
  // Travels in the body, where any sign may stand.
  LIBRETRANSLATE_API_KEY: Word,
  CHAT_URL: Address,
  CHAT_MODEL: Word,
  CHAT_API_KEY: Key,
  CHAT_PRICE: z
    .string()
    .transform(readTokenPrice)
    .refine((price) => price !== null, {
      error: 'write what a million tokens cost, read and written, such as 0.25/2 USD',
    })
    .optional(),
  VISAVIS_MOST_CHARACTERS: z
    .string()
    .regex(/^\d{1,9}$/, { error: 'write a number of characters, such as 20000' })
    .transform(Number)
    .optional(),
  VISAVIS_MODELS: z.string().trim().min(1).optional(),
  VISAVIS_MODEL_URL: Address,
  XDG_CACHE_HOME: z.string().optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `write one of ${LEVELS.join(', ')}` }).default('info'),
});

/**
 * Reads the settings. An empty variable counts as not set.
 *
 * @param root the folder that was chosen
 * @throws {ConfigError} naming each variable that is wrong, and what to write
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: [name], message }) =>
      printableLine(`${String(name)}=${shown(String(name), given[String(name)])}: ${message}`),
    );
    throw new ConfigError(lines.join('\n'));
  }
  const { HOST, PORT, VISAVIS_PASSWORD, LOG_LEVEL } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    root,
    password: VISAVIS_PASSWORD ?? null,
    user: parsed.data.VISAVIS_USER ?? null,
    users: parsed.data.VISAVIS_USERS === undefined ? null : path.resolve(parsed.data.VISAVIS_USERS),
    proxy: proxyNames(parsed.data),
    trustedProxies: parsed.data.VISAVIS_TRUSTED_PROXIES ?? [],
    git: parsed.data.VISAVIS_GIT === 'on',
    publicOrigin: parsed.data.VISAVIS_PUBLIC_URL ?? null,
    logLevel: LOG_LEVEL,
    cache: path.join(cacheFolder(parsed.data.XDG_CACHE_HOME), 'starts'),
    engines: engineSettings(parsed.data),
  };
}

/**
 * Where programs of a person keep what they can make again; the variable counts where it is a whole path, as its
 * standard says.
 */
function cacheFolder(given = ''): string {
  return path.join(path.isAbsolute(given) ? given : path.join(homedir(), '.cache'), 'visavis');
}

/** A key or a password is never shown, not even a wrong one. */
function shown(name: string, value: string | undefined): string {
  return /(KEY|PASSWORD)$/.test(name) ? '…' : (value ?? '');
}

/** Whoever may send a header may send it in anybody’s name: it counts from addresses that are named alone. */
function proxyNames(given: z.output<typeof Environment>): ProxyNames | null {
  const { VISAVIS_USER_HEADER: header, VISAVIS_TRUSTED_PROXIES: proxies = [] } = given;
  if (header === undefined) return null;
  if (proxies.length > 0) return { header, proxies };
  throw new ConfigError(
    `VISAVIS_USER_HEADER=${header}: set VISAVIS_TRUSTED_PROXIES to the addresses of the proxy that sends it, such as 127.0.0.1`,
  );
}

function engineSettings(given: z.output<typeof Environment>): EngineSettings {
  if ((given.CHAT_URL === undefined) !== (given.CHAT_MODEL === undefined))
    throw new ConfigError('CHAT_URL and CHAT_MODEL go together; set both, or none');
  const { DEEPL_AUTH_KEY: deepl, LIBRETRANSLATE_URL: libre, CHAT_URL: chat, CHAT_MODEL: model } = given;
  return {
    deepl: deepl === undefined ? null : { key: deepl, serverUrl: given.DEEPL_SERVER_URL ?? null },
    libretranslate: libre === undefined ? null : { url: libre, key: given.LIBRETRANSLATE_API_KEY ?? null },
    local: {
      folder: path.resolve(given.VISAVIS_MODELS ?? path.join(cacheFolder(given.XDG_CACHE_HOME), 'fr-en')),
      url: given.VISAVIS_MODEL_URL ?? MODEL_URL,
    },
    mostCharacters: given.VISAVIS_MOST_CHARACTERS ?? null,
    tokenPrice: given.CHAT_PRICE ?? null,
    chat: chat === undefined || model === undefined ? null : { url: chat, model, key: given.CHAT_API_KEY ?? null },
  };
}

/** Settings that are wrong: a line for each, or one for all. */
export class ConfigError extends Error {}
