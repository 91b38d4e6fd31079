import type { Reading } from '../matcher/index-part.ts';
import { isAccepted, preferredTerm } from '../model/concept.ts';
import { describeForm } from '../model/form.ts';
import type { Place } from '../model/place.ts';
import type { RichText } from '../model/rich-text.ts';
import { readableIn } from '../text/reading.ts';
import type { LedgerEntry, OtherSense } from './ledger-entry.ts';

/** `glossary/ai.yaml:12` */
export function formatPlace({ file, line }: Place): string {
  return `${file}:${line}`;
}

/** The form found: “jetons: plural of jeton”. */
export function explainForm({ kind, term }: Reading, written: string): string {
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

/** What stands for a term of a text that has no English yet: “jetons: plural of jeton, glossary/ai.yaml:12. In English: “token”.” */
export function explainWaiting({ reading, source: at }: LedgerEntry, source: RichText): string {
  const found = `${explainForm(reading, readableIn(source, at))}, ${formatPlace(reading.concept.place)}.`;
  return `${found} ${inEnglish(reading)}`;
}

function inEnglish(reading: Reading): string {
  return reading.concept.keep ? 'It stays as it is.' : `In English: ${expectedTerms(reading)}.`;
}

/** Why a word does not count as a term: “application, glossary/ai.yaml:680. Another sense: “enforcement” shows it.” */
export function explainOtherSense(
  { reading, source: at, evidence }: OtherSense,
  source: RichText,
  target: RichText,
): string {
  const found = `${explainForm(reading, readableIn(source, at))}, ${formatPlace(reading.concept.place)}.`;
  const shown = readableIn(evidence.side === 'source' ? source : target, evidence);
  const why = evidence.side === 'source' ? `a verb here, beside “${shown}”` : `another sense, which “${shown}” shows`;
  return `${found} Not counted: ${why}.`;
}

function explainVerdict(entry: LedgerEntry, target: RichText): string {
  const words = entry.rendering?.spans.map((span) => readableIn(target, span)).join(' … ') ?? '';
  if (entry.verdict === 'waived') return `Accepted by a person: ${entry.reason}.`;
  if (entry.repeat && entry.verdict !== 'missing') return 'Rendered elsewhere in this paragraph; once is enough.';
  switch (entry.rendering?.how) {
    case 'parts':
      return `Rendered in parts, by “${words}”.`;
    case 'derived':
      return `Rendered by “${words}”, a word of the same family.`;
    case 'head':
      return `Rendered by “${words}” alone; the rest of the term stands in this paragraph.`;
    case 'term':
      return `Rendered by “${words}”${ofTerm(entry.rendering.reading)}, ${standing(entry)}.`;
    default:
      // Where nothing is written yet, nothing was forgotten.
      return target.text === ''
        ? inEnglish(entry.reading)
        : `No rendering is left for it; write ${expectedTerms(entry.reading)}.`;
  }
}

function ofTerm(reading: Reading | null): string {
  return reading === null || reading.kind === 'as written' ? '' : ` (${describeForm(reading.kind, reading.term.text)})`;
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
  return acceptedRenderings(reading)
    .map((text) => `“${text}”`)
    .join(' or ');
}
