import { PageError } from '../core/changes/ports/page-fetcher.ts';
import { decoded } from '../core/text/decoded.ts';

/** What an article can be made of. */
const READ = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/epub+zip',
]);
/** What servers say of files that they do not know. */
const UNKNOWN = new Set(['application/octet-stream', 'binary/octet-stream', 'application/zip']);
/** Names of documents that can be read, by their ends. */
const DOCUMENTS = /\.(?:docx|odt|epub|md|markdown|txt|html?)$/i;

/**
 * What a server says that it sends; a page where it does not say.
 *
 * @throws {PageError} where that is nothing to read
 */
export function typeOfPage(header: string | undefined, url: URL): { type: string; charset: string | null } {
  const [first = '', ...rest] = (header ?? '').split(';');
  const type = first.trim().toLowerCase() || 'text/html';
  const [, charset = null] = /(?:^|;)\s*charset\s*=\s*["']?([\w.:+-]{1,40})/i.exec(rest.join(';')) ?? [];
  refuseOther(type, url);
  return { type, charset };
}

/** The name of a file that is no page, as people read it; '' for a page, and for what is no name. */
export function nameOfPage({ pathname }: URL): string {
  const name = decoded(pathname.replace(/^.*\//, ''));
  return /^[\p{L}\p{M}\p{N}_. -]{1,100}\.(?:md|markdown|txt|docx|odt|epub)$/iu.test(name) ? name : '';
}

/** @guard type-of-page */
function refuseOther(type: string, { host, pathname }: URL): void {
  if (READ.has(type) || (UNKNOWN.has(type) && DOCUMENTS.test(pathname))) return;
  if (type === 'application/pdf')
    throw new PageError('This is a PDF, which holds no paragraphs; copy its text and paste it, or save it as Word.');
  throw new PageError(
    `${host} sends no text but “${type.replaceAll(/[^\w/+.-]/g, '').slice(0, 60)}”; give the address of a page.`,
  );
}
