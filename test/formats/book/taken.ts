import { checkArticle } from '../../../src/core/checks/article/check-article.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { type ExportOptions, NO_OPTIONS } from '../../../src/formats/book/export-options.ts';
import type { TakenArticle } from '../../../src/formats/book/taken-article.ts';
import { glossaryOf } from '../../core/glossaries.ts';

export const GLOSSARY = glossaryOf(`
- fr: jeton
  en: token
  not: [{ term: chip, why: that is puce }]
  definition: "The smallest unit of text, a < b & \\"c\\", that a model reads."
- fr: [apprentissage, entraînement]
  en: training
- keep: OpenAI
`);

/** A PNG of one dot. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>';

/** Files beside an article, of every kind that one may hold. */
export const PICTURES = new Map([
  ['plan.png', { type: 'image/png', bytes: PNG }],
  ['carte vue.png', { type: 'image/png', bytes: PNG }],
  ['dessin.svg', { type: 'image/svg+xml', bytes: Buffer.from(SVG) }],
  ['rusé.svg', { type: 'image/svg+xml', bytes: Buffer.from(SVG.replace('<rect', '<script>alert(1)</script><rect')) }],
  ['faux.png', { type: 'image/png', bytes: Buffer.from('no image') }],
  ['neuf.avif', { type: 'image/avif', bytes: Buffer.from('00') }],
]);

/** What English each French text of an article has, as a catalogue says it. */
export interface English {
  readonly fr: string;
  readonly en: string;
  readonly draft?: true;
  readonly comments?: readonly string[];
}

export function takenOf(french: string, english: readonly English[] = [], pictures = PICTURES): TakenArticle {
  const { citation, units } = parseArticle(french, 'content/essai/fr.md');
  const catalogue = english.map(messageOf).join('\n');
  const joined = joinCatalogue(units, parseCatalogue(catalogue, 'en.po'));
  const checked = checkArticle({ slug: 'essai', citation, units: joined.units }, GLOSSARY);
  return { checked, catalogue, pictures, version: '1.0.0' };
}

function messageOf({ fr, en, draft, comments = [] }: English): string {
  return [
    ...comments.map((comment) => `# ${comment}`),
    ...(draft ? ['#, fuzzy'] : []),
    `msgid ${JSON.stringify(fr)}`,
    `msgstr ${JSON.stringify(en)}\n`,
  ].join('\n');
}

export function optionsOf(chosen: Partial<ExportOptions> = {}): ExportOptions {
  return { ...NO_OPTIONS, ...chosen };
}

/** An article with a block of every kind, in every state, each word of which is told from all others. */
export const EVERY_KIND = takenOf(
  `---
title: "Un *titre* & <b>trois</b> jetons"
site: Le « Journal »
url: https://exemple.fr/essai?a=1&b=2
date: 2026-03-01
---

## Jetons d’OpenAI

Premier paragraphe avec **gras**, *italique*, ***les deux***, \`code<br>\`, ~~barré~~, un [lien](https://exemple.fr/a?b=1&c="d"), un [piège](javascript:alert\\(1\\)), et 10 000 jetons.[^1] Deuxième phrase : « oui ».[^deux]

Une ligne  
coupée &eacute;t &lt;script&gt;alert(1)&lt;/script&gt; <script>alert(2)</script> signe\u202ecaché.

### Listes

- Puce un jeton
- Puce deux
  - Sous-puce
    1. Profond
    2. Encore profond

  Suite de la puce deux

      code dans la puce
- [x] Faite
- [ ] Ouverte

1. Un pas
2. Deux pas

* * *

3. Après la ligne

> Citation d’un jeton
>
> - puce citée

\`\`\`python
def f(x):
\treturn "<&>" + x
\`\`\`

<div class="encart">

Dans un encart

</div>

| Jeton | Nombre | |
| :-- | --: | :-: |
| petit[^1] | 12 | ✓ |
| | 128 000 | *grand* |

![Un plan des jetons](plan.png)

![Autre figure](dessin.svg)

![](carte%20vue.png)

![Au loin](https://exemple.fr/loin.png)

Dans le texte ![icône](rusé.svg) et ![fausse](faux.png) et ![neuve](neuf.avif) et ![absente](absent.png).

[repère]: https://exemple.fr/repere

Un lien vers [le repère][repère].

###### Tout petit titre

# Grand titre

[^1]: Une note sur un jeton.
[^deux]: Note deux

    avec une suite.
[^1]: Encore la même étiquette.
[^2]: 12
`,
  [
    { fr: 'Un *titre* & <b>trois</b> jetons', en: 'A *title* & <b>three</b> tokens' },
    { fr: 'Jetons d’OpenAI', en: 'OpenAI’s tokens', draft: true },
    {
      fr: 'Premier paragraphe avec **gras**, *italique*, ***les deux***, `code<br>`, ~~barré~~, un [lien](https://exemple.fr/a?b=1&c="d"), un [piège](javascript:alert\\(1\\)), et 10 000 jetons.[^1] Deuxième phrase : « oui ».[^deux]',
      en: 'First paragraph with **bold**, *italics*, ***both***, `code<br>`, ~~struck~~, a [link](https://exemple.fr/a?b=1&c="d"), a [trap](javascript:alert\\(1\\)), and 10,000 tokens.[^1] Second sentence: “yes.”[^deux]',
      comments: ['origin: deepl en-US glossary 000000 2026-11-23 13 characters', 'note: The French has <b>a</b> play.'],
      draft: true,
    },
    { fr: 'Puce un jeton', en: 'Bullet one token', comments: ['origin: person Ana 2026-11-24'] },
    { fr: 'Profond', en: 'Deep' },
    { fr: 'Citation d’un jeton', en: 'Quotation of one token' },
    { fr: 'Jeton', en: 'Token' },
    { fr: 'petit[^1]', en: 'small[^1]', draft: true },
    { fr: '128 000', en: '128,000' },
    { fr: '![Un plan des jetons](plan.png)', en: '![A plan of the tokens](plan.png)' },
    { fr: '![Autre figure](dessin.svg)', en: '![Other figure](plan.png)' },
    { fr: '[^1]: Une note sur un jeton.', en: '[^1]: A note on one token.' },
    { fr: 'def f(x):\n\treturn "<&>" + x', en: 'def g(x):\n\treturn "<&>" + x' },
  ],
);

/** Some 300 paragraphs, with headings, of which every third is a draft and every fifth is not translated. */
export function longArticle(units = 300): TakenArticle {
  const numbers = Array.from({ length: units }, (_, i) => i);
  const french = (i: number) =>
    i % 25 === 0
      ? `Titre ${i}`
      : `Paragraphe ${i} avec un *jeton* et ${i} [mots](https://exemple.fr/${i}). Encore une phrase ${i}.`;
  const english = (i: number) =>
    i % 25 === 0
      ? `Heading ${i}`
      : `Paragraph ${i} with a *token* and ${i} [words](https://exemple.fr/${i}). Another sentence ${i}.`;
  return takenOf(
    `---\ntitle: Long\n---\n\n${numbers.map((i) => (i % 25 === 0 ? '## ' : '') + french(i)).join('\n\n')}\n`,
    numbers.flatMap((i) =>
      i % 5 === 4 ? [] : [{ fr: french(i), en: english(i), ...(i % 3 === 0 ? { draft: true as const } : {}) }],
    ),
  );
}
