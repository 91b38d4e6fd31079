import { acceptedRenderings } from '../../ledger/explain.ts';
import type { LedgerEntry } from '../../ledger/ledger-entry.ts';
import { standingOf } from '../../ledger/standing.ts';
import { isAccepted } from '../../model/concept.ts';
import type { RichText } from '../../model/rich-text.ts';
import { finish, type Slices } from '../../model/slices.ts';
import { someSlices } from '../../model/some-slices.ts';
import { readableIn } from '../../text/reading.ts';
import { englishPluralOf } from '../../words/english-forms.ts';
import { createFindings, type Fault, type Finding, type JudgedUnit, type Telling } from '../finding.ts';
import { deprecatedTerm } from './deprecated-term.ts';
import { freeRendering } from './free-rendering.ts';
import { missingTerm } from './missing-term.ts';
import type { TermRule } from './term-rule.ts';

const RULES_OF_TERMS: readonly TermRule[] = [missingTerm, freeRendering, deprecatedTerm];

/** What the ledger of a unit has wrong, in reading order; a repeat of which one rendering is enough is told once. */
export function checkTerms(unit: JudgedUnit, target: RichText, entries: readonly LedgerEntry[]): Finding[] {
  return finish(termSlices(unit, target, { entries, told: createFindings(unit, target) }));
}

/** The same in pieces: a paragraph may be all terms. */
export function* termSlices(
  { source }: Pick<JudgedUnit, 'source'>,
  target: RichText,
  { entries, told }: { readonly entries: readonly LedgerEntry[]; readonly told: Telling },
): Slices<Finding[]> {
  const findings: Finding[] = [];
  yield* someSlices(entries, (entry) => {
    const own = standingOf(entry);
    const broken = RULES_OF_TERMS.find(({ standing }) => standing === own);
    if (broken !== undefined && !entry.repeat)
      findings.push(told(broken.rule, faultOf(broken, entry, { source, target })));
  });
  return findings;
}

function faultOf(
  { say }: TermRule,
  entry: LedgerEntry,
  { source, target }: Readonly<Record<'source' | 'target', RichText>>,
): Fault {
  const { reading, rendering } = entry;
  const text = readableIn(source, entry.source);
  const found = (rendering?.spans ?? []).map((span) => readableIn(target, span));
  const expected = expectedForms(entry);
  return {
    message: say({ entry, text, found: found.join(' … '), expected }),
    source: entry.source,
    target: rendering?.spans[0] ?? null,
    term: { concept: reading.concept, text, expected: acceptedRenderings(reading), found },
  };
}

/** The accepted terms in the number of the source term: chips, not chip, for “puces”. */
function expectedForms({ reading }: LedgerEntry): string[] {
  const isPlural = reading.kind.endsWith('plural');
  return reading.concept.en.filter(isAccepted).map((term) => `“${isPlural ? englishPluralOf(term) : term.text}”`);
}
