import type { Snapshot } from '../../core/changes/library.ts';
import type { TargetEdit } from '../../core/changes/translation-store.ts';
import {
  type EditTools,
  personalEdit,
  unrepairingEdit,
  type WrittenTarget,
  waivingEdit,
} from '../../core/changes/unit-edit.ts';
import { possibleRepairs } from '../../core/ledger/repair.ts';
import type { Unit } from '../../core/model/article.ts';
import { parseInlineMarks } from '../../formats/article/inline-marks.ts';
import type { Written } from '../pages/unit-page.ts';
import { type Sent, textOf } from './requests.ts';

/** The form of a paragraph as it was sent. */
export interface SentUnit {
  readonly unit: Unit;
  readonly typed: WrittenTarget;
  readonly sent: Sent;
  readonly tools: EditTools;
}

const CANNOT_UNREPAIR =
  'The words that were put there are not there any more, so nothing was taken back; change the English itself.';

/** What the button that was pressed asks for: something to save, or the page again. */
export function stepOf(form: SentUnit, { glossary }: Snapshot): { readonly edit: TargetEdit } | Written {
  const { unit, typed, sent, tools } = form;
  const [action = '', which = ''] = textOf(sent['do']).split(':');
  if (action === 'check') return typed;
  if (action === 'repair') {
    const repairs = possibleRepairs(unit.source, parseInlineMarks(typed.target), tools);
    return { ...typed, target: repairs[Number(which)]?.target.text ?? typed.target };
  }
  if (action === 'unrepair') {
    const edit = unrepairingEdit(unit, typed, tools);
    return edit === null ? { ...typed, failure: CANNOT_UNREPAIR } : { edit };
  }
  return action === 'waive' ? waiverOf(form, which, glossary) : { edit: personalEdit(unit, typed, tools) };
}

function waiverOf(
  { unit, typed, sent }: SentUnit,
  id: string,
  { byId }: Snapshot['glossary'],
): { readonly edit: TargetEdit } | Written {
  const concept = byId.get(id);
  const reason = textOf(sent[`reason:${id}`]).replaceAll(/\s+/g, ' ').trim();
  if (concept === undefined) return { ...typed, failure: 'That entry is not in the glossary any more.' };
  if (reason === '') return { ...typed, failure: `Write why “${id}” may stay as it is here.` };
  if (typed.target !== (unit.target?.text ?? ''))
    return { ...typed, failure: 'Save the text first: a reason holds for the text as it stands in the file.' };
  return { edit: waivingEdit(unit, concept, reason) };
}
