import { expect, test } from 'vitest';
import { createParcels } from '../../../src/http/parcels.ts';
import { type Brought, bring } from '../../../src/http/routes/brought.ts';

test('a chapter of a book that was fetched is read with the address of the book', async () => {
  const parcels = createParcels<Brought>(() => 0);
  const documents = { read: async () => ({ title: 'Ponts', chapters: [], warnings: [] }) } as never;
  const options = { url: 'https://example.org/ponts.epub' };
  const document = { bytes: new Uint8Array(1), file: 'ponts.epub', from: 'example.org', options };
  const { signal } = new AbortController();
  const name = await bring(document, { owner: 'me', english: null, signal }, { documents, parcels });
  expect(parcels.get('me', name)?.reading).toMatchObject({ options });
});
