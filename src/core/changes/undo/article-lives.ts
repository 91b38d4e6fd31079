import type { MoveSave, SaveRecord } from '../ports/save-record.ts';

/** Which of the articles that had one slug, one after the other; 0 for the first. */
export type Life = number;

/** Who has a slug, by all that came and went. */
export interface Slug {
  /** Of what stands there, or of what may be put there. */
  readonly life: Life;
  /** The article there was added, not put there by hand. */
  readonly isAdded: boolean;
  /** What removed articles are kept as, and which they are. */
  readonly removed: ReadonlyMap<string, Life>;
}

/** The articles of all slugs. */
export interface ArticleLives {
  /** The article that a save was made in, or that came or went. */
  of(save: SaveRecord): Life;
  /** @param time milliseconds since 1970 */
  at(slug: string, time: number): Life;
  now(slug: string): Slug;
}

/** A slug as the records are gone through. */
interface Known {
  life: Life;
  isAdded: boolean;
  readonly removed: Map<string, Life>;
  readonly steps: { readonly time: number; readonly life: Life }[];
}

const fresh = (): Known => ({ life: 0, isAdded: false, removed: new Map(), steps: [] });

/** The slug of the article that a file belongs to; undefined for what is no article’s. */
export function slugIn(file: string): string | undefined {
  return /^content\/([a-z0-9-]+)\/[^/]+$/.exec(file)?.[1];
}

/** @param records the oldest first */
export function livesIn(records: readonly SaveRecord[]): ArticleLives {
  const slugs = new Map<string, Known>();
  const lives = new Map<number, Life>();
  const now = (slug: string) => slugs.get(slug) ?? fresh();
  for (const record of records) {
    const slug = record.kind === 'move' ? record.slug : (slugIn(record.file) ?? '');
    const known = now(slug);
    const undone = record.undoes === null ? undefined : lives.get(record.undoes);
    const isNew = record.kind === 'move' && record.did === 'added';
    const life = undone ?? (isNew ? record.number : known.life);
    lives.set(record.number, life);
    if (record.kind !== 'move') continue;
    slugs.set(slug, known);
    move(known, record, life);
  }
  return {
    now,
    of: ({ number }) => lives.get(number) ?? 0,
    at: (slug, time) => now(slug).steps.findLast((step) => step.time < time)?.life ?? 0,
  };
}

/** @param life of the article that it is about */
function move(known: Known, { did, removed, number, time }: MoveSave, life: Life): void {
  if (did === 'added') [known.life, known.isAdded] = [life, true];
  else if (did === 'brought back') {
    known.life = life;
    for (const [kept, one] of known.removed) if (one === life) known.removed.delete(kept);
  } else if (removed !== null && !known.removed.has(removed)) {
    known.removed.set(removed, life);
    [known.life, known.isAdded] = [number, false];
  }
  known.steps.push({ time, life: known.life });
}
