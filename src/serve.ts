import type { Server } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import path from 'node:path';
import { type Logger, pino } from 'pino';
import { type Console, UsageError } from './cli/command.ts';
import type { Config } from './config.ts';
import type { Library } from './core/changes/library.ts';
import { formatProblem } from './core/checks/problem.ts';
import { isLoopback } from './core/text/loopback.ts';
import { escapeSigns } from './core/text/printable.ts';
import { enginesOf } from './engines.ts';
import { createFileEditor, type FileEditor } from './files/file-editor.ts';
import { createGlossaryStore } from './files/glossary-store.ts';
import { openLibrary } from './files/library.ts';
import { takeLock } from './files/lock.ts';
import { OWN_FOLDER } from './files/old-versions.ts';
import { createTranslationStore } from './files/translations.ts';
import { removeLeftovers } from './files/write-file.ts';
import { createApp, createHttpServer, listen } from './http/app.ts';
import type { AssetFolder } from './http/assets.ts';
import { hashPassword } from './http/guard/password.ts';
import type { Translation } from './translate/jobs.ts';

/** Time that requests under way have to end after a signal to stop. Milliseconds. */
const DEADLINE = 3000;
/** Characters of a line that are shown with its problem. */
const MOST_SHOWN = 200;

/** A server that listens. */
export interface Site {
  readonly url: string;
  readonly library: Library;
  /** Ends the requests under way, within a deadline, and lets go of the files. */
  close(): Promise<void>;
}

/**
 * `visavis serve`: starts the site, prints its URL, and ends it on a signal; a second signal ends it at once.
 *
 * @throws {AlreadyServed} when another server has these files
 */
export async function serve(config: Config, home: string, console: Console): Promise<void> {
  const lock = await takeLock(config.root);
  process.once('exit', lock.release);
  const site = await startSite(config, home, console);
  await lock.announce(site.url);
  console.out(`Vis-à-vis: ${site.url}\n`);
  const stop = () => {
    process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1));
    void site.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

/**
 * Opens the files and starts the server.
 *
 * @param home the package’s own folder, where the templates and the built scripts are
 * @throws {UsageError} when the address is taken or not allowed
 */
export async function startSite(config: Config, home: string, console: Console): Promise<Site> {
  const log = createLog(config.logLevel);
  for (const folder of ['content', 'glossary', OWN_FOLDER]) await removeLeftovers(path.join(config.root, folder));
  const library = await openLibrary(config.root, { watch: true, onTrouble: (message) => console.err(`${message}\n`) });
  tellProblems(library, console);
  const editor = createFileEditor(config.root, Date.now);
  let port = config.port;
  const app = createApp({
    library,
    log,
    views: path.join(home, 'views'),
    assets: assetFolders(home),
    hosts: hostNames(config.host),
    writable: isLoopback(config.host) || config.password !== null,
    password: config.password === null ? null : await hashPassword(config.password),
    now: () => performance.now(),
    translation: translationOf(config, editor),
    glossary: createGlossaryStore(editor),
    history: editor.history,
    port: () => port,
  });
  const server = createHttpServer(app.listener);
  try {
    ({ port } = await listenOrSay(server, config));
  } catch (error) {
    await library.close();
    throw error;
  }
  return { url: `http://${urlHost(config.host)}:${port}/`, library, close: () => closeAll(server, app, library) };
}

/** Lines of JSON on stderr; what requests and files bring into them steers no terminal. */
function createLog(level: string): Logger {
  const stderr = pino.destination(2);
  return pino({ level, base: null }, { write: (line) => stderr.write(`${escapeSigns(line.trimEnd())}\n`) });
}

function translationOf(config: Config, editor: FileEditor): Translation {
  return {
    engines: enginesOf(config),
    store: createTranslationStore(config.root, editor),
    mostCharacters: config.engines.mostCharacters,
    today: () => new Date().toISOString().slice(0, 10),
  };
}

function assetFolders(home: string): AssetFolder[] {
  const font = (name: string): AssetFolder => ({
    address: `/fonts/${name}`,
    folder: path.join(home, 'node_modules/@fontsource-variable', name, 'files'),
  });
  return [
    { address: '/assets', folder: path.join(home, 'views/assets') },
    { address: '/browser', folder: path.join(home, 'dist/browser') },
    font('source-serif-4'),
    font('source-sans-3'),
  ];
}

/** What the server answers to: this machine’s own names, and those it was told to listen on. */
function hostNames(host: string): string[] {
  const local = ['localhost', '127.0.0.1', '::1'];
  if (host !== '0.0.0.0' && host !== '::') return [...local, host.toLowerCase()];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  return [...local, hostname().toLowerCase(), ...addresses];
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function listenOrSay(server: Server, { host, port }: Config): Promise<{ port: number }> {
  try {
    return await listen(server, host, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') throw new UsageError(`port ${port} is taken; set PORT to another one, or to 0 for any.`);
    if (code === 'EACCES') throw new UsageError(`port ${port} needs more rights; set PORT to 1024 or more.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new UsageError(`HOST=${host} is no address of this machine.`);
    throw error;
  }
}

/** Says what the files have wrong, at start and whenever that changes. */
function tellProblems(library: Library, console: Console): void {
  const tell = () => {
    for (const problem of library.current().problems) {
      const line = problem.excerpt.trim();
      console.err(`${formatProblem(problem)}\n`);
      if (line !== '') console.err(`    ${line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line}\n`);
    }
  };
  tell();
  library.onChange(tell);
}

async function closeAll(server: Server, app: { close(): void }, library: Library): Promise<void> {
  app.close();
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that has had its answer is kept open by its client; none is waited for.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const deadline = setTimeout(() => server.closeAllConnections(), DEADLINE);
  await closed;
  clearInterval(idle);
  clearTimeout(deadline);
  await library.close();
}
