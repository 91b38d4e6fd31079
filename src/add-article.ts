import path from 'node:path';
import { type AddCommand, runAdd } from './cli/add.ts';
import type { Console, ExitCode } from './cli/command.ts';
import { PageError } from './core/changes/page-fetcher.ts';
import { createArticleStore } from './files/articles.ts';
import { createDocumentReader } from './files/documents.ts';
import { createPacer } from './files/pacer.ts';
import { readInputBytes } from './files/read-input.ts';
import { readHere } from './files/text-jobs.ts';
import { removeLeftovers } from './files/write-file.ts';
import { MOST_DOCUMENT_BYTES } from './formats/document/kind.ts';

/** `visavis add`, with what it needs of files and network. */
export async function addArticle(
  command: AddCommand,
  root: string,
  { console, input }: { readonly console: Console; readonly input: () => Buffer },
): Promise<ExitCode> {
  await removeLeftovers(path.join(root, 'content'));
  const texts = readHere(createPacer());
  return runAdd(
    command,
    {
      readBytes: (file) => readInputBytes(file, input, MOST_DOCUMENT_BYTES + 1),
      fetchPage: () => Promise.reject(new PageError('Addresses are not fetched yet; save the page and add the file.')),
      documents: createDocumentReader(texts),
      texts,
      store: createArticleStore(root, Date.now),
    },
    console,
  );
}
