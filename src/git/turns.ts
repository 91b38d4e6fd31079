import type { SharedTrouble } from '../core/changes/ports/shared-store.ts';
import { Away, Refused } from './exchange.ts';

/** Work with a checkout, one piece after the other, and what is wrong with it. */
export interface Turns {
  /** Null while nothing is wrong. */
  trouble(): SharedTrouble | null;
  /** Nothing is wrong any more, or nothing of one kind. */
  clear(kind?: SharedTrouble['kind']): void;
  /** Never fails: what goes wrong is trouble, and the next piece begins. */
  take(work: () => Promise<unknown>): Promise<void>;
}

/**
 * @param now milliseconds since 1970
 * @param tell told of trouble when it begins, in a sentence
 */
export function createTurns({
  now,
  tell,
}: {
  readonly now: () => number;
  readonly tell: (message: string) => void;
}): Turns {
  let trouble: SharedTrouble | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const note = (next: SharedTrouble) => {
    const isNew = next.kind !== trouble?.kind;
    trouble = isNew || trouble === null ? next : { ...next, since: trouble.since };
    if (isNew) tell(`Saves are not exchanged: ${next.says || 'the other copy is out of reach.'}`);
  };
  return {
    trouble: () => trouble,
    clear(kind) {
      if (kind === undefined || trouble?.kind === kind) trouble = null;
    },
    take(work) {
      const done = last.then(work).then(
        () => {},
        (error: unknown) => note(troubleOf(error, now())),
      );
      last = done;
      return done;
    },
  };
}

function troubleOf(error: unknown, since: number): SharedTrouble {
  if (error instanceof Away) return { kind: 'away', since, says: '' };
  const says = error instanceof Error ? error.message : String(error);
  return { kind: error instanceof Refused ? 'refused' : 'held', since, says };
}
