import type { RuleId } from '../checks/rules.ts';
import { ledgerSlices } from '../ledger/ledger.ts';
import { pairStamp } from '../ledger/pair-stamps.ts';
import { takeRepairBack } from '../ledger/repair.ts';
import { writeReviewedTerms } from '../ledger/review-stamps.ts';
import { entryStamp, ruleStamp, writeWaiver } from '../ledger/waivers.ts';
import type { TermIndexes } from '../matcher/term-index.ts';
import type { Unit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import { writeRepair } from '../model/repair-note.ts';
import type { Slices } from '../model/slices.ts';
import { originOver } from '../people/approvals.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { NOTHING, type ReadText } from '../text/reading.ts';
import { mergeTexts } from '../text/text-diff.ts';
import { writeConflict } from './conflict-note.ts';
import type { TargetEdit } from './ports/translation-store.ts';

/** What a person wrote for a unit. */
export interface WrittenTarget {
  readonly target: string;
  readonly state: 'draft' | 'reviewed';
}

/** Changes with the source, the target and the state of one unit, and with nothing else. */
export function unitVersion({ source, target, state }: Unit): string {
  return fingerprint([source.text, target?.text ?? '', state]);
}

/** What an edit is made with. */
export interface EditTools {
  readonly indexes: TermIndexes;
  readonly read: ReadText;
  /** Today, ISO 8601. */
  readonly date: string;
  /** Whose text it is, as its origin says it; a person’s where this is absent. */
  readonly by?: string;
  /** The name of the person who writes; absent where nobody knows it. */
  readonly writer?: string;
}

/**
 * The edit that saves what a person wrote. Who only approves a text leaves it its origin; a review notes the entries it
 * was made with, and who approved, where that is known.
 */
export function* personalEdit(unit: Unit, { target, state }: WrittenTarget, tools: EditTools): Slices<TargetEdit> {
  // Who approves a text of nobody knows whom does not become its writer.
  const same = (unit.origin !== null || tools.writer !== undefined) && target === unit.target?.text;
  // Nor does who takes over what another side wrote.
  const taken = unit.conflicts?.find(({ text, origin }) => text === target && origin !== null)?.origin ?? null;
  const reviewed = state === 'reviewed';
  const terms = reviewed ? yield* reviewedTerms(unit, target, tools) : '';
  // What stands approved already, with the entries of today, stays whose approval it was.
  const isApproved = same && unit.state === 'reviewed' && terms === termsOf(unit);
  const approver = reviewed ? approverOf(isApproved ? unit.reviewedBy : undefined, tools) : null;
  return {
    ...editOf(unit, target),
    state: reviewed ? 'reviewed' : 'translated',
    comments: [
      ...(same ? provenance(unit) : [`origin: ${taken ?? originOf(unit, target, tools)}`]),
      ...(terms === '' ? [] : [`terms: ${terms}`]),
      ...(approver === null ? [] : [`reviewed: ${approver}`]),
    ],
    previous: reviewed ? null : (unit.previous?.source ?? null),
  };
}

/** Null where nobody knows who acts. */
function approverOf(before: string | undefined, { writer, date }: EditTools): string | null {
  return writer === undefined ? null : (before ?? `${writer} ${date}`);
}

function originOf({ origin, target: before, conflicts = [] }: Unit, target: string, tools: EditTools): string {
  const { by, writer, date } = tools;
  if (by !== undefined || writer === undefined) return `${by ?? 'person'} ${date}`;
  const earlier = [{ text: before?.text ?? '', origin }, ...conflicts];
  return earlier.reduceRight((said, one) => originOver(one, target, said), `person ${writer} ${date}`);
}

/** Whether an edit would write into a paragraph without English that it still has none. */
export function isBlank({ state }: Unit, { target, notes }: TargetEdit): boolean {
  return state === 'initial' && target === '' && notes === undefined;
}

/** The edit that leaves a text, its state and what it was reviewed with as they are; for a note alone. */
export function sameEdit(unit: Unit): TargetEdit {
  return { ...editOf(unit, unit.target?.text ?? ''), comments: keptComments(unit) };
}

/** The entries that a text is reviewed with, as they stand in its comment. */
function* reviewedTerms({ source }: Unit, target: string, { read, indexes }: EditTools): Slices<string> {
  const { entries } = yield* ledgerSlices({ source, target: read(target), waivers: [] }, indexes);
  return writeReviewedTerms(entries);
}

/** The edit that accepts what is wrong with one entry in a unit, or what one rule finds there, for a reason. */
export function waivingEdit(unit: Unit, what: Concept | RuleId, reason: string): TargetEdit {
  const [accepts, stamp] = typeof what === 'string' ? [what, ruleStamp(what)] : [what.id, entryStamp(what)];
  const hash = pairStamp(unit.source, unit.target ?? NOTHING) + stamp;
  const comments = [...keptComments(unit), writeWaiver({ accepts, hash, reason })];
  return { ...editOf(unit, unit.target?.text ?? ''), comments };
}

/**
 * The edit that takes back the last repair of an engine’s text, at the very place where it was made.
 *
 * @param typed what stands in the field by now; what was typed there is kept and saved with it
 * @returns null where the words put there are not there any more, so that nothing can be taken back
 */
export function* unrepairingEdit(unit: Unit, typed: WrittenTarget, tools: EditTools): Slices<TargetEdit | null> {
  const last = unit.repairs.at(-1);
  const stored = unit.target?.text ?? '';
  const before = last === undefined ? null : takeRepairBack(stored, last);
  if (before === null) return null;
  if (typed.target === stored)
    return { ...editOf(unit, before), comments: keptComments({ ...unit, repairs: unit.repairs.slice(0, -1) }) };
  const both = mergeTexts(stored, typed.target, before);
  return both === null ? null : yield* personalEdit(unit, { ...typed, target: both }, tools);
}

/** An edit that leaves the state as it is. */
function editOf(unit: Unit, target: string) {
  return {
    unit: unit.id,
    source: unit.source.text,
    target,
    state: unit.state === 'reviewed' ? ('reviewed' as const) : ('translated' as const),
    previous: unit.previous?.source ?? null,
    expected: unit.target?.text ?? '',
  };
}

function provenance({ origin, repairs }: Unit): string[] {
  return [
    ...(origin === null ? [] : [`origin: ${origin}`]),
    ...repairs.map((repair) => `repaired: ${writeRepair(repair)}`),
  ];
}

/** The entries that a text was reviewed with, as they stand in its comment; '' for none. */
function termsOf({ reviewedTerms }: Unit): string {
  return [...(reviewedTerms ?? [])].map(([id, stamp]) => `${id} ${stamp}`).join(', ');
}

function keptComments(unit: Unit): string[] {
  const terms = termsOf(unit);
  const { conflicts = [], reviewedBy } = unit;
  return [
    ...provenance(unit),
    ...(terms === '' ? [] : [`terms: ${terms}`]),
    ...(reviewedBy === undefined ? [] : [`reviewed: ${reviewedBy}`]),
    ...conflicts.map(writeConflict),
  ];
}
