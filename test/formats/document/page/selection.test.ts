import { expect, test } from 'vitest';
import { readOne } from '../packed.ts';

const OPTIONS = { type: 'text/html', charset: 'utf-8', isSelection: true };
const read = async (html: string) => {
  const { title, blocks } = await readOne(new TextEncoder().encode(html), '', OPTIONS);
  return [...(title === null ? [] : [`= ${title}`]), ...blocks.map(({ markdown }) => markdown)];
};

/** As browsers and word processors put it on the clipboard. */
test.each<[string, string, string[]]>([
  [
    'Chromium',
    '<meta charset="utf-8"><h2 style="color: rgb(0, 0, 0); font-weight: 700;">Les ponts</h2><p style="margin: 0px;">On en compte <a href="https://exemple.fr/sept">sept</a><span>&nbsp;</span>: <em>tous</em> vieux.</p><ul><li>le pont Neuf</li><li>la passerelle</li></ul>',
    [
      '= Les ponts',
      'On en compte [sept](https://exemple.fr/sept)\u00a0: *tous* vieux.',
      '- le pont Neuf\n- la passerelle',
    ],
  ],
  [
    'Windows, with the frame around what was selected',
    '<html><body><!--StartFragment--><p>Un pont.</p><blockquote>Un mot.</blockquote><!--EndFragment--></body></html>',
    ['Un pont.', '> Un mot.'],
  ],
  [
    'Google Docs, all of it in a <b> that is not bold',
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:400">Les ponts</span></h1><p dir="ltr"><span style="font-weight:400">Un </span><span style="font-weight:700">vieux</span><span style="font-weight:400"> pont.</span></p></b>',
    ['= Les ponts', 'Un **vieux** pont.'],
  ],
  [
    'Word, which names an encoding that it no longer has',
    '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><style>p{margin:0}</style></head><body><p class=MsoNormal>L’été à l’œuvre.</p><table><tr><th>Pont</th><th>Âge</th></tr><tr><td>Neuf</td><td>400</td></tr></table></body></html>',
    ['L’été à l’œuvre.', '| Pont | Âge |\n| - | - |\n| Neuf | 400 |'],
  ],
  [
    'a few links, which are no article',
    '<ul><li><a href="https://exemple.fr/a">Un</a></li><li><a href="https://exemple.fr/b">Deux</a></li></ul>',
    ['- [Un](https://exemple.fr/a)\n- [Deux](https://exemple.fr/b)'],
  ],
  ['a single word', '<strong>Pont</strong>', ['**Pont**']],
])('what was selected is read whole: %s', async (_from, html, blocks) => {
  expect(await read(html)).toEqual(blocks);
});

test('scripts and what is hidden are no part of a selection', async () => {
  expect(await read('<p>Un pont.<script>alert(1)</script></p><p style="display:none">Non.</p>')).toEqual(['Un pont.']);
});

test('a selection without a word is refused', async () => {
  await expect(read('<img src="a.png">')).rejects.toThrow('holds no text that can be read');
});
