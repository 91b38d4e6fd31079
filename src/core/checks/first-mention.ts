import type { Finding } from '../model/finding.ts';
import { NOTHING, readableIn } from '../text/reading.ts';
import { isAcronym } from '../words/acronyms.ts';
import type { CheckedUnit } from './checked-article.ts';

/** Acronyms that newspapers do not spell out. */
const HOUSEHOLD = new Set('AI IA CEO PDG GPU CPU RAM API UST U.S USA EU UE'.split(' '));

/**
 * An acronym wants its long form at first mention. Only the translation is judged, and only where the source spelled
 * the term out by then: nobody may edit the source.
 */
export function firstMentionFindings(units: readonly CheckedUnit[]): Finding[] {
  const spelledOut = { source: new Set<string>(), target: new Set<string>() };
  const findings: Finding[] = [];
  for (const { unit, entries } of units) {
    for (const { reading, source, rendering } of entries) {
      const { id } = reading.concept;
      const text = readableIn(unit.source, source);
      if (!isAcronym(text)) spelledOut.source.add(id);
      const [first, last] = [rendering?.spans[0], rendering?.spans.at(-1)];
      if (first === undefined || last === undefined) continue;
      const written = readableIn(unit.target ?? NOTHING, { start: first.start, end: last.end });
      const wanted = isAcronym(written) && !HOUSEHOLD.has(written) && spelledOut.source.has(id);
      if (wanted && !spelledOut.target.has(id)) {
        const long = reading.concept.en.find((term) => !isAcronym(term.text) && term.status === 'preferred')?.text;
        if (long !== undefined) {
          findings.push({
            ...unit.targetPlace(first.start),
            rule: 'first-mention',
            severity: 'warning',
            unit: unit.id,
            concept: id,
            source: { text, ...source },
            expected: [`${long} (${written})`],
            found: [written],
            message: `“${written}” is not spelled out at its first mention, “${text}” was; write “${long} (${written})” [${unit.id}]`,
          });
        }
      }
      spelledOut.target.add(id);
    }
  }
  return findings;
}
