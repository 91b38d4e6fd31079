import path from 'node:path';
import { createAuthor } from './author.ts';
import type { Console } from './cli/command.ts';
import type { Config } from './config.ts';
import { enginesOf } from './configured-engines.ts';
import type { FetchPage } from './core/changes/ports/page-fetcher.ts';
import { OWN_FOLDER } from './files/disk/old-versions.ts';
import { removeLeftovers } from './files/disk/write-file.ts';
import { createParsedFiles } from './files/kept/parsed-files.ts';
import { programVersion } from './files/kept/program-version.ts';
import { createStartCache } from './files/kept/start-cache.ts';
import { createArticleFiles } from './files/loading/article-files.ts';
import { createKeptArticles } from './files/loading/kept-articles.ts';
import { openLibrary } from './files/loading/library.ts';
import { createArticleMoves } from './files/saving/article-moves.ts';
import { createArticleStore } from './files/saving/articles.ts';
import { createFileEditor, type FileEditor } from './files/saving/file-editor.ts';
import { createGlossaryStore } from './files/saving/glossary-store.ts';
import { createPermission } from './files/saving/permission.ts';
import { createTranslationStore } from './files/saving/translations.ts';
import { createSpending } from './files/spending/spending.ts';
import { createDocumentReader } from './files/thread/documents.ts';
import { createImportReader } from './files/thread/imports.ts';
import { createPacer } from './files/thread/pacer.ts';
import { createTextThread } from './files/thread/text-thread.ts';
import type { GitStore } from './git/shared-store.ts';
import { type CopyPorts, openCheckout, shareCopy } from './shared-copy.ts';
import { today } from './today.ts';
import type { Translation } from './translate/jobs.ts';
import { versionOf } from './version.ts';
import { fetchPage } from './web/fetch-page.ts';

/** How a site is started. */
export interface SiteSettings {
  readonly console: Console;
  /** It changes no file, and takes no lock. */
  readonly readOnly?: boolean;
}

/** The files under the root, read, and what reads them. */
export async function openFiles(config: Config, home: string, { console, readOnly = false }: SiteSettings) {
  const folders = readOnly ? [] : ['content', 'glossary', OWN_FOLDER];
  for (const folder of folders) await removeLeftovers(path.join(config.root, folder));
  const onTrouble = (message: string) => console.err(`${message}\n`);
  const pacer = createPacer();
  const texts = createTextThread({ script: path.join(home, 'dist/files/thread/text-worker.js'), pacer });
  const cache = createStartCache(config.cache, () => programVersion(home));
  const parsed = createParsedFiles(texts, pacer, cache, config.root);
  const kept = createKeptArticles(config.root, cache, pacer);
  const library = await openLibrary(config.root, {
    ...{ watch: true, writes: !readOnly, isEarly: true },
    ...{ onTrouble, pacer, parsed, kept },
  });
  const checkout = config.git && !readOnly ? await openCheckout(config.root, onTrouble) : null;
  return { library, texts, parsed, pacer, onTrouble, checkout, engines: await enginesOf(config, home) };
}

/** A site's files, and what happens to an error nobody foresaw. */
type Opened = Awaited<ReturnType<typeof openFiles>> & { readonly survive: (error: unknown) => void };

/** Where pages read and write, and bring articles in and out. */
export function storesOf(config: Config, home: string, opened: Opened) {
  const { library, texts, parsed, pacer, onTrouble, survive, engines } = opened;
  const author = createAuthor();
  const shared = shareOf(config, opened, (file, work) => editor.inTurn(file, work));
  const watcher = shared === null ? {} : { watcher: shared.watcher };
  const editor: FileEditor = createFileEditor(config.root, Date.now, {
    ...{ onTrouble, readers: { pacer, texts, parsed }, author: author.current },
    permission: createPermission({ root: config.root, pacer, parsed, person: author.person }),
    ...watcher,
  });
  const store = createArticleStore(config.root, Date.now, { onTrouble });
  const translations = createTranslationStore(editor);
  return {
    library,
    pacer,
    shared,
    translation: { ...translationOf(config, { engines, store: translations, pacer }), onUnforeseen: survive },
    glossary: createGlossaryStore(editor),
    author,
    ...createArticleMoves({ root: config.root, store, editor, now: Date.now }),
    documents: createDocumentReader(texts),
    imports: createImportReader(texts),
    readSource: (text: string) => texts.readArticle(text, 'fr.md'),
    fetchPage: publicPages(versionOf(home)),
    version: versionOf(home),
    files: createArticleFiles(config.root),
  };
}

function shareOf(
  { root }: Config,
  { checkout, texts, library, onTrouble: tell }: Opened,
  inTurn: CopyPorts['inTurn'],
): GitStore | null {
  if (checkout === null) return null;
  // What cannot be read is said on every page by the library.
  const reload = (files: readonly string[]) => library.reload(files).catch(() => {});
  return shareCopy(checkout, { root, texts, inTurn, reload, tell });
}

/** Never with a word of addresses of this network: those a person names at the machine itself. */
function publicPages(version: string): FetchPage {
  return (address, watch = {}) => fetchPage(address, { ...watch, version });
}

function translationOf(
  config: Config,
  ports: Pick<Translation, 'engines' | 'store' | 'pacer'>,
): Omit<Translation, 'onUnforeseen'> {
  return {
    ...ports,
    spending: createSpending(config.root, { now: Date.now }),
    mostCharacters: config.engines.mostCharacters,
    tokenPrice: config.engines.tokenPrice,
    today,
    instant: () => new Date().toISOString(),
  };
}
