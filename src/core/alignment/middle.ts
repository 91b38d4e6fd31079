/** Segments of each side. */
export interface Counts {
  readonly source: number;
  readonly target: number;
}

/** The target segment near which the partner of a source segment is looked for first. */
export type Middle = (source: number) => number;

/** As if both sides went on at one pace. */
export function diagonal({ source, target }: Counts): Middle {
  return (i) => Math.round((i * target) / Math.max(1, source));
}
