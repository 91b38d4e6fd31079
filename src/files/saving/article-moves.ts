import path from 'node:path';
import type { ArticleMoves } from '../../core/changes/ports/article-moves.ts';
import type { ArticleStore, NewArticle } from '../../core/changes/ports/article-store.ts';
import type { History, MoveWords, Save, Undone } from '../../core/changes/ports/history.ts';
import { type MoveSave, type SaveRecord, type Standing, standingOf } from '../../core/changes/ports/save-record.ts';
import { type ArticleLives, livesIn } from '../../core/changes/undo/article-lives.ts';
import { cutShort } from '../../core/text/cut-short.ts';
import { catalogueOf } from '../../formats/article/catalogue-name.ts';
import { isThere } from '../disk/is-there.ts';
import type { FileEditor } from './file-editor.ts';

/** UTF-16 units of a title in a sentence. */
const LONGEST_TITLE = 80;

interface Ports {
  readonly root: string;
  readonly store: ArticleStore;
  readonly editor: Pick<FileEditor, 'history' | 'log' | 'author' | 'watcher' | 'permission'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Remembers which articles came and went, beside the saves of files.
 *
 * @returns what adds and removes, and the history of both kinds of saves
 */
export function createArticleMoves(ports: Ports): { readonly articles: ArticleMoves; readonly history: History } {
  const { store, editor } = ports;
  return {
    articles: {
      async add(given, title) {
        const article = await allowed(ports, given);
        await editor.watcher.before(`content/${article.slug}`);
        const slug = await store.add(article);
        return { slug, save: await note(ports, { slug, title, did: 'added', removed: null, undoes: null }) };
      },
      async remove(slug, title) {
        editor.permission.wantWriter();
        await editor.watcher.before(`content/${slug}`);
        const removed = await store.remove(slug);
        return note(ports, { slug, title, did: 'removed', removed, undoes: null });
      },
    },
    history: {
      ...editor.history,
      async saves() {
        const records = await editor.log.records();
        const standing = standingOf(records);
        const lives = livesIn(records);
        const moves = records
          .filter((save) => save.kind === 'move')
          .map((save) => saveOf(save, standing, lives.now(save.slug).life === lives.of(save)));
        return [...moves, ...(await editor.history.saves())].sort((a, b) => b.number - a.number);
      },
      async undo(number, choices) {
        editor.permission.wantWriter();
        const records = await editor.log.records();
        const move = records.find((save) => save.number === number);
        return move?.kind === 'move' ? undo(ports, move, records) : editor.history.undo(number, choices);
      },
    },
  };
}

/** A new article as whoever acts may bring it: what they may not approve is a draft. */
async function allowed({ editor: { permission } }: Ports, article: NewArticle): Promise<NewArticle> {
  const { slug, catalogue } = article;
  permission.wantWriter();
  if (catalogue === null) return article;
  const { text } = await permission.allowed(catalogueOf(slug), null, catalogue);
  return { ...article, catalogue: text };
}

type NewMove = Pick<MoveSave, 'slug' | 'title' | 'did' | 'removed' | 'undoes'>;

function note({ editor, now }: Ports, move: NewMove): Promise<number> {
  const what = nameOf(move);
  const [time, by] = [now(), editor.author()];
  editor.watcher.after({ place: `content/${move.slug}`, what, by, time });
  return editor.log.note({
    ...{ kind: 'move', ...move, what, where: `/articles/${move.slug}` },
    ...{ time, by },
  });
}

/** Brings an article to where all its moves but this one lead. */
async function undo(ports: Ports, move: MoveSave, records: readonly SaveRecord[]): Promise<Undone | null> {
  const standing = standingOf(records);
  if (standing.open(move).length === 0) return null;
  const { slug, title } = move;
  const lives = livesIn(records);
  const moves = records.filter((save): save is MoveSave => save.kind === 'move' && isOfOne(save, move, lives));
  const root = standing.rootOf(move);
  const isActive = (save: MoveSave) => standing.isActive(save, 0) !== (save === root);
  const wanted = moves.filter((save) => save.undoes === null && isActive(save)).at(-1);
  const isWanted = wanted === undefined ? moves[0]?.did === 'removed' : wanted.did !== 'removed';
  const kept = moves.findLast(({ removed }) => removed !== null)?.removed ?? null;
  await ports.editor.watcher.before(`content/${slug}`);
  const isOurs = lives.now(slug).life === lives.of(move);
  const { did, removed } = await moveTo(ports, isWanted, { slug, kept, isOurs });
  return { save: await note(ports, { slug, title, did, removed, undoes: move.number }), left: 0 };
}

/** Whether two moves are about one article, and not about two that had its slug one after the other. */
function isOfOne(one: MoveSave, other: MoveSave, lives: ArticleLives): boolean {
  return one.slug === other.slug && lives.of(one) === lives.of(other);
}

/** An article where it is, or where it is kept. */
interface Moving {
  readonly slug: string;
  /** What the store brings it back by; null where it never went. */
  readonly kept: string | null;
  /** Whether what has its slug would be it: not another one, nor what somebody put there by hand. */
  readonly isOurs: boolean;
}

/** @throws {StoreError} as where another article has its place */
async function moveTo(
  { root, store }: Ports,
  isWanted: boolean,
  { slug, kept, isOurs }: Moving,
): Promise<Pick<MoveSave, 'did' | 'removed'>> {
  const isInPlace = isOurs && (await isThere(path.join(root, 'content', slug)));
  if (isWanted && !isInPlace && kept !== null) await store.restore(kept);
  if (isWanted) return { did: 'brought back', removed: null };
  return { did: 'removed', removed: isInPlace ? await store.remove(slug) : kept };
}

function saveOf(move: MoveSave, standing: Standing, isInPlace: boolean): Save {
  const { number, slug, where, time, by, undoes } = move;
  const undoable = standing.open(move).length > 0;
  return {
    ...{ number, file: `content/${slug}`, what: nameOf(move), where },
    ...{ time, by, undoable, isInPlace, undoes, move: wordsOf(move) },
  };
}

/** “Un essai” removed */
function nameOf({ title, did }: Pick<MoveSave, 'title' | 'did'>): string {
  return `“${cutShort(title, LONGEST_TITLE)}” ${did}`;
}

function wordsOf(move: Pick<MoveSave, 'title' | 'did'>): MoveWords {
  const title = cutShort(move.title, LONGEST_TITLE);
  return move.did === 'removed'
    ? { title, says: `${nameOf(move)}. Its folder is kept in .visavis/.`, undo: 'Bring it back' }
    : { title, says: `${nameOf(move)}.`, undo: move.did === 'added' ? 'Undo' : 'Remove it again' };
}
