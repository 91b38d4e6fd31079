import type { Snapshot } from '../../core/changes/ports/library.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { processorSince } from '../thread/within-limit.ts';
import type { Loading } from './loader.ts';
import { createWaiting, type Shown, type Waiting } from './waiting.ts';

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

/** Articles that are checked between two states that are shown: lists count them, and nobody is told. */
const SHOWN_AFTER = 100;

/** Work for which those who look at something wait, though it may be for others. Milliseconds. */
const MOMENT = 60;

const ALL_DONE: Shown = { pending: new Set(), isTested: true };

export function createSettling({ few, first, show, giveWay, onTrouble }: SettlingPorts): Settling {
  const waiting = createWaiting(ALL_DONE);
  const asked = new Set<string>();
  let isStopped = false;
  let isEnded = false;
  let rest: Promise<void> = Promise.resolve();

  const publish = (loading: Unsettled) => {
    const snapshot = loading.snapshot();
    waiting.tell({ pending: snapshot.pending, isTested: loading.isTested() });
    show(snapshot);
  };
  const refuse = (error: unknown) => {
    asked.clear();
    waiting.refuse(error);
  };
  const fail = (error: unknown) => {
    refuse(error);
    onTrouble(error);
  };
  const order: Order = { few, first, giveWay, publish, waiting, asked, isStopped: () => isStopped };
  const stop = () => {
    isStopped = true;
    return rest;
  };
  return {
    async begin(loading) {
      if (isEnded) return;
      isStopped = false;
      waiting.admit();
      try {
        await checkFirst(loading, order);
      } catch (error) {
        publish(loading);
        return fail(error);
      }
      publish(loading);
      if (loading.pending.size > 0 || !loading.isTested()) rest = checkRest(loading, order).catch(fail);
    },
    stop,
    async end() {
      isEnded = true;
      await stop();
      refuse(new Error('the files are closed'));
    },
    checked(slug) {
      if (waiting.shown().pending.has(slug) && !waiting.isRefused()) asked.add(slug);
      // Where it cannot be checked every page says so, and it stands as it was.
      return waiting.until(({ pending }) => !pending.has(slug)).catch(() => {});
    },
    tested() {
      // Where they cannot be tested every page says so, and what was found before stays.
      return waiting.until(({ isTested }) => isTested).catch(() => {});
    },
    settled: () => waiting.until(({ pending, isTested }) => isTested && pending.size === 0),
  };
}

/** What decides which article is checked next, and whether any is. */
interface Order extends Pick<SettlingPorts, 'few' | 'first' | 'giveWay'> {
  /** Articles that somebody waits for, by slug. */
  readonly asked: Set<string>;
  readonly waiting: Waiting;
  readonly isStopped: () => boolean;
  readonly publish: (loading: Unsettled) => void;
}

/** Those that somebody waits for or looks at, then the others where they are few: one, and as many as a moment takes. */
async function checkFirst(loading: Unsettled, { asked, first, few, isStopped }: Order): Promise<void> {
  const looked = [...asked, ...first()].filter((slug) => loading.pending.has(slug));
  const others = loading.pending.size - new Set(looked).size > few ? [] : loading.pending;
  const began = process.cpuUsage();
  for (const slug of new Set([...looked, ...others])) {
    if (!isStopped() && loading.pending.has(slug)) await loading.check(slug);
    if (processorSince(began) > MOMENT) return;
  }
}

/** All that are left, while others go on. */
async function checkRest(loading: Unsettled, order: Order): Promise<void> {
  const { first, giveWay, publish, waiting, isStopped } = order;
  while (!isStopped()) {
    await checkAsked(loading, order);
    const looked = first().find((slug) => loading.pending.has(slug)) ?? null;
    if (loading.pending.size === 0 && loading.isTested()) return publish(loading);
    if (isWorthShowing(loading, waiting.shown())) publish(loading);
    if (looked === null) await giveWay(() => isStopped() || waiting.isAnybodyThere());
    if (!isStopped()) await goOn(loading, looked);
  }
}

async function checkAsked(loading: Unsettled, { asked, publish, isStopped }: Order): Promise<void> {
  const slugs = [...asked].filter((slug) => loading.pending.has(slug));
  for (const slug of slugs) if (!isStopped() && loading.pending.has(slug)) await loading.check(slug);
  for (const slug of asked) if (!loading.pending.has(slug)) asked.delete(slug);
  if (slugs.length > 0 && loading.pending.size > 0) publish(loading);
}

function isWorthShowing({ pending, isTested }: Unsettled, shown: Shown): boolean {
  return shown.pending.size - pending.size >= SHOWN_AFTER || (isTested() && !shown.isTested);
}

/** An article that somebody looks at, else the entries, else the article that has waited longest. */
async function goOn(loading: Unsettled, looked: string | null): Promise<void> {
  if (looked === null && !loading.isTested()) return loading.test();
  const [oldest] = loading.pending;
  const slug = looked ?? oldest;
  if (slug !== undefined) await loading.check(slug);
}
