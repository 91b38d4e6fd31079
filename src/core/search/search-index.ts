import type { CheckedArticle } from '../checks/checked-article.ts';
import type { Article, Unit } from '../model/article.ts';
import type { RichText } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { wordsSeen } from '../text/as-seen.ts';
import { NOTHING } from '../text/reading.ts';
import { createWordNumbers, eachWord, SIGN_BETWEEN, type WordNumbers } from './word-numbers.ts';

/** The words of an article, by number, paragraph after paragraph, the French of each before its English. */
export interface ArticleWords {
  readonly words: Uint32Array;
  /** Where each side begins; one more for the end. The French of paragraph i is side 2i. */
  readonly starts: Uint32Array;
}

/** What is searched. */
export interface SearchIndex {
  readonly numbers: WordNumbers;
  readonly articles: readonly { readonly checked: CheckedArticle; readonly words: ArticleWords }[];
}

/** Distinct words that are kept; then all is read anew, as those of texts long gone are among them. */
const MOST_WORDS = 4_000_000;

/** Reads articles for the search: each once, as long as it stays the same. */
export function createSearchIndexes(): (articles: Iterable<CheckedArticle>) => Slices<SearchIndex> {
  let kept = new WeakMap<Article, ArticleWords>();
  let numbers = createWordNumbers();
  return function* (articles) {
    if (numbers.size() > MOST_WORDS) {
      kept = new WeakMap();
      numbers = createWordNumbers();
    }
    const [mine, known] = [numbers, kept];
    const read: { checked: CheckedArticle; words: ArticleWords }[] = [];
    for (const checked of articles) {
      const words = known.get(checked.article) ?? (yield* articleWords(checked.article, mine));
      known.set(checked.article, words);
      read.push({ checked, words });
    }
    return { numbers: mine, articles: read };
  };
}

/** The sides of a paragraph as a reader sees them; '' for what nobody sees. */
export function sidesOf(unit: Unit): readonly [string, string] {
  if (unit.isHidden) return ['', ''];
  return [seen(unit.source), seen(unit.target ?? NOTHING)];
}

function seen(rich: RichText): string {
  return rich.syntax.length + rich.references.length === 0 ? rich.text : wordsSeen(rich);
}

function* articleWords({ units }: Article, numbers: WordNumbers): Slices<ArticleWords> {
  const words: number[] = [];
  const starts: number[] = [];
  for (const unit of units) {
    for (const side of sidesOf(unit)) {
      starts.push(words.length);
      yield* addWords(words, side, numbers);
    }
    yield;
  }
  starts.push(words.length);
  return { words: Uint32Array.from(words), starts: Uint32Array.from(starts) };
}

/** Characters read between two pauses. */
const SLICE = 50_000;

function* addWords(words: number[], text: string, numbers: WordNumbers): Slices<void> {
  const add = (start: number, end: number, isWord: boolean) => {
    if (isWord) words.push(numbers.numberOf(text.slice(start, end)));
    else if (words.at(-1) !== SIGN_BETWEEN) words.push(SIGN_BETWEEN);
  };
  for (let from = 0; from < text.length; ) {
    from = eachWord(text, { from, most: SLICE }, add);
    if (from < text.length) yield;
  }
}
