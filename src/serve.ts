import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Logger, pino } from 'pino';
import { type Console, UsageError } from './cli/command.ts';
import type { Config } from './config.ts';
import type { Library } from './core/changes/ports/library.ts';
import { formatProblem, type Problem } from './core/checks/problem.ts';
import { cutShort } from './core/text/cut-short.ts';
import { isLoopback } from './core/text/loopback.ts';
import { escapeSigns } from './core/text/printable.ts';
import { whenToldToEnd } from './ending.ts';
import { type Lock, takeLock, writerOf } from './files/lock/lock.ts';
import type { TextThread } from './files/thread/text-thread.ts';
import { gateKeys } from './gate-keys.ts';
import { createApp } from './http/app.ts';
import type { AssetFolder } from './http/assets.ts';
import { createClientOf } from './http/clients.ts';
import { createTrust } from './http/guard/named-by-proxy.ts';
import type { ReadOnly } from './http/guard/write-guard.ts';
import { holdRequests } from './http/held-requests.ts';
import { createHttpServer, listen } from './http/server.ts';
import { hostNames, reachableAt, urlHost } from './server-names.ts';
import { openFiles, type SiteSettings, storesOf } from './site-files.ts';

/**
 * Time that requests under way have to end after a signal to stop, the answers of engines, and all together: who told
 * it to stop kills it ten seconds later. Milliseconds.
 */
const DEADLINE = 3000;
const ENGINE_DEADLINE = 9200;
const LAST_DEADLINE = 9700;
/** Characters of a line that are shown with its problem. */
const MOST_SHOWN = 200;

/** A server that listens. */
export interface Site {
  readonly url: string;
  readonly library: Library;
  /** Ends the requests and the runs under way, within a deadline, and lets go of the files. */
  close(): Promise<void>;
  /** What happens to an error that nobody foresaw: the log has it, every page says so, the server goes on. */
  survive(error: unknown): void;
}

/**
 * `visavis serve`: starts the site, prints its URL, and ends it on a signal; a second signal ends it at once.
 *
 * @throws {AlreadyServed} when another server has these files, and this one is to write as well
 */
export async function serve(config: Config, home: string, settings: SiteSettings): Promise<void> {
  const { console, readOnly = false } = settings;
  let lose = (): void => process.exit(1);
  const say = (message: string) => console.err(`${message}\n`);
  const lock = readOnly ? null : await takeLock(config.root, { tell: say, onLost: () => lose() });
  process.once('exit', () => lock?.release());
  const site = await startSite(config, home, settings);
  process.on('unhandledRejection', site.survive).on('uncaughtException', site.survive);
  const { publicOrigin } = config;
  await lock?.announce(publicOrigin === null ? reachableAt(config.host, site.url) : `${publicOrigin}/`);
  const end = endOnSignal(site, lock);
  console.out(`Vis-à-vis: ${site.url}${publicOrigin === null ? '' : `, and from elsewhere ${publicOrigin}/`}\n`);
  lose = () => {
    say('Another server has taken over these files, since this one stood still for a while. This one ends.');
    end(1);
  };
}

/** @returns what ends it without one */
function endOnSignal(site: Site, lock: Lock | null): (code: 0 | 1) => void {
  const end = (code: 0 | 1) => {
    forget();
    lock?.retire();
    whenToldToEnd(() => process.exit(1));
    site
      .close()
      .catch(site.survive)
      .finally(() => process.exit(code));
  };
  const forget = whenToldToEnd(() => end(0));
  return end;
}

/**
 * Starts the server and opens the files; who asks meanwhile is answered when they are open.
 *
 * @param home the package’s own folder, where the templates and the built scripts are
 * @throws {UsageError} when the address is taken or not allowed
 */
export async function startSite(config: Config, home: string, settings: SiteSettings): Promise<Site> {
  const log = createLog(config.logLevel);
  const say = (line: string) => settings.console.err(`${line}\n`);
  const keys = await gateKeys(config, (message) => message.split('\n').forEach(say));
  const isTrusted = createTrust(config.trustedProxies);
  const held = holdRequests();
  const server = createHttpServer(held.listener, isTrusted);
  const { port } = await listenOrSay(server, config);
  const files = await openFiles(config, home, settings).catch((error) => {
    server.close().closeAllConnections();
    throw error;
  });
  const { library } = files;
  tellProblems(library, settings.console);
  const survive = (error: unknown) => {
    // Not the error itself: those of others carry what they were asked, and with it a key.
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    library.warn('something went wrong that nobody foresaw, and the log has it; everything else goes on');
  };
  const readOnly = whyReadOnly(config, settings);
  const stores = storesOf(config, home, { ...files, ...settings, survive });
  const app = createApp({
    log,
    clientOf: createClientOf(isTrusted),
    views: path.join(home, 'views'),
    assets: assetFolders(home),
    names: { hosts: hostNames(config.host), port, publicOrigin: config.publicOrigin },
    readOnly,
    // Where nothing can be changed nobody signs in.
    keys: readOnly === null ? keys : null,
    now: () => performance.now(),
    ...stores,
  });
  held.answerBy(app.listener);
  stores.shared?.start();
  const url = `http://${urlHost(config.host)}:${port}/`;
  return { url, library, survive, close: () => closeAll(server, app, { ...files, ...stores }) };
}

