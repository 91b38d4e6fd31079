import type { Request, RequestHandler, Response, Router } from 'express';
import type { Snapshot } from '../../core/changes/ports/library.ts';
import type { Concept } from '../../core/model/concept.ts';
import { entryOfForm, fieldsOf } from '../../formats/glossary/entry-form.ts';
import { type PlainEntry, plainEntry } from '../../formats/glossary/plain-entry.ts';
import { conceptAddress, GLOSSARY, withSaved } from '../addresses.ts';
import { pageIn } from '../pages/frame/query.ts';
import { conceptPage } from '../pages/glossary/concept-page.ts';
import type { GlossaryList } from '../pages/glossary/glossary-list.ts';
import { savedEntry, type WrittenEntry } from '../pages/glossary/written-entry.ts';
import type { Searches } from '../pages/search/search-results.ts';
import { answerOfEntry, mergedWith } from './entry-answer.ts';
import { addressAfter, changedEntry, type GlossaryPorts, saveChange, savedConcept, sendConcept } from './entry-save.ts';
import { findConcept } from './find.ts';
import { formBody, jsonBody, objectOf, partOf, type Sent, sentBy, textOf, versionIn } from './requests.ts';
import { leadTo, type Sender, showPage } from './sending.ts';
import { routerOf } from './table.ts';

/** What the routes of the glossary and its concepts need. */
export interface ConceptPorts extends GlossaryPorts {
  readonly send: Sender;
  readonly searches: Searches;
  readonly glossaryList: (snapshot: Snapshot) => Promise<GlossaryList>;
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
}

/** One concept: read, changed and deleted as its file writes it, with a version of its own, by form and by script. */
export function createConceptRoutes(ports: ConceptPorts): Router {
  return routerOf({
    '/glossary/:id': { GET: [showConcept(ports)], POST: [formBody(), takeForm(ports)] },
    '/api/glossary/concepts/:id': {
      GET: [getConcept(ports)],
      PUT: [...jsonBody(), putConcept(ports)],
      DELETE: [deleteConcept(ports)],
    },
  });
}

function showConcept({ library, send, searches }: ConceptPorts): RequestHandler {
  return async (request, response) => {
    const snapshot = library.current();
    const concept = findConcept(snapshot, partOf(request, 'id'));
    const page = pageIn(request.query);
    const results = await searches.ofConcept(snapshot, concept);
    const work = conceptPage(concept, snapshot, { results, page }, savedEntry(concept));
    return send.page(response, 'concept', work, conceptAddress(concept.id, page));
  };
}

function takeForm(ports: ConceptPorts): RequestHandler {
  return async (request, response) => {
    const sent = sentBy(request);
    const old = find(ports, request);
    const isDeletion = sent['do'] === 'delete';
    const typed = entryOfForm(sent);
    const answer = await answerOfEntry(
      {
        sent,
        entry: isDeletion ? plainEntry(old) : typed,
        written: writtenOver(old, typed, sent),
        changeTo: (entry) => (isDeletion ? { kind: 'delete', id: old.id } : { kind: 'put', id: old.id, entry }),
      },
      ports,
    );
    if (!('written' in answer)) {
      const address = isDeletion ? GLOSSARY : addressAfter(ports, answer);
      return leadTo(response, withSaved(address, answer.saved.number));
    }
    const { status, written } = answer;
    const now = ports.library.current().glossary.byId.get(old.id) ?? old;
    return showForm(ports, response, {
      now,
      written: status === 412 ? mergedWith(now, typed, written) : written,
      status,
    });
  };
}

/** The entry as it was sent, over the version that it was made over. */
function writtenOver(old: Concept, typed: Sent, sent: Sent): WrittenEntry {
  const fields = fieldsOf(typed as Partial<PlainEntry>);
  const [version, base] = [textOf(sent['version']), textOf(sent['base'])];
  return { ...savedEntry(old), isSent: true, fields, version, base };
}

async function showForm(
  { library, pacer, searches }: ConceptPorts,
  response: Response,
  { now, written, status }: { readonly now: Concept; readonly written: WrittenEntry; readonly status: number },
): Promise<void> {
  const snapshot = library.current();
  const results = await searches.ofConcept(snapshot, now);
  const page = await pacer.finish(conceptPage(now, snapshot, { results, page: 1 }, written));
  showPage(response, 'concept', page, status);
}

function getConcept(ports: ConceptPorts): RequestHandler {
  return (request, response) => sendConcept(response, 200, find(ports, request));
}

function putConcept(ports: ConceptPorts): RequestHandler {
  return async (request, response) => {
    const old = find(ports, request);
    const entry = changedEntry(old, objectOf(request.body));
    const change = { kind: 'put', id: old.id, entry } as const;
    const saved = await saveChange(ports, old.place.file, change, versionIn(request));
    if (saved === null) sendConcept(response, 412, find(ports, request));
    else sendConcept(response, 200, savedConcept(ports, { entry, saved }));
  };
}

function deleteConcept(ports: ConceptPorts): RequestHandler {
  return async (request, response) => {
    const { id, place } = find(ports, request);
    const saved = await saveChange(ports, place.file, { kind: 'delete', id }, versionIn(request));
    if (saved === null) sendConcept(response, 412, find(ports, request));
    else response.status(204).set('Cache-Control', 'no-store').end();
  };
}

function find({ library }: ConceptPorts, request: Request): Concept {
  return findConcept(library.current(), partOf(request, 'id'));
}
