import type { Person } from '../../people/people.ts';

/** Who acts. */
export interface Acting {
  /**
   * Under what a save of theirs is remembered: a name, or what tells one sign-in from another; null where nobody knows.
   */
  readonly by: string | null;
  /** Null for who has no name: all of it is theirs to do. */
  readonly person: Person | null;
}

export const NOBODY: Acting = { by: null, person: null };

/** Who does what is done at this moment, through all that it waits for. */
export interface Author {
  as(acting: Acting, work: () => void): void;
  current(): string | null;
  person(): Person | null;
  /**
   * Remembers nobody from now on: whatever waits for something costs a little more as long as somebody may be
   * remembered.
   */
  end(): void;
}
