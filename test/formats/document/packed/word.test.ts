import { describe, expect, test } from 'vitest';
import { olderXml } from '../../../../src/formats/document/packed/docx-xml.ts';
import { docx, item, markdownOf, odt, readOne, styled, wp, wr } from '../packed.ts';

const NOTES =
  '<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>Dite à Lyon.</w:t></w:r></w:p></w:footnote></w:footnotes>';

test.each([
  ['behind a paragraph', item(2, 'a') + wp(wr('Entre.')) + item(2, 'b c') + item(2, 'd'), ['b c']],
  ['twice', item(2, 'a') + wp(wr('Un.')) + item(2, 'b') + wp(wr('Deux.')) + item(2, 'c'), ['b', 'c']],
  ['with signs', item(2, 'a') + wp(wr('Un.')) + item(2, 'R&amp;D et &amp;amp; &lt;b&gt;'), ['R&D et &amp; <b>']],
  ['near-miss: at once', item(2, 'a') + item(2, 'b'), []],
  ['near-miss: bullets', item(1, 'a') + wp(wr('Entre.')) + item(1, 'b'), []],
  ['near-miss: another list', item(1, 'a') + wp(wr('Entre.')) + item(2, 'b'), []],
  ['near-miss: bullets between', item(2, 'a') + item(1, 'b') + item(2, 'c'), []],
])('says which list goes on in Word and begins again here: %s', async (_what, body, found) => {
  const { warnings } = await readOne(docx(styled('Titre', 'Les ponts') + body), 'ponts.docx');
  const named = found.map((text) => `“${text}”`).join(', ');
  expect(warnings).toEqual(
    found.length === 0
      ? []
      : [`The numbers of a list go on in Word behind other text, and begin with 1 again here, at ${named}.`],
  );
});

test.each([
  [3, 'at “1”, “2”, “3”.'],
  [4, 'at “1”, “2”, “3” and 1 more.'],
])('of lists that go on %i times, the first are named', async (count, end) => {
  const items = Array.from({ length: count }, (_, i) => wp(wr('Entre.')) + item(2, String(i + 1)));
  const { warnings } = await readOne(docx(styled('Titre', 'Les ponts') + item(2, 'a') + items.join('')), 'ponts.docx');
  expect(warnings).toEqual([
    `The numbers of a list go on in Word behind other text, and begin with 1 again here, ${end}`,
  ]);
});

