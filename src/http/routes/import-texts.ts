import type { Response } from 'express';
import { importedArticleSlices } from '../../core/changes/imports/import-article.ts';
import { importEditSlices, importFindingSlices } from '../../core/changes/imports/import-edits.ts';
import { canTake, type ImportPlan, type ImportRow, importPlanSlices } from '../../core/changes/imports/import-plan.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import type { SavedTargets } from '../../core/changes/ports/translation-store.ts';
import type { CheckedArticle } from '../../core/checks/checked-article.ts';
import { type Approving, asksOther, importedBy, whyNotApprove } from '../../core/people/approvals.ts';
import { counted } from '../../core/text/counted.ts';
import { fewNamed } from '../../core/text/few-named.ts';
import { readLike } from '../../formats/article/inline-marks.ts';
import { mayBeTerms } from '../../formats/import/import-format.ts';
import { articleAddress, withSaved } from '../addresses.ts';
import { statusOf, UserError } from '../errors.ts';
import { importPage } from '../pages/adding/import-page.ts';
import { importTextsPage, shownRows, valueOfRow } from '../pages/adding/import-texts-page.ts';
import { pilcrow } from '../pages/frame/wording.ts';
import {
  CHANGED_MEANWHILE,
  type FoundImport,
  type ImportPorts,
  NOTHING_SAID,
  NOTHING_TICKED,
  type SaidOfImport,
  tickedIn,
} from './imported.ts';
import { readAgain } from './read-again.ts';
import { sentBy, textOf } from './requests.ts';
import { leadTo, showPage } from './sending.ts';

type Found = FoundImport<'translation'>;

/** Shows what a translation would change. */
export async function showTexts(ports: ImportPorts, response: Response, found: Found): Promise<void> {
  const article = await articleOf(ports, response, found);
  if (article === null) return showUnplaced(ports, response, found);
  return show(ports, response, { ...found, plan: await planOf(ports, article, found) }, NOTHING_SAID);
}

/** Of no article: it is asked which. */
function showUnplaced({ library }: ImportPorts, response: Response, { imported, read }: Found): void {
  const says = `No article has any of the French texts of “${imported.file}”. Choose the one it is of, and give it again. ${mayBeTerms(read.format)}`;
  const given = { text: '', article: '', wrong: { way: null, says: says.trimEnd() } };
  showPage(response, 'import', importPage(given, library.current()), 422);
}

/** @throws {UserError} for an article that is not there */
async function articleOf(
  { library, pacer }: ImportPorts,
  { req: { query } }: Response,
  { imported, read }: Found,
): Promise<CheckedArticle | null> {
  const { articles } = library.current();
  const slug = textOf(query['article']) || imported.article;
  if (slug === '') return pacer.finish(importedArticleSlices(articles, read.file, readLike));
  const chosen = articles.get(slug);
  if (chosen === undefined) throw new UserError('not-found', `There is no article “${slug}”.`);
  return chosen;
}

function planOf({ pacer }: ImportPorts, { article }: CheckedArticle, { read }: Found): Promise<ImportPlan> {
  return pacer.finish(importPlanSlices(article, read.file.units, readLike));
}

type Planned = Found & { readonly plan: ImportPlan };

async function show(
  { library, pacer, person }: ImportPorts,
  response: Response,
  { name, imported, read, plan }: Planned,
  { ticked, wrong, status = 200 }: SaidOfImport,
): Promise<void> {
  const files = library.current();
  const { glossary, articles } = files;
  const article = articles.get(plan.slug) as CheckedArticle;
  const rows = shownRows(plan).map(([, row]) => row);
  const findings = await pacer.finish(importFindingSlices(article.article, rows, { glossary, read: readLike }));
  const told = read.file.remarks.map(({ message, place }) => `Line ${place.line}: ${message}`);
  const approving = { person: person(), byOther: asksOther(article.article) };
  const remarks = [...told, ...draftsRemark(rows, imported.file, approving)];
  const shown = { name, from: imported.from, plan, remarks, findings, ticked, wrong };
  showPage(response, 'import-texts', await pacer.finish(importTextsPage(shown, files)), status);
}

