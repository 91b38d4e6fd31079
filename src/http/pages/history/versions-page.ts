import type { ChangeWords, FileVersion, Save } from '../../../core/changes/ports/history.ts';
import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { slugIn } from '../../../core/changes/undo/article-lives.ts';
import { counted } from '../../../core/text/counted.ts';
import { inEnglish, plainly, type ToldPiece } from '../../../core/text/told-words.ts';
import { CHANGES, VERSIONS, versionsAddress } from '../../addresses.ts';
import { clockTime, dayOf, exactTime } from '../frame/dates.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { articleOfFile, saveName } from '../frame/names.ts';
import { type ChangeView, changeView } from './change-view.ts';
import { byWhom } from './changes-page.ts';

/** views/versions.ejs: what is kept of a file, each to be brought back. */
export interface VersionsPage extends Frame {
  readonly file: string;
  /** The article whose translation it holds: “Un essai / A trial”; null for a file of none. */
  readonly of: readonly ToldPiece[] | null;
  readonly changesAt: string;
  readonly action: string;
  readonly versions: readonly VersionView[];
}

export interface VersionView {
  readonly name: string;
  /** “March 7, 2025, 09:41”, with seconds where that is not enough. */
  readonly until: string;
  /** The save that replaced it: “then paragraph 7”; null for one that is not kept. */
  readonly next: readonly ToldPiece[] | null;
  /** “by you”; '' where nobody knows. */
  readonly by: string;
  /** ISO 8601. */
  readonly time: string;
  readonly compareAt: string;
  /** How the file would change; null where that was not asked. */
  readonly compared: { readonly says: string; readonly changes: readonly ChangeView[] } | null;
}

/** Changes of one version that are shown. */
const MOST_CHANGES = 50;

export function versionsPage(
  file: string,
  versions: readonly FileVersion[],
  { compared, saves, by, files }: AskedVersions,
): VersionsPage {
  const of = articleOfFile(file, files);
  const minutes = versions.map(({ time }) => minuteOf(time));
  return {
    ...frameOf(files, `Versions of ${of === null ? file : `the translation of ${plainly(of)}`}`),
    ...{ file, of, changesAt: CHANGES, action: VERSIONS },
    versions: versions.map(({ name, time }, i) => ({
      ...{ name, until: untilWhen(time, minutes), time: new Date(time).toISOString() },
      ...replacedBy(saveAfter(i, versions, saves), { by, files }),
      compareAt: versionsAddress(file, name),
      compared: compared?.name === name ? comparedView(compared.changes) : null,
    })),
  };
}

/** What is shown of the versions of a file. */
export interface AskedVersions {
  readonly compared: ComparedVersion | null;
  /** Those of the file, the newest first. */
  readonly saves: readonly Save[];
  /** Who looks; null where nobody knows. */
  readonly by: string | null;
  readonly files: Snapshot;
}

/** The first save since a version was put aside, up to the next version. */
function saveAfter(i: number, versions: readonly FileVersion[], saves: readonly Save[]): Save | undefined {
  const [from = 0, to = Number.POSITIVE_INFINITY] = [versions[i]?.time, versions[i - 1]?.time];
  return saves.findLast(({ time }) => time >= from && time < to);
}

function replacedBy(
  save: Save | undefined,
  { by, files }: Pick<AskedVersions, 'by' | 'files'>,
): Pick<VersionView, 'next' | 'by'> {
  if (save === undefined) return { next: null, by: '' };
  return { next: [inEnglish('then '), ...nameWithin(save, files)], by: byWhom(save.by, by) };
}

/** What a save was of, for who knows the file: “paragraph 7”. */
function nameWithin(save: Save, files: Snapshot): ToldPiece[] {
  const of = ` of ${slugIn(save.file)}`;
  return save.what.endsWith(of) ? [inEnglish(save.what.slice(0, -of.length))] : saveName(save, files);
}

function minuteOf(time: number): string {
  return `${dayOf(time)}, ${clockTime(time)}`;
}

/** With seconds where another version was replaced in the same minute. */
function untilWhen(time: number, minutes: readonly string[]): string {
  const minute = minuteOf(time);
  return minutes.indexOf(minute) === minutes.lastIndexOf(minute) ? minute : `${dayOf(time)}, ${exactTime(time)}`;
}

/** A version and how it differs from the file of now. */
export interface ComparedVersion {
  readonly name: string;
  readonly changes: readonly ChangeWords[];
}

function comparedView(changes: readonly ChangeWords[]): VersionView['compared'] {
  const shown = changes.slice(0, MOST_CHANGES);
  const first = shown.length < changes.length ? `; the first ${MOST_CHANGES} are shown` : '';
  const says =
    changes.length === 0
      ? 'The file says the same now.'
      : `Brought back, it changes ${counted(changes.length, 'part')}${first}.`;
  return { says, changes: shown.map(changeView) };
}
