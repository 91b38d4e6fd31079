import type { CheckedArticle } from '../checks/checked-article.ts';
import { readSenses } from '../ledger/senses.ts';
import { conceptFingerprint } from '../ledger/waivers.ts';
import type { TermIndexes } from '../matcher/term-index.ts';
import type { Unit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { RichText } from '../model/rich-text.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { Engine } from './engine.ts';
import type { Snapshot } from './library.ts';

/** Why a unit needs an engine. */
export type PlanReason = 'no translation' | 'its French changed' | 'its terms changed' | 'asked for';

/** A unit that an engine is to translate. */
export interface PlannedUnit {
  readonly unit: Unit;
  readonly reason: PlanReason;
  /** Unicode code points of the French: what engines bill. */
  readonly characters: number;
  /** The entries that stand in the French. */
  readonly concepts: readonly Concept[];
  /** Six hex digits of what those entries say; a draft made with others is due again. */
  readonly stamp: string;
  /** A target of the same French, the same entries and the same engine, which costs nothing; or null. */
  readonly reused: string | null;
}

/** What would be sent, and what it would cost. Nothing is sent to make one. */
export interface Plan {
  readonly slug: string;
  readonly units: readonly PlannedUnit[];
  /** Of the units that are not reused. */
  readonly characters: number;
  /** Number of entries that stand in any of the units. */
  readonly entries: number;
}

/**
 * Plans an article: units without a target, and drafts of engines whose terms changed since. Reviewed units are never
 * sent.
 *
 * @param all drafts of engines are due too, whatever their terms
 */
export function planArticle(
  checked: CheckedArticle,
  snapshot: Pick<Snapshot, 'glossary' | 'articles'>,
  engine: Pick<Engine, 'label'>,
  all = false,
): Plan {
  const remembered = memoryOf(snapshot, engine);
  const units = checked.article.units.flatMap((unit): PlannedUnit[] => {
    const { concepts, stamp } = stampOf(unit.source, snapshot.glossary.indexes);
    const reason = reasonFor(unit, stamp, all);
    if (reason === null) return [];
    const reused = reason === 'asked for' ? null : (remembered.get(memoryKey(unit.source.text, stamp)) ?? null);
    return [{ unit, reason, characters: [...unit.source.text].length, concepts, stamp, reused }];
  });
  const sent = units.filter(({ reused }) => reused === null);
  return {
    slug: checked.article.slug,
    units,
    characters: sent.reduce((sum, { characters }) => sum + characters, 0),
    entries: new Set(sent.flatMap(({ concepts }) => concepts)).size,
  };
}

function reasonFor(unit: Unit, stamp: string, all: boolean): PlanReason | null {
  if (unit.kind === 'code' || unit.state === 'reviewed') return null;
  if (unit.state === 'initial') return 'no translation';
  const made = readOrigin(unit.origin);
  if (made === null || unit.previous?.reviewed === true) return null;
  if (unit.previous !== null) return 'its French changed';
  if (made.stamp !== stamp) return 'its terms changed';
  return all ? 'asked for' : null;
}

/** The entries that stand in a French text, and the fingerprint of what they say. */
export function stampOf(text: RichText, { fr }: TermIndexes): { concepts: Concept[]; stamp: string } {
  const found = readSenses(text, fr).terms.flatMap(({ readings }) => readings.map(({ concept }) => concept));
  const concepts = [...new Set(found)].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { concepts, stamp: fingerprint(concepts.map(conceptFingerprint)).slice(0, 6) };
}

/** What `# origin:` of a draft says: `deepl en-US glossary 3fa2c1 2026-11-23 412 characters`. */
export interface EngineOrigin {
  readonly label: string;
  readonly stamp: string;
}

const ORIGIN = /^(.+) glossary ([0-9a-f]{6}) \d{4}-\d{2}-\d{2} \d+ characters/;

/** Null for the work of people. */
export function readOrigin(origin: string | null): EngineOrigin | null {
  const [, label, stamp] = ORIGIN.exec(origin ?? '') ?? [];
  return label === undefined || stamp === undefined ? null : { label, stamp };
}

/** @param date ISO 8601 */
export function writeOrigin({ label, stamp }: EngineOrigin, date: string, characters: number): string {
  return `${label} glossary ${stamp} ${date} ${characters} characters`;
}

function memoryKey(text: string, stamp: string): string {
  return `${stamp} ${text}`;
}

/** Targets of all articles that this engine made, by their French and the stamp of its entries. */
function memoryOf({ articles }: Pick<Snapshot, 'articles'>, { label }: Pick<Engine, 'label'>): Map<string, string> {
  const memory = new Map<string, string>();
  for (const { article } of articles.values()) {
    for (const { source, target, origin, previous } of article.units) {
      const made = readOrigin(origin);
      // A target of an older French is none of this one.
      if (made?.label === label && target !== null && previous === null)
        memory.set(memoryKey(source.text, made.stamp), target.text);
    }
  }
  return memory;
}
