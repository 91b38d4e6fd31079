import { describe, expect, test } from 'vitest';
import { docx, readOne, styled, wp, wr } from '../packed.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const style = (id: string, name: string, inner = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
const level = (value: number) => `<w:pPr><w:outlineLvl w:val="${value}"/></w:pPr>`;

const STYLES = [
  style('Partie', 'Partie', level(0)),
  style('Sous', 'Sous-partie', '<w:basedOn w:val="Base"/>'),
  style('Base', 'Base', level(1)),
  style('Corps', 'Corps', `<w:basedOn w:val="Partie"/>${level(9)}`),
  style('Titre1', 'heading 1', level(0)),
  style('TOCHeading', 'TOC Heading', '<w:basedOn w:val="Titre1"/>'),
  style('Libre', 'Libre'),
];

async function read(body: string) {
  const { title, blocks, warnings } = await readOne(
    docx(wp(wr('Un pont.')) + body, { 'word/styles.xml': `<w:styles ${W}>${STYLES.join('')}</w:styles>` }),
  );
  return { title, blocks: blocks.slice(1).map(({ markdown }) => markdown), warnings };
}

const LONG = 'Les parties conviennent de ce qui suit. '.repeat(5).trim();

describe('a paragraph with a level is a heading', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['by its style', styled('Partie', 'La roue'), ['# La roue']],
    ['by the style that its own is made from', styled('Sous', 'Le gel'), ['## Le gel']],
    ['by itself', wp(wr('Le dégel'), '<w:outlineLvl w:val="2"/>'), ['### Le dégel']],
    [
      'by itself, beside a style',
      wp(wr('Le dégel'), '<w:pStyle w:val="Libre"/><w:outlineLvl w:val="1"/>'),
      ['## Le dégel'],
    ],
    ['as it always was', styled('Titre1', 'La roue'), ['# La roue']],
    ['near-miss: a style that is text again', styled('Corps', 'La roue tourne.'), ['La roue tourne.']],
    ['near-miss: a whole paragraph of a contract', styled('Partie', LONG), [LONG]],
    ['near-miss: a level too deep', wp(wr('Le dégel'), '<w:outlineLvl w:val="7"/>'), ['Le dégel']],
    ['near-miss: no level', styled('Libre', 'La roue'), ['La roue']],
    [
      'near-miss: in a cell',
      `<w:tbl><w:tr><w:tc>${styled('Partie', 'Mois')}</w:tc><w:tc>${styled('Partie', 'Débit')}</w:tc></w:tr><w:tr><w:tc>${wp(wr('mars'))}</w:tc><w:tc>${wp(wr('12'))}</w:tc></w:tr></w:tbl>`,
      ['| | |\n| - | - |\n| Mois | Débit |\n| mars | 12 |'],
    ],
  ])('%s', async (_what, body, blocks) => {
    expect((await read(body)).blocks).toEqual(blocks);
  });
});

test('the first one is the title where nothing stands above it', async () => {
  const styles = `<w:styles ${W}>${STYLES.join('')}</w:styles>`;
  const { title, blocks } = await readOne(
    docx(styled('Partie', 'Le moulin') + styled('Libre', 'Il tourne.'), { 'word/styles.xml': styles }),
  );
  expect([title, blocks.map(({ markdown }) => markdown)]).toEqual(['Le moulin', ['Il tourne.']]);
});

const hidden = (look: string) => wp(wr('La roue ') + wr('(à vérifier) ', look) + wr('tourne.'));

test.each<readonly [string, string, string, readonly string[]]>([
  ['hidden', '<w:vanish/>', 'La roue tourne.', ['Left out: hidden text.']],
  ['hidden and bold', '<w:b/><w:vanish w:val="true"/>', 'La roue tourne.', ['Left out: hidden text.']],
  ['near-miss: shown again', '<w:vanish w:val="0"/>', 'La roue (à vérifier) tourne.', []],
  ['near-miss: hidden on the web only', '<w:webHidden/>', 'La roue (à vérifier) tourne.', []],
  ['near-miss: the end of a paragraph that goes on', '<w:specVanish/>', 'La roue (à vérifier) tourne.', []],
])('text of Word that nobody sees is left out, and told: %s', async (_what, look, text, warnings) => {
  expect(await read(hidden(look))).toMatchObject({ blocks: [text], warnings });
});
