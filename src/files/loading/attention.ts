/** Which articles somebody looks at, as far as the server can tell. */
export interface Attention {
  /** Somebody asked for an article. */
  note(slug: string): void;
  /** Somebody has its page open. Returns the way to say that it was closed. */
  open(slug: string): () => void;
  /** Those whose pages are open, and then those asked for, the last asked for first; not many. */
  articles(): readonly string[];
}

/** Articles that are checked before all others. */
const MOST = 20;

export function createAttention(): Attention {
  /** The last asked for last. */
  const asked = new Set<string>();
  const open = new Map<string, number>();
  const note = (slug: string) => {
    asked.delete(slug);
    asked.add(slug);
    for (const oldest of asked) {
      if (asked.size <= MOST) return;
      asked.delete(oldest);
    }
  };
  return {
    note,
    open(slug) {
      const count = open.get(slug) ?? 0;
      // The page opened last stands last.
      open.delete(slug);
      open.set(slug, count + 1);
      return () => {
        const left = (open.get(slug) ?? 1) - 1;
        if (left > 0) open.set(slug, left);
        else open.delete(slug);
      };
    },
    articles: () => [...new Set([...[...open.keys()].reverse(), ...[...asked].reverse()])].slice(0, MOST),
  };
}
