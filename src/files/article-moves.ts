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
  const moves: Move[] = [];
  let count = 0;
  const remember = (move: Omit<Move, 'number' | 'time'>): number => {
    count -= 1;
    moves.push({ ...move, number: count, time: now() });
    if (moves.length > MOST_MOVES) moves.shift();
    return count;
  };
  const remove = async (slug: string, title: string) => {
    const removed = await store.remove(slug);
    return remember({ slug, title, kind: 'removed', removed });
  };
  const undo = async ({ slug, title, removed }: Move) => {
    if (removed === null) return remove(slug, title);
    return remember({ slug: await store.restore(removed), title, kind: 'brought back', removed: null });
  };
  const isLast = (move: Move) => moves.findLast(({ slug }) => slug === move.slug) === move;
  return {
    articles: {
      async add(article, title) {
        const slug = await store.add(article);
        return { slug, save: remember({ slug, title, kind: 'added', removed: null }) };
      },
      remove,
    },
    history: {
      async saves() {
        const told = moves.map((move) => saveOf(move, isLast(move)));
        return [...told, ...(await saves.saves())].sort((a, b) => b.time - a.time || b.number - a.number);
      },
      async undo(number) {
        if (number > 0) return saves.undo(number);
        const move = moves.find((one) => one.number === number);
        return move === undefined || !isLast(move) ? null : undo(move);
      },
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
