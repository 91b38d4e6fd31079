import { counted } from '../../../core/text/counted.ts';
import { lineDoubt } from '../blocks/line-doubt.ts';
import { openingOf } from '../blocks/visible-text.ts';
import type { HtmlDocument, HtmlElement } from '../html/html-dom.ts';
import { wordsOf } from '../html/html-dom.ts';
import { ownText } from './page-junk.ts';

/** Shorter ones are lines about the article, or around it, unless they are sentences. UTF-16 units. */
const LEAST = 60;
const LEAST_SENTENCE = 30;
const SENTENCE = /[.!?…»”]$/;
/** Words by which a paragraph is known again. */
const KNOWN_BY = 6;
const MOST_NAMED = 3;
const LONGEST_NAME = 60;

/** The paragraphs that a page itself calls its article, as it was before anything was taken out; none where it calls nothing so. */
export function paragraphsOfArticle(document: HtmlDocument): readonly string[] {
  const articles = [...document.querySelectorAll('[itemprop~="articleBody"], article')];
  const [first] = articles;
  // Several of them are a list of articles, or one with teasers of others.
  if (first === undefined || articles.length > 1) return [];
  return [...first.querySelectorAll('p')].filter(isOfText).map(wordsOf);
}

function isOfText(paragraph: HtmlElement): boolean {
  const length = ownText(paragraph);
  return length >= LEAST || (length >= LEAST_SENTENCE && SENTENCE.test(wordsOf(paragraph)));
}

/** One sentence that names what of those was not taken for a part of it; none where all of them were. */
export function warningsOfLost(paragraphs: readonly string[], article: HtmlElement): string[] {
  const there = new Set(runsOf(wordsIn(wordsOf(article))));
  const lost = paragraphs.filter((words) => {
    // The first word may stand right behind a number or a sign of what is before it.
    const [run] = runsOf(wordsIn(words).slice(1));
    return run !== undefined && !there.has(run) && lineDoubt({ type: 'text', value: words }) === null;
  });
  if (lost.length === 0) return [];
  const named = lost.slice(0, MOST_NAMED).map((words) => `“${openingOf(words, LONGEST_NAME)}”`);
  const more = lost.length > MOST_NAMED ? ', …' : '';
  return [`Left out: ${counted(lost.length, 'paragraph')} that the page sets apart: ${named.join(', ')}${more}.`];
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [];
}

function* runsOf(words: readonly string[]): Generator<string> {
  for (let at = 0; at + KNOWN_BY <= words.length; at += 1) yield words.slice(at, at + KNOWN_BY).join(' ');
}
