import type { ChangeWords, Save } from '../../../core/changes/ports/history.ts';
import type { Snapshot } from '../../../core/changes/ports/library.ts';
import type { SharedState } from '../../../core/changes/ports/shared-store.ts';
import { sharedWords } from '../../../core/changes/shared-words.ts';
import { addToGroup } from '../../../core/model/groups.ts';
import { grouped } from '../../../core/text/counted.ts';
import { atLineBegin, plainly, type ToldPiece } from '../../../core/text/told-words.ts';
import { articleIn, CHANGES, conceptIn, EXCHANGE, versionsAddress } from '../../addresses.ts';
import { clockTime, dayOf } from '../frame/dates.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { type Named, saveName } from '../frame/names.ts';
import { type OnPaper, onPaper } from '../frame/on-paper.ts';
import type { PageWays } from '../frame/page-ways.ts';
import { type ChangeView, changeView, withoutMarks } from './change-view.ts';

/** views/changes.ejs: what was saved from pages, the newest first, by days. */
export interface ChangesPage extends Frame {
  readonly heading: readonly ToldPiece[];
  /** The French of the one paragraph that all is of; '' for none. */
  readonly of: string;
  /** Back to all changes; null where these are all. */
  readonly allAt: string | null;
  /** How far the copies are alike, and where that is done at once; null where there is no other. */
  readonly exchange: { readonly says: string; readonly at: string | null } | null;
  readonly days: readonly { readonly day: string; readonly saves: readonly SaveView[] }[];
  readonly pages: PageWays | null;
  readonly paper: OnPaper;
}

export interface SaveView extends Pick<Save, 'number' | 'file'> {
  /** “Paragraph 7 of “Un essai / A trial”” */
  readonly what: readonly ToldPiece[];
  /** The page of what was changed; null where that is gone. */
  readonly where: string | null;
  /** ISO 8601. */
  readonly time: string;
  /** “09:41” */
  readonly clock: string;
  /** “by you”; '' where nobody knows. */
  readonly by: string;
  /** Where versions of its file are; null for a whole article. */
  readonly versionsAt: string | null;
  /** What the button says that undoes it; null where nothing is left to undo. */
  readonly undo: string | null;
  readonly changes: readonly ChangeView[];
  /** “and 3 more”; '' for none. */
  readonly more: string;
}

/** What is shown of changes. */
export interface AskedChanges {
  readonly heading: readonly ToldPiece[];
  readonly of: string;
  readonly isAll: boolean;
  readonly saves: readonly (Save & { readonly changes: readonly ChangeWords[] })[];
  readonly pages: PageWays | null;
  /** The address of what is asked for. */
  readonly at: string;
  /** Who looks; null where nobody knows. */
  readonly by: string | null;
  /** Null where nothing is shared. */
  readonly shared: SharedState | null;
}

/** Paragraphs of one save that are shown. */
const MOST_CHANGES = 5;

export function changesPage(asked: AskedChanges, files: Snapshot): ChangesPage {
  const { heading, of, isAll, saves, pages, by } = asked;
  const days = new Map<string, SaveView[]>();
  for (const save of saves) addToGroup(days, dayOf(save.time), saveView(save, by, files));
  return {
    ...frameOf(files, plainly(heading)),
    ...{ heading, of: withoutMarks(of), allAt: isAll ? null : CHANGES, pages },
    paper: onPaper([], pages, asked.at),
    exchange: asked.shared === null || !isAll ? null : exchangeView(asked.shared),
    days: [...days].map(([day, list]) => ({ day, saves: list })),
  };
}

function exchangeView(state: SharedState): NonNullable<ChangesPage['exchange']> {
  return { says: sharedWords(state, clockTime), at: state.hasOther ? EXCHANGE : null };
}

function saveView(save: AskedChanges['saves'][number], by: string | null, files: Snapshot): SaveView {
  const { number, file, where, time, undoable, move, changes } = save;
  return {
    ...{ number, file, what: atLineBegin(saveName(save, files)), where: hasPage(save, files) ? where : null },
    ...{ time: new Date(time).toISOString(), clock: clockTime(time), by: byWhom(save.by, by) },
    versionsAt: move === undefined ? versionsAddress(file) : null,
    undo: undoable ? (move?.undo ?? 'Undo') : null,
    changes: changes.slice(0, MOST_CHANGES).map(changeView),
    more: changes.length > MOST_CHANGES ? `and ${grouped(changes.length - MOST_CHANGES)} more` : '',
  };
}

/** Who has another sign-in may be the same person with another browser. */
export function byWhom(name: string | null, you: string | null): string {
  if (name === null) return '';
  if (name === you) return 'by you';
  return name.startsWith('session ') ? 'by another sign-in' : `by ${name}`;
}

/** Whether the page of what was changed is there, and not that of another article with its slug. */
export function hasPage(
  { where, isInPlace }: Pick<Save, 'where' | 'isInPlace'>,
  { glossary, articles }: Named,
): boolean {
  const [id, slug] = [conceptIn(where), articleIn(where)];
  return isInPlace && (id === null || glossary.byId.has(id)) && (slug === null || articles.has(slug));
}
