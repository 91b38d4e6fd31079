import { checkUnit } from '../ledger/ledger.ts';
import { writeReviewedTerms } from '../ledger/review-stamps.ts';
import { waiverHash } from '../ledger/waivers.ts';
import type { TermIndexes } from '../matcher/term-index.ts';
import type { Unit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { visibleWords } from '../text/visible-words.ts';
import type { TargetEdit } from './translation-store.ts';

/** What a person wrote for a unit. */
export interface WrittenTarget {
  readonly target: string;
  readonly state: 'draft' | 'reviewed';
}

/** Changes with the source, the target and the state of one unit, and with nothing else. */
export function unitVersion({ source, target, state }: Unit): string {
  return fingerprint([source.text, target?.text ?? '', state]);
}

/**
 * The edit that saves what a person wrote. Who only approves a text leaves it its origin; a review notes the entries it
 * was made with.
 *
 * @param date ISO 8601
 */
export function personalEdit(
  unit: Unit,
  { target, state }: WrittenTarget,
  date: string,
  indexes: TermIndexes,
): TargetEdit {
  const source = visibleWords(unit.source);
  const same = unit.origin !== null && target === unit.target?.text;
  const terms = state === 'reviewed' ? writeReviewedTerms(checkUnit(source, target, indexes)) : '';
  return {
    ...editOf(unit, target),
    state: state === 'reviewed' ? 'reviewed' : 'translated',
    comments: [...(same ? provenance(unit) : [`origin: person ${date}`]), ...(terms === '' ? [] : [`terms: ${terms}`])],
    previous: state === 'reviewed' ? null : (unit.previous?.source ?? null),
  };
}

/** The edit that accepts what is wrong with one entry in a unit, for a reason. */
export function waivingEdit(unit: Unit, concept: Concept, reason: string): TargetEdit {
  const hash = waiverHash(visibleWords(unit.source), visibleWords(unit.target), concept);
  const waiver = `waive: ${concept.id} ${hash} - ${reason}`;
  return { ...editOf(unit, unit.target?.text ?? ''), comments: [...keptComments(unit), waiver] };
}

/** The edit that takes back the last repair of an engine’s text; null when it is not there any more. */
export function unrepairingEdit(unit: Unit): TargetEdit | null {
  const last = unit.repairs.at(-1);
  const [from = '', to = ''] = last?.split(' → ') ?? [];
  const text = unit.target?.text ?? '';
  const at = to === '' ? -1 : text.lastIndexOf(to);
  if (at < 0) return null;
  const target = text.slice(0, at) + from + text.slice(at + to.length);
  return { ...editOf(unit, target), comments: keptComments({ ...unit, repairs: unit.repairs.slice(0, -1) }) };
}

/** An edit that leaves the state as it is. */
function editOf(unit: Unit, target: string) {
  return {
    unit: unit.id,
    target,
    state: unit.state === 'reviewed' ? ('reviewed' as const) : ('translated' as const),
    previous: unit.previous?.source ?? null,
    expected: unit.target?.text ?? '',
  };
}

function provenance({ origin, repairs }: Unit): string[] {
  return [...(origin === null ? [] : [`origin: ${origin}`]), ...repairs.map((repair) => `repaired: ${repair}`)];
}

function keptComments(unit: Unit): string[] {
  const terms = [...(unit.reviewedTerms ?? [])].map(([id, stamp]) => `${id} ${stamp}`).join(', ');
  return [...provenance(unit), ...(terms === '' ? [] : [`terms: ${terms}`])];
}
