import { changedParts, type FilePart, joinParts, type PartChange } from '../../core/changes/ports/file-parts.ts';
import type { ChangeWords, History, LookedPart, UndoChoice, Undone } from '../../core/changes/ports/history.ts';
import { type FileSave, type SaveRecord, standingOf } from '../../core/changes/ports/save-record.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { livesIn, slugIn } from '../../core/changes/undo/article-lives.ts';
import {
  type PartResult,
  type PartUndo,
  partsAfter,
  type UndoAsked,
  undoParts,
} from '../../core/changes/undo/undo-file.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { ChangedMeanwhile } from '../disk/write-file.ts';
import type { ParsedFiles } from '../kept/parsed-files.ts';
import { placeNow } from './kept-place.ts';
import { keptVersions, readVersion } from './kept-versions.ts';
import { NO_PARTS, partReaderFor } from './part-kinds.ts';
import type { Permission } from './permission.ts';
import { refuseUnproven } from './proof.ts';
import type { Replaced } from './replaced.ts';
import type { SaveLog } from './save-log.ts';
import { changesOf, changeWords, isEdge, savesIn } from './told-saves.ts';

/** What the history of files is made with. */
export interface HistoryPorts {
  readonly root: string;
  readonly log: SaveLog;
  readonly author: () => string | null;
  readonly pacer: Pacer;
  readonly parsed: ParsedFiles;
  readonly disk: Replaced;
  readonly permission: Permission;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The saves of files, each to be undone part by part. */
export function createFileHistory(ports: HistoryPorts): History {
  return {
    saves: async () => savesIn(ports.root, await ports.log.records()),
    async changes(number) {
      const save = await findSave(ports, number);
      return save === null ? [] : changeWords(save.file, save.changes);
    },
    changesOf: (file, name) => changesOf(ports, file, name),
    look: (number) => look(ports, number),
    undo: (number, choices = []) => undo(ports, number, choices),
    versions: (file) => keptVersions(ports.root, file),
    compare: (file, name) => compare(ports, file, name),
    bringBack: (file, name) => bringBack(ports, file, name),
  };
}

async function findSave({ log }: HistoryPorts, number: number): Promise<FileSave | null> {
  const save = (await log.records()).find((one) => one.number === number);
  return save?.kind === 'file' ? save : null;
}

/** What is to be undone, over the file as it is at this moment. */
interface Opened {
  readonly asked: UndoAsked;
  /** Where the file is now. */
  readonly place: string;
  readonly text: string | null;
}

/** Null while another article has the slug of the one that it was made in. */
async function openSave(ports: HistoryPorts, save: FileSave): Promise<Opened | null> {
  const { root, log, disk, pacer, author } = ports;
  const records = await log.records();
  const reader = partReaderFor(save.file);
  const lives = livesIn(records);
  const life = lives.of(save);
  const place = await placeNow(root, { file: save.file, life }, lives);
  if (place === null) return null;
  const text = await disk.read(place);
  const parts = text === null ? NO_PARTS : await pacer.finish(reader.split(text));
  const isIts = (one: SaveRecord): one is FileSave =>
    one.kind === 'file' && one.file === save.file && lives.of(one) === life;
  const saves = records.filter(isIts);
  return { asked: { saves, save, parts, reader, by: author() }, place, text };
}

async function look(ports: HistoryPorts, number: number): Promise<LookedPart[]> {
  const save = await findSave(ports, number);
  if (save === null) return [];
  const opened = await openSave(ports, save);
  if (opened === null) return [];
  const { asked } = opened;
  const root = standingOf(asked.saves).rootOf(save) as FileSave;
  const { says } = asked.reader;
  const words = (part: FilePart | null) => (part === null ? null : says(part.body));
  return (await ports.pacer.finish(undoParts(asked)))
    .filter(({ isAsked, now, part }) => isAsked || !isEdge(part ?? now))
    .map((one) => {
      const { from, to } = root.changes[one.index] as PartChange;
      return {
        ...{ before: words(from), after: words(to), index: one.index, now: words(one.now), proposal: words(one.part) },
        ...{ kind: one.kind, isAsked: one.isAsked, version: versionOf(one.now) },
      };
    });
}

function versionOf(part: FilePart | null): string {
  return fingerprint(part === null ? [] : [part.key, part.body]);
}

async function undo(ports: HistoryPorts, number: number, choices: readonly UndoChoice[]): Promise<Undone | null> {
  const save = await findSave(ports, number);
  if (save === null) return null;
  // Stays from try to try, as what was done in one is not there to be done in the next.
  let done: number | null = null;
  return ports.disk.again(save.file, async () => {
    const first = await openSave(ports, save);
    const open = first === null ? [] : await ports.pacer.finish(undoParts(first.asked));
    if (first === null || open.length === 0) return done === null ? null : { save: done, left: 0 };
    const { made, chosen, left } = sorted(open, choices, { ...first.asked, origin: originOf(ports) });
    if (made.length > 0) done = await turn(ports, save, { opened: first, results: made, isChosen: false });
    if (chosen.length === 0) return { save: done, left };
    const second = await openSave(ports, save);
    if (second === null) throw new ChangedMeanwhile(save.file);
    return { save: await turn(ports, save, { opened: second, results: chosen, isChosen: true }), left };
  });
}

/** Whose text it is that somebody writes now; null for whoever has no name. */
function originOf({ permission, now }: HistoryPorts): string | null {
  const person = permission.person();
  return person === null ? null : `person ${person.name} ${new Date(now()).toISOString().slice(0, 10)}`;
}

type Rewriting = UndoAsked & { readonly origin: string | null };

/** What is done at once, what a person chose, and how much is left to choose. */
function sorted(open: readonly PartUndo[], choices: readonly UndoChoice[], { reader, parts, origin }: Rewriting) {
  const made: PartResult[] = [];
  const chosen: PartResult[] = [];
  let left = 0;
  for (const one of open) {
    const isOver = one.kind === 'conflict' || one.kind === 'taken';
    const choice = choices.find(({ index, version }) => index === one.index && version === versionOf(one.now));
    if (!one.isAsked || (choice?.do === 'back' && !isOver)) made.push(one);
    else if (choice === undefined) left += 1;
    else if (choice.do !== 'keep' && one.kind === 'taken')
      throw new StoreError('Another one has its name by now: undo first the save that gave it that name.', 'invalid');
    // Later saves wrote over its words, and still do: nothing is there to take back.
    else if (choice.do === 'keep' && isOver) made.push({ ...one, part: one.now });
    else if (choice.do === 'keep') chosen.push({ ...one, part: one.now });
    else if (choice.do === 'back') chosen.push(one);
    else chosen.push({ ...one, part: rewritten(one, choice.text, { reader, origin }) });
  }
  // The edges of the file stay as long as something of it waits.
  const waits = ({ now }: PartResult) => left > 0 && parts.length > 2 && isEdge(now);
  return { made: made.filter((one) => !waits(one)), chosen, left };
}

function rewritten(
  { now, part }: PartUndo,
  text: string,
  { reader, origin }: Pick<Rewriting, 'reader' | 'origin'>,
): FilePart {
  const base = now ?? part;
  const body = base === null ? null : reader.withText(base.body, text, origin);
  if (base !== null && body !== null) return { ...base, body };
  throw new StoreError('What you wrote cannot stand there; write it as the others are written.', 'invalid');
}

interface Turn {
  readonly opened: Opened;
  readonly results: readonly PartResult[];
  readonly isChosen: boolean;
}

/**
 * Writes what comes of it, after it was read back, and notes it.
 *
 * @throws {ChangedMeanwhile} @throws {StoreError}
 */
async function turn(ports: HistoryPorts, save: FileSave, { opened, results, isChosen }: Turn): Promise<number> {
  const { asked, place, text: before } = opened;
  const parts = await ports.pacer.finish(partsAfter(asked, results));
  if (parts === null) throw new ChangedMeanwhile(place);
  const whole = joinParts(parts);
  const isGone = whole === '' && asked.saves.some(({ isNew }) => isNew);
  const made = isGone || (before === null && whole === '') ? null : whole;
  const { after, drafts } = await leftBy(ports, { file: place, before, made });
  if (after !== before) {
    if (after !== null) await refuseUnproven({ file: place, before, after }, ports);
    await ports.disk.write(place, after, before);
  }
  const root = standingOf(asked.saves).rootOf(save);
  const isUndone = standingOf(asked.saves).isActive(root, results[0]?.index ?? 0);
  return ports.disk.note({
    ...{ file: save.file, where: root.where, what: `${isUndone ? 'undone' : 'done again'}${drafts}: ${root.what}` },
    ...{ undoes: save.number, turned: results.map(({ index }) => index), isChosen, before, after },
    told: isChosen ? results.flatMap(toldOf) : [],
  });
}

interface Made {
  readonly file: string;
  readonly before: string | null;
  readonly made: string | null;
}

/** What whoever acts leaves of it: where they may not approve, what was approved once comes back as a draft. */
async function leftBy({ permission }: HistoryPorts, { file, before, made }: Made) {
  permission.wantWriter();
  if (made === null) return { after: null, drafts: '' };
  const { text, why } = await permission.allowed(file, before, made);
  return { after: text, drafts: why === null ? '' : ', as drafts' };
}

/** What a person left as it is counts as written by them. */
function toldOf({ now, part }: PartResult): PartChange[] {
  if (now === null || now !== part) return [];
  return [{ from: now, to: now, follows: null, leads: null }];
}

/** Whether a version is of the article that has the slug, and not of one that went; true for what is no article’s. */
async function isOfNow({ log, root }: HistoryPorts, file: string, name: string): Promise<boolean> {
  const lives = livesIn(await log.records());
  const life = lives.at(slugIn(file) ?? '', Number.parseInt(name, 10));
  return (await placeNow(root, { file, life }, lives)) === file;
}

async function compare(ports: HistoryPorts, file: string, name: string): Promise<ChangeWords[] | null> {
  const text = await readVersion(ports.root, file, name);
  if (text === null || !(await isOfNow(ports, file, name))) return null;
  const reader = partReaderFor(file);
  const now = await ports.disk.read(file);
  const old = now === null ? NO_PARTS : await ports.pacer.finish(reader.split(now));
  return changeWords(file, changedParts(old, await ports.pacer.finish(reader.split(text))));
}

async function bringBack(ports: HistoryPorts, file: string, name: string): Promise<number | null> {
  return ports.disk.again(file, async () => {
    const [made, before] = [await readVersion(ports.root, file, name), await ports.disk.read(file)];
    if (made === null || made === before || !(await isOfNow(ports, file, name))) return null;
    const { after, drafts } = await leftBy(ports, { file, before, made });
    if (after === null || after === before) return null;
    await refuseUnproven({ file, before, after }, ports);
    await ports.disk.write(file, after, before);
    const about = { file, what: `an old version of ${file}${drafts}`, where: '/changes' };
    return ports.disk.note({ ...about, undoes: null, turned: [], isChosen: false, before, after });
  });
}
