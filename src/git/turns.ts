import type { SharedTrouble } from '../core/changes/ports/shared-store.ts';
import { createTurns } from '../core/model/keyed-turns.ts';
import { Away, Refused } from './exchange.ts';

/** What a piece of work is part of: committing here, or exchanging with the other copy. */
export type Part = 'committing' | 'exchanging';

/** Work with a checkout, one piece after the other, and what is wrong with each part of it. */
export interface Turns {
  /** Null while nothing is wrong. What cannot be committed comes first: it cannot be exchanged either. */
  trouble(): SharedTrouble | null;
  /**
   * Never fails: what goes wrong is the trouble of that part until a piece of the same part goes well, and the next
   * piece begins.
   *
   * @returns whether it went well
   */
  take(part: Part, work: () => Promise<unknown>): Promise<boolean>;
}

/**
 * @param now milliseconds since 1970
 * @param tell told of trouble when it begins, in a sentence
 */
export function createCheckoutTurns({
  now,
  tell,
}: {
  readonly now: () => number;
  readonly tell: (message: string) => void;
}): Turns {
  const troubles = new Map<Part, SharedTrouble>();
  const inTurn = createTurns();
  const note = (part: Part, error: unknown) => {
    const before = troubles.get(part);
    const next = troubleOf(error, now());
    const isNew = next.kind !== before?.kind;
    troubles.set(part, isNew ? next : { ...next, since: before.since });
    if (isNew) tell(`Saves are not exchanged: ${next.says || `the other copy is out of reach (${wordsOf(error)}).`}`);
  };
  return {
    trouble: () => troubles.get('committing') ?? troubles.get('exchanging') ?? null,
    take: (part, work) =>
      inTurn(async () => {
        try {
          await work();
          troubles.delete(part);
          return true;
        } catch (error) {
          note(part, error);
          return false;
        }
      }),
  };
}

function troubleOf(error: unknown, since: number): SharedTrouble {
  if (error instanceof Away) return { kind: 'away', since, says: '' };
  return { kind: error instanceof Refused ? 'refused' : 'held', since, says: wordsOf(error) };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
