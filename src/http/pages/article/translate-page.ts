import { isSent, type PlannedUnit, planSlices } from '../../../core/changes/plan.ts';
import type { Engine } from '../../../core/changes/ports/engine.ts';
import type { Snapshot } from '../../../core/changes/ports/library.ts';
import type { SpendingRecord } from '../../../core/changes/ports/spending.ts';
import type { TokenPrice } from '../../../core/changes/token-price.ts';
import type { CheckedArticle } from '../../../core/checks/checked-article.ts';
import { isWrong } from '../../../core/ledger/standing.ts';
import type { Slices } from '../../../core/model/slices.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { catalogueOf } from '../../../formats/article/catalogue-name.ts';
import { parseInlineMarks } from '../../../formats/article/inline-marks.ts';
import type { Job } from '../../../translate/jobs.ts';
import { describeCost, describeMonth, describePrice, whyOverLimit } from '../../../translate/price-words.ts';
import type { TranslatedUnit } from '../../../translate/save-drafts.ts';
import { articleAddress, runAddress, unitAddress } from '../../addresses.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { type Listed, listed, shownTitle } from '../frame/wording.ts';

/** views/translate.ejs: what a run would cost, and the run. */
export interface TranslatePage extends Frame {
  readonly article: { readonly href: string; readonly title: string };
  /** Where a translation is written by hand. */
  readonly catalogue: string;
  /** Where a run is started. */
  readonly startAt: string;
  /** Empty when none is set up; there is a price all the same. */
  readonly engines: readonly { readonly name: string; readonly isChosen: boolean; readonly note: string }[];
  readonly plan: PlanView;
  readonly state: Job['state'] | 'none';
  readonly isRunning: boolean;
  /** Null when none was started. */
  readonly job: JobView | null;
}

interface PlanView {
  readonly hasWork: boolean;
  /** To be sent. */
  readonly units: number;
  /** Taken from translations of the same French. */
  readonly reused: number;
  /** “12,345” */
  readonly characters: string;
  readonly entries: number;
  /** Drafts whose terms changed, among all of them. */
  readonly changed: number;
  /** Drafts that were made without the glossary, among all of them. */
  readonly untold: number;
  /** Paragraphs that have the same French as another. */
  readonly twins: number;
  /** What else there is to say of the price, one sentence each. */
  readonly remarks: readonly string[];
}

interface JobView {
  /** “Under way: deepl” */
  readonly heading: string;
  /** “12 paragraphs” */
  readonly total: string;
  readonly done: number;
  /** Where the bar of progress ends: at least 1. */
  readonly most: number;
  /** “412 characters billed” */
  readonly billed: string;
  readonly notices: readonly string[];
  /** Null where there is nothing to cancel. */
  readonly cancelAt: string | null;
  /** Units in which a term is missing. */
  readonly short: readonly Listed<{ readonly href: string; readonly unit: string }>[];
  readonly rows: readonly RowView[];
}

interface RowView {
  readonly href: string;
  readonly unit: string;
  readonly target: string;
  readonly refused: boolean;
  /** “2 of 3 terms kept”; null where there is none. */
  readonly kept: string | null;
  /** Missing or ruled out. */
  readonly wrong: number;
  /** `chips → tokens` */
  readonly repairs: readonly string[];
}

/** What a person is asked before a run, and told of it. */
export interface RunChoice {
  readonly engines: readonly Engine[];
  /** Name of the engine chosen, if any. */
  readonly chosen: string | null;
  readonly job: Job | undefined;
  readonly spent: SpendingRecord;
  /** ISO 8601. */
  readonly today: string;
  readonly mostCharacters: number | null;
  readonly tokenPrice: TokenPrice | null;
}

const HEADINGS: Readonly<Record<Job['state'], string>> = { running: 'Under way', ended: 'Done', stopped: 'Stopped' };
const ENDING =
  'Nothing more is sent. The answer under way may be paid for already: it is waited for, ten seconds at most, and saved.';

export function* translatePage(checked: CheckedArticle, snapshot: Snapshot, choice: RunChoice): Slices<TranslatePage> {
  const { engines, chosen, job, tokenPrice } = choice;
  const { slug, citation } = checked.article;
  const engine = engines.find(({ name }) => name === chosen) ?? engines[0];
  const title = shownTitle(citation.title);
  return {
    ...frameOf(snapshot, `Translate “${title}”`),
    article: { href: articleAddress(slug), title: withHeldSpaces(title) },
    catalogue: catalogueOf(slug),
    startAt: runAddress(slug),
    engines: engines.map((one) => ({ name: one.name, isChosen: one === engine, note: noteOf(one) })),
    plan: yield* planView(checked, snapshot, { ...choice, engine: engine ?? null }),
    state: job?.state ?? 'none',
    isRunning: job?.state === 'running',
    job: job === undefined ? null : jobView(slug, job, tokenPrice),
  };
}

function noteOf({ abilities }: Engine): string {
  const where = abilities.offline ? 'on this machine' : 'sends the text out';
  return `${where}, ${abilities.price === 'free' ? 'no bill' : `bills ${abilities.price}`}`;
}

function* planView(
  checked: CheckedArticle,
  snapshot: Snapshot,
  { engine, spent, today, mostCharacters, tokenPrice }: RunChoice & { readonly engine: Engine | null },
): Slices<PlanView> {
  const label = engine?.label ?? null;
  const plan = yield* planSlices(checked, snapshot, { label, paid: spent.answers, read: parseInlineMarks });
  const { units, characters, entries } = plan;
  const count = (holds: (unit: PlannedUnit) => boolean) => units.filter(holds).length;
  return {
    hasWork: units.length > 0,
    units: count(isSent),
    reused: count(({ free }) => free !== null),
    twins: count(({ twinOf }) => twinOf !== null),
    characters: grouped(characters),
    entries,
    changed: count(({ reason }) => reason === 'its terms changed'),
    untold: count(({ reason }) => reason === 'made without the glossary'),
    remarks: [
      whyOverLimit(plan, engine, mostCharacters),
      ...(engine === null ? [] : [describePrice(plan, engine, tokenPrice), describeMonth(spent.months, engine, today)]),
    ].filter((remark) => remark !== null),
  };
}

function jobView(slug: string, job: Job, price: TokenPrice | null): JobView {
  const { engine, total, units, notices, state, isCancelled, cost } = job;
  const rows = units.map((unit) => rowView(slug, unit));
  const isEnding = state === 'running' && isCancelled;
  return {
    heading: `${isEnding ? 'Cancelled' : HEADINGS[state]}: ${engine}`,
    total: counted(total, 'paragraph'),
    done: units.length,
    most: Math.max(1, total),
    billed: describeCost(
      cost ?? { characters: units.reduce((sum, { billed }) => sum + billed, 0), tokens: null },
      price,
    ),
    notices: isEnding ? [...notices, ENDING] : notices,
    cancelAt: state === 'running' && !isCancelled ? `${runAddress(slug)}/cancel` : null,
    short: listed(rows.filter(({ wrong, refused }) => wrong > 0 && !refused)),
    rows,
  };
}

function rowView(slug: string, { unit, target, standings, repairs, refused }: TranslatedUnit): RowView {
  const wrong = standings.filter(isWrong).length;
  const { length } = standings;
  return {
    href: unitAddress(slug, unit),
    ...{ unit, target, wrong, refused },
    kept: length === 0 ? null : `${length - wrong} of ${counted(length, 'term')} kept`,
    repairs: repairs.map(({ from, to }) => `${from} → ${to}`),
  };
}