describe('a Word document', () => {
  test('gives its title, its headings and its paragraphs', async () => {
    const body =
      styled('Titre', 'Les ponts') +
      styled('Sous-titre', 'Une histoire') +
      styled('Titre1', 'Débuts') +
      wp(wr('Un pont, dit-on : « vieux ».')) +
      styled('Titre2', 'Suite');
    const { title, blocks } = await readOne(docx(body), 'ponts.docx');
    expect([title, ...blocks.map(({ kind, level, markdown }) => [kind, level, markdown])]).toEqual([
      'Les ponts',
      ['heading', 2, '## Une histoire'],
      ['heading', 1, '# Débuts'],
      ['paragraph', 0, 'Un pont, dit-on : « vieux ».'],
      ['heading', 2, '## Suite'],
    ]);
  });

  test.each([
    ['bold', wp(wr('Un ') + wr('pont', '<w:b/>') + wr('.')), 'Un **pont**.'],
    ['italics', wp(wr('Un ') + wr('pont', '<w:i/>') + wr('.')), 'Un *pont*.'],
    ['bold that takes the space along', wp(wr('Un') + wr(' pont ', '<w:b/>') + wr('neuf.')), 'Un **pont** neuf.'],
    ['bold in two runs', wp(wr('po', '<w:b/>') + wr('nt', '<w:b/>')), '**pont**'],
    ['a link', wp(`<w:hyperlink r:id="rIdL">${wr('ici')}</w:hyperlink>`), '[ici](https://exemple.fr/a?b=1\\&c=2)'],
    [
      'a bookmark',
      wp(`<w:bookmarkStart w:id="0" w:name="_Toc1"/>${wr('Un pont.')}<w:bookmarkEnd w:id="0"/>`),
      'Un pont.',
    ],
    ['a quotation', styled('Citation', 'Un pont.'), '> Un pont.'],
    ['a quotation of pandoc', styled('BlockText', 'Un pont.'), '> Un pont.'],
    ['bullets', item(1, 'un') + item(1, 'deux'), '- un\n- deux'],
    ['numbers', item(2, 'un') + item(2, 'deux'), '1. un\n2. deux'],
    ['words put in under tracked changes', wp(`${wr('Un ')}<w:ins w:id="1">${wr('pont')}</w:ins>`), 'Un pont'],
    [
      'words taken out under tracked changes',
      wp(`${wr('Un pont')}<w:del w:id="1"><w:r><w:delText> vieux</w:delText></w:r></w:del>${wr('.')}`),
      'Un pont.',
    ],
    ['a comment', wp(`${wr('Un pont.')}<w:r><w:commentReference w:id="4"/></w:r>`), 'Un pont.'],
    [
      'a formula',
      wp(
        `${wr('Donc ')}<m:oMath><m:r><m:t>E=m</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e></m:sSup></m:oMath>${wr('.')}`,
      ),
      'Donc E=mc.',
    ],
    [
      'a formula on a line of its own',
      wp('<m:oMathPara><m:oMath><m:r><m:t xml:space="preserve">a &lt; b</m:t></m:r></m:oMath></m:oMathPara>'),
      'a < b',
    ],
    [
      'two formulas',
      wp(`<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${wr(' et ')}<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>`),
      'x et y',
    ],
    [
      'a formula of a fraction, a sum and a power',
      wp(
        '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>n+1</m:t></m:r></m:den></m:f><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i</m:t></m:r></m:sub><m:sup/><m:e><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:e></m:nary></m:oMath>',
      ),
      '1/(n+1)∑\\_i x^2',
    ],
    [
      'a formula with brackets',
      wp(
        '<m:oMath><m:r><m:t>f</m:t></m:r><m:d><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d><m:r><m:t>=</m:t></m:r><m:d><m:dPr><m:begChr m:val="|"/><m:endChr m:val="|"/></m:dPr><m:e><m:rad><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad></m:e></m:d></m:oMath>',
      ),
      'f(x)=|√x|',
    ],
    [
      'a word with its reading',
      wp(
        `${wr('À ')}<w:r><w:ruby><w:rt>${wr('Tokyo')}</w:rt><w:rubyBase>${wr('東京')}</w:rubyBase></w:ruby></w:r>${wr(' donc.')}`,
      ),
      'À 東京 (Tokyo) donc.',
    ],
    ['words that turn', wp(`${wr('Un ')}<w:dir w:val="ltr">${wr('pont')}</w:dir>${wr('.')}`), 'Un pont.'],
    ['a formula of nothing', wp(`<m:oMath/>${wr('Un pont.')}`), 'Un pont.'],
    ['a number that begins a paragraph', wp(wr('1. Un pont.')), '1\\. Un pont.'],
    ['signs of marks', wp(wr('un *pont* [neuf]')), 'un \\*pont\\* \\[neuf]'],
    ['a soft hyphen', wp('<w:r><w:t>po</w:t><w:softHyphen/><w:t>nt</w:t></w:r>'), 'pont'],
    ['a line end of its own kind', wp('<w:r><w:t>un</w:t><w:cr/><w:t>deux</w:t></w:r>'), 'un\\\ndeux'],
    ['a place in the line', wp('<w:r><w:t>un</w:t><w:ptab w:alignment="right"/><w:t>deux</w:t></w:r>'), 'un deux'],
    ['a no-break hyphen', wp('<w:r><w:t>peut</w:t><w:noBreakHyphen/><w:t>être</w:t></w:r>'), 'peut‑être'],
  ])('keeps %s as it should', async (_what, body, expected) => {
    expect(await markdownOf(docx(body), 'a.docx')).toEqual([expected]);
  });

  test.each([
    ['<w:cr/>un', '<w:br/>un'],
    ['<w:cr></w:cr>un', '<w:br/>un'],
    ['<w:cr > </w:cr\n>un', '<w:br/>un'],
    ['<w:cr/><w:cr></w:cr>', '<w:br/><w:br/>'],
    ['<w:ptab w:leader="none"></w:ptab>un', '<w:tab/>un'],
    ['<w:fldSimple w:instr="PAGE"></w:fldSimple>un', 'un'],
    ['<w:cross></w:cross>', '<w:cross></w:cross>'],
  ])('of %s nothing is left open or over', (xml, older) => {
    expect(olderXml(xml)).toBe(older);
  });

  test.each([
    ['comments', '<w:comment w:id="4"/><w:comment w:id="5"/>', ['Left out: 2 comments.']],
    ['one', '<w:comment w:id="4"/>', ['Left out: 1 comment.']],
    ['none', '', []],
  ])('says that it leaves out %s', async (_what, comments, expected) => {
    const parts = { 'word/comments.xml': `<w:comments>${comments}</w:comments>` };
    expect((await readOne(docx(wp(wr('Un pont.')), parts), 'a.docx')).warnings).toEqual(expected);
  });

  test.each([
    [['word/diagrams/data1.xml', 'word/diagrams/layout1.xml'], ['Left out: 1 diagram.']],
    [['word/charts/chart1.xml', 'word/charts/chart2.xml', 'word/charts/style1.xml'], ['Left out: 2 charts.']],
    [['word/diagrams/colors1.xml'], []],
  ])('says that it leaves out what is drawn: %j', async (names, expected) => {
    const parts = Object.fromEntries(names.map((name) => [name, '<a/>']));
    expect((await readOne(docx(wp(wr('Un pont.')), parts), 'a.docx')).warnings).toEqual(expected);
  });

  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const PAGE = '<w:r><w:instrText> PAGE </w:instrText></w:r>';
  test.each([
    ['a header', { 'word/header1.xml': `<w:hdr ${W}>${wp(wr('Rapport'))}</w:hdr>` }, ['the header of its pages']],
    [
      'two footers',
      Object.fromEntries([1, 2].map((n) => [`word/footer${n}.xml`, `<w:ftr ${W}>${wp(wr('Page'))}</w:ftr>`])),
      ['the footer of its pages'],
    ],
    ['near-miss: a number', { 'word/footer1.xml': `<w:ftr ${W}>${wp(PAGE + wr('12'))}</w:ftr>` }, []],
    ['near-miss: an empty one', { 'word/header1.xml': `<w:hdr ${W}><w:p/></w:hdr>` }, []],
  ])('says that it leaves out %s', async (_what, parts, expected) => {
    const told = expected.map((one) => `Left out: ${one}.`);
    expect((await readOne(docx(wp(wr('Un pont.')), parts), 'a.docx')).warnings).toEqual(told);
  });

  test('says that it leaves out what was inserted as a file', async () => {
    const { warnings } = await readOne(docx(`${wp(wr('Un pont.'))}<w:altChunk r:id="rIdA"/>`), 'a.docx');
    expect(warnings).toEqual(['Left out: 1 inserted document.']);
  });

  test('says that it leaves out its table of contents', async () => {
    const style = (id: string, name: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    const names = [style('TM1', 'toc 1'), style('En-ttedetabledesmatires', 'TOC Heading')].join('');
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${names}</w:styles>`;
    const body = styled('En-ttedetabledesmatires', 'Sommaire') + styled('TM1', 'Débuts 1') + wp(wr('Un pont.'));
    const { blocks, warnings } = await readOne(docx(body, { 'word/styles.xml': styles }), 'a.docx');
    expect([blocks.map(({ markdown }) => markdown), warnings]).toEqual([
      ['Un pont.'],
      ['Left out: a table of contents.'],
    ]);
  });

  test('has its footnotes below', async () => {
    const body = wp(`${wr('Un pont')}<w:r><w:footnoteReference w:id="2"/></w:r>${wr(' neuf.')}`);
    expect(await markdownOf(docx(body, { 'word/footnotes.xml': NOTES }))).toEqual([
      'Un pont[^1] neuf.',
      '[^1]: Dite à Lyon.',
    ]);
  });

  test('has tables as tables, whether a row is marked as their head or not', async () => {
    const row = (cells: readonly string[], head = '') =>
      `<w:tr><w:trPr>${head}</w:trPr>${cells.map((cell) => `<w:tc>${wp(wr(cell))}</w:tc>`).join('')}</w:tr>`;
    const table = (head: string) => `<w:tbl>${row(['an', 'ponts'], head)}${row(['1900', '12'])}</w:tbl>`;
    expect([await markdownOf(docx(table('<w:tblHeader/>'))), await markdownOf(docx(table('')))]).toEqual([
      ['| an | ponts |\n| - | - |\n| 1900 | 12 |'],
      ['| | |\n| - | - |\n| an | ponts |\n| 1900 | 12 |'],
    ]);
  });

  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${wp(wr(text))}</w:tc>`;
  const wide = (text: string) => cell(text, '<w:gridSpan w:val="2"/>');
  const tall = (text: string) => cell(text, `<w:vMerge${text === '' ? '' : ' w:val="restart"'}/>`);
  test.each([
    ['a title across its columns', [wide('Ponts'), cell('Lyon') + cell('12')], '| Ponts | |\n| - | - |\n| Lyon | 12 |'],
    [
      'heads that span columns',
      [cell('') + wide('Ponts'), cell('Lyon') + cell('12') + cell('13')],
      '| | Ponts | |\n| - | - | - |\n| Lyon | 12 | 13 |',
    ],
    [
      'a cell across two rows',
      [tall('Lyon') + cell('12'), tall('') + cell('13')],
      '| | |\n| - | - |\n| Lyon | 12 |\n| | 13 |',
    ],
    ['near-miss: one row that spans', [wide('Ponts')], 'Ponts'],
    ['near-miss: one column', [cell('Ponts'), cell('Lyon')], 'Ponts\nLyon'],
  ])('has a table with %s', async (_what, rows, markdown) => {
    const table = `<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`;
    expect((await markdownOf(docx(table))).join('\n')).toBe(markdown);
  });
});

describe('captions of Word', () => {
  const box = (text: string) => `<w:txbxContent>${styled('Caption', text)}</w:txbxContent>`;
  const shape = (text: string) =>
    `<wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${box(text)}</wps:txbx>`;
  const old = (text: string) =>
    `<mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${box(text)}</v:textbox></w:pict></mc:Fallback>`;
  const both = (within: string) =>
    `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${within}</mc:AlternateContent></w:r>`;
  const drawing = (within: string) => `<w:drawing>${within}</w:drawing>`;
  const choice = (text: string) => `<mc:Choice Requires="wps">${drawing(shape(text))}</mc:Choice>`;

  test.each([
    ['of the style for them', styled('Caption', 'Le pont'), ['Le pont']],
    [
      'with a number that Word counts',
      wp(
        `${wr('Figure ')}<w:fldSimple w:instr=" SEQ Figure "><w:r><w:t>1</w:t></w:r></w:fldSimple>${wr(' : le pont')}`,
      ),
      ['Figure 1 : le pont'],
    ],
    ['in a text box', wp(wr('Un.') + both(choice('Le pont') + old('Le pont'))), ['Un.', 'Le pont']],
    ['in a text box of the new kind', wp(wr('Un.') + both(choice('Le pont'))), ['Un.', 'Le pont']],
    ['in one that the older way lacks', wp(wr('Un.') + both(`${choice('Le pont')}<mc:Fallback/>`)), ['Un.', 'Le pont']],
    ['in one of the new kind alone', wp(`${wr('Un.')}<w:r>${drawing(shape('Le pont'))}</w:r>`), ['Un.', 'Le pont']],
    [
      'in a group of them',
      wp(`${wr('Un.')}<w:r>${drawing(shape('Le pont') + shape('Le quai'))}</w:r>`) + wp(wr('Deux.')),
      ['Un.', 'Le pont', 'Le quai', 'Deux.'],
    ],
    [
      'in a group of two ways',
      wp(wr('Un.') + both(`<mc:Choice>${drawing(shape('Le pont') + shape('Le quai'))}</mc:Choice>`)),
      ['Un.', 'Le pont', 'Le quai'],
    ],
    [
      'in one with something of two ways in it',
      wp(
        wr('Un.') +
          both(
            `<mc:Choice>${drawing(`<w:txbxContent>${wp(wr('Le pont') + both('<mc:Choice/>'))}</w:txbxContent>`)}</mc:Choice>`,
          ),
      ) + wp(wr('Deux.')),
      ['Un.', 'Le pont', 'Deux.'],
    ],
    [
      'in two of them',
      wp(wr('Un.') + both(choice('Le pont')) + both(choice('Le quai'))) + wp(wr('Deux.')),
      ['Un.', 'Le pont', 'Le quai', 'Deux.'],
    ],
    [
      'of a table',
      `${styled('Caption', 'Le pont')}<w:tbl><w:tr><w:tc>${wp(wr('a'))}</w:tc></w:tr></w:tbl>`,
      ['Le pont', 'a'],
    ],
  ])('%s are read', async (_what, body, expected) => {
    expect(await markdownOf(docx(body))).toEqual(expected);
  });
});

describe('what is no Word document is named', () => {
  test.each([
    ['an empty one', docx(''), 'holds no text'],
    ['one that is broken inside', docx('<w:p>'), 'cannot be read as a Word document'],
  ])('%s', async (_what, bytes, message) => {
    await expect(readOne(bytes, 'a.docx')).rejects.toThrow(message);
  });
});

const FRAME = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>';
const texts = async (body: string) => (await markdownOf(docx(body))).filter((text) => text !== 'Avant.');

test.each([
  ['a large initial', wp(wr('L'), FRAME) + wp(wr('e pont tient.')), ['Le pont tient.']],
  [
    'one behind a table',
    `<w:tbl><w:tr><w:tc>${wp(wr('Case'))}</w:tc></w:tr></w:tbl>${wp(wr('L'), FRAME)}${wp(wr('e pont.'))}`,
    ['Case', 'Le pont.'],
  ],
  ['one with a guillemet', wp(wr('« '), FRAME) + wp(wr('Oui.')), ['« Oui.']],
  ['near-miss: another frame', wp(wr('À part'), '<w:framePr w:w="100"/>') + wp(wr('Le pont.')), ['À part', 'Le pont.']],
  [
    'near-miss: one before a table',
    `${wp(wr('L'), FRAME)}<w:tbl><w:tr><w:tc>${wp(wr('Case'))}</w:tc></w:tr></w:tbl>`,
    ['L', 'Case'],
  ],
  ['near-miss: one before another', wp(wr('L'), FRAME) + wp(wr('U'), FRAME) + wp(wr('n pont.')), ['L', 'Un pont.']],
  [
    'near-miss: one before an empty line',
    `${wp(wr('L'), FRAME)}<w:p w:rsidR="00A1"/>${wp(wr('Le pont.'))}`,
    ['L', 'Le pont.'],
  ],
  ['near-miss: one at the end', wp(wr('L'), FRAME), ['L']],
])('%s', async (_what, body, expected) => {
  expect(await texts(wp(wr('Avant.')) + body)).toEqual(expected);
});

test('headings by the French names of their styles', async () => {
  const styles = '<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="Titre 2"/></w:style>';
  const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const bytes = docx(wp(wr('Un.')) + styled('T2', 'Deux'), {
    'word/styles.xml': `<w:styles ${ns}>${styles}</w:styles>`,
  });
  expect(await markdownOf(bytes)).toEqual(['Un.', '## Deux']);
});

test.each([
  ['its description', '<svg:title>pont.png</svg:title>', '“pont.png”'],
  ['its title', '<svg:desc>Le pont &amp; la crue</svg:desc>', '“Le pont & la crue”'],
  ['both, the first', '<svg:title>Le pont</svg:title><svg:desc>En crue</svg:desc>', '“Le pont”'],
  ['nothing', '', ''],
])('a picture of an OpenDocument text is named by %s', async (_what, said, named) => {
  const frame = `<draw:frame><draw:image xlink:href="Pictures/1.png"/>${said}</draw:frame>`;
  const { blocks, warnings } = await readOne(odt(`<text:p>Vu ${frame}du quai.</text:p>`), 'pont.odt');
  expect(blocks.map(({ markdown }) => markdown)).toEqual(['Vu du quai.']);
  expect(warnings).toEqual([`Left out: 1 picture${named === '' ? '' : `: ${named}`}.`]);
});
