import { describe, expect, test } from 'vitest';
import { counted } from '../../../../src/core/text/counted.ts';
import { isBook } from '../../../../src/formats/document/blocks/document-reader.ts';
import { readDocument } from '../../../../src/formats/document/read-document.ts';
import { type BookFiles, epub, readOne } from '../packed.ts';

const LONG = `${'Un pont est une phrase sur l’eau, et chacun la lit à son tour, '.repeat(3)}dit-elle.`;

describe('a book', () => {
  test('lists its chapters in the order of reading, whatever their files are called', async () => {
    const chapters = { 'b.xhtml': '<h1>Débuts</h1><p>Un pont.</p>', 'a.xhtml': `<p>${LONG}</p>` };
    const reading = await readDocument(epub({ chapters }), 'ponts.epub');
    expect(reading).toEqual({
      title: 'Le Livre des ponts',
      warnings: [],
      chapters: [
        { number: 1, title: 'Débuts', opening: 'Un pont.' },
        {
          number: 2,
          title: null,
          opening: 'Un pont est une phrase sur l’eau, et chacun la lit à son tour, Un pont est une…',
        },
      ],
    });
  });

  test.each([
    ['the navigation', {}, ['Un.', 'Deux.']],
    ['what is beside the order of reading', { 'a.xhtml': 'linear="no"' }, ['Deux.']],
  ])('leaves out %s', async (_what, itemrefs, expected) => {
    const chapters = {
      'a.xhtml': '<p>Un.</p>',
      'b.xhtml': '<p>Deux.</p>',
      'c.xhtml': '<p><img src="x.png" alt=""/></p>',
    };
    const reading = await readDocument(epub({ chapters, itemrefs }), 'ponts.epub');
    expect(
      isBook(reading) ? reading.chapters.map(({ opening }) => opening) : reading.blocks.map((b) => b.markdown),
    ).toEqual(expected);
  });

  test('has a chapter once that is said to be read twice', async () => {
    const chapters = { 'a.xhtml': '<p>Un.</p>', 'b.xhtml': '<p>Deux.</p>' };
    const itemrefs = { 'a.xhtml': '/><itemref idref="i0"', 'b.xhtml': '/><itemref idref="i0"' };
    const reading = await readDocument(epub({ chapters, itemrefs }), 'ponts.epub');
    expect(isBook(reading) && reading.chapters.map(({ opening }) => opening)).toEqual(['Un.', 'Deux.']);
  });

  test.each<[string, Partial<BookFiles>, string[]]>([
    ['what is said to be beside', { itemrefs: { 'b.xhtml': 'linear="no"', 'c.xhtml': 'linear="no"' } }, ['Deux.', 'C']],
    ['a page that it does not name', { itemrefs: { 'a.xhtml': '/><!--', 'b.xhtml': '-->' } }, ['Deux.']],
    [
      'near-miss: a page without words',
      { chapters: { 'd.xhtml': '<img src="x.png"/>' }, itemrefs: { 'd.xhtml': 'linear="no"' } },
      [],
    ],
    ['near-miss: nothing', {}, []],
  ])('tells what stands beside its order of reading: %s', async (_what, { chapters = {}, itemrefs = {} }, named) => {
    const pages = {
      'a.xhtml': '<p>Un.</p>',
      'b.xhtml': '<p>Deux.</p>',
      'c.xhtml': '<h1>C</h1><p>Trois.</p>',
      ...chapters,
    };
    const { warnings } = await readOne(epub({ chapters: pages, itemrefs }), '', { chapter: 1 });
    const parts = counted(named.length, 'part');
    const all = named.map((words) => `“${words}”`).join(', ');
    expect(warnings).toEqual(
      named.length === 0 ? [] : [`Left out: ${parts} of the book beside its order of reading: ${all}.`],
    );
  });

  test.each([
    [
      'another format',
      'x.xml',
      'application/x-dtbook+xml',
      '<dtbook><p>Deux.</p></dtbook>',
      'in a format that is not read (application/x-dtbook+xml)',
    ],
    ['a drawing', 'x.svg', 'image/svg+xml', '<svg><text>Deux.</text></svg>', 'as a drawing'],
    ['a page that is a drawing', 'x.html', 'text/html', '<svg><text>Deux.</text></svg>', 'as a drawing'],
  ])('lists a part that is %s, and says so when it is chosen', async (_what, file, type, text, why) => {
    const bytes = epub({ chapters: { 'a.xhtml': '<p>Un.</p>' }, parts: { [file]: [type, text] } });
    const reading = await readDocument(bytes, 'ponts.epub');
    expect(isBook(reading) && reading.chapters.map(({ opening }) => opening)).toEqual(['Un.', '(cannot be read)']);
    await expect(readOne(bytes, 'ponts.epub', { chapter: 2 })).rejects.toThrow(
      `“ponts.epub” has this chapter ${why}; copy its text and paste it instead.`,
    );
  });

  test.each([
    ['a picture', 'x.jpg', 'image/jpeg', 'x'],
    ['a drawing without words', 'x.svg', 'image/svg+xml', '<svg><path/></svg>'],
    [
      'another format with a page that stands for it',
      'x.xml" fallback="i0',
      'application/x-dtbook+xml',
      '<p>Deux.</p>',
    ],
  ])('near-miss: a part that is %s', async (_what, file, type, text) => {
    const bytes = epub({ chapters: { 'a.xhtml': '<p>Un.</p>' }, parts: { [file]: [type, text] } });
    expect((await readOne(bytes)).warnings).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['a file that is not there', '/><itemref idref="css"', ['The book lacks 1 part that it names.']],
    ['a part that it does not list', '/><itemref idref="i9"', ['The book lacks 1 part that it names.']],
    ['one of each', '/><itemref idref="i9"/><itemref idref="css"', ['The book lacks 2 parts that it names.']],
    ['one that it names twice', '/><itemref idref="i9"/><itemref idref="i9"', ['The book lacks 1 part that it names.']],
    ['near-miss: none', '', []],
  ])('tells what it lacks: %s', async (_what, itemref, expected) => {
    const chapters = { 'a.xhtml': '<p>Un.</p>', 'b.xhtml': '<p>Deux.</p>' };
    const bytes = epub({ chapters, itemrefs: { 'a.xhtml': itemref } });
    const [list, one] = [await readDocument(bytes, 'ponts.epub'), await readOne(bytes, '', { chapter: 1 })];
    expect([list.warnings, one.warnings]).toEqual([expected, expected]);
  });

  test.each([
    ['does not name them', { 'a.xhtml': 'linear="no"/><!--', 'b.xhtml': '-->' }],
    ['is all beside', { 'a.xhtml': 'linear="no"', 'b.xhtml': 'linear="no"' }],
  ])('has its pages for chapters where its order of reading %s', async (_what, itemrefs) => {
    const chapters = { 'a.xhtml': '<p>Un.</p>', 'b.xhtml': '<p>Deux.</p>' };
    const bytes = epub({ chapters, itemrefs });
    const list = await readDocument(bytes, 'ponts.epub');
    const { blocks, warnings } = await readOne(bytes, '', { chapter: 2 });
    expect([isBook(list) && list.chapters.map(({ opening }) => opening), blocks[0]?.markdown, warnings]).toEqual([
      ['Un.', 'Deux.'],
      'Deux.',
      [],
    ]);
  });

  test('gives the chapter that is chosen', async () => {
    const chapters = { 'b.xhtml': '<p>Un.</p>', 'a é.xhtml': '<h1>Suite</h1><p>Deux&nbsp;: <i>la</i> fin.</p>' };
    const { title, site, date, blocks } = await readOne(epub({ chapters }), 'ponts.epub', { chapter: 2 });
    expect([title, site, date, blocks.map(({ markdown }) => markdown)]).toEqual([
      'Suite',
      'Le Livre des ponts',
      '1869-06-01',
      ['Deux\u00a0: *la* fin.'],
    ]);
  });

  test('of one chapter is that chapter', async () => {
    const { title, site, blocks } = await readOne(epub({ chapters: { 'a.xhtml': '<p>Un.</p>' } }));
    expect([title, site, blocks.length]).toEqual(['Le Livre des ponts', null, 1]);
  });

  test('has the notes of a chapter below it', async () => {
    const chapters = {
      'a.xhtml':
        '<p>Un pont<a href="#n1" epub:type="noteref">1</a> neuf.</p><aside id="n1" epub:type="footnote"><p>Dite à Lyon.</p></aside>',
    };
    expect((await readOne(epub({ chapters }))).blocks.map(({ markdown }) => markdown)).toEqual([
      'Un pont[^1] neuf.',
      '[^1]: Dite à Lyon.',
    ]);
  });
});

