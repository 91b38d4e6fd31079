import type { Unit } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { findHiddenIn, findMixedWords } from '../text/hidden-characters.ts';
import { readableIn, writtenSpan } from '../text/reading.ts';
import { segmentText } from '../text/sentences.ts';
import { compareNames } from './names.ts';
import { compareQuantities } from './numbers.ts';
import { compareQuotations } from './quotations.ts';

/** What of a unit is looked at. */
export type GuardedUnit = Pick<Unit, 'id' | 'place' | 'source' | 'targetPlace'>;

/** What a unit’s translation lost, added or changed besides its terms: numbers, quotations, names, sentences; and what nobody sees. */
export function completenessFindings(unit: GuardedUnit, target: RichText, ignored: readonly Span[]): Finding[] {
  if (isUntranslated(unit.source, target)) return [untranslatedFinding(unit, target)];
  return [
    ...numberFindings(unit, target),
    ...quotationFindings(unit, target),
    ...nameFindings(unit, target, ignored),
    ...sentenceFindings(unit, target),
    ...hiddenFindings(unit, target),
    ...mixedFindings(unit, target),
  ];
}

/** Words from which on two equal texts are no accident. */
const MANY_WORDS = 4;

/** An engine gave the French back. */
function isUntranslated(source: RichText, target: RichText): boolean {
  return source.text.trim() === target.text.trim() && (source.words.match(/\p{Ll}{2,}/gu)?.length ?? 0) >= MANY_WORDS;
}

function untranslatedFinding(unit: GuardedUnit, target: RichText): Finding {
  const message = 'the English is the French, word for word; translate it';
  return findingOf(unit, target, { rule: 'not-translated', severity: 'error', message, source: null, target: null });
}

type Part = Pick<Finding, 'rule' | 'severity' | 'message'> & {
  readonly source: Span | null;
  readonly target: Span | null;
};

function findingOf(
  unit: GuardedUnit,
  target: RichText,
  { rule, severity, message, source, target: to }: Part,
): Finding {
  const { text } = unit.source;
  return {
    ...unit.targetPlace(to?.start ?? 0),
    ...{ rule, severity, unit: unit.id, concept: null },
    source: source && { text: text.slice(source.start, source.end), start: source.start, end: source.end },
    expected: [],
    found: to === null ? [] : [target.text.slice(to.start, to.end)],
    message: `${message} [${unit.id}]`,
  };
}

function numberFindings(unit: GuardedUnit, target: RichText): Finding[] {
  return compareQuantities(unit.source, target).map(({ source, target: to }) => {
    const said = source && readableIn(unit.source, source);
    const written = to && readableIn(target, to);
    const rule = said === null ? 'number-added' : written === null ? 'number-lost' : 'number-changed';
    return findingOf(unit, target, {
      rule,
      severity: 'error',
      message: numberMessage(said, written),
      source,
      target: to,
    });
  });
}

function numberMessage(said: string | null, written: string | null): string {
  if (said === null) return `“${written}” is a number that the French does not have; take it out, or correct it`;
  if (written === null) return `no number answers “${said}”; write it`;
  return `“${written}” does not answer “${said}”; correct the number`;
}

function quotationFindings(unit: GuardedUnit, target: RichText): Finding[] {
  const difference = compareQuotations(unit.source, target);
  if (difference === null) return [];
  const { source, target: to } = difference;
  const message =
    source === null
      ? 'the English quotes words that the French does not; take the quotation marks out, or check who speaks'
      : 'a quotation of the French is not quoted in the English; put it in quotation marks';
  return [findingOf(unit, target, { rule: 'quotation', severity: 'warning', message, source, target: to })];
}

function nameFindings(unit: GuardedUnit, target: RichText, ignored: readonly Span[]): Finding[] {
  return compareNames(unit.source, target, ignored).map((source) => {
    const name = readableIn(unit.source, source);
    const message = `the name “${name}” is not in the English; write it, or add a glossary entry for its English form`;
    return findingOf(unit, target, { rule: 'name-lost', severity: 'warning', message, source, target: null });
  });
}

/** Advisory: a sentence may be cut or joined, but three that became one are worth a look. */
function sentenceFindings(unit: GuardedUnit, target: RichText): Finding[] {
  const [from, to] = [segmentText(unit.source.words, 'fr').length, segmentText(target.words, 'en').length];
  if (Math.abs(from - to) <= Math.max(1, Math.floor(from / 3))) return [];
  const message = `the French has ${from} sentences, the English ${to}; check that nothing is missing`;
  return [findingOf(unit, target, { rule: 'sentence-count', severity: 'info', message, source: null, target: null })];
}

/** Signs that nobody sees can turn words around or keep a term from being found. */
function hiddenFindings(unit: GuardedUnit, target: RichText): Finding[] {
  const advice = 'which nobody sees; delete it';
  const ofSource = findHiddenIn(unit.source).map(({ start, end, name }) => ({
    ...findingOf(unit, target, {
      ...{ rule: 'hidden-character', severity: 'warning', source: { start, end }, target: null },
      message: `the French holds ${name}, ${advice}`,
    }),
    ...unit.place,
  }));
  const ofTarget = findHiddenIn(target).map(({ start, end, name }) =>
    findingOf(unit, target, {
      ...{ rule: 'hidden-character', severity: 'warning', source: null, target: { start, end } },
      message: `the English holds ${name}, ${advice}`,
    }),
  );
  return [...ofSource, ...ofTarget];
}

/** A word with a letter of another alphabet in it is read as one word, and found as none. */
function mixedFindings(unit: GuardedUnit, target: RichText): Finding[] {
  const rule = { rule: 'mixed-script', severity: 'warning' } as const;
  const message = (word: string, where: string) =>
    `“${word}” in the ${where} mixes letters of two alphabets that look alike; write it in one`;
  return [
    ...mixedWordsOf(unit.source).map((source) => {
      const said = message(readableIn(unit.source, source), 'French');
      return { ...findingOf(unit, target, { ...rule, message: said, source, target: null }), ...unit.place };
    }),
    ...mixedWordsOf(target).map((span) => {
      const said = message(readableIn(target, span), 'English');
      return findingOf(unit, target, { ...rule, message: said, source: null, target: span });
    }),
  ];
}

function mixedWordsOf(text: RichText): Span[] {
  return findMixedWords(text.words).map((span) => writtenSpan(text, span));
}
