import { mildProblemOf, type Problem, problemOf } from '../../core/checks/problem.ts';
import type { RuleId } from '../../core/checks/rules.ts';
import { readReviewedTerms } from '../../core/ledger/review-stamps.ts';
import { readWaiver } from '../../core/ledger/waivers.ts';
import { isTranslatable, type SourceUnit, type Unit, type Waiver } from '../../core/model/article.ts';
import { orEmpty } from '../../core/model/empty-list.ts';
import type { Place } from '../../core/model/place.ts';
import { readRepair } from '../../core/model/repair-note.ts';
import type { RichText } from '../../core/model/rich-text.ts';
import { filterSlices, finish, mapSlices, type Slices } from '../../core/model/slices.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { readCode } from '../../core/text/reading.ts';
import { openConflicts } from '../conflict-lines.ts';
import { messageKey, type PoComment, type PoFile, type PoMessage, poSlices } from '../po/po.ts';
import { readConflict } from './conflict-remark.ts';
import { readerFor, whyUnread } from './inline-marks.ts';
import { matchSlices, type UnitMessage } from './message-match.ts';
import { KEYED, unwrapped } from './wrapped-comments.ts';

/** What the catalogue of an article says, ready to be joined with its units. */
export type Catalogue = PoFile;

/** Of an article that has none. */
export const NO_CATALOGUE: Catalogue = { messages: [], problems: [] };

/** Reads a catalogue at once; see {@link catalogueSlices}. */
export function parseCatalogue(text: string, file: string): Catalogue {
  return finish(catalogueSlices(text, file));
}

/** Reads `en.po` and says which of its messages cannot be told apart. */
export function* catalogueSlices(text: string, file: string): Slices<Catalogue> {
  const { messages: read, problems } = yield* poSlices(text, file);
  const messages = read.map((message) => ({ ...message, comments: unwrapped(message.comments) }));
  const lines = createLines(text, file);
  const seen = new Set<string>();
  const repeated = messages.filter((message) => {
    const key = messageKey(message.id.value, message.context);
    const again = !message.obsolete && seen.has(key);
    if (!message.obsolete) seen.add(key);
    return again;
  });
  const at = ({ place }: { place: Place }, rule: RuleId, message: string): Problem => ({
    ...problemOf(rule, place, message),
    excerpt: lines.line(place.line),
  });
  return {
    messages,
    problems: [
      ...problems,
      ...openConflicts(text.slice(0, messages[0]?.block.start ?? text.length), file),
      ...repeated.map((one) => at(one, 'po', `${opening(one)} stands twice; tell the two apart with a msgctxt line`)),
      ...messages
        .flatMap(({ comments }) => comments.filter(isBadWaiver))
        .map((one) => at(one, 'waiver', 'write “# waive: entry-or-rule hash - reason”; check prints the line to copy')),
    ],
  };
}

function opening({ id: { value } }: PoMessage): string {
  return value.length > 40 ? `“${value.slice(0, 40)}…”` : `“${value}”`;
}

export interface JoinedUnits {
  readonly units: readonly Unit[];
  readonly problems: readonly Problem[];
}

/** Joins at once; see {@link joinSlices}. */
export function joinCatalogue(units: readonly SourceUnit[], catalogue: Catalogue): JoinedUnits {
  return finish(joinSlices(units, catalogue));
}

/** Gives each unit its message, and says which messages have none. */
export function* joinSlices(units: readonly SourceUnit[], { messages }: Catalogue): Slices<JoinedUnits> {
  const found = yield* matchSlices(units, messages);
  const taken = new Set(found.map((one) => one?.partOf ?? one?.message));
  const left = yield* filterSlices(messages, (message) => !message.obsolete && !taken.has(message));
  const joined = yield* mapSlices(units.entries(), ([i, unit]) => unitWith(unit, found[i]));
  const unread = (yield* mapSlices(joined, unreadProblems)).flat();
  return { units: joined, problems: [...left.map(orphanProblem), ...unread] };
}

