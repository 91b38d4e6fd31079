import path from 'node:path';
import { type AddCommand, runAdd } from './cli/add.ts';
import type { Align } from './cli/add-english.ts';
import type { Console, ExitCode } from './cli/command.ts';
import type { Config } from './config.ts';
import { termRenderingSlices } from './core/alignment/term-renderings.ts';
import type { Pacer } from './core/model/slices.ts';
import { createArticleStore } from './files/articles.ts';
import { createDocumentReader } from './files/documents.ts';
import { openLibrary } from './files/library.ts';
import { createPacer } from './files/pacer.ts';
import { readInputBytes } from './files/read-input.ts';
import { createStartCache } from './files/start-cache.ts';
import { readHere } from './files/text-jobs.ts';
import { removeLeftovers } from './files/write-file.ts';
import { alignedCatalogueSlices } from './formats/article/aligned-catalogue.ts';
import { MOST_DOCUMENT_BYTES } from './formats/document/kind.ts';
import { fetchPage } from './web/fetch-page.ts';

/** Where the command runs. */
interface Around {
  readonly console: Console;
  readonly input: () => Buffer;
  /** Of this program, as servers are told. */
  readonly version: string;
}

/** `visavis add`, with what it needs of files and network. */
export async function addArticle(
  command: AddCommand,
  config: Pick<Config, 'root' | 'cache'>,
  { console, input, version }: Around,
): Promise<ExitCode> {
  const { root } = config;
  await removeLeftovers(path.join(root, 'content'));
  const pacer = createPacer();
  const texts = readHere(pacer);
  const ports = {
    readBytes: (file: string) => readInputBytes(file, input, MOST_DOCUMENT_BYTES + 1),
    fetchPage: (address: string, watch = {}) => fetchPage(address, { ...watch, version }),
    documents: createDocumentReader(texts),
    texts,
    store: createArticleStore(root, Date.now),
    align: alignBy(config, pacer),
  };
  return runAdd(command, ports, console);
}

/** The glossary is read only where there is something to align. */
function alignBy({ root, cache }: Pick<Config, 'root' | 'cache'>, pacer: Pacer): Align {
  return async (texts) => {
    const library = await openLibrary(root, { watch: false, pacer, cache: createStartCache(cache) });
    const { concepts, verbs } = library.current().glossary;
    const terms = await pacer.finish(termRenderingSlices(concepts));
    const date = new Date().toISOString().slice(0, 10);
    return pacer.finish(alignedCatalogueSlices({ ...texts, date }, { verbs, terms }));
  };
}
