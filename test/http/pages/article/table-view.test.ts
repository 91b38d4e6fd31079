import { expect, test } from 'vitest';
import { finish } from '../../../../src/core/model/slices.ts';
import { joinCatalogue, parseCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { cellViews } from '../../../../src/http/pages/article/table-view.ts';

/** The classes that say how wide the columns of a table are, by the French and the English of its rows. */
function widthsOf(rows: readonly string[], english: Readonly<Record<string, string>>): string | undefined {
  const columns = rows[0]?.split('|') ?? [];
  const [head, ...body] = rows.map((row) => `| ${row} |`);
  const markdown = [head, `|${columns.map(() => '---|').join('')}`, ...body].join('\n');
  const catalogue = Object.entries(english).map(([source, target]) => `msgid "${source}"\nmsgstr "${target}"\n`);
  const { units } = joinCatalogue(parseArticle(markdown, 'fr.md').units, parseCatalogue(catalogue.join('\n'), 'en.po'));
  return [...finish(cellViews(units)).values()].find(({ opensTable }) => opensTable)?.widths;
}

const SENTENCE = 'Ce que dit une longue phrase qui tient sur bien plus de deux lignes';

test.each<[string, string[], Record<string, string>, string]>([
  ['columns that hold as much are as wide', ['un|deux', 'trois|six'], {}, 'w1-6 w2-6'],
  ['a long text is wider', ['mot|texte', `jeton|${SENTENCE}`], {}, 'w2-6'],
  ['a long word is not cut for it', ['mot|texte', `anticonstitutionnel|${SENTENCE}`], {}, 'w1-4 w2-6'],
  ['nor is the English one', ['mot|texte', `jeton|${SENTENCE}`], { jeton: 'counter-proposition' }, 'w1-4 w2-6'],
  ['nor what no line breaks in', ['mot|texte', `1 200 000 milliards|${SENTENCE}`], {}, 'w1-4 w2-6'],
  [
    'words that lines break between are no such word',
    ['mot|texte', `de l’un à l’autre, là|${SENTENCE}`],
    {},
    'w1-3 w2-6',
  ],
  ['an address that nobody sees takes no room', ['mot|texte', '[a](https://example.org/long)|jeton'], {}, 'w1-5 w2-6'],
  [
    'of five columns the head with many words is the one that breaks',
    [
      'Modèle|Paramètres|Fenêtre|Licence|Prix par million de jetons',
      'DeepSeek|1 200 milliards|128 000|communautaire|2 $',
    ],
    {},
    'w1-4 w2-6 w3-4 w4-6 w5-4',
  ],
])('%s', (_fact, rows, english, wanted) => {
  expect(widthsOf(rows, english)).toBe(wanted);
});
