import { expect, test } from 'vitest';
import { summarySlices } from '../../../../src/core/checks/article/article-summary.ts';
import { checkArticle } from '../../../../src/core/checks/article/check-article.ts';
import { joinCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { glossaryOf } from '../../glossaries.ts';

test('an article is gone through a paragraph at a time, so that a long one keeps nobody waiting', () => {
  const glossary = glossaryOf('- fr: jeton\n  en: token\n');
  const body = Array.from({ length: 50 }, (_, i) => `Le jeton ${i} suit.\n`).join('\n');
  const { units, citation } = parseArticle(`---\ntitle: Essai\n---\n\n${body}`, 'fr.md');
  const article = { slug: 'essai', citation, units: joinCatalogue(units, { messages: [], problems: [] }).units };
  let looks = 0;
  const checked = checkArticle(article, glossary).units.map((one) => ({
    ...one,
    get entries() {
      looks += 1;
      return one.entries;
    },
  }));
  const atOnce: number[] = [];
  const work = summarySlices({ article, units: checked }, glossary);
  for (let before = 0, isDone = false; !isDone; before = looks) {
    isDone = work.next().done === true;
    atOnce.push(looks - before);
  }
  expect([looks > checked.length, Math.max(...atOnce)]).toEqual([true, 1]);
});