function unitWith(unit: SourceUnit, found: UnitMessage | undefined): Unit {
  const message = found?.message;
  const text = message?.text.value ?? '';
  const translated = message !== undefined && text.trim() !== '';
  const fuzzy = message?.flags.includes('fuzzy') === true;
  const edited = found?.edited === true;
  return {
    target: translated ? readTarget(unit, text) : null,
    state: !translated ? 'initial' : fuzzy || edited || message.obsolete ? 'translated' : 'reviewed',
    origin: valuesOf(message?.comments ?? [], 'origin')[0]?.text ?? null,
    repairs: orEmpty(valuesOf(message?.comments ?? [], 'repaired').flatMap((note) => readRepair(note.text) ?? [])),
    notes: orEmpty(valuesOf(message?.comments ?? [], 'note').map((note) => note.text)),
    reviewedTerms: readReviewedTerms(valuesOf(message?.comments ?? [], 'terms')[0]?.text ?? null),
    previous: translated ? previousOf(message, edited, fuzzy) : null,
    waivers: orEmpty((message?.comments ?? []).flatMap(waiverIn)),
    targetPlace: message?.text.placeAt ?? (() => unit.place),
    // Last: a property behind what is spread gives each its own shape in memory, as large as itself.
    ...unit,
    ...reviewedByIn(message),
    ...conflictsIn(message),
  };
}

/** What is no language in French is none in English. */
function readTarget({ kind, source }: SourceUnit, text: string): RichText {
  return kind === 'code' || kind === 'aside' ? readCode(text) : readerFor(source)(text);
}

/** What the target was made from, where the French is another by now; noted in the file only beside a draft. */
function previousOf(message: PoMessage, edited: boolean, fuzzy: boolean): Unit['previous'] {
  if (edited) return { source: message.id.value, reviewed: !fuzzy };
  return fuzzy && message.previous !== null ? { source: message.previous, reviewed: true } : null;
}

/** `# reviewed: Béa 2026-11-26` */
function reviewedByIn(message: PoMessage | undefined): Pick<Unit, 'reviewedBy'> {
  const [said] = valuesOf(message?.comments ?? [], 'reviewed');
  return said === undefined ? {} : { reviewedBy: said.text.trim() };
}

function conflictsIn(message: PoMessage | undefined): Pick<Unit, 'conflicts'> {
  const conflicts = valuesOf(message?.comments ?? [], 'conflict').map(({ text }) => readConflict(text));
  return conflicts.length === 0 ? {} : { conflicts };
}

/** The values of the comments `key: value`. */
function valuesOf(comments: readonly PoComment[], key: string): PoComment[] {
  return comments.flatMap(({ text, place }) => {
    const [, name, value = ''] = KEYED.exec(text) ?? [];
    return name === key ? [{ text: value, place }] : [];
  });
}

function waiverIn({ text, place }: PoComment): Waiver[] {
  const waiver = readWaiver(text);
  return waiver === null ? [] : [{ ...waiver, place }];
}

function isBadWaiver({ text }: PoComment): boolean {
  return text.startsWith('waive:') && readWaiver(text) === null;
}

/** What of a unit is not read as it was meant, on either side. */
function unreadProblems(unit: Unit): Problem[] {
  if (!isTranslatable(unit)) return [];
  const { source, target, place, targetPlace } = unit;
  const at = (text: string, where: Place): Problem[] => {
    const message = whyUnread(text);
    return message === null ? [] : [mildProblemOf('too-many-marks', where, message)];
  };
  return [...at(source.text, place), ...(target === null ? [] : at(target.text, targetPlace(0)))];
}

function orphanProblem(message: PoMessage): Problem {
  const advice = `no paragraph of the source reads ${opening(message)}; mark the message obsolete (#~) or delete it`;
  return problemOf('orphan', message.place, advice);
}
