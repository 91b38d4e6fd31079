import { conceptsFor } from '../../../core/changes/live-verdicts.ts';
import type { Save } from '../../../core/changes/ports/history.ts';
import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { unitVersion } from '../../../core/changes/unit-edit.ts';
import { unitSlices } from '../../../core/checks/article/check-article.ts';
import { countStandings, summarize } from '../../../core/checks/article/standing-counts.ts';
import type { Want } from '../../../core/checks/article/wants.ts';
import type { CheckedUnit } from '../../../core/checks/checked-article.ts';
import { acceptedOnce, findingsOnce } from '../../../core/checks/findings-once.ts';
import type { Glossary } from '../../../core/checks/glossary/check-glossary.ts';
import { knownOf } from '../../../core/checks/pair/known-french.ts';
import { loweredWords } from '../../../core/checks/pair/sought-names.ts';
import { RULES, type RuleId } from '../../../core/checks/rules.ts';
import { type JudgedPair, offeredRepairs, possibleRepairs } from '../../../core/ledger/repair.ts';
import type { Unit } from '../../../core/model/article.ts';
import { describeRepair } from '../../../core/model/repair-note.ts';
import type { Slices } from '../../../core/model/slices.ts';
import { asksOther, whyDisputed, whyNotApprove } from '../../../core/people/approvals.ts';
import type { Person } from '../../../core/people/people.ts';
import { type ToldPiece, tellApart } from '../../../core/text/told-words.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { verbRecordsOf } from '../../../core/words/sent-verbs.ts';
import { readerFor } from '../../../formats/article/inline-marks.ts';
import { changesAddress, unitAddress, unitEditAddress } from '../../addresses.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { type MarkedPiece, markedPieces } from '../frame/marked-pieces.ts';
import { LONGEST_TITLE, numberOf, shownTitle } from '../frame/wording.ts';
import { leadsAlone } from './article-leads.ts';
import { type ChoicesView, choicesView, type KnownChoices } from './choice-view.ts';
import { type ConflictView, conflictInFile } from './conflict-view.ts';
import { type LastSave, lastSaveOf } from './last-save.ts';
import { type NoteField, noteField } from './note-view.ts';
import { type OtherSenseLine, otherSenseLines, type TermLine, termLines } from './unit-lines.ts';
import { type SidesView, sideSlices } from './unit-view.ts';
import { type WayFrom, waysFrom } from './way-view.ts';

/** views/unit.ejs: one paragraph, to be edited. */
export interface UnitPage extends Frame, NoteField {
  /** `essai/p7`: what a browser keeps unsaved words under. */
  readonly key: string;
  readonly unit: string;
  /** As in the id: 7. */
  readonly number: number;
  /** Where it is sent. */
  readonly action: string;
  /** The paragraph where it is read. */
  readonly readAt: string;
  /** The title of its article. */
  readonly article: string;
  /** Other paragraphs that want something. */
  readonly ways: readonly WayFrom[];
  /** The kind of paragraph that a save may lead on to. */
  readonly way: Want;
  /** Both texts with their marks, the English as it is in the field. */
  readonly sides: SidesView;
  /** The English in the field. */
  readonly target: string;
  /** Lines of the field. */
  readonly height: number;
  readonly state: 'draft' | 'reviewed';
  readonly isReviewed: boolean;
  /** Of the unit as shown; a save names it. */
  readonly version: string;
  /** The English of that version, for a merge. */
  readonly base: string;
  /** Those that are not rendered by the preferred term. */
  readonly terms: readonly TermLine[];
  /** Words that are terms elsewhere: the entry, and why they do not count here. */
  readonly otherSenses: readonly OtherSenseLine[];
  /**
   * What does not hold, one line each, with the rule that a reason would accept; null where it is accepted with
   * another.
   */
  readonly findings: readonly FindingLine[];
  /** What does not hold and was accepted, one sentence each. */
  readonly accepted: readonly (readonly ToldPiece[])[];
  /** Why whoever asks may not approve this text; '' where they may. */
  readonly whyNot: string;
  /** “10 terms: 9 preferred, 1 deprecated” */
  readonly tally: string;
  /** `chips → tokens`: what the program would put right, with what the button sends. */
  readonly suggestions: readonly { readonly text: string; readonly action: string }[];
  /** `chips → tokens`, done to an engine’s text; the last one can be taken back. */
  readonly repairs: readonly string[];
  /** What changed since it was reviewed, one sentence each. */
  readonly stale: readonly (readonly ToldPiece[])[];
  /** Why it counts as not approved though it is: “was approved by Ana, who wrote it, …”; '' for nothing. */
  readonly disputed: string;
  /** How the French changed since the English was made; null when it did not. */
  readonly frenchChanges: readonly MarkedPiece[] | null;
  readonly conflict: ConflictView | null;
  /** Why it was not saved. */
  readonly failure: string | null;
  readonly lastSave: LastSave | null;
  /** All versions of the paragraph. */
  readonly versionsAt: string;
  readonly choices: ChoicesView;
  /** What the page needs to judge the text as it is typed: entries and waivers, as JSON. */
  readonly proof: string;
}