describe('a chapter that cannot be read', () => {
  const empty = '<p></p>'.repeat(3000);
  const tooMuch = [
    ['too many tags behind an empty beginning', '<br/>'.repeat(200_001)],
    ['too many elements within one another from the beginning', `${'<div>'.repeat(400)}Un.`],
    ['too many elements within one another at the end', `${empty}${'<div>'.repeat(400)}Un.`],
    ['a tag of too many attributes', `<p ${'a="b" '.repeat(600)}>Un.</p>`],
    ['more than 5 MB without a word', ' '.repeat(5 * 1024 * 1024 + 1)],
  ] as const;

  test.each(tooMuch)('for %s does not keep the others from it', async (_what, body) => {
    const bytes = epub({ chapters: { 'a.xhtml': body, 'b.xhtml': '<p>Un pont.</p>' } });
    const reading = await readDocument(bytes, 'ponts.epub');
    const { blocks } = await readOne(bytes, 'ponts.epub', { chapter: 2 });
    expect([isBook(reading) && reading.chapters, blocks.map(({ markdown }) => markdown)]).toEqual([
      [
        { number: 1, title: null, opening: '(cannot be read)' },
        { number: 2, title: null, opening: 'Un pont.' },
      ],
      ['Un pont.'],
    ]);
  });

  test.each(tooMuch)('for %s says so when it is chosen, or is the only one', async (_what, body) => {
    const two = epub({ chapters: { 'a.xhtml': body, 'b.xhtml': '<p>Un pont.</p>' } });
    await expect(readOne(two, 'ponts.epub', { chapter: 1 })).rejects.toThrow(/paste it instead\.$/);
    await expect(readOne(epub({ chapters: { 'a.xhtml': body } }))).rejects.toThrow(/paste it instead\.$/);
  });

  test('near-miss: a long beginning without a word is followed to its words', async () => {
    const bytes = epub({ chapters: { 'a.xhtml': `${empty}<p>Un.</p>`, 'b.xhtml': '<p>Deux.</p>', 'c.xhtml': empty } });
    const reading = await readDocument(bytes, 'ponts.epub');
    expect(isBook(reading) && reading.chapters.map(({ opening }) => opening)).toEqual(['Un.', 'Deux.']);
  });
});

