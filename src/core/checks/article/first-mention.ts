import { type Concept, isAccepted } from '../../model/concept.ts';
import type { RichText } from '../../model/rich-text.ts';
import { NOTHING, readableIn } from '../../text/reading.ts';
import { isAcronym, undotted } from '../../words/acronyms.ts';
import type { CheckedUnit } from '../checked-article.ts';
import { createFindings, type Finding } from '../finding.ts';

/** Acronyms that newspapers do not spell out, without stops. */
const HOUSEHOLD = new Set(
  `AI IA CEO PDG GPU CPU RAM API UST US USA UK EU UE UN NATO NASA FBI CIA MP MEP PM GDP VAT NGO HR IT ID PDF HTML HTTP
  USB URL TV PC CD DVD GPS SMS DNA HIV`.split(/\s+/),
);

/**
 * An acronym wants its long form at first mention. Only the translation is judged, and only where the source spelled
 * the term out by then: nobody may edit the source. The one rule that reads an article as a whole.
 */
export function firstMentions(units: readonly Pick<CheckedUnit, 'unit' | 'entries'>[]): Finding[] {
  const spelledOut = { source: new Set<string>(), target: new Set<string>() };
  const findings: Finding[] = [];
  for (const { unit, entries } of units) {
    const target = unit.target ?? NOTHING;
    const told = createFindings(unit, target);
    for (const { reading, source, rendering } of entries) {
      const { concept } = reading;
      // Its first mention in the translation was looked at: nothing more is said of it, and nothing more asked.
      if (spelledOut.target.has(concept.id)) continue;
      const text = readableIn(unit.source, source);
      const first = rendering?.spans[0];
      const written = readableIn(target, { start: first?.start ?? 0, end: rendering?.spans.at(-1)?.end ?? 0 });
      const acronym = undotted(written).replace(/s$/, '');
      if (!isAcronym(text) && !hasWord(text.toUpperCase(), acronym.toUpperCase())) spelledOut.source.add(concept.id);
      if (first === undefined) continue;
      const wanted = isAcronym(written) && !HOUSEHOLD.has(acronym) && spelledOut.source.has(concept.id);
      const isMissed = wanted && !isBehindItsWords(target, first.start, acronym);
      const long = isMissed ? longForm(concept, acronym) : undefined;
      if (long !== undefined) {
        const expected = `${long} (${written})`;
        const message = `“${written}” is not spelled out at its first mention, “${text}” was; write “${expected}”`;
        const term = { concept, text, expected: [expected], found: [written] };
        findings.push(told('first-mention', { message, source, target: first, term }));
      }
      spelledOut.target.add(concept.id);
    }
  }
  return findings;
}

/** “format JSON” does not say what JSON stands for; “langage (NLP)” does. */
function hasWord(text: string, acronym: string): boolean {
  if (acronym === '') return false;
  return text
    .replaceAll(/\([^()]*\)?/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .includes(acronym);
}

/** Words that an acronym in brackets is read from, in UTF-16 units. */
const LONGEST_LONG_FORM = 80;

/** Whether an acronym stands in brackets behind words that begin with its letters, whichever the entry has. */
function isBehindItsWords({ text }: RichText, start: number, acronym: string): boolean {
  const before = /^(.*\p{L})\s*[[(]$/su.exec(text.slice(Math.max(0, start - LONGEST_LONG_FORM), start))?.[1];
  if (before === undefined) return false;
  const words = before.split(/[^\p{L}\p{N}]+/u).slice(-acronym.length * 2);
  return hasLettersInOrder(words.map((word) => word.charAt(0)).join(''), acronym);
}

/** What an acronym is made of; undefined for one that is made of other words: PC for computer. */
function longForm({ en }: Concept, acronym: string): string | undefined {
  const initial = acronym.charAt(0).toLowerCase();
  const long = en.filter(
    ({ text }) =>
      !isAcronym(text) && text.charAt(0).toLowerCase() === initial && hasLettersInOrder(text, capitalsOf(acronym)),
  );
  return (long.find(({ status }) => status === 'preferred') ?? long.find(isAccepted))?.text;
}

function capitalsOf(acronym: string): string {
  return acronym.replaceAll(/[^\p{Lu}]/gu, '');
}

/** Whether the letters of an acronym come in a text in their order: “natural language” has no P for NLP. */
function hasLettersInOrder(text: string, acronym: string): boolean {
  const letters = [...text.toLowerCase()];
  let at = 0;
  for (const letter of acronym.toLowerCase()) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
