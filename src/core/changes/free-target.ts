import type { UnitLedger } from '../checks/checked-article.ts';
import { ledgerSlices } from '../ledger/ledger.ts';
import type { LedgerEntry } from '../ledger/ledger-entry.ts';
import { type RepairTools, repairSlices } from '../ledger/repair.ts';
import { isStampedOtherwise } from '../ledger/review-stamps.ts';
import { isWrong, standingOf } from '../ledger/standing.ts';
import { addToGroup } from '../model/groups.ts';
import type { RichText } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { type EngineOrigin, readOrigin } from './ports/engine-origin.ts';
import type { Snapshot } from './ports/library.ts';
import type { PaidAnswer } from './ports/spending.ts';

/** A target that is there already, so that nothing has to be bought. */
export interface FreeTarget {
  /** Before the free repair. */
  readonly target: string;
  /** `here`: the draft itself; `article`: another paragraph; `paid`: an answer that no article has. */
  readonly from: 'here' | 'article' | 'paid';
  readonly origin: EngineOrigin;
}

/**
 * What is wrong with the terms of a draft by entries that say something else by now than when it was made. Where
 * nobody noted the entries, all that is wrong counts.
 */
export function newlyWrong({ unit, entries }: Pick<UnitLedger, 'unit' | 'entries'>): LedgerEntry[] {
  return entries.filter((entry) => isWrong(standingOf(entry)) && isStampedOtherwise(entry, unit.reviewedTerms));
}

/** The draft itself, where the free repair puts right what became wrong; null where it does not. */
export function* repairedDraft({ unit }: Pick<UnitLedger, 'unit'>, tools: RepairTools): Slices<FreeTarget | null> {
  const origin = readOrigin(unit.origin);
  if (unit.target === null || origin === null) return null;
  const { target, repairs } = yield* repairSlices(unit.source, unit.target, tools);
  const { entries } = yield* ledgerSlices({ source: unit.source, target, waivers: [] }, tools.indexes);
  if (repairs.length === 0 || newlyWrong({ unit, entries }).length > 0) return null;
  return { target: unit.target.text, from: 'here', origin };
}

/** Targets by their French. */
export type Memory = ReadonlyMap<string, readonly FreeTarget[]>;

/**
 * What one engine made: targets of all articles, and what was paid for and stands in none.
 *
 * @param label null for no engine, which made nothing
 */
export function* memorySlices(
  { articles }: Pick<Snapshot, 'articles'>,
  paid: readonly PaidAnswer[],
  label: string | null,
): Slices<Memory> {
  const memory = new Map<string, FreeTarget[]>();
  if (label === null) return memory;
  const add = (source: string, free: FreeTarget) => {
    if (free.origin.label !== label) return;
    addToGroup(memory, source, free);
  };
  for (const { article } of articles.values()) {
    yield;
    for (const { source, target, origin, previous } of article.units) {
      const made = readOrigin(origin);
      // A target of an older French is none of this one.
      if (made === null || target === null || previous !== null) continue;
      add(source.text, { target: target.text, from: 'article', origin: made });
    }
  }
  for (const answer of paid) {
    const { source, target, made, ...origin } = answer;
    add(source, { target, from: 'paid', origin: { ...origin, date: made.slice(0, 10) } });
  }
  return memory;
}

/**
 * One that was made with the same entries, or that obeys those of now once it is repaired; null where there is none.
 */
export function* findFree(
  source: RichText,
  stamp: string,
  memory: Memory,
  tools: RepairTools,
): Slices<FreeTarget | null> {
  const known = memory.get(source.text) ?? [];
  const same = known.find(({ origin }) => origin.stamp === stamp);
  if (same !== undefined) return same;
  for (const free of known) {
    const { target } = yield* repairSlices(source, tools.read(free.target), tools);
    const { entries } = yield* ledgerSlices({ source, target, waivers: [] }, tools.indexes);
    if (!entries.some((entry) => isWrong(standingOf(entry)))) return free;
  }
  return null;
}
