import type { Save } from '../../core/changes/history.ts';
import type { Library } from '../../core/changes/library.ts';
import { conceptsFor } from '../../core/changes/live-verdicts.ts';
import { unitVersion } from '../../core/changes/unit-edit.ts';
import { checkUnitAlone, countVerdicts, explain, summarize } from '../../core/checks/check-article.ts';
import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import type { Finding } from '../../core/checks/finding.ts';
import { RULES, type RuleId } from '../../core/checks/rules.ts';
import type { Verdict } from '../../core/ledger/ledger-entry.ts';
import { possibleRepairs } from '../../core/ledger/repair.ts';
import type { Unit } from '../../core/model/article.ts';
import { describeRepair } from '../../core/model/repair.ts';
import { readableIn } from '../../core/text/reading.ts';
import { type DiffPiece, diffTexts, mergeTexts } from '../../core/text/text-diff.ts';
import { parseInlineMarks } from '../../formats/article/inline-marks.ts';
import { unitView } from './article-page.ts';
import type { Frame } from './frame.ts';
import type { UnitView } from './pages.ts';

/** views/unit.ejs: one paragraph, to be edited. */
export interface UnitPage extends Frame {
  readonly slug: string;
  readonly unit: string;
  /** Both texts with their marks, the English as it is in the field. */
  readonly view: UnitView;
  /** The English in the field. */
  readonly target: string;
  readonly state: 'draft' | 'reviewed';
  /** Of the unit as shown; a save names it. */
  readonly version: string;
  /** The English of that version, for a merge. */
  readonly base: string;
  readonly terms: readonly {
    readonly text: string;
    readonly verdict: Verdict;
    readonly concept: string;
    readonly why: string;
    /** Wrong, and in the file like that: can be accepted with a reason. */
    readonly waivable: boolean;
  }[];
  /** What else is wrong in the text as it is in the file, by the rule that a waiver would name. */
  readonly acceptable: readonly { readonly rule: RuleId; readonly messages: readonly string[] }[];
  /** “10 terms: 9 preferred, 1 deprecated” */
  readonly tally: string;
  /** `chips → tokens`: what the program would put right. */
  readonly suggestions: readonly string[];
  /** `chips → tokens`, done to an engine’s text; the last one can be taken back. */
  readonly repairs: readonly string[];
  /** What changed since it was reviewed, one sentence each. */
  readonly stale: readonly string[];
  /** How the French changed since the English was made; null when it did not. */
  readonly frenchChanges: readonly DiffPiece[] | null;
  readonly conflict: UnitConflict | null;
  /** Why it was not saved. */
  readonly failure: string | null;
  /** The last save of this paragraph, while it can be undone. */
  readonly lastSave: Save | null;
  /** What the page needs to judge the text as it is typed: entries and waivers, as JSON. */
  readonly proof: string;
}

/** Two people wrote over one text. */
export interface UnitConflict {
  readonly yours: string;
  readonly theirs: string;
  readonly base: string;
  /** Both changes together; null where they collide. */
  readonly merged: string | null;
}

/** What somebody wrote that is not saved. */
export interface Written {
  readonly target: string;
  readonly state: 'draft' | 'reviewed';
  readonly conflict?: UnitConflict;
  readonly failure?: string;
}

/**
 * @param written null for the paragraph as it stands in the file
 * @param saves those of this run, the newest first
 */
export function unitPage(
  library: Library,
  slug: string,
  unit: Unit,
  written: Written | null,
  saves: readonly Save[],
): UnitPage {
  const { glossary, revision, problems, articles } = library.current();
  const text = written?.target ?? unit.target?.text ?? '';
  // An empty text has no findings, but its French has terms.
  const target = parseInlineMarks(text);
  const isStored = text === (unit.target?.text ?? '');
  // As stored it has its place in the article, and what only the whole article tells.
  const stored = isStored && text !== '' ? articles.get(slug)?.units.find((one) => one.unit === unit) : undefined;
  const { findings, ...checked } = stored ?? checkUnitAlone({ ...unit, target }, glossary);
  const shown = { ...checked, findings: text === '' ? [] : findings };
  const concepts = conceptsFor(unit.source, glossary);
  return {
    title: `Edit ${unit.id}`,
    ...{ revision, problems, slug, target: text },
    unit: unit.id,
    view: unitView(shown),
    state: written?.state ?? (unit.state === 'reviewed' ? 'reviewed' : 'draft'),
    version: unitVersion(unit),
    base: unit.target?.text ?? '',
    terms: termRows(shown, isStored),
    acceptable: isStored ? acceptableRules(shown.findings) : [],
    tally: summarize(countVerdicts(shown.entries)),
    suggestions: possibleRepairs(unit.source, target, {
      indexes: glossary.indexes,
      read: parseInlineMarks,
    }).map(({ repair }) => describeRepair(repair)),
    repairs: isStored ? unit.repairs.map(describeRepair) : [],
    stale: isStored ? checked.stale : [],
    frenchChanges: unit.previous === null ? null : diffTexts(unit.previous.source, unit.source.text),
    conflict: written?.conflict ?? null,
    failure: written?.failure ?? null,
    lastSave: saves.find(({ file, what, undoable }) => undoable && isOf(slug, unit, file, what)) ?? null,
    proof: JSON.stringify({ id: unit.id, source: unit.source, concepts, waivers: unit.waivers }),
  };
}

function isOf(slug: string, unit: Unit, file: string, what: string): boolean {
  return file === `content/${slug}/en.po` && what.includes(`paragraph ${unit.id.slice(1)} of`);
}

function termRows({ unit, entries }: CheckedUnit, isStored: boolean): UnitPage['terms'] {
  return entries.map((entry) => ({
    text: readableIn(unit.source, entry.source),
    verdict: entry.verdict,
    concept: entry.reading.concept.id,
    why: explain(unit, entry),
    waivable: isStored && (entry.verdict === 'missing' || entry.verdict === 'deprecated'),
  }));
}

/** A waiver accepts all that its rule finds in a paragraph, so they are told together. */
function acceptableRules(findings: readonly Finding[]): UnitPage['acceptable'] {
  const rules = [...new Set(findings.map(({ rule }) => rule))].filter((rule) => RULES[rule].waivable === 'by rule');
  return rules.map((rule) => ({
    rule,
    messages: findings.filter((one) => one.rule === rule).map(({ said }) => said),
  }));
}

/** Both texts, what they started from, and what they are together. */
export function conflictOf(unit: Unit, yours: string, base: string): UnitConflict {
  const theirs = unit.target?.text ?? '';
  return { yours, theirs, base, merged: mergeTexts(base, yours, theirs) };
}
