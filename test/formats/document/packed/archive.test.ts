import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UnreadableDocument } from '../../../../src/formats/document/blocks/document.ts';
import { openArchive } from '../../../../src/formats/document/packed/unzip.ts';
import { readDocument } from '../../../../src/formats/document/read-document.ts';
import { everyNth, IS_SLOW_SET, rounds } from '../../../rounds.ts';
import { docx, epub, odt, readOne, styled, zip } from '../packed.ts';

const bomb = zipSync({ 'content.xml': new Uint8Array(51 * 1024 * 1024) }, { level: 9 });
/** The same, whose list says that it unpacks to 100 bytes. */
const liar = Uint8Array.from(bomb);
const view = new DataView(liar.buffer);
for (let at = 0; at + 4 < liar.length; at += 1) {
  const sign = view.getUint32(at, true);
  if (sign === 0x02014b50) view.setUint32(at + 24, 100, true);
  if (sign === 0x04034b50) view.setUint32(at + 22, 100, true);
}

describe('an archive that unpacks to too much is refused', () => {
  const parts = () => Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`word/${i}.xml`, new Uint8Array(7e6)]));
  const archives: [string, () => Uint8Array][] = [
    ['as its list says', () => bomb],
    ['in many parts', () => zipSync(parts())],
    ['whatever its list says', () => liar],
    ['without being packed', () => zipSync({ 'a.xml': new Uint8Array(51 * 1024 * 1024) }, { level: 0 })],
  ];
  test.each(everyNth(archives, 2))('%s', (_what, make) => {
    const archive = openArchive(make(), '“a.odt”');
    expect(() => archive.names.map(archive.read)).toThrow('“a.odt” unpacks to more than 50 MB');
  });

  test.runIf(IS_SLOW_SET)('in less than 5 seconds of the processor, in a document too', async () => {
    const began = process.cpuUsage();
    await expect(readOne(bomb, 'a.odt')).rejects.toThrow('unpacks to more than 50 MB');
    expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
  });
});

describe('a part counts once, however often it is read', () => {
  const parts = { 'a.xml': new Uint8Array(27e6), 'b.xml': new Uint8Array(27e6) };
  const archive = openArchive(zipSync(parts, { level: 0 }), '“a.odt”');

  test('and is the same', () => {
    expect(archive.read('a.xml')).toBe(archive.read('a.xml'));
  });

  test('near-miss: as much in another part is too much', () => {
    expect(() => archive.names.map(archive.read)).toThrow('unpacks to more than 50 MB');
  });
});

describe('an archive that cannot be read is named', () => {
  const whole = zipSync({ 'word/document.xml': strToU8('Un pont. '.repeat(500)) });
  const changed = (at: number, value: number) => Uint8Array.from(whole, (byte, i) => (i === at ? value : byte));
  const end = whole.length - 22;

  test.each([
    ['cut in the middle', whole.subarray(0, 60)],
    ['nothing but its beginning', strToU8('PK\x03\x04')],
    ['a byte that is another', changed(70, whole[70] === 0 ? 1 : 0)],
    ['a list that is nowhere', changed(end + 18, 0xff)],
    ['a way of packing that nobody knows', changed(whole.length - 22 - 46 - 17 + 10, 99)],
  ])('%s', (_what, bytes) => {
    const read = () => {
      const archive = openArchive(bytes, '“a.docx”');
      return archive.names.map(archive.read);
    };
    expect(read).toThrow('“a.docx” is damaged, or not there to its end; save it once more.');
  });

  test('a part with a password', () => {
    const locked = Uint8Array.from(whole);
    locked[end - 46 - 17 + 8] = 1;
    const archive = openArchive(locked, '“a.docx”');
    expect(() => archive.read('word/document.xml')).toThrow('has a password');
  });
});

describe('the names in an archive are names and nothing else', () => {
  test.each(['../../a.xml', '/etc/passwd', 'C:\\a.xml', ''])('%j', (name) => {
    const archive = openArchive(zip({ [name]: 'Un pont.', b: '' }), '“a.epub”');
    expect([archive.read(name)?.length ?? null, archive.read('/etc/hostname'), archive.read('constructor')]).toEqual([
      archive.names.includes(name) ? 8 : null,
      null,
      null,
    ]);
  });

  test.each(['/etc/passwd', '../../../../etc/passwd', 'file:///etc/passwd'])(
    'a book whose text is said to be in %s has none',
    async (file) => {
      const container = `<container><rootfiles><rootfile full-path="${file}"/></rootfiles></container>`;
      const book = zip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': container });
      await expect(readOne(book, 'a.epub')).rejects.toThrow('it does not say where its text is');
    },
  );
});

test('a damaged document is a sentence or is read, and never anything else', async () => {
  const texts = [
    docx(styled('Normal', 'Un pont.')),
    odt('<text:p>Un pont.</text:p>'),
    epub({ chapters: { 'a.xhtml': '<p>Un pont.</p>', 'b.xhtml': '<p>Deux.</p>' } }),
  ];
  const damage = fc.tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { maxLength: 4 }),
    fc.option(fc.nat(4000)),
  );
  await fc.assert(
    fc.asyncProperty(damage, async ([bytes, changes, cut]) => {
      const broken = Uint8Array.from(bytes);
      for (const [at, value] of changes) broken[at % broken.length] = value;
      const outcome = await readDocument(broken.subarray(0, cut ?? undefined), 'a.docx').catch(
        (error: unknown) => error,
      );
      expect(outcome instanceof Error && !(outcome instanceof UnreadableDocument)).toBe(false);
    }),
    { numRuns: rounds(20, 1000) },
  );
});

describe('a part of XML is read in the encoding that it names', () => {
  const utf16 = (xml: string) => new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
  const other = (xml: string) => new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le').swap16());
  const latin = (xml: string) =>
    new Uint8Array(
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml.replace(/^<\?.*?\?>/, '')}`, 'latin1'),
    );
  const documents: [string, Uint8Array][] = [
    ['a.docx', docx(styled('Titre1', 'Été'))],
    ['a.odt', odt('<text:h text:outline-level="1">Été</text:h>')],
    ['a.epub', epub({ chapters: { 'a.xhtml': '<h1>Été</h1>' } })],
  ];
  const encodings = { utf16, other, latin, UTF8: strToU8 };
  test.each(
    documents.flatMap(([name, bytes]) =>
      Object.entries(encodings).map((one) => [one[0], name, bytes, one[1]] as const),
    ),
  )('%s: %s', async (_encoding, name, bytes, write) => {
    const files = Object.entries(unzipSync(bytes));
    const written = files.map(([part, xml]) => [part, part === 'mimetype' ? xml : write(strFromU8(xml))]);
    const { title, blocks } = await readOne(zipSync(Object.fromEntries(written)), name);
    expect(title ?? blocks[0]?.markdown).toBe('Été');
  });
});
