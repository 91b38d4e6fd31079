import type { Reading } from '../matcher/index-part.ts';
import type { Term } from '../model/concept.ts';
import type { Span } from '../model/rich-text.ts';
import { lowerCase } from '../text/characters.ts';
import { isAcronym } from '../words/acronyms.ts';
import { isEnglishPlural } from '../words/countable.ts';
import { englishPluralOf } from '../words/english-forms.ts';
import { type VerbForm, verbFormOf, verbPhraseIn } from '../words/english-verbs.ts';
import { indefiniteArticle } from '../words/indefinite-article.ts';
import type { Verbs } from '../words/verbs.ts';
import { preferredRendering } from './renderings.ts';
import { agreeing, type Edit } from './repair-agreement.ts';
import { asOpening, withCapitalsOfPlace } from './repair-capitals.ts';

/** A rendering that an entry rules out, where it stands. */
export interface WrongWords {
  readonly text: string;
  readonly span: Span;
  readonly wrong: Reading;
  /** What it renders. */
  readonly french: Reading;
  /** The text that it translates. */
  readonly source: string;
}

/** What is known about verbs, and whether a stretch of the text is words alone. */
export interface RewordingTools {
  readonly verbs: Verbs;
  readonly mayChange: (at: Span) => boolean;
}

/**
 * How a text is to be changed so that the preferred term stands for a wrong one, in order: the words themselves, the
 * article in front, and what agrees with them in number. Null where no form of the term would fit.
 */
export function rewordingOf(words: WrongWords, { verbs, mayChange }: RewordingTools): readonly Edit[] | null {
  const { text, span, wrong, french, source } = words;
  const before = text.slice(0, span.start);
  const from = text.slice(span.start, span.end);
  const after = text.slice(span.end);
  const right = preferredRendering(french.concept, {
    text: french.term.text,
    partOfSpeech: speechOf(wrong.term, french.term),
  });
  if (right === undefined) return null;
  const form = formLike(right, { from, before, after, wrong, verbs });
  if (form === null) return null;
  const capitals = withCapitalsOfPlace(form, { before, from, after, isAcronym: isAcronym(wrong.term.text) });
  const to = withStopOfPlace(capitals, { from, after, source });
  const bare = isCounted(wrong.term) && !isCounted(right) ? withoutArticle(before, after) : null;
  if (bare !== null && mayChange({ ...bare, end: span.start }))
    return [{ ...bare, end: span.end, text: bare.opens ? asOpening(to) : to }];
  const { before: determiner, after: behind } = agreeing({ before, from, to, after });
  const edits: Edit[] = [{ ...span, text: to }];
  const article = determiner ?? articleBefore(before, to, from === from.toUpperCase() && to === to.toUpperCase());
  if (article !== null && mayChange(article)) edits.unshift(article);
  const place = behind && { ...behind, start: span.end + behind.start, end: span.end + behind.end };
  if (place !== null && mayChange(place)) edits.push(place);
  return edits;
}

