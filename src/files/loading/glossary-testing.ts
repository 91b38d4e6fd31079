import type { Glossary, UntestedGlossary } from '../../core/checks/glossary/check-glossary.ts';
import type { TestedEntries } from '../../core/checks/glossary/entries.ts';
import { testSlices } from '../../core/checks/glossary/test-entries.ts';
import type { Pacer, Slices } from '../../core/model/slices.ts';

/** A glossary that may be in use before its entries are tested. */
export interface Testing {
  /**
   * The same object all along, for whatever asks for the entries alone: it has the findings of the last that was
   * tested.
   */
  readonly glossary: Glossary;
  /** With what was found in these entries; of the last glossary that was tested until all of them are. */
  tested(): Glossary;
  isDone(): boolean;
  /** Goes on for a moment. */
  goOn(): Promise<void>;
  finish(): Promise<void>;
}

/** Time for which testing goes on before others are asked again whether they go first. Milliseconds. */
const MOMENT = 10;

/** One whose entries are tested. */
export function tested(glossary: Glossary): Testing {
  return { glossary, tested: () => glossary, isDone: () => true, goOn: async () => {}, finish: async () => {} };
}

/** What is left to be done; all that it needs is let go with it. */
interface Left {
  readonly entries: UntestedGlossary;
  readonly before: Glossary;
  readonly work: Slices<TestedEntries>;
}

function leftOf(entries: UntestedGlossary, before: Glossary): Left {
  return { entries, before, work: testSlices(entries, before) };
}

/** @param before what was tested last: what nothing bears on that differs is not tested again */
export function createTesting(entries: UntestedGlossary, before: Glossary, pacer: Pacer): Testing {
  const glossary: Glossary = { ...entries, findings: before.findings, failed: before.failed, lint: null };
  let last = before;
  let left: Left | null = leftOf(entries, before);
  const goOnUntil = async (isEnough: () => boolean) => {
    if (left === null) return;
    const now = left;
    try {
      const found = await pacer.finish(untilSlices(now.work, isEnough));
      if (found !== null) [last, left] = [{ ...glossary, ...found }, null];
    } catch (error) {
      left = leftOf(now.entries, now.before);
      throw error;
    }
  };
  return {
    glossary,
    tested: () => last,
    isDone: () => left === null,
    goOn() {
      const began = performance.now();
      return goOnUntil(() => performance.now() - began > MOMENT);
    },
    finish: () => goOnUntil(() => false),
  };
}

/** A work as far as it gets until that is enough; null where it is not done, and can go on. */
function* untilSlices<T>(work: Slices<T>, isEnough: () => boolean): Slices<T | null> {
  while (!isEnough()) {
    const { done, value } = work.next();
    if (done) return value;
    yield;
  }
  return null;
}
