import type { RichText, Span } from '../../model/rich-text.ts';
import { bare, fold } from '../../text/characters.ts';
import { writtenSpan } from '../../text/reading.ts';
import { isAcronym } from '../../words/acronyms.ts';
import { type Before, beforeTerm, isEdgeless, isFunctionWord, isParticiple } from './candidate-words.ts';

/** A word of a text; UTF-16 offsets into it as written. */
export interface Word extends Span {
  /** In small letters. */
  readonly folded: string;
  /** The same for its spellings: {@link singular}. */
  readonly key: string;
  readonly written: string;
  /** A link holds others together; a weak word is part of a term, but neither its first nor its last. */
  readonly does: 'link' | 'weak' | 'tell';
}

/** Words in a row that no sign but an apostrophe interrupts. */
export interface Run {
  readonly words: readonly Word[];
  /** Whether a sentence begins with it, so that its first capital says nothing. */
  readonly opensSentence: boolean;
}

/** A stretch of a run of the shape of a term. */
export interface Phrase {
  /** Index of the first and of the last word in the run. */
  readonly first: number;
  readonly last: number;
  /** The same for its spellings, in the plural too. */
  readonly key: string;
  readonly words: readonly Word[];
  readonly before: Before;
  /** Whether what follows at once may belong to it. */
  readonly goesOn: boolean;
}

/** Prepositions that stand inside terms, with an article or without: mise sur le marché, temps de calcul. */
const LINKS = new Set('de d du des à au aux en par pour sur sous sans contre entre'.split(' '));
/** Behind which an article may follow. */
const BEFORE_ARTICLE = new Set('de à par pour sur sous contre'.split(' '));
const ARTICLES = new Set(['la', 'le', 'les', 'l']);
const [MOST_WORDS, MOST_TELLING, MOST_LINKS] = [9, 5, 3];

/** The runs of a text, in order. */
export function runsOf(text: RichText): Run[] {
  const runs: { words: Word[]; opensSentence: boolean }[] = [{ words: [], opensSentence: true }];
  for (const { 0: written, index } of text.words.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*|[^\s\p{L}\p{N}]/gu)) {
    if (/^['’ʼ]$/.test(written)) continue;
    if (!/[\p{L}\p{N}]/u.test(written)) runs.push({ words: [], opensSentence: /[.!?:;«“"•–—-]/.test(written) });
    else {
      const span = writtenSpan(text, { start: index, end: index + written.length });
      const folded = fold(written);
      runs.at(-1)?.words.push({ ...span, written, folded, key: singular(folded), does: doing(folded) });
    }
  }
  return runs.filter(({ words }) => words.length > 0);
}

/**
 * All stretches of the shape of a term of a run that is not all in capitals; ordered by start, the longer before the
 * shorter.
 */
export function phrasesOf({ words, opensSentence }: Run): Phrase[] {
  const phrases: Phrase[] = [];
  if (words.length > 1 && words.every(({ written }) => !/\p{Ll}/u.test(written))) return phrases;
  const names = words.map((word, i) => isName(word) && !(i === 0 && opensSentence));
  for (let first = 0; first < words.length; first += 1) {
    if (words[first]?.does !== 'tell' || names[first]) continue;
    for (const last of [...endsOf(words, names, first)].reverse()) phrases.push(phraseAt(words, first, last));
  }
  return phrases;
}

/** Where a term that begins with a word may end. */
function* endsOf(words: readonly Word[], names: readonly boolean[], first: number): Generator<number> {
  const seen = { telling: 0, links: 0, linked: false };
  for (let last = first; last < Math.min(words.length, first + MOST_WORDS) && !names[last]; last += 1) {
    const word = words[last]?.folded ?? '';
    if (LINKS.has(word) && !seen.linked) {
      seen.links += 1;
      seen.linked = true;
    } else if (seen.linked && ARTICLES.has(word) && BEFORE_ARTICLE.has(words[last - 1]?.folded ?? '')) continue;
    else if (words[last]?.does === 'link') return;
    else {
      seen.telling += 1;
      seen.linked = false;
      if (seen.telling > MOST_TELLING || seen.links > MOST_LINKS) return;
      if (words[last]?.does === 'tell') yield last;
    }
  }
}

function phraseAt(run: readonly Word[], first: number, last: number): Phrase {
  const words = run.slice(first, last + 1);
  const [previous, next] = [run[first - 1], run[last + 1]];
  return {
    ...{ first, last, words },
    key: keyOf(words),
    before: previous === undefined ? 'neither' : beforeTerm(previous.folded),
    goesOn: next !== undefined && (next.does !== 'link' || hasObject(run[last]?.folded ?? '', next.folded)),
  };
}

function doing(word: string): Word['does'] {
  if (isFunctionWord(word)) return 'link';
  return isEdgeless(word) ? 'weak' : 'tell';
}

/** A participle that what follows belongs to: le texte généré par un robot. */
function hasObject(word: string, next: string): boolean {
  return isParticiple(word) && /^(?:par|à|aux?|en|dans|sur|pour|avec|sous)$/.test(next);
}

/** What its spellings have in common, in the plural too. */
export function keyOf(words: readonly Word[]): string {
  return words.map(({ key }) => key).join(' ');
}

/**
 * A word as it is compared, without its accents, hyphens and plural: spéciaux and spécial, tokénization and
 * tokenisation are the same.
 */
export function singular(word: string): string {
  const letters = bare(word).replaceAll('-', '').replace('ization', 'isation');
  if (/eaux$/.test(letters)) return letters.slice(0, -1);
  return /[^eo]aux$/.test(letters) ? `${letters.slice(0, -2)}l` : letters.replace(/[sx]$/, '');
}

/** A capital that is no acronym’s, or a word of a program. */
function isName({ written }: Word): boolean {
  return written.includes('_') || (/^\p{Lu}/u.test(written) && !isAcronym(written));
}
