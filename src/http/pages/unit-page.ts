import type { Save } from '../../core/changes/history.ts';
import type { Snapshot } from '../../core/changes/library.ts';
import { conceptsFor } from '../../core/changes/live-verdicts.ts';
import { unitVersion } from '../../core/changes/unit-edit.ts';
import { describeAccepted } from '../../core/checks/accepted.ts';
import { explain, explainAside, unitSlices } from '../../core/checks/check-article.ts';
import type { Glossary } from '../../core/checks/check-glossary.ts';
import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import type { Finding } from '../../core/checks/finding.ts';
import { knownOf } from '../../core/checks/known-french.ts';
import { RULES, type RuleId } from '../../core/checks/rules.ts';
import { loweredWords } from '../../core/checks/sought-names.ts';
import { countVerdicts, summarize } from '../../core/checks/verdict-counts.ts';
import type { LedgerEntry, Verdict } from '../../core/ledger/ledger-entry.ts';
import { type JudgedPair, possibleRepairs } from '../../core/ledger/repair.ts';
import type { Unit } from '../../core/model/article.ts';
import { describeRepair } from '../../core/model/repair-note.ts';
import type { Slices } from '../../core/model/slices.ts';
import { readableIn } from '../../core/text/reading.ts';
import { diffTexts } from '../../core/text/text-diff.ts';
import { verbRecordsOf } from '../../core/words/sent-verbs.ts';
import { readerFor } from '../../formats/article/inline-marks.ts';
import { changesAddress, conceptAddress, unitAddress, unitEditAddress } from '../addresses.ts';
import { leadsAlone } from './article-leads.ts';
import { type ChoicesView, choicesView, type KnownChoices } from './choice-view.ts';
import { type ConflictView, conflictInFile } from './conflict-view.ts';
import { clockTime } from './dates.ts';
import { type Frame, frameOf } from './frame.ts';
import { type SidesView, sidesOf } from './unit-view.ts';
import { numberOf } from './wording.ts';

/** views/unit.ejs: one paragraph, to be edited. */
export interface UnitPage extends Frame {
  /** `essai/p7`: what a browser keeps unsaved words under. */
  readonly key: string;
  readonly unit: string;
  /** As in the id: 7. */
  readonly number: number;
  /** Where it is sent. */
  readonly action: string;
  /** The paragraph where it is read. */
  readonly readAt: string;
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
  readonly terms: readonly {
    readonly text: string;
    readonly verdict: Verdict;
    readonly href: string;
    readonly why: string;
  }[];
  /** Why words that are terms elsewhere do not count here, one sentence each. */
  readonly otherSenses: readonly string[];
  /** Wrong, and in the file like that: can be accepted with a reason. */
  readonly waivable: readonly { readonly text: string; readonly concept: string }[];
  /** What else is wrong in the text as it is in the file, by the rule that a waiver would name. */
  readonly acceptable: readonly { readonly rule: RuleId; readonly messages: readonly string[] }[];
  /** Whether there is anything to accept. */
  readonly canAccept: boolean;
  /** What does not hold, and what was accepted, one sentence each. */
  readonly findings: readonly string[];
  /** “10 terms: 9 preferred, 1 deprecated” */
  readonly tally: string;
  /** `chips → tokens`: what the program would put right, with what the button sends. */
  readonly suggestions: readonly { readonly text: string; readonly action: string }[];
  /** `chips → tokens`, done to an engine’s text; the last one can be taken back. */
  readonly repairs: readonly string[];
  /** What changed since it was reviewed, one sentence each. */
  readonly stale: readonly string[];
  /** How the French changed since the English was made; null when it did not. */
  readonly frenchChanges: readonly { readonly text: string; readonly isOut: boolean; readonly isIn: boolean }[] | null;
  readonly conflict: ConflictView | null;
  /** Why it was not saved. */
  readonly failure: string | null;
  /** The last save of this paragraph, while it can be undone; the clock says “09:41”. */
  readonly lastSave: { readonly number: number; readonly clock: string } | null;
  /** All versions of the paragraph. */
  readonly versionsAt: string;
  readonly choices: ChoicesView;
  /** What the page needs to judge the text as it is typed: entries and waivers, as JSON. */
  readonly proof: string;
}

/** What somebody wrote that is not saved. */
export interface Written {
  readonly target: string;
  readonly state: 'draft' | 'reviewed';
  readonly conflict?: ConflictView;
  readonly failure?: string;
}

/** What is to be shown of a paragraph. */
export interface Asked {
  readonly slug: string;
  readonly unit: Unit;
  /** Null for the paragraph as it stands in the file. */
  readonly written: Written | null;
  /** Those of this run, the newest first. */
  readonly saves: readonly Save[];
  readonly known: KnownChoices;
}

/** Words of a line of the field, about. UTF-16 units. */
const LINE = 60;
const LEAST_LINES = 4;

