import type { Reading } from '../matcher/index-part.ts';
import { isAccepted, preferredTerm } from '../model/concept.ts';
import { describeForm } from '../model/form.ts';
import { formatPlace } from '../model/place.ts';
import type { RichText } from '../model/rich-text.ts';
import { fold } from '../text/characters.ts';
import { readableIn } from '../text/reading.ts';
import { stopped } from '../text/stopped.ts';
import { inEnglish, inFrench, type Told, type ToldPiece } from '../text/told-words.ts';
import type { LedgerEntry, OtherSense } from './ledger-entry.ts';
import { standingOf } from './standing.ts';

/** The form found: “jetons: plural of jeton”. */
function explainForm({ kind, term }: Reading, written: string): string {
  return kind === 'as written' ? written : `${written}: ${describeForm(kind, term.text)}`;
}

/**
 * The whole reason of a verdict in one line: “jetons: plural of jeton, glossary/ai.yaml:12. Rendered by “tokens”
 * (plural of token), the preferred term.”
 */
export function explainEntry(entry: LedgerEntry, source: RichText, target: RichText): string {
  const { reading } = entry;
  const found = `${explainForm(reading, readableIn(source, entry.source))}, ${formatPlace(reading.concept.place)}.`;
  return `${found} ${explainVerdict(entry, target)}`;
}

/**
 * The reason of a verdict for a reader, who sees the term and can open its entry: what form was found, where it is not
 * the term itself, and what became of it.
 */
export function tellEntry(entry: LedgerEntry, source: RichText, target: RichText): Told {
  return [...tellForm(entry, source), [inEnglish(explainVerdict(entry, target))]];
}

/** What stands for a term of a text that has no English yet: “jetons: plural of jeton. In English: “token”.” */
export function tellWaiting(entry: LedgerEntry, source: RichText): Told {
  return [...tellForm(entry, source), [inEnglish(wanted(entry.reading))]];
}

function tellForm({ reading, source: at }: LedgerEntry, source: RichText): Told {
  return reading.kind === 'as written' ? [] : [[...foundForm(reading, readableIn(source, at)), inEnglish('.')]];
}

function foundForm({ kind, term }: Reading, written: string): ToldPiece[] {
  if (kind === 'as written') return [inFrench(written)];
  return [inFrench(written), inEnglish(`: ${describeForm(kind, '')}`), inFrench(term.text)];
}

function wanted(reading: Reading): string {
  return reading.concept.keep ? 'It stays as it is.' : `In English: ${expectedTerms(reading)}.`;
}

/** Why a word does not count as a term: “application, glossary/ai.yaml:680. Another sense: “enforcement” shows it.” */
export function explainOtherSense(other: OtherSense, source: RichText, target: RichText): string {
  const { reading, source: at } = other;
  const found = `${explainForm(reading, readableIn(source, at))}, ${formatPlace(reading.concept.place)}.`;
  const [before, shown, after] = evidenceOf(other, source, target);
  return `${found} ${before.text}${shown.text}${after.text}`;
}

/** The same for a reader. */
export function tellOtherSense(other: OtherSense, source: RichText, target: RichText): Told {
  const found = foundForm(other.reading, readableIn(source, other.source));
  return [[...found, inEnglish('.')], evidenceOf(other, source, target)];
}

type Evidence = readonly [before: ToldPiece, shown: ToldPiece, after: ToldPiece];

function evidenceOf({ evidence }: OtherSense, source: RichText, target: RichText): Evidence {
  if (evidence.side === 'source') {
    const shown = inFrench(readableIn(source, evidence));
    return [inEnglish('Not counted: a verb here, beside “'), shown, inEnglish('”.')];
  }
  const shown = inEnglish(readableIn(target, evidence));
  return [inEnglish('Not counted: another sense, which “'), shown, inEnglish('” shows.')];
}

function explainVerdict(entry: LedgerEntry, target: RichText): string {
  const words = entry.rendering?.spans.map((span) => readableIn(target, span)).join(' … ') ?? '';
  if (entry.verdict === 'waived') return `Accepted by a person: ${stopped(entry.reason ?? '')}`;
  if (entry.repeat && entry.verdict !== 'missing') return 'Rendered elsewhere in this paragraph; once is enough.';
  switch (entry.rendering?.how) {
    case 'parts':
      return `Rendered in parts, by “${words}”.`;
    case 'derived':
      return `Rendered by “${words}”, a word of the same family.`;
    case 'pointing':
      return `Rendered by “${words}”, which stands for a word said before.`;
    case 'short':
      return `Rendered by “${words}” alone; the rest of the term stands in this paragraph.`;
    case 'term':
      return `Rendered by “${words}”${ofTerm(entry.rendering.reading, words)}, ${standing(entry)}.`;
    default:
      // Where nothing is written yet, nothing was forgotten.
      return target.text === '' ? wanted(entry.reading) : unrendered(entry);
  }
}

function unrendered(entry: LedgerEntry): string {
  return standingOf(entry) === 'free'
    ? `Rendered freely, or not at all; often it is ${usual(inQuotes(entry.reading))}.`
    : `No rendering is left for it; write ${expectedTerms(entry.reading)}.`;
}

/** Some terms have many renderings, of which a few show what is meant. */
const MOST_USUAL = 3;

/** The first renderings of a word that is rendered freely, for people. */
export function usual(renderings: readonly string[]): string {
  return [...new Set(renderings)].slice(0, MOST_USUAL).join(' or ');
}

/** What to write, for people: “a” or “b” or “c”, or 2 others. Each once, and one alone is not left out. */
export function oneOf(renderings: readonly string[]): string {
  const each = [...new Set(renderings)];
  if (each.length <= MOST_USUAL + 1) return each.join(' or ');
  return `${each.slice(0, MOST_USUAL).join(' or ')}, or ${each.length - MOST_USUAL} others`;
}

function ofTerm(reading: Reading | null, words: string): string {
  if (reading === null) return '';
  const { kind, term } = reading;
  const relation = kind !== 'as written' ? kind : isJoinedAs(words, term.text) ? null : 'spelling';
  return relation === null ? '' : ` (${describeForm(relation, term.text)})`;
}

/** Whether a text has the hyphens of a term, whatever follows: the matcher takes one for a space. */
function isJoinedAs(words: string, term: string): boolean {
  return jointsOf(words).startsWith(jointsOf(term));
}

function jointsOf(text: string): string {
  const runs = fold(text).match(/[ -]+/g) ?? [];
  return runs.map((run) => (run.includes('-') ? '-' : ' ')).join('');
}

function standing(entry: LedgerEntry): string {
  const term = entry.rendering?.reading?.term;
  if (entry.verdict !== 'deprecated') return entry.verdict === 'preferred' ? 'the preferred term' : 'an admitted term';
  return `which the entry rules out${term?.why ? ` (${term.why})` : ''}; write ${expectedTerms(entry.reading)}`;
}

/** The accepted renderings of a concept, the preferred first. */
export function acceptedRenderings({ concept }: Reading): string[] {
  const preferred = preferredTerm(concept, 'en');
  const others = concept.en.filter((term) => isAccepted(term) && term !== preferred);
  return [...(preferred ? [preferred] : []), ...others].map(({ text }) => text);
}

function expectedTerms(reading: Reading): string {
  return oneOf(inQuotes(reading));
}

function inQuotes(reading: Reading): string[] {
  return acceptedRenderings(reading).map((text) => `“${text}”`);
}
