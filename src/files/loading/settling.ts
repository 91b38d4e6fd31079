import type { Snapshot } from '../../core/changes/ports/library.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { processorSince } from '../thread/within-limit.ts';
import type { Loading } from './loader.ts';

/** A state of the files in which articles are left to be checked. */
export type Unsettled = Pick<Loading, 'pending' | 'check' | 'snapshot' | 'isTested' | 'test'>;

/**
 * Checks what a start leaves and what a change of the glossary bears on: first what somebody looks at, then the rest,
 * while others go on; the entries themselves are tested in between.
 */
export interface Settling {
  /**
   * Begins, once what was under way has stopped. Resolves when a state is shown in which those are right that somebody
   * looks at, as far as a moment allows: who asks for another of them waits for it.
   */
  begin(loading: Unsettled): Promise<void>;
  /** Ends after the article under way; what is checked by then stays so. */
  stop(): Promise<void>;
  /** The same for good: who waits is told that it will not be. */
  end(): Promise<void>;
  /** Resolves when an article is right in the state that is shown, and checks it before the others. */
  checked(slug: string): Promise<void>;
  /** Resolves when the state that is shown has what testing its entries found. */
  tested(): Promise<void>;
  /** Resolves when that is so and all articles are right; rejects where checking went wrong. */
  settled(): Promise<void>;
}

export interface SettlingPorts {
  /** So many that are left are checked before anything is shown, as far as that is done in a moment. */
  readonly few: number;
  /** Articles that come first, by slug; the first of them first. */
  readonly first: () => readonly string[];
  readonly show: (snapshot: Snapshot) => void;
  /** Lets others go first; asked before an article that nobody waits for. */
  readonly giveWay: Pacer['giveWay'];
  /** Told where checking goes wrong in a way nobody foresaw. */
  readonly onTrouble: (error: unknown) => void;
}

/** What there is of a state that is shown. */
interface Shown {
  readonly pending: ReadonlySet<string>;
  readonly isTested: boolean;
}

interface Waiter {
  readonly isDone: (shown: Shown) => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Articles that are checked between two states that are shown: lists count them, and nobody is told. */
const SHOWN_AFTER = 100;

/** Work for which those who look at something wait, though it may be for others. Milliseconds. */
const MOMENT = 60;

const ALL_DONE: Shown = { pending: new Set(), isTested: true };

export function createSettling({ few, first, show, giveWay, onTrouble }: SettlingPorts): Settling {
  const asked = new Set<string>();
  let waiters: readonly Waiter[] = [];
  let shown = ALL_DONE;
  let failure: { readonly error: unknown } | null = null;
  let isStopped = false;
  let isEnded = false;
  let rest: Promise<void> = Promise.resolve();

  const publish = (loading: Unsettled) => {
    const snapshot = loading.snapshot();
    shown = { pending: snapshot.pending, isTested: loading.isTested() };
    show(snapshot);
    const done = waiters.filter(({ isDone }) => isDone(shown));
    waiters = waiters.filter((waiter) => !done.includes(waiter));
    for (const { resolve } of done) resolve();
  };
  /** Who waits, and who would from now on, waits for nothing. */
  const refuse = (error: unknown) => {
    failure = { error };
    asked.clear();
    const all = waiters;
    waiters = [];
    for (const { reject } of all) reject(error);
  };
  const fail = (error: unknown) => {
    refuse(error);
    onTrouble(error);
  };
  const checkAll = async (loading: Unsettled, slugs: Iterable<string>) => {
    for (const slug of slugs) if (!isStopped && loading.pending.has(slug)) await loading.check(slug);
  };
  const checkAsked = async (loading: Unsettled) => {
    const slugs = [...asked].filter((slug) => loading.pending.has(slug));
    await checkAll(loading, slugs);
    for (const slug of asked) if (!loading.pending.has(slug)) asked.delete(slug);
    if (slugs.length > 0 && loading.pending.size > 0) publish(loading);
  };
  /** Articles that somebody looks at, then the entries, then the other articles. */
  const goOn = async (loading: Unsettled, looked: string | null) => {
    const [oldest] = loading.pending;
    if (looked === null && !loading.isTested()) return loading.test();
    const slug = looked ?? oldest;
    if (slug !== undefined) await loading.check(slug);
  };
  const isWorthShowing = (loading: Unsettled) =>
    shown.pending.size - loading.pending.size >= SHOWN_AFTER || (loading.isTested() && !shown.isTested);
  const checkRest = async (loading: Unsettled) => {
    for (;;) {
      if (isStopped) return;
      await checkAsked(loading);
      const [oldest] = loading.pending;
      const looked = first().find((slug) => loading.pending.has(slug));
      if (oldest === undefined && loading.isTested()) return publish(loading);
      if (isWorthShowing(loading)) publish(loading);
      if (looked === undefined) await giveWay(() => isStopped || waiters.length > 0);
      if (!isStopped) await goOn(loading, looked ?? null);
    }
  };
  const until = (isDone: Waiter['isDone']): Promise<void> => {
    if (isDone(shown)) return Promise.resolve();
    if (failure !== null) return Promise.reject(failure.error);
    return new Promise((resolve, reject) => {
      waiters = [...waiters, { isDone, resolve, reject }];
    });
  };
  /**
   * Those that somebody waits for or looks at, then the others where they are few: one, and as many as a moment takes.
   */
  const checkFirst = async (loading: Unsettled) => {
    const looked = [...asked, ...first()].filter((slug) => loading.pending.has(slug));
    const others = loading.pending.size - new Set(looked).size > few ? [] : loading.pending;
    const began = process.cpuUsage();
    for (const slug of new Set([...looked, ...others])) {
      await checkAll(loading, [slug]);
      if (processorSince(began) > MOMENT) return;
    }
  };
  const stop = () => {
    isStopped = true;
    return rest;
  };
  return {
    async begin(loading) {
      if (isEnded) return;
      isStopped = false;
      failure = null;
      const error = await checkFirst(loading).then(
        () => null,
        (thrown: unknown) => ({ thrown }),
      );
      publish(loading);
      if (error !== null) fail(error.thrown);
      else if (loading.pending.size > 0 || !loading.isTested()) rest = checkRest(loading).catch(fail);
    },
    stop,
    async end() {
      isEnded = true;
      await stop();
      refuse(new Error('the files are closed'));
    },
    checked(slug) {
      if (shown.pending.has(slug) && failure === null) asked.add(slug);
      // Where it cannot be checked every page says so, and it stands as it was.
      return until(({ pending }) => !pending.has(slug)).catch(() => {});
    },
    tested() {
      // Where they cannot be tested every page says so, and what was found before stays.
      return until(({ isTested }) => isTested).catch(() => {});
    },
    settled: () => until(({ pending, isTested }) => isTested && pending.size === 0),
  };
}
