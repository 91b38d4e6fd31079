import type { ArticleMoves } from '../core/changes/article-moves.ts';
import type { ArticleStore } from '../core/changes/article-store.ts';
import type { History, MoveWords, Save } from '../core/changes/history.ts';

/** An article that came or went. */
interface Move {
  /** Below 0: the saves of files count upwards. */
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'brought back';
  /** What the store brings it back by; null for one that came. */
  readonly removed: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Moves remembered at most. */
const MOST_MOVES = 200;
/** UTF-16 units of a title in a sentence. */
const LONGEST_TITLE = 80;

/**
 * Remembers which articles came and went since the start of the server, beside the saves of files.
 *
 * @param saves those of files
 * @param now milliseconds since 1970
 * @returns what adds and removes, and the history of both kinds of saves
 */
export function createArticleMoves(
  store: ArticleStore,
  saves: History,
  now: () => number,
): { readonly articles: ArticleMoves; readonly history: History } {
  const moves = createMoves(now);
  const remove = async (slug: string, title: string) => {
    const removed = await store.remove(slug);
    return moves.remember({ slug, title, kind: 'removed', removed });
  };
  const undo = async ({ slug, title, removed }: Move) => {
    if (removed === null) return remove(slug, title);
    return moves.remember({ slug: await store.restore(removed), title, kind: 'brought back', removed: null });
  };
  return {
    articles: {
      async add(article, title) {
        const slug = await store.add(article);
        return { slug, save: moves.remember({ slug, title, kind: 'added', removed: null }) };
      },
      remove,
    },
    history: {
      async saves() {
        // Both kinds are the newest first already, and those of one moment stay so.
        return [...moves.saves(), ...(await saves.saves())].sort((a, b) => b.time - a.time);
      },
      async undo(number) {
        if (number > 0) return saves.undo(number);
        const move = moves.last(number);
        return move === null ? null : undo(move);
      },
    },
  };
}

/** The moves of this run of the server. */
function createMoves(now: () => number) {
  const moves: Move[] = [];
  let count = 0;
  const isLast = (move: Move) => moves.findLast(({ slug }) => slug === move.slug) === move;
  return {
    remember(move: Omit<Move, 'number' | 'time'>): number {
      count -= 1;
      moves.push({ ...move, number: count, time: now() });
      if (moves.length > MOST_MOVES) moves.shift();
      return count;
    },
    /** The newest first. */
    saves: (): Save[] => moves.map((move) => saveOf(move, isLast(move))).reverse(),
    /** A move by its number; null where its article has moved again since. */
    last(number: number): Move | null {
      return moves.find((move) => move.number === number && isLast(move)) ?? null;
    },
  };
}

function saveOf({ number, slug, title, kind, time }: Move, undoable: boolean): Save {
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE).trimEnd()}…` : title;
  const what = `“${short}” ${kind}`;
  return {
    number,
    file: `content/${slug}`,
    what,
    where: `/articles/${slug}`,
    time,
    undoable,
    move: wordsOf(what, kind),
  };
}

function wordsOf(what: string, kind: Move['kind']): MoveWords {
  return kind === 'removed'
    ? { says: `${what}. Its folder is kept in .visavis/.`, undo: 'Bring it back' }
    : { says: `${what}.`, undo: kind === 'added' ? 'Undo' : 'Remove it again' };
}