interface FindingLine {
  /** The rule and which of its findings it is, as scripts know the line by. */
  readonly key: string;
  readonly said: readonly ToldPiece[];
  readonly accepts: RuleId | null;
}

/** What somebody wrote that is not saved. */
export interface Written {
  readonly target: string;
  readonly state: 'draft' | 'reviewed';
  readonly conflict?: ConflictView;
  readonly failure?: string;
  /** As the form had it; absent where it had none. */
  readonly note?: string;
}

/** What is to be shown of a paragraph. */
export interface Asked {
  readonly slug: string;
  readonly unit: Unit;
  /** Null for the paragraph as it stands in the file. */
  readonly written: Written | null;
  /** The kind of paragraph through which somebody works. */
  readonly way: Want;
  /** Those of this run, the newest first. */
  readonly saves: readonly Save[];
  readonly known: KnownChoices;
  /** Null for whoever has no name. */
  readonly person: Person | null;
}

/** Words of a line of the field, about. UTF-16 units. */
const LINE = 60;
const LEAST_LINES = 4;

export function* unitPage(
  { slug, unit, written, way, saves, known, person }: Asked,
  snapshot: Snapshot,
): Slices<UnitPage> {
  const { glossary } = snapshot;
  const text = written?.target ?? unit.target?.text ?? '';
  // An empty text has no findings, but its French has terms.
  const target = readerFor(unit.source)(text);
  const isStored = text === (unit.target?.text ?? '');
  // As stored it has its place in the article, and what only the whole article tells.
  const stored = isStored && text !== '' ? unitOf(snapshot, slug, unit) : undefined;
  const article = snapshot.articles.get(slug);
  const byOther = asksOther(article?.article);
  const title = shownTitle(article?.article.citation.title ?? slug, LONGEST_TITLE);
  const lowered = loweredWords((article?.units ?? []).map((one) => one.unit.source));
  const checked = stored ?? (yield* unitSlices({ ...unit, target }, glossary, lowered));
  const state = written?.state ?? (unit.state === 'reviewed' ? 'reviewed' : 'draft');
  return {
    ...frameOf(snapshot, `Edit paragraph ${numberOf(unit.id)} of “${title}”`),
    ...addressesOf(slug, unit),
    ...{ article: withHeldSpaces(title), target: text, state, isReviewed: state === 'reviewed' },
    ways: article === undefined ? [] : waysFrom(article, unit.id),
    way,
    // As long as there is no English, nothing is said of its terms.
    sides: yield* sideSlices(text === '' ? { ...checked, unit: { ...unit, target: null } } : checked, leadsAlone(slug)),
    height: Math.max(LEAST_LINES, Math.ceil(text.length / LINE) + 1),
    version: unitVersion(unit),
    base: unit.target?.text ?? '',
    terms: termLines(checked),
    otherSenses: otherSenseLines(checked),
    ...(isStored ? ofStoredText(checked, byOther) : NOT_STORED),
    findings: text === '' ? [] : findingRows(checked),
    accepted: text === '' ? [] : acceptedOnce(checked.accepted).map((said) => told(checked, said)),
    ...noteField(unit.notes, written?.note, person),
    whyNot: whyNotApprove(unit.origin, { person, byOther }) ?? '',
    tally: stored === undefined || !article?.unchecked ? summarize(countStandings(checked.entries)) : 'not checked',
    suggestions: yield* suggestionsFor({ source: unit.source, target, entries: checked.entries }, glossary),
    frenchChanges: unit.previous === null ? null : markedPieces(unit.previous.source, unit.source.text),
    conflict: written === null ? conflictInFile(unit) : (written.conflict ?? null),
    failure: written?.failure ?? null,
    lastSave: lastSaveOf(slug, unit, saves),
    choices: choicesView(slug, unit.id, known),
    proof: proofOf(unit, glossary, lowered),
  };
}

