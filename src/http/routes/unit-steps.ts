import { draftEdit } from '../../core/changes/draft-edit.ts';
import { answered } from '../../core/changes/notes.ts';
import type { Snapshot } from '../../core/changes/ports/library.ts';
import type { TargetEdit } from '../../core/changes/ports/translation-store.ts';
import {
  type EditTools,
  personalEdit,
  sameEdit,
  unrepairingEdit,
  type WrittenTarget,
  waivingEdit,
} from '../../core/changes/unit-edit.ts';
import { unitSlices } from '../../core/checks/article/check-article.ts';
import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import { loweredWords } from '../../core/checks/pair/sought-names.ts';
import { isRuleId, RULES, type RuleId } from '../../core/checks/rules.ts';
import { ledgerSlices } from '../../core/ledger/ledger.ts';
import { possibleRepairs } from '../../core/ledger/repair.ts';
import type { Unit } from '../../core/model/article.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { Slices } from '../../core/model/slices.ts';
import type { Person } from '../../core/people/people.ts';
import { readerFor } from '../../formats/article/inline-marks.ts';
import type { Choice } from '../../translate/choices.ts';
import type { Written } from '../pages/article/unit-page.ts';
import { type Sent, textOf } from './requests.ts';

/** The form of a paragraph as it was sent. */
export interface SentUnit {
  /** Of its article. */
  readonly slug: string;
  readonly unit: Unit;
  readonly typed: WrittenTarget;
  readonly sent: Sent;
  readonly tools: EditTools;
  /** Who sent it; null for whoever has no name. */
  readonly person: Person | null;
  /** Whether they may approve the text that stands there. */
  readonly mayApprove: boolean;
  /** What engines made of it, where a draft is taken. */
  readonly choices: readonly Choice[];
}

const CANNOT_UNREPAIR =
  'The words that were put there are not there any more, so nothing was taken back; change the English itself.';

const CANNOT_TAKE = 'That draft is not kept any more, or the glossary made another of it; look at those below.';

/** What the button that was pressed asks for: something to save, with the translator’s note, or the page again. */
export function* stepOf(form: SentUnit, snapshot: Snapshot): Slices<{ readonly edit: TargetEdit } | Written> {
  const step = yield* pressedStep(form, snapshot);
  const { note } = form.sent;
  if (note === undefined) return step;
  if (!('edit' in step)) return { ...step, note: textOf(note) };
  const notes = notesAfter(form, textOf(note));
  return String(notes) === String(form.unit.notes) ? step : { edit: { ...step.edit, notes } };
}

/** Without names the field holds all of them; with names it holds what somebody says to them. */
function notesAfter({ unit, sent, tools, person }: SentUnit, text: string): string[] {
  if (person === null) return notesIn(text);
  const removed = [sent['remove-note'] ?? []].flat().map(textOf);
  return answered(unit.notes, { text, removed, person, date: tools.date });
}

/** One a line. */
function notesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

function* pressedStep(form: SentUnit, snapshot: Snapshot): Slices<{ readonly edit: TargetEdit } | Written> {
  const { unit, typed, sent, tools, choices } = form;
  const [action, which] = pressed(sent);
  if (action === 'check') return typed;
  if (action === 'repair') {
    const texts = { source: unit.source, target: readerFor(unit.source)(typed.target) };
    const { entries } = yield* ledgerSlices({ ...texts, waivers: unit.waivers }, tools.indexes);
    const repairs = yield* possibleRepairs({ ...texts, entries }, tools);
    return { ...typed, target: repairs[Number(which)]?.target.text ?? typed.target };
  }
  if (action === 'unrepair') {
    const edit = yield* unrepairingEdit(unit, typed, tools);
    return edit === null ? { ...typed, failure: CANNOT_UNREPAIR } : { edit };
  }
  if (action === 'take') {
    const choice = choices.find(({ id }) => id === which);
    return choice === undefined ? { ...typed, failure: CANNOT_TAKE } : { edit: draftEdit(unit, choice) };
  }
  if (action === 'waive') {
    const concept = snapshot.glossary.byId.get(which);
    if (concept === undefined) return { ...typed, failure: 'That entry is not in the glossary any more.' };
    return yield* acceptStep(form, snapshot, { what: concept, name: which, field: 'reason' });
  }
  if (action === 'accept') {
    const rule = acceptableRule(which);
    if (rule === undefined) return { ...typed, failure: `What “${which}” finds cannot be accepted.` };
    return yield* acceptStep(form, snapshot, { what: rule, name: which, field: 'because' });
  }
  return { edit: yield* savingEdit(form, snapshot) };
}

