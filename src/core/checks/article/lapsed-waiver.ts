import type { PairStamps } from '../../ledger/pair-stamps.ts';
import { changedSince, createEntryStamps, isRuleHash, ruleStamp } from '../../ledger/waivers.ts';
import type { Unit, Waiver } from '../../model/article.ts';
import type { Concept } from '../../model/concept.ts';
import type { ConceptsById } from '../../model/concepts-by-id.ts';
import { nearestWord } from '../../text/nearest-word.ts';
import type { Finding } from '../finding.ts';
import { isRuleId, RULE_IDS, RULES, type RuleId } from '../rules.ts';

/** What a waiver would have to be tied to in order to hold. */
interface Now {
  /** The first eight digits, of one that has this hash. */
  readonly stampAs: PairStamps;
  /** The last four, of an entry: those of the hash where they hold. */
  readonly stampOf: (concept: Concept, hash: string) => string;
}

/** Waivers that accept nothing any more, and why. */
export function lapsedWaivers(
  unit: Unit,
  used: ReadonlySet<Waiver>,
  { concepts, stampAs }: { readonly concepts: ConceptsById; readonly stampAs: PairStamps },
): Finding[] {
  const lapsed = unit.waivers.filter((waiver) => !used.has(waiver));
  if (lapsed.length === 0) return [];
  const stampsOf = createEntryStamps();
  const stampOf: Now['stampOf'] = (concept, hash) => {
    const stamps = stampsOf(concept);
    return stamps.find((one) => one === hash.slice(8)) ?? stamps[0] ?? '';
  };
  const now: Now = { stampAs, stampOf };
  return lapsed.map((waiver) => {
    const concept = concepts.get(waiver.accepts);
    return {
      ...waiver.place,
      ...{ rule: 'lapsed-waiver', severity: RULES['lapsed-waiver'].severity, unit: unit.id },
      ...{ concept: waiver.accepts, source: null, expected: [], found: [] },
      ...{ message: lapseMessage(waiver, now, concept), said: lapseSaid(waiver, now, concept) },
    };
  });
}

/**
 * For who sees no line that could be deleted: why the reason does not count, and what to do where something is wrong.
 */
function lapseSaid({ accepts, hash, reason }: Waiver, { stampAs, stampOf }: Now, concept: Concept | undefined): string {
  const ofRule = concept === undefined || isRuleHash(accepts, hash);
  const now = stampAs(hash) + (ofRule ? ruleStamp(accepts) : stampOf(concept, hash));
  const changed = changedSince(hash, now, ofRule ? 'the rule' : 'the entry');
  const isKnown = concept !== undefined || isRuleId(accepts);
  const lapse = changed.length === 0 ? 'nothing is wrong' : `${changed.join(' and ')} changed`;
  const why = isKnown ? lapse : 'nothing has that name';
  return `“${accepts}” was accepted here (${reason}), which does not count any more, since ${why}; where something is still wrong, accept it again`;
}

/** An entry and a rule may have one id: the hash tells which was meant, or else the entry is. */
function lapseMessage(waiver: Waiver, { stampAs, stampOf }: Now, concept: Concept | undefined): string {
  const { accepts, hash } = waiver;
  const texts = stampAs(hash);
  if (concept !== undefined && !isRuleHash(accepts, hash))
    return changeMessage(waiver, texts + stampOf(concept, hash), 'the entry');
  if (!isRuleId(accepts)) return `this waiver names “${accepts}”, which is no entry${ruleMeant(accepts)}`;
  const { waivable } = RULES[accepts];
  if (waivable === 'by rule') return changeMessage(waiver, texts + ruleStamp(accepts), 'the rule');
  if (waivable === 'by entry')
    return `a finding of “${accepts}” is accepted by the id of its entry; write the line that check prints`;
  return `“${accepts}” cannot be accepted (${waivable.slice('no: '.length)}); delete the line`;
}

function changeMessage({ accepts, hash }: Waiver, now: string, named: string): string {
  const changed = changedSince(hash, now, named);
  if (changed.length === 0)
    return `this waiver of “${accepts}” accepts nothing, since nothing is wrong; delete the line`;
  return `this waiver of “${accepts}” lapsed, since ${changed.join(' and ')} changed; delete the line, or write ${now} if it still holds`;
}

function ruleMeant(word: string): string {
  const known: readonly RuleId[] = RULE_IDS.filter((id) => RULES[id].waivable === 'by rule');
  const near = nearestWord(word, known);
  return near === null ? ' and no rule; delete the line' : ` and no rule; write “${near}”, or delete the line`;
}
