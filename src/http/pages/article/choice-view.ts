import { describeLabel } from '../../../core/changes/ports/engine-origin.ts';
import { countStandings, summarize } from '../../../core/checks/article/standing-counts.ts';
import { isWrong, standingOf } from '../../../core/ledger/standing.ts';
import { describeRepair } from '../../../core/model/repair-note.ts';
import { counted } from '../../../core/text/counted.ts';
import type { Choice } from '../../../translate/choices.ts';
import type { Comparison } from '../../../translate/compare.ts';
import type { Job } from '../../../translate/jobs.ts';
import { unitDraftsAddress } from '../../addresses.ts';
import { type DatedLine, dated } from '../frame/dates.ts';

/** The drafts of engines for one paragraph, side by side, and the way to get more of them. */
export interface ChoicesView {
  readonly choices: readonly ChoiceView[];
  /** Whether there are several, so that it is worth saying where they agree. */
  readonly canCompare: boolean;
  /** Null where no engine is set up. */
  readonly asking: { readonly action: string; readonly prices: readonly string[] } | null;
  readonly state: Job['state'] | 'none';
  readonly isRunning: boolean;
  readonly notices: readonly string[];
  /** Whether there is anything to show at all. */
  readonly isShown: boolean;
}

interface ChoiceView {
  /** What the button sends. */
  readonly action: string;
  /** `deepl en-US` */
  readonly label: string;
  /** “2026-11-23, 412 characters” */
  readonly origin: DatedLine;
  readonly pieces: Choice['pieces'];
  /** “10 terms: 9 preferred, 1 deprecated” */
  readonly tally: string;
  readonly isWrong: boolean;
  readonly repairs: readonly string[];
  readonly isTaken: boolean;
}

/** What is known of the choices for a paragraph. */
export interface KnownChoices {
  readonly choices: readonly Choice[];
  /** What each engine would cost; empty where none is set up. */
  readonly planned: readonly Comparison[];
  readonly job: Job | undefined;
}

export function choicesView(slug: string, unit: string, { choices, planned, job }: KnownChoices): ChoicesView {
  return {
    choices: choices.map(choiceView),
    canCompare: choices.length > 1,
    asking: planned.length === 0 ? null : { action: unitDraftsAddress(slug, unit), prices: planned.map(priceOf) },
    state: job?.state ?? 'none',
    isRunning: job?.state === 'running',
    notices: job?.notices ?? [],
    isShown: choices.length + planned.length > 0,
  };
}

function choiceView({ id, origin, pieces, entries, repairs, isTaken }: Choice): ChoiceView {
  return {
    action: `take:${id}`,
    label: describeLabel(origin.label),
    origin: dated(origin.characters === 0 ? origin.date : `${origin.date}, ${counted(origin.characters, 'character')}`),
    ...{ pieces, isTaken },
    tally: summarize(countStandings(entries)),
    isWrong: entries.some((entry) => isWrong(standingOf(entry))),
    repairs: repairs.map(describeRepair),
  };
}

function priceOf({ engine, plan }: Comparison): string {
  if (plan.characters === 0) return `${engine.name}: kept from before`;
  if (engine.abilities.price === 'free') return `${engine.name}: no bill`;
  const characters = counted(plan.characters, 'character');
  return `${engine.name}: ${engine.abilities.price === 'tokens' ? `the tokens of ${characters}` : characters}`;
}
