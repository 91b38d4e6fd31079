import { type HtmlElement, nameOf, wordsOf } from './html-dom.ts';

/** Words that French cannot do without; a tenth of any French text is made of fewer of them. */
const FRENCH = new Set(
  'le la les l un une des du de d et est que qu qui il elle on ne pas dans sur pour par au aux avec ce cette se s en son sa'.split(
    ' ',
  ),
);
const LEAST_WORDS = 4;
const LOOKED_AT = 2000;

/**
 * Whether a block is an abstract or a title in another language: a page says so, and its words agree. Word processors
 * say it of French too. A quotation stays where somebody quotes it.
 */
export function isForeign(element: HtmlElement): boolean {
  const language = element.getAttribute('lang') ?? element.getAttribute('xml:lang') ?? '';
  if (language === '' || /^fr/i.test(language) || nameOf(element) === 'blockquote') return false;
  const words =
    wordsOf(element)
      .slice(0, LOOKED_AT)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const french = words.filter((word) => FRENCH.has(word)).length;
  return words.length >= LEAST_WORDS && french * 10 < words.length;
}
