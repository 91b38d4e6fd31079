import type { Request, RequestHandler, Response, Router } from 'express';
import type { History } from '../../core/changes/ports/history.ts';
import type { Library } from '../../core/changes/ports/library.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import type { TargetEdit } from '../../core/changes/ports/translation-store.ts';
import {
  type EditTools,
  isBlank,
  personalEdit,
  unitVersion,
  type WrittenTarget,
} from '../../core/changes/unit-edit.ts';
import { isWant, type Want } from '../../core/checks/article/wants.ts';
import { isTranslatable, type Unit } from '../../core/model/article.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { asksOther, whyNotApprove } from '../../core/people/approvals.ts';
import type { Person } from '../../core/people/people.ts';
import { catalogueOf } from '../../formats/article/catalogue-name.ts';
import { parseInlineMarks } from '../../formats/article/inline-marks.ts';
import { readWrittenTarget } from '../../formats/article/written-target.ts';
import { type Choice, choicesOf } from '../../translate/choices.ts';
import { planComparison } from '../../translate/compare.ts';
import type { Jobs, Translation } from '../../translate/jobs.ts';
import { articleAddress, unitChoicesAddress } from '../addresses.ts';
import { statusOf, UserError } from '../errors.ts';
import type { KnownChoices } from '../pages/article/choice-view.ts';
import { conflictOf } from '../pages/article/conflict-view.ts';
import { unitPage, type Written } from '../pages/article/unit-page.ts';
import { afterSave, unitAfter } from './after-save.ts';
import { findArticle } from './find.ts';
import { readAgain } from './read-again.ts';
import {
  formBody,
  jsonBody,
  partOf,
  type Sent,
  sentBy,
  smallFormBody,
  smallJsonBody,
  textOf,
  versionIn,
} from './requests.ts';
import { leadTo, showPage, tellStarted } from './sending.ts';
import { routerOf } from './table.ts';
import { stepOf, takesDraft } from './unit-steps.ts';

/** What the routes of a paragraph need. */
export type UnitPorts = Pick<Translation, 'store' | 'today' | 'spending' | 'engines'> & {
  readonly library: Library;
  readonly jobs: Jobs;
  readonly history: History;
  readonly pacer: Pacer;
  /** Who asks; null for whoever has no name. */
  readonly person: () => Person | null;
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
};

interface Found {
  readonly slug: string;
  readonly unit: Unit;
  /** The kind of paragraph through which somebody works. */
  readonly way: Want;
}

/**
 * One unit with a version of its own: read, and written only over the version that was read (RFC 9110 If-Match), so
 * that two people never lose each other’s words. The form does without script what the API does with it.
 */
export function createUnitRoutes(ports: UnitPorts): Router {
  return routerOf({
    '/articles/:slug/units/:unit': { GET: [ports.signedIn, showUnit(ports)], POST: [formBody(), takeForm(ports)] },
    '/api/articles/:slug/units/:unit/drafts': { POST: [smallFormBody(), smallJsonBody(), askEngines(ports)] },
    '/api/articles/:slug/units/:unit': { GET: [sendUnit(ports)], PUT: [...jsonBody(), putUnit(ports)] },
  });
}

function showUnit(ports: UnitPorts): RequestHandler {
  return (request, response) => show(ports, response, { ...findUnit(ports, request), written: null });
}

function sendUnit(ports: UnitPorts): RequestHandler {
  return (request, response) => sendJson(response, 200, findUnit(ports, request).unit);
}

function putUnit(ports: UnitPorts): RequestHandler {
  return async (request, response) => {
    const found = findUnit(ports, request);
    const version = versionIn(request);
    const edit = await ports.pacer.finish(personalEdit(found.unit, writtenIn(request.body), toolsOf(ports)));
    const saved = await save(ports, found, version, edit);
    if (saved === null) sendJson(response, 412, findUnit(ports, request).unit);
    else sendJson(response, 200, (saved.isInUse && unitNow(ports, found)) || unitAfter(found.unit, edit));
  };
}

function takeForm(ports: UnitPorts): RequestHandler {
  return async (request, response) => {
    const found = findUnit(ports, request);
    const sent = sentBy(request);
    const person = ports.person();
    const mayApprove = whyNotApprove(found.unit.origin, { person, byOther: byOther(ports, found) }) === null;
    const typed = typedIn(sent, found.unit, mayApprove);
    const choices = takesDraft(sent) ? await choicesFor(ports, found.unit) : [];
    const tools = toolsOf(ports);
    const form = { slug: found.slug, unit: found.unit, typed, sent, choices, tools, person, mayApprove };
    const step = await ports.pacer.finish(stepOf(form, ports.library.current()));
    if (!('edit' in step))
      return show(ports, response, { ...found, written: step }, step.failure === undefined ? 200 : 422);
    try {
      const saved = await save(ports, found, textOf(sent['version']), step.edit);
      const { units = [] } = ports.library.current().articles.get(found.slug) ?? {};
      if (saved !== null) return leadTo(response, afterSave(units, { ...found, sent, save: saved.number }));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return show(ports, response, { ...found, written: { ...typed, failure: error.message } }, statusOf(error));
    }
    const now = findUnit(ports, request);
    const { merged, view: conflict } = conflictOf(now.unit, typed.target, textOf(sent['base']));
    const target = merged ?? now.unit.target?.text ?? '';
    const note = sent['note'] === undefined ? {} : { note: textOf(sent['note']) };
    const written = { state: typed.state, target, conflict, ...note };
    return show(ports, response, { ...now, written }, 412);
  };
}

