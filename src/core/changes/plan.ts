import type { CheckedArticle, UnitLedger } from '../checks/checked-article.ts';
import type { RepairTools } from '../ledger/repair.ts';
import { readSenses } from '../ledger/senses.ts';
import { type Standing, standingOf } from '../ledger/standing.ts';
import { conceptFingerprint } from '../ledger/waivers.ts';
import type { TermIndexes } from '../matcher/term-index.ts';
import { isTranslatable, type Unit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import { once } from '../model/once.ts';
import type { RichText } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { countCodePoints } from '../text/code-points.ts';
import { compareTexts } from '../text/compare-texts.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { ReadText } from '../text/reading.ts';
import { type FreeTarget, findFree, type Memory, memorySlices, newlyWrong, repairedDraft } from './free-target.ts';
import { labelWithout, readOrigin } from './ports/engine-origin.ts';
import type { Snapshot } from './ports/library.ts';
import type { PaidAnswer } from './ports/spending.ts';

/** Why a unit needs an engine. */
export type PlanReason =
  | 'no translation'
  | 'its French changed'
  | 'its terms changed'
  | 'made without the glossary'
  | 'asked for';

/** A unit that an engine is to translate. */
export interface PlannedUnit {
  readonly unit: Unit;
  readonly reason: PlanReason;
  /** Unicode code points of the French: what engines bill. */
  readonly characters: number;
  /** The entries that stand in the French. */
  readonly concepts: readonly Concept[];
  /** Six hex digits of what those entries say; a draft made with others is looked at again. */
  readonly stamp: string;
  /** A target that costs nothing; null where one has to be bought. */
  readonly free: FreeTarget | null;
  /** Id of a unit before it that has the same French, and whose answer will do for this one too; or null. */
  readonly twinOf: string | null;
}

/** What would be sent, and what it would cost. Nothing is sent to make one. */
export interface Plan {
  readonly slug: string;
  readonly units: readonly PlannedUnit[];
  /** Of the units that are sent. */
  readonly characters: number;
  /** Number of entries that stand in any of the units that are sent. */
  readonly entries: number;
}

/** What of an article is asked for. */
export interface ToPlan {
  readonly article: Pick<CheckedArticle['article'], 'slug'>;
  readonly units: readonly UnitLedger[];
}

/** How an article is to be planned. */
export interface PlanRequest {
  /** Of the engine; null for a price without one, where only the drafts themselves are remembered. */
  readonly label: string | null;
  /** Drafts of engines are due too, whatever their terms. */
  readonly all?: boolean;
  /** What was paid for already, besides what stands in the articles. */
  readonly paid?: readonly PaidAnswer[];
  readonly read: ReadText;
}

/**
 * Plans an article: units without a target, and drafts of engines in which a term became wrong. The ledger and the
 * free repair judge before anything is bought: a draft that obeys the glossary of now, whatever changed, is not due.
 * Reviewed units are never sent.
 */
export function* planSlices(
  checked: ToPlan,
  { glossary: { indexes }, articles }: Pick<Snapshot, 'glossary' | 'articles'>,
  { label, read, all = false, paid = [] }: PlanRequest,
): Slices<Plan> {
  const looking = { tools: { indexes, read }, memory: yield* memorySlices({ articles }, paid, label) };
  const first = new Map<string, string>();
  const units: PlannedUnit[] = [];
  for (const one of checked.units) {
    const { unit } = one;
    yield;
    const stamped = once(() => stampOf(unit.source, indexes));
    const reason = reasonFor(one, () => stamped().stamp, { label, all });
    if (reason === null) continue;
    const { concepts, stamp } = stamped();
    const free = yield* freeFor(one, { reason, stamp, ...looking });
    const twinOf = free === null ? (first.get(unit.source.text) ?? null) : null;
    if (free === null && twinOf === null) first.set(unit.source.text, unit.id);
    units.push({ unit, reason, characters: countCodePoints([unit.source.text]), concepts, stamp, free, twinOf });
  }
  const sent = units.filter(isSent);
  return {
    slug: checked.article.slug,
    units,
    characters: sent.reduce((sum, { characters }) => sum + characters, 0),
    entries: new Set(sent.flatMap(({ concepts }) => concepts)).size,
  };
}

/** Whether its French goes to the engine. */
export function isSent({ free, twinOf }: PlannedUnit): boolean {
  return free === null && twinOf === null;
}

/** How terms stand of which an engine that was told of the glossary would make nothing else. */
const CONTENT: readonly Standing[] = ['preferred', 'free', 'waived'];

/** @param stampNow asked where nothing else decides */
function reasonFor(
  checked: UnitLedger,
  stampNow: () => string,
  { label, all }: Required<Pick<PlanRequest, 'label' | 'all'>>,
): PlanReason | null {
  const { unit, entries } = checked;
  if (!isTranslatable(unit) || unit.state === 'reviewed') return null;
  if (unit.state === 'initial') return 'no translation';
  const made = readOrigin(unit.origin);
  if (made === null || unit.previous?.reviewed === true) return null;
  if (unit.previous !== null) return 'its French changed';
  const isUntold = label !== null && made.label === labelWithout(label);
  if (isUntold && entries.some((entry) => !CONTENT.includes(standingOf(entry)))) return 'made without the glossary';
  if (newlyWrong(checked).length > 0 && made.stamp !== stampNow()) return 'its terms changed';
  return all ? 'asked for' : null;
}

interface Looking {
  readonly reason: PlanReason;
  readonly stamp: string;
  readonly memory: Memory;
  readonly tools: RepairTools;
}

function* freeFor(checked: UnitLedger, { reason, stamp, memory, tools }: Looking): Slices<FreeTarget | null> {
  if (reason === 'asked for') return null;
  const repaired = reason === 'its terms changed' ? yield* repairedDraft(checked, tools) : null;
  return repaired ?? (yield* findFree(checked.unit.source, stamp, memory, tools));
}

/** The entries that stand in a French text, and the fingerprint of what they say. */
export function stampOf(text: RichText, { fr }: TermIndexes): { concepts: Concept[]; stamp: string } {
  const found = readSenses(text, fr).terms.flatMap(({ readings }) => readings.map(({ concept }) => concept));
  const concepts = [...new Set(found)].sort((a, b) => compareTexts(a.id, b.id));
  return { concepts, stamp: fingerprint(concepts.map(conceptFingerprint)).slice(0, 6) };
}
