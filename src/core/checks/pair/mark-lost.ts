import { addToGroup } from '../../model/groups.ts';
import type { Mark, MarkKind, RichText, Span } from '../../model/rich-text.ts';
import { readableIn, writtenSpan } from '../../text/reading.ts';
import { findQuotations } from '../../words/quotes.ts';
import type { Fault } from '../finding.ts';
import type { PairRule } from './pair-rule.ts';

/**
 * Code, bold, stress, struck words, images or notes of the French that the English has not, or has with a sign left
 * open.
 */
export const markLost: PairRule = {
  rule: 'mark-lost',
  find({ source, target }) {
    if (source.isUnread || target.isUnread) return [];
    const open = openSigns(source, target);
    return [
      ...open,
      ...lostCode(source, target),
      ...(open.length > 0 ? [] : [...lostStress(source, target), ...lostDeletion(source, target)]),
      ...lostNotes(source, target),
      ...lostImages(source, target),
    ];
  },
};

/** Signs of marks that are shown as they are, as their partner is missing. One behind a blank was escaped. */
const SIGNS = /\*\*|__|~~|`+|\]\(|(?<!\ufffc)\*(?=\S)|(?<=[^\s\ufffc])\*/g;

function openSigns(source: RichText, target: RichText): Fault[] {
  const [inFrench, inEnglish] = [signsIn(source), signsIn(target)];
  return [...inEnglish].flatMap(([sign, spans]) => {
    const known = inFrench.get(sign)?.length ?? 0;
    const span = spans.at(-1);
    if (
      span === undefined ||
      spans.length <= known ||
      (spans.length % 2 === 0 && source.marks.every(({ kind }) => kind === 'note'))
    )
      return [];
    const message = `“${sign}” opens or closes nothing in the English; write its partner, or take it out`;
    return [{ message, source: null, target: span }];
  });
}

function signsIn(text: RichText): Map<string, Span[]> {
  const signs = new Map<string, Span[]>();
  for (const { 0: sign, index } of text.words.matchAll(SIGNS)) {
    const span = writtenSpan(text, { start: index, end: index + sign.length });
    addToGroup(signs, sign, span);
  }
  return signs;
}

/** Code that is not code in the English, unless the English has other code for it: a name that was translated. */
function lostCode(source: RichText, target: RichText): Fault[] {
  const [from, to] = [codeIn(source), codeIn(target)];
  const tagged = target.wordless
    .map(({ start, end }) => target.text.slice(start, end))
    .filter((one) => one.startsWith('<'));
  const lost = [...from].filter(([code]) => !to.has(code) && !tagged.some((one) => one.includes(code)));
  const others = new Map<string, number>();
  for (const code of to.keys()) if (!from.has(code)) count(others, fixedParts(code), 1);
  const untranslated = lost.filter(([code]) => !takeTranslation(fixedParts(code), others));
  return untranslated.map(([code, mark]) => {
    const message = target.text.includes(code)
      ? `“${code}” is code in the French, and not in the English; put it between \` signs`
      : `the code “${code}” is not in the English; write it`;
    return { message, source: mark, target: null };
  });
}

/** Takes a piece of code that another may be the translation of: its figures are the same, its options as many. */
function takeTranslation(fixed: string, others: Map<string, number>): boolean {
  const isThere = (others.get(fixed) ?? 0) > 0;
  if (isThere) count(others, fixed, -1);
  return isThere;
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** What nobody translates: figures, and how many options there are. */
function fixedParts(code: string): string {
  const options = code.match(/(?<=\s)-{1,2}[\p{L}\d]/gu) ?? [];
  return `${options.length} ${(code.match(/\d+/g) ?? []).join(' ')}`;
}

/** Each piece of code with its first mark. */
function codeIn({ text, marks }: RichText): Map<string, Span> {
  const codes = new Map<string, Span>();
  for (const { start, end } of marksOf(marks, 'code')) {
    const code = text.slice(start, end).replaceAll(/^`+ ?| ?(?<!`)`+$/g, '');
    if (!codes.has(code)) codes.set(code, { start, end });
  }
  return codes;
}

function marksOf(marks: readonly Mark[], ...kinds: readonly MarkKind[]): Mark[] {
  return marks.filter(({ kind }) => kinds.includes(kind));
}

/** Stress that the English has nothing for, neither stress nor quotation marks. */
function lostStress(source: RichText, target: RichText): Fault[] {
  if (marksOf(target.marks, 'strong', 'emphasis').length > 0) return [];
  const [bold] = marksOf(source.marks, 'strong');
  const stressed = marksOf(source.marks, 'emphasis').find((mark) => !isForeign(readableIn(source, mark), target));
  const mark = bold ?? (findQuotations(target.words).length > 0 ? undefined : stressed);
  if (mark === undefined) return [];
  const [said, sign] = [readableIn(source, mark), mark.kind === 'strong' ? '**' : '*'];
  const message = `“${said}” is stressed in the French, and nothing in the English; put its words between ${sign} signs`;
  return [{ message, source: { start: mark.start, end: mark.end }, target: null }];
}

function lostDeletion(source: RichText, target: RichText): Fault[] {
  const [mark] = marksOf(source.marks, 'deleted');
  if (mark === undefined || marksOf(target.marks, 'deleted').length > 0) return [];
  const message = `“${readableIn(source, mark)}” is struck out in the French, and nothing in the English; put its words between ~~ signs`;
  return [{ message, source: { start: mark.start, end: mark.end }, target: null }];
}

/** Each note that is called in the French alone, once. */
function lostNotes(source: RichText, target: RichText): Fault[] {
  const called = new Set(marksOf(target.marks, 'note').map(({ label }) => label));
  return marksOf(source.marks, 'note').flatMap(({ label, start, end }) => {
    if (called.has(label)) return [];
    called.add(label);
    const message = `the note “${source.text.slice(start, end)}” is not called in the English; write it where it belongs`;
    return [{ message, source: { start, end }, target: null }];
  });
}

/** The English may show others. */
function lostImages(source: RichText, target: RichText): Fault[] {
  const known = marksOf(target.marks, 'image').length;
  return marksOf(source.marks, 'image')
    .slice(known)
    .map(({ start, end }) => {
      const message = `the image “${source.text.slice(start, end)}” is not in the English; write it`;
      return { message, source: { start, end }, target: null };
    });
}

/** French stresses English words, which English does not: the same in both, and without a French ending. */
function isForeign(said: string, target: RichText): boolean {
  return !/(?:ant|ent|ion|ble|ance|ence|ude|al)$/.test(said) && target.words.toLowerCase().includes(said.toLowerCase());
}
