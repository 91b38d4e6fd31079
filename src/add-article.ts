import { runAdd } from './cli/add.ts';
import type { AddCommand } from './cli/add-command.ts';
import type { Console, ExitCode } from './cli/command.ts';
import { createEverydayWords } from './core/alignment/everyday-words.ts';
import type { FetchAnyPage } from './core/changes/ports/page-fetcher.ts';
import type { Entries } from './core/checks/glossary/entries.ts';
import { readInputBytes } from './files/disk/read-input.ts';
import { createArticleStore } from './files/saving/articles.ts';
import { createDocumentReader } from './files/thread/documents.ts';
import { createPacer } from './files/thread/pacer.ts';
import { readHere } from './files/thread/text-jobs.ts';
import { MOST_DOCUMENT_BYTES } from './formats/document/blocks/kind.ts';
import { today } from './today.ts';
import { fetchPage } from './web/fetch-page.ts';

/** Where the command runs. */
interface Around {
  readonly console: Console;
  readonly input: () => Buffer;
  /** Whose words aligning knows; asked for where there is something to align. */
  readonly glossary: () => Promise<Pick<Entries, 'verbs' | 'concepts'>>;
  /** Of this program, as servers are told. */
  readonly version: string;
}

/** `visavis add`, with what it needs of files and network. */
export async function addArticle(
  command: AddCommand,
  root: string,
  { console, input, glossary, version }: Around,
): Promise<ExitCode> {
  const pacer = createPacer();
  const texts = readHere(pacer);
  const fetchAny: FetchAnyPage = (address, watch = {}) => fetchPage(address, { ...watch, version });
  const ports = {
    readBytes: (file: string) => readInputBytes(file, input, MOST_DOCUMENT_BYTES + 1),
    fetchPage: fetchAny,
    documents: createDocumentReader(texts),
    texts,
    store: createArticleStore(root, Date.now, { onTrouble: (message) => console.err(`visavis: ${message}\n`) }),
    pacer,
    async known() {
      const { verbs, concepts } = await glossary();
      return { everyday: createEverydayWords(verbs), concepts };
    },
    today,
  };
  return runAdd(command, ports, console);
}