async function show(
  ports: UnitPorts,
  response: Response,
  shown: Found & { readonly written: Written | null },
  status = 200,
): Promise<void> {
  const saves = await ports.history.saves();
  const known = await knownChoices(ports, shown);
  const page = await ports.pacer.finish(
    unitPage({ ...shown, saves, known, person: ports.person() }, ports.library.current()),
  );
  showPage(response, 'unit', page, status);
}

async function knownChoices(ports: UnitPorts, { slug, unit }: Found): Promise<KnownChoices> {
  const { library, engines, jobs } = ports;
  const snapshot = library.current();
  const checked = findArticle(snapshot, slug);
  const planned = await planComparison({ checked, snapshot, engines, units: new Set([unit.id]) }, ports);
  return { choices: await choicesFor(ports, unit), planned, job: jobs.comparisonOf(slug, unit.id) };
}

async function choicesFor({ spending, library, pacer }: UnitPorts, unit: Unit): Promise<Choice[]> {
  return pacer.finish(choicesOf(unit, (await spending.look()).answers, library.current().glossary.indexes));
}

/** Every engine that is set up makes a draft of the paragraph; a second press while they do changes nothing. */
function askEngines(ports: UnitPorts): RequestHandler {
  return (request, response) => {
    const { slug, unit } = findUnit(ports, request);
    if (ports.engines.length === 0)
      throw new UserError('bad-request', 'No engine is set up.', 'The page of the article, “Translate”, says how.');
    const started = ports.jobs.compare(slug, unit.id);
    tellStarted(response, unitChoicesAddress(slug, unit.id), started);
  };
}

/** Saves over the version named; null when another one stands there by now. Without a number where nothing was said. */
async function save(
  { library, store }: UnitPorts,
  { slug, unit }: Found,
  version: string,
  edit: TargetEdit,
): Promise<{ readonly number: number | null; readonly isInUse: boolean } | null> {
  if (!isSameVersion(version, unit)) return null;
  if (isBlank(unit, edit)) return { number: null, isInUse: true };
  const { refused, save: number } = await store.save(slug, [edit]);
  const isInUse = await readAgain(library, [catalogueOf(slug)]);
  return refused.length > 0 ? null : { number: number ?? 0, isInUse };
}

/** The unit with that French; its number may be another by now. */
function unitNow({ library }: UnitPorts, { slug, unit }: Found): Unit | undefined {
  const same = library
    .current()
    .articles.get(slug)
    ?.article.units.filter((one) => one.source.text === unit.source.text);
  return same?.find(({ id }) => id === unit.id) ?? same?.[0];
}

/** @guard version-of-paragraph → true */
function isSameVersion(version: string, unit: Unit): boolean {
  return version === unitVersion(unit);
}

function byOther({ library }: UnitPorts, { slug }: Found): boolean {
  return asksOther(library.current().articles.get(slug)?.article);
}

function toolsOf({ library, today, person }: UnitPorts): EditTools {
  const writer = person()?.name;
  const tools = { indexes: library.current().glossary.indexes, read: parseInlineMarks, date: today() };
  return writer === undefined ? tools : { ...tools, writer };
}

/** @throws {UserError} saying what is wrong with it */
function writtenIn(body: unknown): WrittenTarget {
  const written = readWrittenTarget(body);
  if (typeof written === 'string') throw new UserError('bad-request', written);
  return written;
}

/** What stands in the fields of the form; the unit as it is where a field was not sent. */
function typedIn(sent: Sent, unit: Unit, mayApprove: boolean): WrittenTarget {
  const now = unit.target?.text ?? '';
  const target = sent['target'] ?? now;
  const state = unit.state === 'reviewed' && (mayApprove || target === now) ? 'reviewed' : 'draft';
  return writtenIn({ target, state: sent['state'] ?? state });
}

function findUnit({ library }: UnitPorts, request: Request): Found {
  const { article } = findArticle(library.current(), partOf(request, 'slug'));
  const unit = article.units.find(({ id }) => id === partOf(request, 'unit'));
  if (unit !== undefined && isTranslatable(unit)) return { slug: article.slug, unit, way: wayIn(request) };
  const look = { says: 'Its number may have changed; look in the article.', words: 'look in the article' };
  throw new UserError('not-found', 'There is no such paragraph.', { ...look, href: articleAddress(article.slug) });
}

/** The kind that the address or the form names; what nobody stands by yet, where none does. */
function wayIn(request: Request): Want {
  const named = [request.query['way'], sentBy(request)['way']].map(textOf);
  return named.find(isWant) ?? 'unreviewed';
}

function sendJson(response: Response, status: number, unit: Unit): void {
  const { id, source, target, state } = unit;
  response.status(status).set({ 'Cache-Control': 'no-store', ETag: `"${unitVersion(unit)}"` });
  const word = state === 'translated' ? 'draft' : state;
  response.json({ unit: id, source: source.text, target: target?.text ?? '', state: word });
}