/** What is left as it is by one who may not approve it is not approved anew. */
function* writtenEdit({ unit, typed, tools, mayApprove }: SentUnit): Slices<TargetEdit> {
  const isReviewed = unit.state === 'reviewed' && typed.state === 'reviewed';
  if (!mayApprove && isReviewed && typed.target === unit.target?.text) return sameEdit(unit);
  return yield* personalEdit(unit, typed, tools);
}

/** Saves what was typed, and accepts what a reason stands beside as far as it is still wrong in that text. */
function* savingEdit(form: SentUnit, snapshot: Snapshot): Slices<TargetEdit> {
  const { slug, unit, typed, sent } = form;
  const reasons = reasonsIn(sent);
  const saved = yield* writtenEdit(form);
  if (reasons.length === 0) return saved;
  const after = { ...unit, target: readerFor(unit.source)(typed.target), state: saved.state };
  const lowered = loweredWords((snapshot.articles.get(slug)?.units ?? []).map((one) => one.unit.source));
  const checked = yield* unitSlices(after, snapshot.glossary, lowered);
  // Whose state and text stay as they are only accepts.
  const isSame = typed.target === (unit.target?.text ?? '') && saved.state === unit.state;
  const edits = reasons.flatMap(({ field, name, reason }) => {
    const what = field === 'reason' ? snapshot.glossary.byId.get(name) : acceptableRule(name);
    return what === undefined || !isOpenIn(checked, what) ? [] : [waivingEdit(after, what, reason)];
  });
  const [first] = edits;
  if (first === undefined) return saved;
  const kept = isSame ? first.comments.slice(0, -1) : saved.comments;
  return {
    ...saved,
    ...(isSame ? first : {}),
    comments: [...kept, ...edits.flatMap(({ comments }) => comments.slice(-1))],
  };
}

/** The reasons that were written, whatever button was pressed. */
function reasonsIn(sent: Sent): { readonly field: string; readonly name: string; readonly reason: string }[] {
  return Object.keys(sent).flatMap((key) => {
    const [, field = '', name = ''] = /^(reason|because):(.+)$/.exec(key) ?? [];
    const reason = reasonIn(sent[key]);
    return field === '' || reason === '' ? [] : [{ field, name, reason }];
  });
}

function reasonIn(value: unknown): string {
  return textOf(value).replaceAll(/\s+/g, ' ').trim();
}

/** Whether it asks for one of the drafts that engines made. */
export function takesDraft(sent: Sent): boolean {
  return pressed(sent)[0] === 'take';
}

/** Whether the next paragraph is to follow the save. */
export function leadsOn(sent: Sent): boolean {
  return pressed(sent)[0] === 'next';
}

/** What a button does, and with which thing. */
function pressed(sent: Sent): [action: string, which: string] {
  const [action = '', which = ''] = textOf(sent['do']).split(':');
  return [action, which];
}

/** What is to be accepted: what is wrong with an entry, or what a rule finds; `field` holds the reason. */
interface ToAccept {
  readonly what: Concept | RuleId;
  readonly name: string;
  readonly field: string;
}

function isOpenIn({ entries, findings }: CheckedUnit, what: Concept | RuleId): boolean {
  if (typeof what === 'string') return findings.some(({ rule }) => rule === what);
  return entries.some(({ reading, verdict }) => reading.concept === what && /^(?:missing|deprecated)$/.test(verdict));
}

/** Whether it stands in the file, and nobody accepted it yet. */
function isOpen({ slug, unit }: SentUnit, what: Concept | RuleId, { articles }: Snapshot): boolean {
  const checked = articles.get(slug)?.units.find((one) => one.unit === unit);
  return checked !== undefined && isOpenIn(checked, what);
}

/** Accepts something in the text as it stands in the file; a text that was changed is saved with it. */
function* acceptStep(
  form: SentUnit,
  snapshot: Snapshot,
  { what, name, field }: ToAccept,
): Slices<{ readonly edit: TargetEdit } | Written> {
  const { unit, typed, sent } = form;
  const reason = reasonIn(sent[`${field}:${name}`]);
  if (reason === '') return { ...typed, failure: `Write why “${name}” may stay as it is here.` };
  if (typed.target !== (unit.target?.text ?? '')) return { edit: yield* savingEdit(form, snapshot) };
  if (!isOpen(form, what, snapshot))
    return { ...typed, failure: `Nothing of “${name}” is wrong here, so there is nothing to accept.` };
  return { edit: waivingEdit(unit, what, reason) };
}

/** A rule of which a person may accept what it finds. */
function acceptableRule(word: string): RuleId | undefined {
  return isRuleId(word) && RULES[word].waivable === 'by rule' ? word : undefined;
}
