import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import { conceptVersion } from '../../core/changes/concept-version.ts';
import type { EntryChange } from '../../core/changes/entry-change.ts';
import { describeImpact } from '../../core/changes/impact.ts';
import type { Concept } from '../../core/model/concept.ts';
import { isEditable } from '../../formats/glossary/kinds.ts';
import { plainEntry } from '../../formats/glossary/plain-entry.ts';
import { allowOnly, UserError } from '../errors.ts';
import { FIRST_FILE } from '../pages/entry-page.ts';
import { findSaved, type GlossaryPorts, previewChange, readSentEntry, saveChange } from './entry-save.ts';
import { findConcept } from './routes.ts';

const MOST_BODY = '256kb';

/** The glossary as scripts read and write it: one entry, as its file writes it, with a version of its own. */
export function createEntryApi(ports: GlossaryPorts): Router {
  const { library } = ports;
  const router = Router({ caseSensitive: true });
  const body: RequestHandler[] = [wantJson, json({ limit: MOST_BODY, inflate: false })];
  const find = ({ params }: Request) => findConcept(library.current(), String(params['id']));

  router
    .route('/api/glossary/preview')
    .post(...body, async (request, response) => {
      const { id, entry } = recordOf(request.body);
      const impact = await previewChange(ports, changeOf(ports, id, entry));
      response.set('Cache-Control', 'no-store').json({ summary: describeImpact(impact), ...impact });
    })
    .all(allowOnly('POST'));
  router
    .route('/api/glossary/concepts')
    .post(...body, async (request, response) => {
      const { file: wanted, line: _, ...written } = recordOf(request.body);
      const file = chosenFile(ports, wanted);
      const entry = entryOf(written, file);
      await saveChange(ports, file, { kind: 'add', entry }, null);
      const saved = findSaved(ports, entry) ?? entry;
      sendConcept(response.location(`/api/glossary/concepts/${saved.id}`), 201, saved);
    })
    .all(allowOnly('POST'));
  router
    .route('/api/glossary/concepts/:id')
    .get((request, response) => sendConcept(response, 200, find(request)))
    .put(...body, async (request, response) => {
      const old = find(request);
      const { file: _, line: __, ...written } = recordOf(request.body);
      const entry = entryOf({ id: old.id, ...written }, old.place.file);
      const saved = await saveChange(ports, old.place.file, { kind: 'put', id: old.id, entry }, versionIn(request));
      if (saved === null) sendConcept(response, 412, find(request));
      else sendConcept(response, 200, findSaved(ports, entry) ?? entry);
    })
    .delete(async (request, response) => {
      const { id, place } = find(request);
      const saved = await saveChange(ports, place.file, { kind: 'delete', id }, versionIn(request));
      if (saved === null) sendConcept(response, 412, find(request));
      else response.status(204).set('Cache-Control', 'no-store').end();
    })
    .all(allowOnly('GET', 'HEAD', 'PUT', 'DELETE'));
  return router;
}

/** Another content type could come from a form of any site. */
export const wantJson: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') !== false) return next();
  throw new UserError('unsupported', 'Send application/json.');
};

/** @throws {UserError} when no version is named; a weak one matches nothing (RFC 9110 13.1.1) */
export function versionIn({ headers }: Request): string {
  const header = headers['if-match'];
  if (header === undefined)
    throw new UserError('precondition-required', 'Name the version you edit in If-Match; GET gives it as ETag.');
  return /^"([^"]*)"$/.exec(header.trim())?.[1] ?? '';
}

function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UserError('bad-request', 'Send one JSON object.');
}

function entryOf(written: unknown, file: string): Concept {
  const { concept, problems } = readSentEntry(written, file);
  if (concept !== null) return concept;
  const errors = problems.map(({ path, message }) => ({ path: path.map(String), message }));
  throw new UserError('invalid', errors.map(({ message }) => message).join('; '), '', { errors });
}

/** An id and an entry change it, an id alone deletes it, an entry alone adds it. */
function changeOf({ library }: GlossaryPorts, id: unknown, written: unknown): EntryChange {
  if (id === undefined) return { kind: 'add', entry: entryOf(written, chosenFile({ library }, undefined)) };
  const old = findConcept(library.current(), String(id));
  if (written === undefined || written === null) return { kind: 'delete', id: old.id };
  return { kind: 'put', id: old.id, entry: entryOf({ id: old.id, ...recordOf(written) }, old.place.file) };
}

/** @throws {UserError} when there is no such file */
export function chosenFile({ library }: Pick<GlossaryPorts, 'library'>, wanted: unknown): string {
  const files = library.current().glossaryFiles.filter(isEditable);
  const file = wanted === undefined ? (files[0] ?? FIRST_FILE) : wanted;
  if (typeof file === 'string' && (files.includes(file) || (files.length === 0 && file === FIRST_FILE))) return file;
  throw new UserError('invalid', `file: write one of ${files.join(', ')}`);
}

function sendConcept(response: Response, status: number, concept: Concept): void {
  const { file, line } = concept.place;
  response.status(status).set({ 'Cache-Control': 'no-store', ETag: `"${conceptVersion(concept)}"` });
  response.json({ ...plainEntry(concept), file, line });
}
