import { type Engine, EngineError } from '../core/changes/ports/engine.ts';
import type { Library } from '../core/changes/ports/library.ts';
import type { Cost, Spending } from '../core/changes/ports/spending.ts';
import { StoreError } from '../core/changes/ports/store-error.ts';
import type { TranslationStore } from '../core/changes/ports/translation-store.ts';
import type { TokenPrice } from '../core/changes/token-price.ts';
import type { Pacer } from '../core/model/slices.ts';
import { planComparison, runComparison, whyTooDear } from './compare.ts';
import { createPurse } from './purse.ts';
import { type ArticleEvent, runArticle, snapshotFor, UNCHECKED } from './run-article.ts';
import type { TranslatedUnit } from './save-drafts.ts';

/** What is needed to translate: the engines that are set up, where it goes, and today. */
export interface Translation {
  readonly engines: readonly Engine[];
  readonly store: TranslationStore;
  readonly spending: Spending;
  /** ISO 8601. */
  readonly today: () => string;
  /** The time it is, ISO 8601. */
  readonly instant: () => string;
  /** Characters that one run may send to engines that bill; null for no limit. */
  readonly mostCharacters: number | null;
  /** Null where nobody says what tokens cost. */
  readonly tokenPrice: TokenPrice | null;
  readonly pacer: Pacer;
  /** Told of an error that nobody foresaw; the run is over then, and everything else goes on. */
  readonly onUnforeseen: (error: unknown) => void;
}

/** A run, under way or ended. It goes on when the page that started it is closed. */
export interface Job {
  readonly engine: string;
  /** Units it set out to translate. */
  readonly total: number;
  readonly units: readonly TranslatedUnit[];
  /** What an engine could not take, and why the run stopped. */
  readonly notices: readonly string[];
  readonly state: 'running' | 'ended' | 'stopped';
  /** Somebody cancelled it. It sends nothing more, but runs until the answer under way is there, or was waited for. */
  readonly isCancelled: boolean;
  /** Known at its end. */
  readonly cost: Cost | null;
}

/** The runs of a server: at most one an article, and one a paragraph that is compared. */
export interface Jobs {
  /** Starts a run; gives false while one of this article is under way. */
  start(slug: string, engine: Engine, all: boolean): boolean;
  /** Asks every engine for one paragraph, side by side; false while that is under way. */
  compare(slug: string, unit: string): boolean;
  cancel(slug: string): void;
  /** Cancels all runs; resolves when the answers under way are saved. */
  end(): Promise<void>;
  /** The last run of an article since the server started. */
  of(slug: string): Job | undefined;
  /** The last time that a paragraph was compared since the server started. */
  comparisonOf(slug: string, unit: string): Job | undefined;
}

interface OpenJob extends Job {
  readonly units: TranslatedUnit[];
  readonly notices: string[];
  total: number;
  state: Job['state'];
  cost: Cost | null;
  isCancelled: boolean;
}

