import type { Article } from '../../../src/core/model/article.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';

/** An article out of its two files. */
export function articleOf(slug: string, french: string, catalogue = ''): Article {
  const { citation, units } = parseArticle(french, `content/${slug}/fr.md`);
  return { slug, citation, units: joinCatalogue(units, parseCatalogue(catalogue, `content/${slug}/en.po`)).units };
}

/** An article of one paragraph, or another text that is one unit, with its English. */
export function pairOf(french: string, english: string, comments = ''): Article {
  const message = [french, english].map((text) => JSON.stringify(text));
  return articleOf(
    'un-article',
    `---\ntitle: T\n---\n\n${french}\n`,
    `${comments}msgid ${message[0]}\nmsgstr ${message[1]}\n`,
  );
}