/**
 * Null where pages may change something: not where other machines reach the server, be it through a proxy, and no
 * password is set.
 */
function whyReadOnly(
  { host, publicOrigin, password, users, root }: Config,
  { readOnly = false }: SiteSettings,
): ReadOnly | null {
  if (readOnly) return { because: 'asked', writerAt: () => writerOf(root) };
  const isAlone = isLoopback(host) && (publicOrigin === null || isLoopback(new URL(publicOrigin).hostname));
  return isAlone || password !== null || users !== null ? null : { because: 'reachable' };
}

/** Lines of JSON on stderr; what requests and files bring into them steers no terminal. */
function createLog(level: string): Logger {
  const stderr = pino.destination(2);
  return pino({ level, base: null }, { write: (line) => stderr.write(`${escapeSigns(line.trimEnd())}\n`) });
}

/** Of the fonts what the style sheets name: the packages have fifty files, for all that is written anywhere. */
const FONTS: Readonly<Record<string, readonly string[]>> = {
  'source-serif-4': ['latin-wght-normal', 'latin-wght-italic', 'latin-ext-wght-normal'],
  'source-sans-3': ['latin-wght-normal'],
};

function assetFolders(home: string): AssetFolder[] {
  const fonts = Object.entries(FONTS).map(([name, kinds]) => ({
    address: `/fonts/${name}`,
    folder: path.join(folderOfPackage(`@fontsource-variable/${name}`), 'files'),
    names: kinds.map((kind) => `${name}-${kind}.woff2`),
  }));
  return [
    { address: '/assets', folder: path.join(home, 'views/assets') },
    { address: '/browser', folder: path.join(home, 'dist/browser') },
    ...fonts,
  ];
}

/** Wherever the package manager put it: beside this package, or above it. */
function folderOfPackage(name: string): string {
  return path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

async function listenOrSay(server: Server, { host, port }: Config): Promise<{ port: number }> {
  try {
    return await listen(server, host, port);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new UsageError(`port ${port} is taken; set PORT to another one, or to 0 for any.`);
    if (code === 'EACCES') throw new UsageError(`port ${port} needs more rights; set PORT to 1024 or more.`);
    if (code === 'EADDRNOTAVAIL' || syscall === 'getaddrinfo')
      throw new UsageError(`HOST=${host} is no address of this machine.`);
    throw error;
  }
}

/** Says what the files have wrong, at start and whenever there is something new. */
function tellProblems(library: Library, console: Console): void {
  let told: ReadonlySet<string> = new Set();
  const tell = () => {
    const { problems } = library.current();
    for (const problem of problems) if (!told.has(formatProblem(problem))) tellProblem(problem, console);
    told = new Set(problems.map(formatProblem));
  };
  tell();
  library.onChange(tell);
}

/** Its place, what is wrong, and its line as far as that is short. */
function tellProblem(problem: Problem, console: Console): void {
  const line = problem.excerpt.trim();
  console.err(`${formatProblem(problem)}\n`);
  if (line !== '') console.err(`    ${cutShort(line, MOST_SHOWN)}\n`);
}

/** What reads and writes the files. */
interface Readers {
  readonly texts: TextThread;
  readonly library: Library;
  readonly shared: { close(): Promise<void> } | null;
  readonly author: { end(): void };
}

async function closeAll(
  server: Server,
  app: { close(): Promise<void> },
  { texts, library, shared, author }: Readers,
): Promise<void> {
  const began = performance.now();
  const runs = atMost(app.close(), ENGINE_DEADLINE);
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that has had its answer is kept open by its client; none is waited for.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const deadline = setTimeout(() => server.closeAllConnections(), DEADLINE);
  await closed;
  clearInterval(idle);
  clearTimeout(deadline);
  await runs;
  // What waits is committed at the next start where git takes too long.
  const left = LAST_DEADLINE - (performance.now() - began);
  if (shared !== null) await atMost(shared.close(), Math.min(DEADLINE, left));
  await texts.close();
  await library.close();
  author.end();
}

/** Waits for some work, and not for ever. */
async function atMost(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
