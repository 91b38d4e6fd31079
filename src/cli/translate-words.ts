import { isSent, type Plan } from '../core/changes/plan.ts';
import { type Engine, EngineError } from '../core/changes/ports/engine.ts';
import { isWrong } from '../core/ledger/standing.ts';
import { counted } from '../core/text/counted.ts';
import type { TranslatedUnit } from '../translate/save-drafts.ts';

/**
 * “p: 12 paragraphs for deepl, 4,120 characters, 31 entries apply.” Without an engine it says what any would be sent.
 */
export function describePlan(plan: Plan, engine: Engine | null): string {
  if (plan.units.length === 0) return `${plan.slug}: nothing to translate.`;
  const free = plan.units.filter((unit) => unit.free !== null).length;
  const twins = plan.units.filter(({ twinOf }) => twinOf !== null).length;
  const parts = [
    `${counted(plan.units.filter(isSent).length, 'paragraph')}${engine === null ? '' : ` for ${engine.name}`}`,
    counted(plan.characters, 'character'),
    counted(plan.entries, 'entry applies', 'entries apply'),
  ];
  if (free > 0) parts.push(`${free} kept from before at no cost`);
  if (twins > 0) parts.push(`${twins} with the same French as another`);
  return `${plan.slug}: ${parts.join(', ')}.`;
}

/** A line for each paragraph: “p3: no translation, 14 characters”. */
export function describeUnits({ units }: Plan): string[] {
  return units.map(({ unit, reason, characters, free, twinOf }) => {
    const cost =
      free === null ? (twinOf === null ? counted(characters, 'character') : `as ${twinOf}`) : 'kept from before';
    return `${unit.id}: ${reason}, ${cost}`;
  });
}

/** @throws {EngineError} where the engine refuses the key, or is not there */
export async function describeRemaining(engine: Engine): Promise<string> {
  if (engine.abilities.price === 'free') return `${engine.name} bills nothing.`;
  try {
    const left = await engine.remaining();
    return left === null
      ? `${engine.name} does not say what remains.`
      : `${counted(left, 'character remains', 'characters remain')} at ${engine.name}.`;
  } catch (error) {
    if (error instanceof EngineError && error.reach !== 'setup') return error.message;
    throw error;
  }
}

/** Signs and figures of one paragraph that are named one by one. */
const MOST_MENDS = 3;

/** “p3: 4 terms kept, 1 missing; repaired: chips → tokens; 412 characters” */
export function describeUnit({ unit, standings, repairs, mends, restored, billed, refused }: TranslatedUnit): string {
  if (refused) return `${unit}: its French or its English was changed meanwhile, and stays as it is`;
  const wrong = standings.filter(isWrong).length;
  const parts = [`${standings.length - wrong} of ${counted(standings.length, 'term')} kept`];
  for (const { from, to } of repairs) parts.push(`repaired: ${from} → ${to}`);
  for (const { from, to } of mends.slice(0, MOST_MENDS)) parts.push(`mended: ${from} → ${to}`);
  if (mends.length > MOST_MENDS) parts.push(`${mends.length - MOST_MENDS} more mended`);
  if (restored.length > 0) parts.push(`put back: ${restored.join(', ')}`);
  parts.push(billed === 0 ? 'not billed' : counted(billed, 'character'));
  return `${unit}: ${parts.join('; ')}`;
}

/** A row of the table under {@link COMPARISON_HEAD}. */
export function comparisonRow(name: string, arrived: readonly TranslatedUnit[], seconds: number): string {
  const sum = (figure: (unit: TranslatedUnit) => number) => arrived.reduce((total, unit) => total + figure(unit), 0);
  const missing = sum(({ standings }) => standings.filter(isWrong).length);
  const repaired = sum(({ repairs }) => repairs.length);
  const obeyed = sum(({ standings }) => standings.length) - missing - repaired;
  const billed = sum((unit) => unit.billed);
  return inColumns(name, [arrived.length, obeyed, repaired, missing, billed, seconds.toFixed(1)]);
}

/** What each column counts; none is narrower than its head. */
const COUNTS = ['paragraphs', 'obeyed', 'repaired', 'missing', 'characters', 'seconds'];

function inColumns(name: string, cells: readonly (string | number)[]): string {
  const padded = cells.map((cell, i) => String(cell).padStart((COUNTS[i]?.length ?? 0) + (i === 0 ? 0 : 1)));
  return [name.padEnd(16), ...padded].join(' ');
}

export const COMPARISON_HEAD = inColumns('engine', COUNTS);