/** What comes in otherwise than the file has it. */
function draftsRemark(rows: readonly ImportRow[], file: string, approving: Approving): string[] {
  const { person } = approving;
  if (person === null || !rows.some(({ state }) => state === 'reviewed')) return [];
  const says = 'What is approved in this file comes in as a draft';
  if (whyNotApprove(null, approving) !== null) return [`${says}: approving is for reviewers.`];
  const origin = `${importedBy(file, person.name)} ${NO_DAY}`;
  return whyNotApprove(origin, approving) === null
    ? []
    : [`${says} where its text is new: this article wants somebody else to approve it (review: other).`];
}

/** Whose text it is does not depend on the day. */
const NO_DAY = '2000-01-01';

/** Writes the ticked rows, each only over the text that it was chosen over. */
export async function takeTexts(ports: ImportPorts, response: Response, found: Found): Promise<void> {
  const article = await articleOf(ports, response, found);
  if (article === null) return showUnplaced(ports, response, found);
  const plan = await planOf(ports, article, found);
  const ticked = tickedIn(sentBy(response.req)['row']);
  const again = async (wrong: string, status: number) => {
    const now = ports.library.current().articles.get(plan.slug) ?? article;
    return show(ports, response, { ...found, plan: await planOf(ports, now, found) }, { ticked, wrong, status });
  };
  if (ticked.size === 0) return again(NOTHING_TICKED, 422);
  const rows = chosenRows(plan, ticked);
  if (rows.length < ticked.size) return again(CHANGED_MEANWHILE, 409);
  try {
    const { refused, save: number } = await save(ports, { rows, slug: plan.slug, file: found.imported.file });
    if (refused.length > 0) return again(partlyWritten(rows.length, refused), 409);
    const address = articleAddress(plan.slug);
    leadTo(response, number === null ? address : withSaved(address, number));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return again(error.message, statusOf(error));
  }
  return undefined;
}

/** Of which texts nothing was written, and how many were. */
function partlyWritten(count: number, refused: readonly string[]): string {
  const written = count - refused.length;
  if (written === 0) return CHANGED_MEANWHILE;
  const names = fewNamed(refused, MOST_NAMES, pilcrow);
  return `${names} changed since this page was shown and ${refused.length === 1 ? 'stays' : 'stay'} as this page shows now; ${counted(written, 'other text was', 'other texts were')} written.`;
}

/** Texts that a sentence names. */
const MOST_NAMES = 10;

/**
 * The rows of ticks that still say what they said when they were shown.
 *
 * @guard version-of-import → plan.rows.filter((_, i) => [...ticked].some((one) => one.startsWith(`${i} `)))
 */
function chosenRows(plan: ImportPlan, ticked: ReadonlySet<string>): readonly ImportRow[] {
  return shownRows(plan)
    .filter(([index, row]) => canTake(row) && ticked.has(valueOfRow(row, index)))
    .map(([, row]) => row);
}

interface Saving {
  readonly rows: readonly ImportRow[];
  readonly slug: string;
  readonly file: string;
}

/** @throws {StoreError} */
async function save(
  { library, store, pacer, today, person }: ImportPorts,
  { rows, slug, file }: Saving,
): Promise<SavedTargets> {
  const { glossary, articles } = library.current();
  const approving = { person: person(), byOther: asksOther(articles.get(slug)?.article) };
  const mayApprove = (origin: string | null) => whyNotApprove(origin, approving) === null;
  const writer = approving.person?.name;
  const named = writer === undefined ? {} : { writer };
  const tools = { indexes: glossary.indexes, read: readLike, file, date: today(), mayApprove, ...named };
  const edits = await pacer.finish(importEditSlices(rows, tools));
  const saved = await store.save(slug, edits);
  await readAgain(library);
  return saved;
}