describe('what is no book that can be read is named', () => {
  const encryption = (algorithm: string) => ({
    'META-INF/encryption.xml': `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`,
  });
  const chapters = { 'a.xhtml': '<p>Un.</p>' };

  test.each([
    [
      'copy protection',
      epub({ chapters, more: encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc') }),
      'copy protection',
    ],
    ['no text', epub({ chapters: { 'a.xhtml': '<img src="a.png"/>' } }), 'holds no text'],
    [
      'no package',
      epub({ chapters, more: { 'META-INF/container.xml': '<container/>' } }),
      'does not say where its text is',
    ],
    ['a file that is missing', epub({ chapters: {} }), 'holds no text'],
  ])('%s', async (_what, bytes, message) => {
    await expect(readOne(bytes, 'a.epub')).rejects.toThrow(message);
  });

  test('fonts that are scrambled are no copy protection', async () => {
    const more = encryption('http://www.idpf.org/2008/embedding');
    expect((await readOne(epub({ chapters, more }))).blocks.length).toBe(1);
  });

  test('a chapter that is not there', async () => {
    await expect(readOne(epub({ chapters }), 'a.epub', { chapter: 7 })).rejects.toThrow(
      'no chapter 7; choose one from 1 to 1',
    );
  });
});

describe('a chapter of a book', () => {
  const read = async (chapters: Readonly<Record<string, string>>, chapter: number) => {
    const { title, blocks } = await readOne(epub({ chapters }), '', { chapter });
    return [title, ...blocks.map(({ markdown }) => markdown)];
  };
  const NOTES = '<h2>Notes</h2><p id="n2"><a href="a%20b.xhtml#r2">2</a>. Vingt par jour.</p><p id="n3">Trois.</p>';

  test.each([
    [
      'with its note in another page',
      '<p>Sept<a id="r2" href="n.xhtml#n2"><sup>2</sup></a>.</p>',
      ['Sept[^2].', '[^2]: Vingt par jour.'],
    ],
    [
      'that says what is a note',
      '<p>Sept<a epub:type="noteref" href="n.xhtml#n3">3</a>.</p>',
      ['Sept[^3].', '[^3]: Trois.'],
    ],
    [
      'that names a note twice',
      '<p>Sept<a href="n.xhtml#n2">2</a>, huit<a href="n.xhtml#n2">2</a>.</p>',
      ['Sept[^2], huit[^2].', '[^2]: Vingt par jour.'],
    ],
    ['near-miss: a number that leads elsewhere', '<p>Chapitre <a href="n.xhtml#n3">3</a>.</p>', ['Chapitre 3.']],
    ['near-miss: a note that is not there', '<p>Sept<a href="n.xhtml#gone">2</a>.</p>', ['Sept2.']],
    ['near-miss: words', '<p>Voir <a href="n.xhtml#n2">la note</a>.</p>', ['Voir la note.']],
  ])('%s', async (_what, html, expected) => {
    expect(await read({ 'a b.xhtml': html, 'n.xhtml': NOTES }, 1)).toEqual(['Le Livre des ponts', ...expected]);
  });

  test('is read where the page of its notes cannot be', async () => {
    const chapters = { 'a.xhtml': '<p>Sept<a href="n.xhtml#n2">2</a>.</p>', 'n.xhtml': '<b>'.repeat(400) };
    expect(await read(chapters, 1)).toEqual(['Le Livre des ponts', 'Sept2.']);
  });

  test('of notes is one', async () => {
    const chapters = { 'a b.xhtml': '<p>Sept<a id="r2" href="n.xhtml#n2">2</a>.</p>', 'n.xhtml': NOTES };
    expect(await read(chapters, 2)).toEqual(
      ['Notes', '2. Vingt par jour.', 'Trois.'].map((text) => text.replace(/^2\./, '2\\.')),
    );
  });

  test.each([
    [
      'below a line',
      '<p>Chapitre premier</p><h1>L’écluse</h1><p>Il pleut.</p>',
      ['L’écluse', 'Chapitre premier', 'Il pleut.'],
    ],
    ['at once', '<h1>L’écluse</h1><p>Il pleut.</p>', ['L’écluse', 'Il pleut.']],
    ['near-miss: below a text', `<p>${LONG}</p><h2>Suite</h2>`, ['Le Livre des ponts', LONG, '## Suite']],
    ['near-miss: nowhere', '<p>Il pleut.</p>', ['Le Livre des ponts', 'Il pleut.']],
  ])('is called by its heading: %s', async (_what, html, expected) => {
    expect(await read({ 'a.xhtml': html, 'b.xhtml': '<p>Fin.</p>' }, 1)).toEqual(expected);
  });
});
