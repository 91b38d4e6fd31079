import type { Bead } from './word-share.ts';

/** What a list has for the segments of the source in a bead. */
export function sourcesOf<T>({ source, sources }: Bead, list: readonly T[]): readonly T[] {
  return list.slice(source, source + sources);
}

/** The same of the target. */
export function targetsOf<T>({ target, targets }: Bead, list: readonly T[]): readonly T[] {
  return list.slice(target, target + targets);
}
