import { counted } from '../../../core/text/counted.ts';
import { lineDoubt } from '../blocks/line-doubt.ts';
import { openingOf } from '../blocks/visible-text.ts';
import { type HtmlDocument, type HtmlElement, isElement, nameOf, wordsOf } from '../html/html-dom.ts';
import { isBeside, isDropped, wordsOfControl } from '../html/html-kinds.ts';
import { openingWords } from '../html/html-reading.ts';
import { ownText } from './page-junk.ts';

/** Shorter ones are lines about the article, or around it, unless they are sentences. UTF-16 units. */
const LEAST = 60;
const LEAST_SENTENCE = 8;
const SENTENCE = /[.!?…»”]$/;
/** Words by which a paragraph is known again: all of a shorter one. */
const KNOWN_BY = 6;
const MOST_NAMED = 3;
const LONGEST_NAME = 60;

/** What holds text and nothing else, or what is filled in, chosen from or opened. */
const PARAGRAPHS = 'p, li, dt, dd, dialog, textarea, select';

/** A paragraph of a page. */
export interface PageParagraph {
  readonly words: string;
  /** Whom it says it names: *Jean Dupont*, of “Par Jean Dupont”; '' where it says nothing of the kind. */
  readonly named: string;
}

/**
 * The paragraphs that a page itself calls its article and shows, before anything is taken out; none where it calls
 * nothing so.
 *
 * @param boxes those around the article, of which something else tells
 */
export function paragraphsOfArticle(document: HtmlDocument, boxes: Boxes): readonly PageParagraph[] {
  const [bodies, articles] = ['[itemprop~="articleBody"]', 'article'].map((what) => [
    ...document.querySelectorAll(what),
  ]);
  const [first, ...others] = bodies?.length === 0 ? (articles ?? []) : (bodies ?? []);
  // Several of them are a list of articles, or one with teasers of others.
  if (first === undefined || others.length > 0) return [];
  return [...first.querySelectorAll(PARAGRAPHS)]
    .filter((one) => one.querySelector(PARAGRAPHS) === null && isOfText(one) && isShown(one, boxes))
    .map((one) => ({ words: shownWords(one), named: namedIn(one) }));
}

function namedIn(paragraph: HtmlElement): string {
  const name = paragraph.querySelector('[itemprop~="name"]');
  return name === null ? '' : shownWords(name);
}

type Boxes = ReadonlyMap<HtmlElement, unknown>;

function isShown(element: HtmlElement, boxes: Boxes): boolean {
  for (let at: HtmlElement | null = element; at !== null && isElement(at); at = at.parentNode)
    if (boxes.has(at) || (isDropped(at) && wordsOfControl(at).length === 0) || isPressed(at)) return false;
  return true;
}

/** What a reader presses, and all that is sent by it. */
function isPressed(element: HtmlElement): boolean {
  return /^(?:button|form)$/.test(nameOf(element)) && isBeside(element);
}

function isOfText(paragraph: HtmlElement): boolean {
  const length = ownText(paragraph);
  return length >= LEAST || (length >= LEAST_SENTENCE && SENTENCE.test(wordsOf(paragraph)));
}

/** What was taken of a page. */
interface Taken {
  readonly article: HtmlElement;
  /** The line that was read as its author’s; '' for none. */
  readonly byline: string;
}

/** One sentence that names what of those was not taken for a part of it; none where all of them were. */
export function warningsOfLost(paragraphs: readonly PageParagraph[], { article, byline }: Taken): string[] {
  const wanted = new Map(paragraphs.map(({ words }) => [words, runOf(wordsIn(words))]));
  const there = runsIn(wordsIn(toldWords(article)), new Set(wanted.values()));
  const author = wordsIn(byline).join(' ');
  const isAuthor = (words: string) => words !== '' && wordsIn(words).join(' ') === author;
  const lost = paragraphs.filter(({ words, named }) => {
    const run = isAuthor(words) || isAuthor(named) ? '' : (wanted.get(words) ?? '');
    return run !== '' && !there.has(run) && lineDoubt({ type: 'text', value: words }) === null;
  });
  if (lost.length === 0) return [];
  const named = lost.slice(0, MOST_NAMED).map(({ words }) => `“${openingOf(words, LONGEST_NAME)}”`);
  const more = lost.length > MOST_NAMED ? ', …' : '';
  return [`Left out: ${counted(lost.length, 'paragraph')} that the page sets apart: ${named.join(', ')}${more}.`];
}

/** All of them, those of each block apart, as a block may stand right behind another. */
function shownWords(element: HtmlElement): string {
  const words = wordsOfControl(element);
  return openingWords(words.length === 0 ? [element] : words, Infinity);
}

/** The words of an article, and of what in it is told by itself. */
function toldWords(article: HtmlElement): string {
  const controls = [...article.querySelectorAll('dialog, textarea, select')];
  return [article, ...controls].map(shownWords).join(' ');
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [];
}

/** The first word may stand right behind a number or a sign of what is before it; of few words it is kept. */
function runOf(words: readonly string[]): string {
  return words.slice(words.length > KNOWN_BY / 2 ? 1 : 0, KNOWN_BY + 1).join(' ');
}

/** Those of runs that stand in a text. */
function runsIn(words: readonly string[], runs: ReadonlySet<string>): ReadonlySet<string> {
  const lengths = new Set([...runs].map((run) => run.split(' ').length));
  const found = new Set<string>();
  for (const at of words.keys())
    for (const length of lengths) {
      const run = words.slice(at, at + length).join(' ');
      if (runs.has(run)) found.add(run);
    }
  return found;
}