/** What holds of the text in the file, and says nothing of another one in the field. */
function ofStoredText(checked: CheckedUnit, byOther: boolean): OfStoredText {
  const { unit, stale } = checked;
  return {
    repairs: unit.repairs.map(describeRepair),
    stale: stale.map((reason) => told(checked, reason)),
    disputed: whyDisputed(unit, byOther) ?? '',
  };
}

type OfStoredText = Pick<UnitPage, 'repairs' | 'stale' | 'disputed'>;

const NOT_STORED: OfStoredText = { repairs: [], stale: [], disputed: '' };

function unitOf({ articles }: Snapshot, slug: string, unit: Unit): CheckedUnit | undefined {
  return articles.get(slug)?.units.find((one) => one.unit === unit);
}

function told({ unit }: CheckedUnit, sentence: string): ToldPiece[] {
  return tellApart(sentence, unit.source.text, unit.target?.text ?? '');
}

/** A waiver accepts all that its rule finds in a paragraph, so that one field is enough. */
function findingRows(checked: CheckedUnit): UnitPage['findings'] {
  // What is wrong with a term stands on the line of the term.
  const others = findingsOnce(checked.findings.filter(({ rule }) => RULES[rule].waivable !== 'by entry'));
  return others.map(({ rule, said }, i) => {
    const before = others.slice(0, i).filter((one) => one.rule === rule).length;
    const isFirst = before === 0;
    return {
      key: `${rule} ${before}`,
      said: told(checked, said),
      accepts: isFirst && RULES[rule].waivable === 'by rule' ? rule : null,
    };
  });
}

function addressesOf(
  slug: string,
  { id }: Unit,
): Pick<UnitPage, 'key' | 'unit' | 'number' | 'action' | 'readAt' | 'versionsAt'> {
  return {
    ...{ key: `${slug}/${id}`, unit: id, number: numberOf(id), action: unitEditAddress(slug, id) },
    ...{ readAt: unitAddress(slug, id), versionsAt: changesAddress({ unit: `${slug}/${id}` }) },
  };
}

function* suggestionsFor(pair: JudgedPair, { indexes }: Glossary): Slices<UnitPage['suggestions']> {
  const repairs = yield* possibleRepairs(pair, { indexes, read: readerFor(pair.source) });
  return offeredRepairs(repairs).map(({ says, index }) => ({ text: says, action: `repair:${index}` }));
}

function proofOf(unit: Unit, glossary: Glossary, lowered: ReadonlySet<string>): string {
  const { id, source, waivers } = unit;
  const concepts = conceptsFor(source, glossary);
  const known = knownOf(source, lowered);
  return JSON.stringify({ id, source, concepts, verbs: verbRecordsOf(concepts, glossary.verbs), waivers, known });
}
