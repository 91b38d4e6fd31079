import type { Snapshot } from '../../core/changes/ports/library.ts';
import { problemOf } from '../../core/checks/problem.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';

/** The state that is in use, and who is told when another takes its place. */
export interface Published {
  current(): Snapshot;
  /** Puts another state in use, in one assignment. */
  show(next: Snapshot): void;
  /** Puts a sentence beside what the files have wrong, until {@link calm}. */
  warn(message: string): void;
  /** Nothing is in the way any more; the next state says so. */
  calm(): void;
  /** Calls back after each change. Returns the way to stop. */
  onChange(listener: (snapshot: Snapshot) => void): () => void;
  /** From now on nobody is told. */
  leaveAll(): void;
}

export function createPublished(first: Snapshot): Published {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let sound = first;
  let snapshot = first;
  let trouble: string | null = null;
  const publish = () => {
    const next = trouble === null ? sound : withTrouble(sound, trouble);
    if (next.revision === snapshot.revision) return;
    snapshot = next;
    for (const listener of listeners) listener(next);
  };
  return {
    current: () => snapshot,
    show(next) {
      sound = next;
      publish();
    },
    warn(message) {
      trouble = message;
      publish();
    },
    calm() {
      trouble = null;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    leaveAll: () => listeners.clear(),
  };
}

/** The same, with one problem more that no file has. */
function withTrouble(snapshot: Snapshot, message: string): Snapshot {
  const trouble = problemOf('unforeseen', { file: 'visavis', line: 1, column: 1 }, message);
  const revision = fingerprint([snapshot.revision, message]);
  return { ...snapshot, revision, problems: [trouble, ...snapshot.problems] };
}