/** @param onProgress called with the article whenever its run starts, goes on or ends */
export function createJobs(library: Library, translation: Translation, onProgress: (slug: string) => void): Jobs {
  const { onUnforeseen } = translation;
  const ports = { library, ...translation, now: translation.instant };
  const jobs = new Map<string, OpenJob>();
  const running = new Set<Promise<void>>();
  /** @guard run-ends-badly → library.reload() */
  const readAgain = () => library.reload().catch(onUnforeseen);
  const run = async (slug: string, job: OpenJob, events: AsyncIterable<ArticleEvent>) => {
    await follow(job, events, { onProgress: () => onProgress(slug), onUnforeseen });
    await readAgain();
    if (job.state === 'running') job.state = 'ended';
    onProgress(slug);
  };
  const begin = (key: string, engine: string, events: (job: OpenJob) => AsyncIterable<ArticleEvent>): boolean => {
    const slug = articleOf(key);
    const { articles } = library.current();
    if (!articles.has(slug) || jobs.get(key)?.state === 'running') return false;
    for (const [old, { state }] of jobs) if (state !== 'running' && !articles.has(articleOf(old))) jobs.delete(old);
    const job = newJob(engine);
    jobs.set(key, job);
    const done = run(slug, job, events(job)).finally(() => running.delete(done));
    running.add(done);
    onProgress(slug);
    return true;
  };
  return {
    start: (slug, engine, all) =>
      begin(slug, engine.name, (job) => runArticle({ slug, engine, all, isCancelled: () => job.isCancelled }, ports)),
    compare: (slug, unit) =>
      begin(`${slug}/${unit}`, 'every engine', (job) => compareUnit({ slug, unit }, ports, () => job.isCancelled)),
    cancel(slug) {
      const job = jobs.get(slug);
      if (job?.state !== 'running') return;
      job.isCancelled = true;
      onProgress(slug);
    },
    /** @guard answer-under-way */
    async end() {
      for (const job of jobs.values()) job.isCancelled = true;
      await Promise.allSettled(running);
    },
    of: (slug) => jobs.get(slug),
    comparisonOf: (slug, unit) => jobs.get(`${slug}/${unit}`),
  };
}

function newJob(engine: string): OpenJob {
  return {
    ...{ engine, total: 0, units: [], notices: [] },
    ...{ state: 'running', cost: null, isCancelled: false },
  };
}

function articleOf(key: string): string {
  return key.split('/', 1)[0] ?? '';
}

/** Takes up what a run tells, to its end, whatever that is. */
async function follow(
  job: OpenJob,
  events: AsyncIterable<ArticleEvent>,
  { onProgress, onUnforeseen }: Pick<Translation, 'onUnforeseen'> & { readonly onProgress: () => void },
): Promise<void> {
  try {
    for await (const event of events) {
      takeEvent(job, event);
      if (event.kind !== 'planned' && event.kind !== 'cost') onProgress();
    }
  } catch (error) {
    job.state = 'stopped';
    const isKnown = error instanceof StoreError || error instanceof EngineError;
    job.notices.push(isKnown ? error.message : 'The run ended unexpectedly; what had arrived before is saved.');
    if (!isKnown) onUnforeseen(error);
  }
}

function takeEvent(job: OpenJob, event: ArticleEvent): void {
  if (event.kind === 'planned') job.total += event.plan.units.length;
  else if (event.kind === 'unit') job.units.push(event.unit);
  else if (event.kind === 'cost') job.cost = event.cost;
  else job.notices.push(event.message);
  if (event.kind === 'stopped') job.state = 'stopped';
}

/** One paragraph through every engine, one after the other; an engine that fails does not keep the others from it. */
async function* compareUnit(
  { slug, unit }: { readonly slug: string; readonly unit: string },
  { library, engines, spending, pacer, instant, mostCharacters }: Translation & { readonly library: Library },
  isCancelled: () => boolean,
): AsyncGenerator<ArticleEvent> {
  const snapshot = await snapshotFor(slug, library);
  if (snapshot === null) return yield { kind: 'stopped', message: UNCHECKED, needsFix: false };
  const checked = snapshot.articles.get(slug);
  if (checked === undefined) return;
  const purse = createPurse(mostCharacters);
  const planned = await planComparison({ checked, snapshot, engines, units: new Set([unit]) }, { spending, pacer });
  const why = whyTooDear(planned, purse);
  if (why !== null) return yield { kind: 'stopped', message: why, needsFix: false };
  for (const one of planned) {
    yield { kind: 'planned', plan: one.plan };
    for await (const event of runComparison(one, { spending, pacer, now: instant, snapshot, purse, isCancelled })) {
      if (event.kind !== 'stopped') yield event;
      else yield { kind: 'notice', message: `${one.engine.name}: ${event.message}` };
    }
  }
  yield { kind: 'cost', cost: purse.spent() };
}
