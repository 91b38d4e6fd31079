import { json, type Request, type Response, Router, urlencoded } from 'express';
import type { Unit } from '../core/article.ts';
import { checkUnit } from '../core/ledger.ts';
import { type Library, StoreError } from '../core/ports.ts';
import { personalEdit, unitVersion, type WrittenTarget, withoutRepair } from '../core/unit-edit.ts';
import { readWrittenTarget } from '../formats/written-target.ts';
import { allowOnly, UserError } from './errors.ts';
import type { Translation } from './jobs.ts';
import { findArticle } from './routes.ts';
import type { UnitPage } from './unit-page.ts';

const MOST_BODY = '256kb';

/**
 * One unit with a version of its own: read, and written only over the version that was read (RFC 9110 If-Match), so
 * that two people never lose each other’s words. The form does without script what the API does with it.
 */
export function createUnitRoutes(library: Library, { store, today }: Pick<Translation, 'store' | 'today'>): Router {
  const router = Router({ caseSensitive: true });
  const find = ({ params }: Request) => findUnit(library, String(params['slug']), String(params['unit']));
  const form = urlencoded({ extended: false, limit: MOST_BODY });

  /** Saves over the version named; gives what stands there instead when it is another one. */
  const save = async (slug: string, unit: Unit, version: string, edit: ReturnType<typeof personalEdit>) => {
    if (version !== unitVersion(unit)) return false;
    const { refused } = await store.save(slug, [edit]);
    await library.reload();
    return refused.length === 0;
  };

  router
    .route('/api/articles/:slug/units/:unit')
    .get((request, response) => sendUnit(response, 200, find(request).unit))
    .put(json({ limit: MOST_BODY }), async (request, response) => {
      const { slug, unit } = find(request);
      const version = request.headers['if-match']?.replaceAll('"', '');
      if (version === undefined)
        throw new UserError('precondition-required', 'Name the version you edit in If-Match; GET gives it as ETag.');
      const saved = await save(slug, unit, version, personalEdit(unit, writtenIn(request.body), today()));
      sendUnit(response, saved ? 200 : 412, find(request).unit);
    })
    .all(allowOnly('GET', 'HEAD', 'PUT'));
  router
    .route('/articles/:slug/units/:unit')
    .get((request, response) => {
      const { slug, unit } = find(request);
      show(response, 200, pageOf(library, slug, unit, null));
    })
    .post(form, async (request, response) => {
      const { slug, unit } = find(request);
      const body = (request.body ?? {}) as Record<string, unknown>;
      const version = String(body['version'] ?? '');
      const undone = body['undo'] === undefined ? null : withoutRepair(unit);
      const edit =
        undone === null
          ? personalEdit(unit, writtenIn({ target: body['target'], state: body['state'] }), today())
          : undoEdit(unit, undone);
      try {
        if (await save(slug, unit, version, edit)) return response.redirect(303, `/articles/${slug}#${unit.id}`);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        return show(response, 503, { ...pageOf(library, slug, unit, edit.target), failure: error.message });
      }
      show(response, 412, pageOf(library, slug, find(request).unit, edit.target));
    })
    .all(allowOnly('GET', 'HEAD', 'POST'));
  return router;
}

/** @throws {UserError} saying what is wrong with it */
function writtenIn(body: unknown): WrittenTarget {
  const written = readWrittenTarget(body);
  if (typeof written === 'string') throw new UserError('bad-request', written);
  return written;
}

/** A draft stays a draft of its engine when a repair is taken back. */
function undoEdit(unit: Unit, { target, repairs }: NonNullable<ReturnType<typeof withoutRepair>>) {
  return {
    unit: unit.id,
    target,
    state: unit.state === 'reviewed' ? ('reviewed' as const) : ('translated' as const),
    comments: [`origin: ${unit.origin ?? ''}`, ...repairs.map((repair) => `repaired: ${repair}`)],
    expected: unit.target?.text ?? '',
  };
}

function findUnit(library: Library, slug: string, id: string): { slug: string; unit: Unit } {
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

function show(response: Response, status: number, page: UnitPage): void {
  response.status(status).set('Cache-Control', 'no-store').render('unit', { page });
}

/** @param refused what somebody wrote while another version came in between; null when nothing was refused */
function pageOf(library: Library, slug: string, unit: Unit, refused: string | null): UnitPage {
  const { glossary, revision, problems, articles } = library.current();
  const target = unit.target?.text ?? '';
  const entries = target === '' ? [] : checkUnit(unit.source.text, target, glossary.indexes, unit.waivers);
  const findings = articles.get(slug)?.units.find((one) => one.unit.id === unit.id)?.findings ?? [];
  return {
    title: `Edit ${unit.id}`,
    ...{ revision, problems, slug, refused, target, failure: null },
    unit: unit.id,
    source: unit.source.text,
    state: unit.state === 'reviewed' ? 'reviewed' : 'draft',
    version: unitVersion(unit),
    repairs: unit.repairs,
    findings: findings.map(({ message }) => message),
    verdicts: entries.map(({ source, verdict, reading }) => ({
      term: unit.source.text.slice(source.start, source.end),
      verdict,
      concept: reading.concept.id,
    })),
  };
}