export function* unitPage({ slug, unit, written, saves, known }: Asked, snapshot: Snapshot): Slices<UnitPage> {
  const { glossary } = snapshot;
  const text = written?.target ?? unit.target?.text ?? '';
  // An empty text has no findings, but its French has terms.
  const target = readerFor(unit.source)(text);
  const isStored = text === (unit.target?.text ?? '');
  // As stored it has its place in the article, and what only the whole article tells.
  const stored = isStored && text !== '' ? unitOf(snapshot, slug, unit) : undefined;
  const lowered = loweredWords((snapshot.articles.get(slug)?.units ?? []).map((one) => one.unit.source));
  const checked = stored ?? (yield* unitSlices({ ...unit, target }, glossary, lowered));
  const state = written?.state ?? (unit.state === 'reviewed' ? 'reviewed' : 'draft');
  return {
    ...frameOf(snapshot, `Edit ${unit.id}`),
    ...addressesOf(slug, unit),
    ...{ target: text, state, isReviewed: state === 'reviewed' },
    sides: sidesOf(checked, leadsAlone(slug)),
    height: Math.max(LEAST_LINES, Math.ceil(text.length / LINE) + 1),
    version: unitVersion(unit),
    base: unit.target?.text ?? '',
    terms: termRows(checked),
    otherSenses: checked.otherSenses.map((other) => explainAside(checked.unit, other)),
    ...(isStored ? ofStoredText(checked) : NOT_STORED),
    findings: text === '' ? [] : findingsOf(checked),
    tally: summarize(countVerdicts(checked.entries)),
    suggestions: yield* suggestionsFor({ source: unit.source, target, entries: checked.entries }, glossary),
    frenchChanges: unit.previous === null ? null : changesOf(unit.previous.source, unit.source.text),
    conflict: written === null ? conflictInFile(unit) : (written.conflict ?? null),
    failure: written?.failure ?? null,
    lastSave: lastSaveOf(slug, unit, saves),
    choices: choicesView(slug, unit.id, known),
    proof: proofOf(unit, glossary, lowered),
  };
}

/** What holds of the text in the file, and says nothing of another one in the field. */
function ofStoredText(checked: CheckedUnit): OfStoredText {
  const [waivable, acceptable] = [waivableTerms(checked), acceptableRules(checked.findings)];
  const canAccept = waivable.length + acceptable.length > 0;
  const repairs = checked.unit.repairs.map(describeRepair);
  return { waivable, acceptable, canAccept, repairs, stale: checked.stale };
}

type OfStoredText = Pick<UnitPage, 'waivable' | 'acceptable' | 'canAccept' | 'repairs' | 'stale'>;

const NOT_STORED: OfStoredText = { waivable: [], acceptable: [], canAccept: false, repairs: [], stale: [] };

function unitOf({ articles }: Snapshot, slug: string, unit: Unit): CheckedUnit | undefined {
  return articles.get(slug)?.units.find((one) => one.unit === unit);
}

function findingsOf({ findings, accepted }: CheckedUnit): string[] {
  return [...findings.map(({ said }) => said), ...accepted.map(describeAccepted)];
}

/** A waiver accepts all that its rule finds in a paragraph, so they are told together. */
function acceptableRules(findings: readonly Finding[]): UnitPage['acceptable'] {
  const rules = [...new Set(findings.map(({ rule }) => rule))].filter((rule) => RULES[rule].waivable === 'by rule');
  return rules.map((rule) => ({
    rule,
    messages: findings.filter((one) => one.rule === rule).map(({ said }) => said),
  }));
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
  return repairs.map(({ repair }, i) => ({ text: describeRepair(repair), action: `repair:${i}` }));
}

function changesOf(before: string, now: string): NonNullable<UnitPage['frenchChanges']> {
  return diffTexts(before, now).map(({ kind, text }) => ({ text, isOut: kind === 'out', isIn: kind === 'in' }));
}

function proofOf(unit: Unit, glossary: Glossary, lowered: ReadonlySet<string>): string {
  const { id, source, waivers } = unit;
  const concepts = conceptsFor(source, glossary);
  const known = knownOf(source, lowered);
  return JSON.stringify({ id, source, concepts, verbs: verbRecordsOf(concepts, glossary.verbs), waivers, known });
}

function lastSaveOf(slug: string, { id }: Unit, saves: readonly Save[]): UnitPage['lastSave'] {
  const name = `paragraph ${numberOf(id)} of`;
  const isHere = ({ file, what }: Save) => file === `content/${slug}/en.po` && what.includes(name);
  const save = saves.find((one) => one.undoable && isHere(one));
  return save === undefined ? null : { number: save.number, clock: clockTime(save.time) };
}

function termRows({ unit, entries }: CheckedUnit): UnitPage['terms'] {
  return entries
    .filter(({ verdict }) => verdict !== 'preferred')
    .map((entry) => ({
      text: textOf(unit, entry),
      verdict: entry.verdict,
      href: conceptAddress(entry.reading.concept.id),
      why: explain(unit, entry),
    }));
}

/** One a concept: a reason holds for all its places. */
function waivableTerms({ unit, entries }: CheckedUnit): UnitPage['waivable'] {
  const wrong = entries.filter(({ verdict }) => verdict === 'missing' || verdict === 'deprecated');
  const byConcept = new Map(wrong.map((entry) => [entry.reading.concept.id, textOf(unit, entry)]));
  return [...byConcept].map(([concept, text]) => ({ concept, text }));
}

function textOf({ source }: Unit, entry: LedgerEntry): string {
  return readableIn(source, entry.source);
}
