import type { CheckedArticle, CheckedUnit } from '../../core/checks/checked-article.ts';
import type { LedgerEntry } from '../../core/ledger/ledger-entry.ts';
import { isTranslatable } from '../../core/model/article.ts';
import { type Concept, isAccepted } from '../../core/model/concept.ts';
import type { RichText, Span } from '../../core/model/rich-text.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import type { Side } from '../article/article-leads.ts';
import { xmlText } from '../xml-text.ts';
import { cardText } from './card-text.ts';
import { DRAFT } from './html-unit.ts';
import type { TakenArticle } from './taken-article.ts';
import { titlesOf } from './titles.ts';

/** A note of Anki’s: what is asked, and what is answered, as HTML. */
interface Card {
  /** Stays as long as what is asked does, so that a further import brings the old note up to date. */
  readonly guid: string;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

/**
 * The article as notes to learn from, for Anki’s import of text: its terms, each with its sentence, then its sentences.
 */
export function* writeAnki({ checked }: TakenArticle): Generator<string> {
  yield headOf(checked);
  for (const card of termCards(checked)) yield lineOf(card);
  for (const card of sentenceCards(checked)) yield lineOf(card);
}

/** What tells Anki how the lines are read. */
function headOf(checked: CheckedArticle): string {
  const deck = `Vis-à-vis::${oneLine(titlesOf(checked).fr).replaceAll('::', ': :')}`;
  const said = ['separator:tab', 'html:true', 'notetype:Basic', `deck:${deck}`, 'guid column:1', 'tags column:4'];
  const missing = checked.unchecked === null ? '' : '# The article could not be checked: its terms are not here.\n';
  return said.map((line) => `#${line}\n`).join('') + missing;
}

/** What Anki plays, or gives to other programs, wherever it stands in a field. */
const COMMAND = /\[(?=(?:sound:|anki:|latex\]|\$\$?\]))/gi;

/** Quotation marks and tabs would be read as what parts the fields, and words of a text as a sound or a formula. */
function lineOf({ guid, front, back, tags }: Card): string {
  const fields = [guid, front, back, tags.join(' ')];
  const plain = fields.map((field) => oneLine(field).replaceAll('"', '&quot;').replaceAll(COMMAND, '&#91;'));
  return `${plain.join('\t')}\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\t\n\r\u2028\u2029]+/g, ' ').trim();
}

const DRAFT_MARK = `<br><small>${DRAFT}.</small>`;

/** Whoever learns is told what is a draft. */
function answer(english: string, { unit }: CheckedUnit): Pick<Card, 'back'> & { readonly states: readonly string[] } {
  return unit.state === 'translated'
    ? { back: english + DRAFT_MARK, states: ['draft'] }
    : { back: english, states: [] };
}

/** Pairs of one sentence each. Of sentences that stand twice only the first is a note. */
function* sentenceCards({ article: { slug }, units }: CheckedArticle): Generator<Card> {
  const seen = new Set<string>();
  for (const checked of units) {
    const { source, target } = checked.unit;
    if (target === null || !isTranslatable(checked.unit)) continue;
    for (const pair of sentencePairs(checked)) {
      const front = cardText(source, { span: pair.source });
      const guid = fingerprint(['sentence', slug, front]);
      if (!/\p{L}/u.test(front) || seen.has(guid)) continue;
      seen.add(guid);
      const { back, states } = answer(cardText(target, { span: pair.target }), checked);
      yield { guid, front, back, tags: ['visavis', slug, 'sentence', ...states] };
    }
  }
}

interface SentencePair {
  readonly source: Span;
  readonly target: Span;
}

function sentencePairs({ alignment: { source, target, pairs } }: CheckedUnit): SentencePair[] {
  return pairs.flatMap((pair) => {
    const [french, english] = [source[pair.source[0] ?? -1], target[pair.target[0] ?? -1]];
    const isOne = pair.source.length === 1 && pair.target.length === 1;
    return isOne && french !== undefined && english !== undefined ? [{ source: french, target: english }] : [];
  });
}

/** Where a term stands. */
interface Place {
  readonly checked: CheckedUnit;
  readonly entry: LedgerEntry;
}

/** Each term that stands in the article once, but for names, which are the same in both languages. */
function* termCards(article: CheckedArticle): Generator<Card> {
  const { slug } = article.article;
  for (const [concept, { checked, entry }] of bestPlaces(article)) {
    const french = sentenceAround(checked, 'fr', [entry.source]);
    const asked = checked.unit.source.text.slice(entry.source.start, entry.source.end);
    const { back, states } = answer(answerOf(concept, { checked, entry }), checked);
    yield {
      guid: fingerprint(['term', concept.id]),
      front: `<b>${xmlText(concept.fr[0]?.text ?? asked)}</b><br>${french}`,
      back,
      tags: ['visavis', slug, 'term', ...states],
    };
  }
}

/** The English terms, the definition, and the sentence in English where the term is rendered in it. */
function answerOf(concept: Concept, { checked, entry }: Place): string {
  const terms = concept.en.filter(isAccepted).map(({ text }) => text);
  // What the glossary rules out is nothing to learn.
  const spans = isRight(entry) ? (entry.rendering?.spans ?? []) : [];
  const parts = [
    `<b>${xmlText(terms.join(', '))}</b>`,
    ...(concept.definition === null ? [] : [xmlText(concept.definition)]),
    ...(spans.length === 0 ? [] : [sentenceAround(checked, 'en', spans)]),
  ];
  return parts.join('<br>');
}

/** For each term the first place in which it is rendered as the glossary wants and approved, else the first at all. */
function bestPlaces({ units }: CheckedArticle): ReadonlyMap<Concept, Place> {
  const places = new Map<Concept, Place>();
  for (const checked of units) {
    if (checked.unit.target === null || !isTranslatable(checked.unit)) continue;
    for (const entry of checked.entries) {
      const { concept } = entry.reading;
      const known = places.get(concept);
      if (!concept.keep && (known === undefined || worth({ checked, entry }) > worth(known)))
        places.set(concept, { checked, entry });
    }
  }
  return places;
}

function worth({ checked, entry }: Place): number {
  return (isRight(entry) && entry.rendering !== null ? 2 : 0) + (checked.unit.state === 'reviewed' ? 1 : 0);
}

function isRight({ verdict }: LedgerEntry): boolean {
  return verdict === 'preferred' || verdict === 'admitted';
}

/** The sentence that a term begins in, the term in bold. */
function sentenceAround(checked: CheckedUnit, side: Side, terms: readonly Span[]): string {
  const { unit, alignment } = checked;
  const rich: RichText = side === 'fr' ? unit.source : (unit.target ?? unit.source);
  const sentences = side === 'fr' ? alignment.source : alignment.target;
  const start = terms[0]?.start ?? 0;
  const span = sentences.find((sentence) => sentence.start <= start && start < sentence.end);
  return cardText(rich, { span: span ?? { start: 0, end: rich.text.length }, bold: terms });
}
