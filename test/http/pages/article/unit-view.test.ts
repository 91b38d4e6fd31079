import { expect, test } from 'vitest';
import { checkArticle } from '../../../../src/core/checks/article/check-article.ts';
import { joinCatalogue, parseCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { leadsAlone } from '../../../../src/http/pages/article/article-leads.ts';
import { unitView } from '../../../../src/http/pages/article/unit-view.ts';
import { glossaryOf } from '../../../core/glossaries.ts';

const GLOSSARY = glossaryOf('- { fr: jeton, en: token, not: chip }\n- { fr: mesure, en: measure, count: free }\n');
const FREELY = '“mesure” is rendered freely, or not at all; its entry knows “measure”';

test.each<[string, string, string[], string[]]>([
  ['Une mesure de dix jetons.', 'A measure of ten tokens.', [], []],
  ['Une mesure de dix jetons.', 'A step of ten tokens.', [], [FREELY]],
  ['Une mesure de dix jetons.', 'A measure of ten chips.', ['“chips” is ruled out for “jetons”; write “tokens”'], []],
  [
    'Une mesure de dix jetons.',
    'A step of ten chips.',
    ['“chips” is ruled out for “jetons”; write “tokens”'],
    [FREELY],
  ],
])(
  'of “%s”, rendered as “%s”, what is wrong is told apart from what may well be so',
  (french, english, wrong, maybe) => {
    const { units, citation } = parseArticle(french, 'fr.md');
    const catalogue = parseCatalogue(`msgid "${french}"\nmsgstr "${english}"\n`, 'en.po');
    const article = { slug: 'a', citation, units: joinCatalogue(units, catalogue).units };
    const [checked] = checkArticle(article, GLOSSARY).units;
    if (checked === undefined) throw new Error('no paragraph');
    const place = { slug: 'a', tellsOrigin: false, leadsOf: leadsAlone('a'), cell: null, gap: '' };
    const { findings, remarks } = unitView(checked, place);
    const said = (list: typeof findings) => list.map((pieces) => pieces.map(({ text }) => text).join(''));
    expect([said(findings), said(remarks)]).toEqual([wrong, maybe]);
  },
);
