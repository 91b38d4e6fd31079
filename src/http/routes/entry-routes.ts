import { type Request, type Response, Router, urlencoded } from 'express';
import { conceptVersion } from '../../core/changes/concept-version.ts';
import type { EntryChange } from '../../core/changes/entry-change.ts';
import { StoreError } from '../../core/changes/store-error.ts';
import type { Concept } from '../../core/model/concept.ts';
import { mergeRecords } from '../../core/text/merge-records.ts';
import { entryOfForm, fieldsOf, problemsByField } from '../../formats/glossary/entry-form.ts';
import { type PlainEntry, plainEntry } from '../../formats/glossary/plain-entry.ts';
import { allowOnly, statusOf, UserError } from '../errors.ts';
import { conceptPage, findOccurrences } from '../pages/concept-page.ts';
import { conflictViews, type EntryForm, formOf, impactView, newForm } from '../pages/entry-page.ts';
import { chosenFile } from './entry-api.ts';
import { findSaved, type GlossaryPorts, previewChange, readSentEntry, saveChange } from './entry-save.ts';
import { findConcept } from './routes.ts';
import { withSaved } from './undo-routes.ts';

const MOST_BODY = '256kb';
/** Fields of a form: some hundred terms with all their parts. */
const MOST_FIELDS = 3000;

type Sent = Readonly<Record<string, unknown>>;

/** The forms that add, change and delete an entry; they do without script all that the page does with it. */
export function createEntryRoutes(ports: GlossaryPorts): Router {
  const { library } = ports;
  const router = Router({ caseSensitive: true });
  const body = urlencoded({ extended: false, limit: MOST_BODY, parameterLimit: MOST_FIELDS, inflate: false });

  const showNew = (response: Response, status: number, form: EntryForm) => {
    const { revision, problems } = library.current();
    const page = { title: 'Add a term', revision, problems, form };
    response.status(status).set('Cache-Control', 'no-store').render('add-term', { page });
  };
  const showConcept = (response: Response, status: number, concept: Concept, form: EntryForm) => {
    const snapshot = library.current();
    const page = conceptPage(concept, snapshot, findOccurrences(snapshot), form);
    response.status(status).set('Cache-Control', 'no-store').render('concept', { page });
  };

  router
    .route('/add-term')
    .get(({ query }, response) => {
      const fr = typeof query['fr'] === 'string' ? query['fr'].slice(0, 200).trim() : '';
      showNew(response, 200, newForm(fr === '' ? {} : { fr: [fr] }, library.current(), '', backTo(query['back'])));
    })
    .post(body, async (request, response) => {
      const sent = sentBy(request);
      const file = chosenFile(ports, sent['file']);
      const written = entryOfForm(sent);
      const blank = newForm(written as Partial<PlainEntry>, library.current(), file, backTo(sent['back']));
      const answer = await judge(ports, sent, written, file, blank, (entry) => ({ kind: 'add', entry }));
      if ('form' in answer) return showNew(response, answer.status, answer.form);
      const saved = findSaved(ports, answer.entry) ?? answer.entry;
      response.redirect(303, withSaved(blank.back === '' ? `/glossary/${saved.id}` : blank.back, answer.saved));
    })
    .all(allowOnly('GET', 'HEAD', 'POST'));

  router.post('/glossary/:id', body, async (request, response) => {
    const sent = sentBy(request);
    const old = findConcept(library.current(), String(request.params['id']));
    const written = entryOfForm(sent);
    const form = {
      ...formOf(old),
      isSent: true,
      fields: fieldsOf(written as Partial<PlainEntry>),
      version: textOf(sent['version']),
      base: textOf(sent['base']),
    };
    const isDeletion = sent['do'] === 'delete';
    const answer = await judge(ports, sent, isDeletion ? plainEntry(old) : written, old.place.file, form, (entry) =>
      isDeletion ? { kind: 'delete', id: old.id } : { kind: 'put', id: old.id, entry },
    );
    if (!('form' in answer)) {
      const saved = isDeletion ? undefined : (findSaved(ports, answer.entry) ?? answer.entry);
      return response.redirect(
        303,
        withSaved(saved === undefined ? '/glossary' : `/glossary/${saved.id}`, answer.saved),
      );
    }
    const now = library.current().glossary.byId.get(old.id) ?? old;
    showConcept(
      response,
      answer.status,
      now,
      answer.status === 412 ? mergedForm(now, written, answer.form) : answer.form,
    );
  });
  return router;
}

/** What came of a sent form: saved, or to be shown again. */
type Answer =
  | { readonly entry: Concept; readonly saved: number }
  | { readonly status: number; readonly form: EntryForm };

async function judge(
  ports: GlossaryPorts,
  sent: Sent,
  written: unknown,
  file: string,
  form: EntryForm,
  changeTo: (entry: Concept) => EntryChange,
): Promise<Answer> {
  if (sent['do'] === 'more') return { status: 200, form };
  const { concept: entry, problems } = readSentEntry(written, file);
  if (entry === null) return { status: 422, form: { ...form, errors: problemsByField(problems) } };
  const change = changeTo(entry);
  if (sent['do'] === 'check')
    return { status: 200, form: { ...form, impact: impactView(await previewChange(ports, change)) } };
  try {
    const saved = await saveChange(ports, file, change, form.version);
    return saved === null ? { status: 412, form } : { entry, saved };
  } catch (error) {
    if (error instanceof StoreError) return { status: statusOf(error), form: { ...form, failure: error.message } };
    if (!(error instanceof UserError)) throw error;
    return { status: 409, form: { ...form, failure: `${error.message} ${error.advice}` } };
  }
}

/** The form after somebody else was first: both changes where they touch different fields, over the version of now. */
function mergedForm(now: Concept, yours: Record<string, unknown>, form: EntryForm): EntryForm {
  const theirs = plainEntry(now);
  const { merged, conflicts } = mergeRecords(recordOf(form.base), yours, { ...theirs });
  return {
    ...form,
    fields: fieldsOf(merged as Partial<PlainEntry>),
    version: conceptVersion(now),
    base: JSON.stringify(theirs),
    conflicts: conflictViews(conflicts),
  };
}

function recordOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function sentBy({ body }: Request): Sent {
  return (body ?? {}) as Sent;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A page of ours to go back to: a paragraph of an article; '' for anything else. */
function backTo(value: unknown): string {
  return typeof value === 'string' && /^\/articles\/[a-z0-9-]{1,100}(#p\d{1,6})?$/.test(value) ? value : '';
}
