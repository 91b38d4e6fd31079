import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ARTICLE_EXPORTS,
  ARTICLE_FORMATS,
  type ArticleExport,
  type ArticleFormat,
} from '../../src/formats/exchange/article-exports.ts';
import { makeRoot } from '../site.ts';
import { run } from './program.ts';

/** One of everything that a paragraph, and what stands between paragraphs, may be. */
const FRENCH = `---
title: "Un *titre* & deux « guillemets\u00a0»"
---

# Sous-titre : l’*œuvre* 🎼

Un **mot**, ***deux*** et ~~trois~~, \`x < y\` & [un *lien*](https://example.org/a_b?c=1&d=2 "Titre & co")\u202f!

Une ligne\\
et une autre  
et encore ![un *plan* de 12\u00a0%](plan.png "Plan") ici.

Signe \\* d’\\_échappement\\_ \\# et caf&eacute; à 3&nbsp;€\u00a0; 2 * 3 < 4 [sic] a_b_c.

Le mot \u2067שלום\u2069 et *العربية*\u200f : **अ**\u0301 1️⃣ zéro\u200blargeur, trait\u00addunion, mot\u2060collé.

Un \\*\\*faux gras\\*\\* ; \\[faux lien\\](a) ; \\<b\\> ; ***a** b* c**d**e ; C:\\dossier\\n %s {0} ]]> &unknown; &#233; $x_i$.

Une note[^1] et une autre[^long]. 👩‍💻 e\u0301tait là.

- [x] fait : *oui*
- [ ] à faire

1. un
2. deux
   - trois

> « Citation\u00a0» de **quelqu’un**.

| Nom | Valeur \\| unité | 2024 |
|:----|:---:|---:|
| *jeton* | 1\u202f000 | 12\u00a0% |
| puce 🐟 | \`a\` | |

\`\`\`python
x = 1  # *pas un texte*
\`\`\`

<div class="a">

Deux fois.

Deux fois.

</div>

{{< figure src="a.png" caption="x" >}}

Voir <https://example.org/x_y> et H<sub>2</sub>O <br> fin.

[^1]: Une *note* courte.
[^long]: Une note\u00a0: longue, avec [un lien](https://example.org).
`;

let root: string;
let remove: () => Promise<void>;
let english: string;
const catalogue = 'content/plein/en.po';
const inRoot = (name: string) => path.join(root, name);

/** Every other text has its English, every fourth a draft; the marks stay, as the words do. */
function answered(po: string): string {
  const blocks = po.split('\n\n');
  return blocks
    .map((block, i) => {
      const id = /^msgid ((?:"[^\n]*\n?)+)/m.exec(block)?.[1]?.trimEnd();
      if (i === 0 || i % 2 === 0 || id === undefined) return block;
      const draft = i % 4 === 1 ? '#, fuzzy\n' : '';
      return block.replace(/^((?:#[^\n]*\n)*)/, `$1${draft}`).replace(/msgstr ""\s*$/, () => `msgstr ${id}\n`);
    })
    .join('\n\n');
}

beforeAll(async () => {
  ({ root, remove } = await makeRoot({ 'content/plein/fr.md': FRENCH }));
  const { out } = await run(['export', 'plein', '--format', 'po'], { root });
  english = answered(out);
  await writeFile(inRoot(catalogue), english);
});
afterAll(() => remove());

test('the article has drafts, reviewed and untranslated texts', async () => {
  const { out } = await run(['check', 'plein', '--format', 'json'], { root });
  const texts = english.split('\n\n').slice(1);
  expect([
    out.includes('"po"'),
    texts.filter((one) => one.includes('#, fuzzy')).length > 3,
    texts.filter((one) => !one.includes('#, fuzzy') && !/msgstr ""\s*$/.test(one)).length > 3,
  ]).toEqual([false, true, true]);
});

/** The formats that come back, with what may be chosen: a memory holds the drafts only where that is asked for. */
const WAYS: readonly { readonly format: ArticleFormat; readonly options: readonly string[] }[] = [
  { format: 'po', options: [] },
  { format: 'xliff', options: [] },
  { format: 'xliff', options: ['--prefill'] },
  { format: 'xliff2', options: [] },
  { format: 'xliff2', options: ['--segments'] },
  { format: 'tmx', options: [] },
  { format: 'tmx', options: ['--drafts'] },
  { format: 'tmx', options: ['--drafts', '--plain'] },
  { format: 'tmx', options: ['--drafts', '--segments'] },
];

test('every format that comes back is tried', () => {
  const kept = ARTICLE_FORMATS.filter((format) => !['epub', 'html', 'docx', 'anki'].includes(format));
  expect(new Set(WAYS.map(({ format }) => format))).toEqual(new Set(kept));
});

test.each(WAYS)('as $format $options it comes back without a change', async ({ format, options }) => {
  const { extension }: ArticleExport = ARTICLE_EXPORTS[format];
  const file = inRoot(`out${extension}`);
  const made = await run(['export', 'plein', '--format', format, ...options, '-o', file], { root });
  const { code, err } = await run(['import', file, '--write', '--theirs', '--article', 'plein'], { root });
  expect([made.code, code === 2, err, (await readFile(inRoot(catalogue), 'utf8')) === english]).toEqual([
    0,
    false,
    expect.stringMatching(/^plein: 0 changed, 0 new, \d+ the same\. There is nothing to write\.\n$/),
    true,
  ]);
});
