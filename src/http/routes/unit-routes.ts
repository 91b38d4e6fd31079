import { json, type Request, type Response, Router, urlencoded } from 'express';
import type { History } from '../../core/changes/history.ts';
import type { Library } from '../../core/changes/library.ts';
import { StoreError } from '../../core/changes/store-error.ts';
import type { TargetEdit } from '../../core/changes/translation-store.ts';
import {
  type EditTools,
  personalEdit,
  unitVersion,
  unrepairingEdit,
  type WrittenTarget,
  waivingEdit,
} from '../../core/changes/unit-edit.ts';
import { isRuleId, RULES, type RuleId } from '../../core/checks/rules.ts';
import { possibleRepairs } from '../../core/ledger/repair.ts';
import type { Unit } from '../../core/model/article.ts';
import type { Concept } from '../../core/model/concept.ts';
import { parseInlineMarks } from '../../formats/article/inline-marks.ts';
import { readWrittenTarget } from '../../formats/article/written-target.ts';
import type { Translation } from '../../translate/jobs.ts';
import { allowOnly, statusOf, UserError } from '../errors.ts';
import { conflictOf, unitPage, type Written } from '../pages/unit-page.ts';
import { versionIn, wantJson } from './entry-api.ts';
import { findArticle } from './routes.ts';

const MOST_BODY = '256kb';

/** What the routes of a paragraph need. */
export type UnitPorts = Pick<Translation, 'store' | 'today'> & { readonly library: Library; readonly history: History };

interface Found {
  readonly slug: string;
  readonly unit: Unit;
}

/**
 * One unit with a version of its own: read, and written only over the version that was read (RFC 9110 If-Match), so
 * that two people never lose each other’s words. The form does without script what the API does with it.
 */
export function createUnitRoutes(ports: UnitPorts): Router {
  const router = Router({ caseSensitive: true });
  const { library, store, history, today } = ports;
  const find = ({ params }: Request) => findUnit(library, String(params['slug']), String(params['unit']));

  /** Saves over the version named; null when another one stands there by now. */
  const save = async ({ slug, unit }: Found, version: string, edit: TargetEdit): Promise<number | null> => {
    if (version !== unitVersion(unit)) return null;
    const { refused, save: number } = await store.save(slug, [edit]);
    await library.reload();
    return refused.length > 0 ? null : (number ?? 0);
  };
  const tools = () => ({ indexes: library.current().glossary.indexes, read: parseInlineMarks, date: today() });
  const written = (unit: Unit, target: WrittenTarget) => personalEdit(unit, target, tools());
  const show = async (response: Response, status: number, { slug, unit }: Found, typed: Written | null) => {
    const page = unitPage(library, slug, unit, typed, await history.saves());
    response.status(status).set('Cache-Control', 'no-store').render('unit', { page });
  };

  router
    .route('/api/articles/:slug/units/:unit')
    .get((request, response) => sendUnit(response, 200, find(request).unit))
    .put(wantJson, json({ limit: MOST_BODY, inflate: false }), async (request, response) => {
      const found = find(request);
      const version = versionIn(request);
      const saved = await save(found, version, written(found.unit, writtenIn(request.body)));
      sendUnit(response, saved === null ? 412 : 200, find(request).unit);
    })
    .all(allowOnly('GET', 'HEAD', 'PUT'));
  router
    .route('/articles/:slug/units/:unit')
    .get((request, response) => show(response, 200, find(request), null))
    .post(urlencoded({ extended: false, limit: MOST_BODY, inflate: false }), async (request, response) => {
      const found = find(request);
      const sent = (request.body ?? {}) as Record<string, unknown>;
      const typed = typedIn(sent, found.unit);
      const step = stepOf(library, found.unit, typed, sent, tools());
      if (!('edit' in step)) return show(response, step.failure === undefined ? 200 : 422, found, step);
      try {
        const saved = await save(found, textOf(sent['version']), step.edit);
        if (saved !== null) return response.redirect(303, `/articles/${found.slug}?saved=${saved}#${found.unit.id}`);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        return show(response, statusOf(error), found, { ...typed, failure: error.message });
      }
      const now = find(request);
      const conflict = conflictOf(now.unit, typed.target, textOf(sent['base']));
      return show(response, 412, now, { state: typed.state, target: conflict.merged ?? conflict.theirs, conflict });
    })
    .all(allowOnly('GET', 'HEAD', 'POST'));
  return router;
}

