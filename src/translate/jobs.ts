import { type Engine, EngineError } from '../core/changes/engine.ts';
import type { Library } from '../core/changes/library.ts';
import { planArticle } from '../core/changes/plan.ts';
import { StoreError } from '../core/changes/store-error.ts';
import type { TranslationStore } from '../core/changes/translation-store.ts';
import { type RunEvent, runPlan } from './run-plan.ts';
import type { TranslatedUnit } from './save-drafts.ts';
import { termPairs } from './term-pairs.ts';

/** What is needed to translate: the engines that are set up, where it goes, and today. */
export interface Translation {
  readonly engines: readonly Engine[];
  readonly store: TranslationStore;
  /** ISO 8601. */
  readonly today: () => string;
  /** Characters that one run may send to an engine that bills them; null for no limit. */
  readonly mostCharacters: number | null;
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
}

/** The runs of a server: at most one an article. */
export interface Jobs {
  /** Starts a run; gives false while one of this article is under way. */
  start(slug: string, engine: Engine, all: boolean): boolean;
  cancel(slug: string): void;
  /** Cancels all runs; resolves when the answers under way are saved. */
  end(): Promise<void>;
  /** The last run of an article since the server started. */
  of(slug: string): Job | undefined;
}

interface OpenJob extends Job {
  readonly units: TranslatedUnit[];
  readonly notices: string[];
  state: Job['state'];
  isCancelled: boolean;
}

/** @param onProgress called with the article whenever its run starts, goes on or ends */
export function createJobs(
  library: Library,
  { store, today, mostCharacters, onUnforeseen }: Translation,
  onProgress: (slug: string) => void,
): Jobs {
  const jobs = new Map<string, OpenJob>();
  const running = new Set<Promise<void>>();
  const stop = (job: OpenJob, error: unknown) => {
    job.state = 'stopped';
    const isKnown = error instanceof StoreError || error instanceof EngineError;
    job.notices.push(isKnown ? error.message : 'The run ended unexpectedly; what had arrived before is saved.');
    if (!isKnown) onUnforeseen(error);
  };
  /** @guard run-ends-badly → library.reload() */
  const readAgain = () => library.reload().catch(onUnforeseen);
  const run = async (slug: string, job: OpenJob, events: AsyncIterable<RunEvent>) => {
    try {
      for await (const event of events) {
        if (event.kind === 'unit') job.units.push(event.unit);
        else job.notices.push(event.message);
        if (event.kind === 'stopped') job.state = 'stopped';
        onProgress(slug);
      }
    } catch (error) {
      stop(job, error);
    }
    await readAgain();
    if (job.state === 'running') job.state = 'ended';
    onProgress(slug);
  };
  return {
    start(slug, engine, all) {
      const snapshot = library.current();
      const checked = snapshot.articles.get(slug);
      if (checked === undefined || jobs.get(slug)?.state === 'running') return false;
      for (const [old, { state }] of jobs) if (state !== 'running' && !snapshot.articles.has(old)) jobs.delete(old);
      const plan = planArticle(checked, snapshot, engine, all);
      const job: OpenJob = {
        ...{ engine: engine.name, total: plan.units.length, units: [], notices: [] },
        ...{ state: 'running', isCancelled: false },
      };
      jobs.set(slug, job);
      const events = runPlan(plan, {
        ...{ engine, store, indexes: snapshot.glossary.indexes, date: today() },
        pairs: () => termPairs(snapshot.glossary.concepts),
        texts: checked.article.units.map(({ source }) => source.text),
        isCancelled: () => job.isCancelled,
        mostCharacters,
      });
      const done = run(slug, job, events).finally(() => running.delete(done));
      running.add(done);
      onProgress(slug);
      return true;
    },
    cancel(slug) {
      const job = jobs.get(slug);
      if (job !== undefined) job.isCancelled = true;
    },
    /** @guard answer-under-way */
    async end() {
      for (const job of jobs.values()) job.isCancelled = true;
      await Promise.allSettled(running);
    },
    of: (slug) => jobs.get(slug),
  };
}
