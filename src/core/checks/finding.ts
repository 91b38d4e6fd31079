import { createPairStamps, type PairStamps } from '../ledger/pair-stamps.ts';
import { entryStamp, ruleStamp, writeWaiver } from '../ledger/waivers.ts';
import type { Unit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import { formatPlace, type Place } from '../model/place.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import type { Severity } from './rule.ts';
import { RULES, type RuleId } from './rules.ts';

/** Something the text has wrong: what a reader or a check command is told. */
export interface Finding extends Place {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly unit: string;
  readonly concept: string | null;
  readonly source: { readonly text: string; readonly start: number; readonly end: number } | null;
  readonly expected: readonly string[];
  readonly found: readonly string[];
  /** With the line that accepts it, where one can. */
  readonly message: string;
  /** The message for a page, where people press buttons and see no file. */
  readonly said: string;
}

/** What of a paragraph a finding tells. */
export type JudgedUnit = Pick<Unit, 'id' | 'place' | 'source' | 'targetPlace'>;

/** What a rule finds in a paragraph; the rest of a finding follows from the paragraph and the table of rules. */
export interface Fault {
  readonly message: string;
  /** The message for a page, where it is another one. */
  readonly said?: string;
  readonly source: Span | null;
  /** Where it stands in the English; null for what stands nowhere, and is told at the beginning. */
  readonly target: Span | null;
  /** It stands in the French file itself. */
  readonly inSource?: boolean;
  /** What it says of one term. */
  readonly term?: {
    readonly concept: Concept;
    /** The term as it is read in the French. */
    readonly text: string;
    readonly expected: readonly string[];
    readonly found: readonly string[];
  };
}

/** What a rule found in a paragraph as a finding of it. */
export type Telling = (rule: RuleId, fault: Fault) => Finding;

/**
 * Makes findings of one paragraph of what rules find in it.
 *
 * @param stampAs of the two texts, where others ask of them too
 */
export function createFindings(
  unit: JudgedUnit,
  target: RichText,
  stampAs: PairStamps = createPairStamps(unit.source, target),
): Telling {
  return (rule, fault) => {
    const { message, said = message, source, target: at, inSource, term } = fault;
    const place = inSource ? unit.place : unit.targetPlace(at?.start ?? 0);
    const concept = RULES[rule].waivable === 'by entry' ? term?.concept : undefined;
    const where = concept === undefined ? unit.id : `${unit.id}, ${formatPlace(concept.place)}`;
    const waiver = waiverFor(rule, concept, stampAs());
    return {
      ...{ file: place.file, line: place.line, column: place.column },
      ...{ rule, severity: RULES[rule].severity, unit: unit.id, concept: term?.concept.id ?? null },
      source: source && { text: unit.source.text.slice(source.start, source.end), ...spanOf(source) },
      expected: term?.expected ?? [],
      found: term?.found ?? (at === null ? [] : [target.text.slice(at.start, at.end)]),
      message: waiver === null ? `${message} [${where}]` : `${message} [${where}; or accept it: “# ${waiver}”]`,
      said,
    };
  };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** The comment that accepts a finding, its reason still to be written; null where none can. */
function waiverFor(rule: RuleId, concept: Concept | undefined, stamp: string): string | null {
  const reason = 'reason';
  if (concept !== undefined) return writeWaiver({ accepts: concept.id, hash: stamp + entryStamp(concept), reason });
  if (RULES[rule].waivable !== 'by rule') return null;
  return writeWaiver({ accepts: rule, hash: stamp + ruleStamp(rule), reason });
}