const NOTHING_BEHIND = /^["'”’»)\]\s]*$/;
const STOPPED = /\.["'”’»)\]\s]*$/;

/**
 * The stop of an abbreviation that ends a text stays where the French ends with one too, so not in a heading: in the
 * U.S. → in America. None comes before another.
 */
function withStopOfPlace(to: string, { from, after, source }: { from: string; after: string; source: string }): string {
  if (to.endsWith('.')) return /^\.(?!\.)/.test(after) ? to.slice(0, -1) : to;
  return from.endsWith('.') && NOTHING_BEHIND.test(after) && STOPPED.test(source) ? `${to}.` : to;
}

/** A noun that can stand behind “a”. */
function isCounted(term: Term): boolean {
  return term.partOfSpeech !== 'noun' || isAcronym(term.text) || englishPluralOf(term) !== term.text;
}

/**
 * What may stand behind a noun and begins none: “a program is” loses its article before software, “a program update”
 * keeps it.
 */
const BEHIND_NOUN =
  /^(?:\s*[.,;:!?)”"]|\s*$|\s+(?:of|for|in|on|to|with|by|from|at|as|and|or|but|that|which|is|was|can|could|will|would|may|might|should|must|has|had|than)(?!\p{L}))/u;

/** The article that falls in front of what is not counted. */
function withoutArticle(before: string, after: string): { readonly start: number; readonly opens: boolean } | null {
  const article = /(?<![\p{L}\p{N}'’-])(an?|An?)\s+$/u.exec(before);
  if (article === null || !BEHIND_NOUN.test(after)) return null;
  return { start: article.index, opens: /^A/.test(article[1] ?? '') };
}

/** The kind of word that a wrong term is; of one that nobody classed, that of the French, if it can be one. */
function speechOf(wrong: Term, french: Term): Term['partOfSpeech'] {
  return wrong.inferred === true && !NOUN_ENDING.test(wrong.text) ? french.partOfSpeech : wrong.partOfSpeech;
}

/** What nobody classed is no verb with such an ending: education, treatment. */
const NOUN_ENDING = /(?:[ts]ion|ment|ness|ity|ance|ence|er|or|ism)s?$/;

interface Context {
  readonly from: string;
  readonly before: string;
  readonly after: string;
  readonly wrong: Reading;
  readonly verbs: Verbs;
}

/**
 * The right term in the number or the form of the verb that the wrong one has; null where it is another kind of word.
 */
function formLike(right: Term, context: Context): string | null {
  const { from, wrong, before, after, verbs } = context;
  if (right.partOfSpeech === 'verb') {
    if (isNoun(wrong.term)) return null;
    return verbPhraseIn(right.text, formOfPlace(verbFormOf(from, wrong.term.text), before, after), verbs);
  }
  if (wrong.term.partOfSpeech === 'verb') {
    return /ing$/.test(from) && /ing$/.test(right.text) ? right.text : null;
  }
  return isPluralForm(from, wrong) ? englishPluralOf(right) : right.text + optionalEnding(from, right);
}

function isNoun({ partOfSpeech, inferred, text }: Term): boolean {
  return partOfSpeech === 'noun' && (inferred !== true || NOUN_ENDING.test(text));
}

/** Behind have and be stands a participle: has written, was written by. */
function formOfPlace(form: VerbForm, before: string, after: string): VerbForm {
  const isParticiple =
    /(?:^|[^\p{L}])(?:have|has|had|having|be|been|being|is|are|am|was|were|get|gets|got|['’](?:ve|s|re|d))(?:\s+(?:not|never|also|just|already|now|still|ever|often|\p{L}+ly))*\s+$/iu.test(
      before,
    ) || /^\s+by\s/.test(after);
  return isParticiple && (form === 'past' || form === 'base') ? 'participle' : form;
}

function isPluralForm(from: string, { kind, term: wrong }: Reading): boolean {
  if (kind === 'plural') return true;
  const last = lowerCase(wrong.text.split(/[\s-]/).at(-1) ?? '');
  if (kind === 'as written') return isEnglishPlural(last) && !/(?:ics|news|data)$/.test(last);
  return (kind === 'spelling' || kind === 'listed') && /s$/.test(from) && !/s$/.test(wrong.text);
}

/** `(s)` for words that are written with it: chip(s) → token(s). */
function optionalEnding(from: string, term: Term): string {
  const plural = englishPluralOf(term);
  return /\(e?s\)$/.test(from) && plural.startsWith(term.text) ? `(${plural.slice(term.text.length)})` : '';
}

/** “a chip” → “an embedding”: the article in front that has to follow the word; null where it stays. */
function articleBefore(before: string, word: string, isShouted: boolean): Edit | null {
  const article = /(?<![\p{L}\p{N}'’-])(an?)(\s+[*_~“"‘'«([]*)$/iu.exec(before);
  if (article === null) return null;
  const [, from = ''] = article;
  const small = indefiniteArticle(word);
  // A capital letter inside a sentence is a name: vitamin A, series A.
  const isName = /^A$/.test(from) && /\p{L}\s+$/u.test(before.slice(0, article.index));
  if (isName || lowerCase(from) === small) return null;
  const to =
    isShouted && from === from.toUpperCase() ? small.toUpperCase() : /^A/.test(from) ? `A${small.slice(1)}` : small;
  return { start: article.index, end: article.index + from.length, text: to };
}
