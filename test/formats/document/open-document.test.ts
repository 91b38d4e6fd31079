import { describe, expect, test } from 'vitest';
import { markdownOf, odt, readOne } from './packed.ts';

const p = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${text}</text:p>`;
const items = (list: string, ...texts: readonly string[]) =>
  `<text:list text:style-name="${list}">${texts.map((text) => `<text:list-item>${p(text)}</text:list-item>`).join('')}</text:list>`;

describe('an OpenDocument text', () => {
  test('gives its title, its headings and its paragraphs', async () => {
    const body = `${p('Les ponts', 'P2')}<text:h text:outline-level="2">Débuts</text:h>${p('Un pont : « vieux ».')}`;
    const { title, blocks } = await readOne(odt(body), 'ponts.odt');
    expect([title, ...blocks.map(({ markdown }) => markdown)]).toEqual([
      'Les ponts',
      '## Débuts',
      'Un pont : « vieux ».',
    ]);
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'text:constructor'])(
    'reads the words in an element called %s',
    async (name) => {
      expect(await markdownOf(odt(p(`Un <${name} ${name.replace('text:', '')}="x">vieux</${name}> pont.`)))).toEqual([
        'Un vieux pont.',
      ]);
    },
  );

  const list = (of: string, inner: string) => `<text:list text:style-name="L2" ${of}>${inner}</text:list>`;
  const one = (text: string) => `<text:list-item>${p(text)}</text:list-item>`;
  test.each([
    [
      'its style',
      list('', one('a') + one('b')) + p('Entre.') + list('text:continue-numbering="true"', one('c')),
      '5. c',
    ],
    [
      'its name',
      list('xml:id="l1"', one('a')) +
        p('Entre.') +
        list('', one('b')) +
        p('Puis.') +
        list('text:continue-list="l1"', one('c')),
      '4. c',
    ],
    ['near-miss: nothing', list('', one('a')) + p('Entre.') + list('', one('c')), '3. c'],
    [
      'near-miss: a list that is not there',
      list('', one('a')) + p('Entre.') + list('text:continue-list="l9"', one('c')),
      '3. c',
    ],
  ])('counts on where a list ended, by %s', async (_what, body, last) => {
    expect((await markdownOf(odt(p('Un pont.') + body))).at(-1)).toBe(last);
  });

  test('gives what stands above a list no number', async () => {
    const header = `<text:list-header>${p('Haut')}</text:list-header>`;
    expect(await markdownOf(odt(p('Un pont.') + list('', header + one('a') + one('b'))))).toEqual([
      'Un pont.',
      'Haut',
      '3. a\n4. b',
    ]);
  });

  test('says that it leaves out comments', async () => {
    const comment = '<office:annotation office:name="a"><text:p>Non !</text:p></office:annotation>';
    const end = '<office:annotation-end office:name="a"/>';
    expect((await readOne(odt(p(`Un ${comment}vieux${end} pont.${comment}`)))).warnings).toEqual([
      'Left out: 2 comments.',
    ]);
  });

  test('says which of its parts it leaves out, once each, and what it has twice', async () => {
    const contents = `<text:table-of-content>${p('Débuts 1')}</text:table-of-content>`;
    const index = `<text:alphabetical-index>${p('pont, 1')}</text:alphabetical-index>`;
    const hidden = `<text:section text:display="none">${p('caché')}</text:section>`;
    expect((await readOne(odt(contents + contents + p('Un pont.') + hidden + index))).warnings).toEqual([
      'Left out: a table of contents, a hidden section, an index.',
    ]);
  });

  test.each([
    ['a header', '<style:header><text:p>Rapport</text:p></style:header>', ['the header of its pages']],
    [
      'a header of the first page and a footer',
      '<style:header-first><text:p>Un</text:p></style:header-first><style:footer><text:p>Deux</text:p></style:footer>',
      ['the header of its pages, the footer of its pages'],
    ],
    ['near-miss: a number', '<style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer>', []],
    ['near-miss: the look of one', '<style:header-style><a>margin</a></style:header-style>', []],
  ])('says that it leaves out %s', async (_what, master, expected) => {
    const styles = `<a xmlns:style="s" xmlns:text="t">${master}</a>`;
    const { warnings } = await readOne(odt(p('Un pont.'), { 'styles.xml': styles }));
    expect(warnings).toEqual(expected.map((one) => `Left out: ${one}.`));
  });

  test('reads no word of what says what a picture shows', async () => {
    const picture = '<draw:frame><draw:image/><svg:title>Un</svg:title><svg:desc>Deux</svg:desc></draw:frame>';
    expect(await markdownOf(odt(p(`${picture}Un pont.`)))).toEqual(['Un pont.']);
  });

  test('takes the title of its properties where it has no heading', async () => {
    expect((await readOne(odt(p('Un pont.')))).title).toBe('Modèle de lettre');
  });

  test.each([
    ['italics', p('Un <text:span text:style-name="T1">pont</text:span>.'), ['Un *pont*.']],
    ['bold', p('Un <text:span text:style-name="T2">pont</text:span>.'), ['Un **pont**.']],
    [
      'a style with a name',
      p('<text:span text:style-name="Strong_20_Emphasis">Un</text:span> pont.'),
      ['**Un** pont.'],
    ],
    ['a link', p('<text:a xlink:href="https://exemple.fr/a">ici</text:a>'), ['[ici](https://exemple.fr/a)']],
    ['spaces', p('Un<text:s text:c="3"/>pont<text:tab/>neuf'), ['Un pont neuf']],
    ['a line break', p('Un<text:line-break/>pont'), ['Un\\\npont']],
    ['a quotation', p('Un pont.', 'P1'), ['> Un pont.']],
    ['bullets', items('L1', 'un', 'deux'), ['- un\n- deux']],
    ['numbers from three', items('L2', 'un', 'deux'), ['3. un\n4. deux']],
    [
      'a comment',
      p('Un<office:annotation><dc:creator>Eva</dc:creator><text:p>Non !</text:p></office:annotation> pont.'),
      ['Un pont.'],
    ],
    [
      'tracked changes',
      `<text:tracked-changes><text:changed-region><text:deletion>${p('vieux')}</text:deletion></text:changed-region></text:tracked-changes>${p('Un <text:change-start/>pont<text:change-end/>.')}`,
      ['Un pont.'],
    ],
    [
      'a table of contents',
      `<text:table-of-content>${p('Débuts 1')}</text:table-of-content>${p('Un pont.')}`,
      ['Un pont.'],
    ],
    [
      'a bibliography',
      `${p('Un pont.')}<text:bibliography><text:bibliography-source><text:index-title-template>Livres</text:index-title-template></text:bibliography-source><text:index-body>${p('Eva, Les ponts.')}</text:index-body></text:bibliography>`,
      ['Un pont.', 'Eva, Les ponts.'],
    ],
    [
      'a word with its reading',
      p('À <text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>Tokyo</text:ruby-text></text:ruby> donc.'),
      ['À 東京 (Tokyo) donc.'],
    ],
    [
      'a hidden section',
      `<text:section text:display="none">${p('caché')}</text:section>${p('Un pont.')}`,
      ['Un pont.'],
    ],
    [
      'a note',
      p(
        'Un pont<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Dite à Lyon.</text:p></text:note-body></text:note> neuf.',
      ),
      ['Un pont[^1] neuf.', '[^1]: Dite à Lyon.'],
    ],
    [
      'a text box',
      p('Un <draw:frame><draw:text-box><text:p>Encadré.</text:p></draw:text-box></draw:frame>pont.'),
      ['Un pont.', 'Encadré.'],
    ],
    [
      'a text box between paragraphs',
      `${p('Un pont.')}<draw:frame><draw:text-box><text:p>Encadré.</text:p></draw:text-box></draw:frame>${p('Une rive.')}`,
      ['Un pont.', 'Encadré.', 'Une rive.'],
    ],
    ['a paragraph that begins with a sign', p('- Un pont, dit-il.'), ['\\- Un pont, dit-il.']],
    ['signs of XML', p('a &lt;b&gt; &amp; c'), ['a \\<b> & c']],
    [
      'a table with a head',
      `<table:table><table:table-header-rows><table:table-row><table:table-cell>${p('an')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${p('1900')}</table:table-cell></table:table-row></table:table>`,
      ['| an |\n| - |\n| 1900 |'],
    ],
    [
      'a cell over two columns',
      `<table:table><table:table-header-rows><table:table-row><table:table-cell>${p('a')}</table:table-cell><table:table-cell>${p('b')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p('c')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`,
      ['| a | b |\n| - | - |\n| c | |'],
    ],
    [
      'a cell over two rows',
      `<table:table><table:table-header-rows><table:table-row><table:table-cell>${p('a')}</table:table-cell><table:table-cell>${p('b')}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned="2">${p('c')}</table:table-cell><table:table-cell>${p('d')}</table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>${p('e')}</table:table-cell></table:table-row></table:table>`,
      ['| a | b |\n| - | - |\n| c | d |\n| | e |'],
    ],
    [
      'a caption in its frame',
      p(
        `Un.<draw:frame><draw:text-box>${p('<draw:frame><draw:image/></draw:frame>Figure <text:sequence>1</text:sequence> : le pont')}</draw:text-box></draw:frame>`,
      ),
      ['Un.', 'Figure 1 : le pont'],
    ],
  ])('keeps %s as it should', async (_what, body, expected) => {
    expect(await markdownOf(odt(body), 'a.odt')).toEqual(expected);
  });
});

describe('formulas of an OpenDocument text', () => {
  const object =
    '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>';
  const math = (within: string) =>
    `<?xml version="1.0"?><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow>${within}</mrow><annotation encoding="StarMath 5.0">E = m c^2</annotation></semantics></math>`;
  const withPart = (part: string) => odt(p(`Donc ${object}, dit-il.`), { 'Object 1/content.xml': part });

  test.each([
    ['in the line', math('<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>'), '`E=mc^2`'],
    ['with a sign of XML', math('<mi>a</mi><mo>&lt;</mo><mi>b</mi>'), '`a<b`'],
    [
      'with a prefix',
      '<math:math xmlns:math="http://www.w3.org/1998/Math/MathML"><math:mfrac><math:mn>1</math:mn><math:mi>n</math:mi></math:mfrac></math:math>',
      '`1/n`',
    ],
  ])('%s', async (_what, part, expected) => {
    const { blocks, warnings } = await readOne(withPart(part), 'a.odt');
    expect([blocks.map(({ markdown }) => markdown), warnings]).toEqual([[`Donc ${expected}, dit-il.`], []]);
  });

  test.each([
    ['a chart', '<office:document-content xmlns:office="a"><office:chart/></office:document-content>'],
    ['nothing', ''],
    ['what is broken', '<math><mi>x</mi>'],
  ])('near-miss: %s is a picture', async (_what, part) => {
    const { blocks, warnings } = await readOne(withPart(part), 'a.odt');
    expect([blocks.map(({ markdown }) => markdown), warnings]).toEqual([['Donc , dit-il.'], ['Left out: 1 picture.']]);
  });
});

describe('what is no OpenDocument text is named', () => {
  test.each([
    ['an empty one', odt('', { 'meta.xml': '' }), 'holds no text'],
    ['one that is broken inside', odt('<text:p>'), 'cannot be read as OpenDocument'],
    [
      'one with a password',
      odt('', { 'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>' }),
      'has a password',
    ],
    ['a spreadsheet', odt('', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'is no text document'],
  ])('%s', async (_what, bytes, message) => {
    await expect(readOne(bytes, 'a.odt')).rejects.toThrow(message);
  });
});
