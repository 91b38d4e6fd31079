import type { RequestHandler, Response, Router } from 'express';
import { describeImpact } from '../../core/changes/impact.ts';
import type { Snapshot } from '../../core/changes/ports/library.ts';
import { proposedEnglish } from '../../core/changes/proposed-english.ts';
import { atOnce, type Slices } from '../../core/model/slices.ts';
import { GLOSSARY_EXPORTS, GLOSSARY_FORMATS, isGlossaryFormat } from '../../formats/exchange/glossary-exports.ts';
import { entryOfForm } from '../../formats/glossary/entry-form.ts';
import type { PlainEntry } from '../../formats/glossary/plain-entry.ts';
import { articleIn, conceptApiAddress, glossaryAddress, withSaved } from '../addresses.ts';
import { sendDownload } from '../download.ts';
import { UserError } from '../errors.ts';
import { addTermPage } from '../pages/glossary/add-term-page.ts';
import { chooseEntries } from '../pages/glossary/glossary-choice.ts';
import { glossaryPage } from '../pages/glossary/glossary-page.ts';
import { viewOf } from '../pages/glossary/glossary-view.ts';
import { newEntry, type WrittenEntry } from '../pages/glossary/written-entry.ts';
import { readingAddress } from '../sent-addresses.ts';
import type { ConceptPorts } from './concepts.ts';
import { answerOfEntry } from './entry-answer.ts';
import {
  addedEntry,
  addressAfter,
  changeOf,
  chosenFile,
  previewChange,
  saveChange,
  savedConcept,
  sendConcept,
} from './entry-save.ts';
import { formBody, jsonBody, objectOf, partOf, type Sent, sentBy, textOf } from './requests.ts';
import { leadTo, showPage } from './sending.ts';
import { routerOf } from './table.ts';

/** The glossary as a whole: searched, and added to. A form does without script all that the API does. */
export function createGlossaryRoutes(ports: ConceptPorts): Router {
  return routerOf({
    '/glossary': { GET: [showGlossary(ports)] },
    '/glossary/export/:format': { GET: [exportGlossary(ports)] },
    '/add-term': { GET: [ports.signedIn, showNewTerm(ports)], POST: [formBody(), takeNewTerm(ports)] },
    '/api/glossary/concepts': { POST: [...jsonBody(), addConcept(ports)] },
    '/api/glossary/preview': { POST: [...jsonBody(), sendPreview(ports)] },
  });
}

function showGlossary({ library, send, pacer, glossaryList }: ConceptPorts): RequestHandler {
  return async ({ query }, response) => {
    await library.tested();
    const snapshot = library.current();
    const list = await glossaryList(snapshot);
    const choice = await pacer.finish(chooseEntries(list, viewOf(query)));
    // What people search is another page each time, and one of files that changed meanwhile is not kept.
    const isKept = choice.view.q === '' && choice.found.length > 0 && library.current() === snapshot;
    return send.page(
      response,
      'glossary',
      atOnce(() => glossaryPage(snapshot, list, choice)),
      isKept ? glossaryAddress(choice.view) : null,
    );
  };
}

function exportGlossary({ library, pacer }: ConceptPorts): RequestHandler {
  return (request, response) => {
    const format = partOf(request, 'format');
    if (!isGlossaryFormat(format)) {
      const there = GLOSSARY_FORMATS.join(', ');
      throw new UserError('not-found', `The glossary is not written as “${format}”; there is: ${there}.`);
    }
    const { extension, mediaType, write } = GLOSSARY_EXPORTS[format];
    const pieces = write(library.current().glossary.concepts);
    return sendDownload(response, { name: `glossary${extension}`, mediaType, pieces }, pacer);
  };
}

/** UTF-16 units of a term that an address proposes. */
const LONGEST_TERM = 200;

function showNewTerm(ports: ConceptPorts): RequestHandler {
  return ({ query }, response) => {
    const fr = textOf(query['fr']).slice(0, LONGEST_TERM).trim();
    const chosen = { file: '', back: readingAddress(query['back']) };
    const entry = newEntry(fr === '' ? {} : { fr: [fr] }, ports.library.current(), chosen);
    return showForm(ports, response, { ...entry, isBrief: true });
  };
}

function takeNewTerm(ports: ConceptPorts): RequestHandler {
  return async (request, response) => {
    const sent = withTaken(sentBy(request));
    const chosen = { file: chosenFile(ports, sent['file']), back: readingAddress(sent['back']) };
    const entry = entryOfForm(sent);
    const written = newEntry(entry as Partial<PlainEntry>, ports.library.current(), chosen);
    const answer = await answerOfEntry(
      { sent, entry, written, changeTo: (made) => ({ kind: 'add', entry: made }) },
      ports,
    );
    if ('written' in answer) return showForm(ports, response, answer.written, answer.status);
    const address = written.back === '' ? addressAfter(ports, answer) : written.back;
    leadTo(response, withSaved(address, answer.saved.number));
  };
}

/** A proposal that was pressed stands in the field of the English. */
function withTaken(sent: Sent): Sent {
  const [, taken] = /^take:(.+)$/s.exec(textOf(sent['do'])) ?? [];
  return taken === undefined ? sent : { ...sent, 'en.0.term': taken, do: 'more' };
}

async function showForm(
  { library, pacer }: ConceptPorts,
  response: Response,
  written: WrittenEntry,
  status = 200,
): Promise<void> {
  const proposals = await pacer.finish(proposalsFor(written, library.current()));
  showPage(response, 'add-term', addTermPage({ ...written, proposals }, library.current()), status);
}

/** Words of the English of the paragraph from where somebody came, as long as no English is written. */
function* proposalsFor({ back, fields }: WrittenEntry, { articles, glossary }: Snapshot): Slices<readonly string[]> {
  const units = articles.get(articleIn(back) ?? '')?.units;
  const french = fields.fr[0]?.term ?? '';
  if (units === undefined || fields.en[0]?.term !== '') return [];
  return yield* proposedEnglish({ french, unit: back.split('#')[1] ?? '', units, concepts: glossary.concepts });
}

function addConcept(ports: ConceptPorts): RequestHandler {
  return async (request, response) => {
    const entry = addedEntry(ports, objectOf(request.body));
    const saved = await saveChange(ports, entry.place.file, { kind: 'add', entry }, null);
    const made = saved === null ? entry : savedConcept(ports, { entry, saved });
    sendConcept(response.location(conceptApiAddress(made.id)), 201, made);
  };
}

function sendPreview(ports: ConceptPorts): RequestHandler {
  return async (request, response) => {
    const { id, entry } = objectOf(request.body);
    const impact = await previewChange(ports, changeOf(ports, id, entry));
    response.set('Cache-Control', 'no-store').json({ summary: describeImpact(impact), ...impact });
  };
}
