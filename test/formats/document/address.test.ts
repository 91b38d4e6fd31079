import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/formats/document/read-document.ts';
import { docx, epub, odt, styled } from './packed.ts';

const AT = 'https://example.org/ponts';
const OWN = 'https://example.com/ponts';
const urlOf = async (bytes: string | Uint8Array, url?: string) => {
  const reading = await readDocument(typeof bytes === 'string' ? strToU8(bytes) : bytes, '', url ? { url } : {});
  return 'url' in reading ? reading.url : 'a book';
};

test.each([
  ['a text', 'Un pont.'],
  ['Markdown', '# Ponts\n\nUn pont.'],
  ['a page', '<!doctype html><h1>Ponts</h1><p>Un pont.'],
  ['Word', docx(styled('Normal', 'Un pont.'))],
  ['OpenDocument', odt('<text:p>Un pont.</text:p>')],
  ['a book of one chapter', epub({ chapters: { 'a.xhtml': '<p>Un pont.</p>' } })],
])('%s that names no address has the one it was fetched from, if any', async (_what, bytes) => {
  expect([await urlOf(bytes, AT), await urlOf(bytes)]).toEqual([AT, null]);
});

test.each([
  ['Markdown', `---\ntitle: Ponts\nurl: ${OWN}\n---\n\nUn pont.`],
  ['a page', `<!doctype html><link rel="canonical" href="${OWN}"><h1>Ponts</h1><p>Un pont.`],
])('%s that names its address keeps that', async (_what, bytes) => {
  expect(await urlOf(bytes, 'https://example.com/a')).toBe(OWN);
});