const CANNOT_UNREPAIR =
  'The words that were put there are not there any more, so nothing was taken back; change the English itself.';

/** What the button that was pressed asks for: something to save, or the page again. */
function stepOf(
  library: Library,
  unit: Unit,
  typed: WrittenTarget,
  sent: Readonly<Record<string, unknown>>,
  tools: EditTools,
): { readonly edit: TargetEdit } | Written {
  const { glossary } = library.current();
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
  const reason = (field: string) => textOf(sent[`${field}:${which}`]).replaceAll(/\s+/g, ' ').trim();
  if (action === 'waive') {
    const concept = glossary.byId.get(which);
    if (concept === undefined) return { ...typed, failure: 'That entry is not in the glossary any more.' };
    return acceptStep(unit, typed, { what: concept, name: which, reason: reason('reason') });
  }
  if (action === 'accept') {
    const rule = acceptableRule(which);
    if (rule === undefined) return { ...typed, failure: `What “${which}” finds cannot be accepted.` };
    return acceptStep(unit, typed, { what: rule, name: which, reason: reason('because') });
  }
  return { edit: personalEdit(unit, typed, tools) };
}

/** Accepts what is wrong with an entry, or what a rule finds, in the text as it stands in the file. */
function acceptStep(
  unit: Unit,
  typed: WrittenTarget,
  { what, name, reason }: { readonly what: Concept | RuleId; readonly name: string; readonly reason: string },
): { readonly edit: TargetEdit } | Written {
  if (reason === '') return { ...typed, failure: `Write why “${name}” may stay as it is here.` };
  if (typed.target !== (unit.target?.text ?? ''))
    return { ...typed, failure: 'Save the text first: a reason holds for the text as it stands in the file.' };
  return { edit: waivingEdit(unit, what, reason) };
}

/** A rule of which a person may accept what it finds. */
function acceptableRule(word: string): RuleId | undefined {
  return isRuleId(word) && RULES[word].waivable === 'by rule' ? word : undefined;
}

/** @throws {UserError} saying what is wrong with it */
function writtenIn(body: unknown): WrittenTarget {
  const written = readWrittenTarget(body);
  if (typeof written === 'string') throw new UserError('bad-request', written);
  return written;
}

/** What stands in the fields of the form; the unit as it is where a field was not sent. */
function typedIn(sent: Readonly<Record<string, unknown>>, unit: Unit): WrittenTarget {
  const state = unit.state === 'reviewed' ? 'reviewed' : 'draft';
  return writtenIn({ target: sent['target'] ?? unit.target?.text ?? '', state: sent['state'] ?? state });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

function findUnit(library: Library, slug: string, id: string): Found {
  const { article } = findArticle(library.current(), slug);
  const unit = article.units.find((one) => one.id === id);
  if (unit === undefined || unit.kind === 'code')
    throw new UserError(
      'not-found',
      'There is no such paragraph.',
      'Its number may have changed; look in the article.',
    );
  return { slug: article.slug, unit };
}

function sendUnit(response: Response, status: number, unit: Unit): void {
  const { id, source, target, state } = unit;
  response.status(status).set({ 'Cache-Control': 'no-store', ETag: `"${unitVersion(unit)}"` });
  const word = state === 'translated' ? 'draft' : state;
  response.json({ unit: id, source: source.text, target: target?.text ?? '', state: word });
}
