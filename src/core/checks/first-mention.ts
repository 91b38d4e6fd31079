import { type Concept, isAccepted } from '../model/concept.ts';
import { NOTHING, readableIn } from '../text/reading.ts';
import { isAcronym } from '../words/acronyms.ts';
import type { CheckedUnit } from './checked-article.ts';
import { createFindings, type Finding } from './finding.ts';

/** Acronyms that newspapers do not spell out. */
const HOUSEHOLD = new Set('AI IA CEO PDG GPU CPU RAM API UST U.S USA EU UE'.split(' '));

/**
 * An acronym wants its long form at first mention. Only the translation is judged, and only where the source spelled
 * the term out by then: nobody may edit the source. The one rule that reads an article as a whole.
 */
export function firstMentions(units: readonly Pick<CheckedUnit, 'unit' | 'entries'>[]): Finding[] {
  const spelledOut = { source: new Set<string>(), target: new Set<string>() };
  const findings: Finding[] = [];
  for (const { unit, entries } of units) {
    const told = createFindings(unit, unit.target ?? NOTHING);
    for (const { reading, source, rendering } of entries) {
      const { concept } = reading;
      const text = readableIn(unit.source, source);
      if (!isAcronym(text)) spelledOut.source.add(concept.id);
      const [first, last] = [rendering?.spans[0], rendering?.spans.at(-1)];
      if (first === undefined || last === undefined) continue;
      const written = readableIn(unit.target ?? NOTHING, { start: first.start, end: last.end });
      const wanted = isAcronym(written) && !HOUSEHOLD.has(written) && spelledOut.source.has(concept.id);
      const long = wanted && !spelledOut.target.has(concept.id) ? longForm(concept, written) : undefined;
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

/** What an acronym is made of; undefined for one that is made of other words: PC for computer. */
function longForm({ en }: Concept, acronym: string): string | undefined {
  const initial = acronym.charAt(0).toLowerCase();
  const long = en.filter(({ text }) => !isAcronym(text) && text.charAt(0).toLowerCase() === initial);
  return (long.find(({ status }) => status === 'preferred') ?? long.find(isAccepted))?.text;
}
