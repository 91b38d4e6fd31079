import type { Request, RequestHandler, Response, Router } from 'express';
import type { PairRow } from '../../core/alignment/pair-rows.ts';
import { type PairStep, withoutLastStep, withStep } from '../../core/alignment/pairing.ts';
import { isBetweenSentences } from '../../core/alignment/row-sentences.ts';
import { SURE } from '../../core/alignment/scored-pairs.ts';
import { rowsCatalogueSlices } from '../../formats/article/aligned-catalogue.ts';
import { pairsAddress, parcelAddress } from '../addresses.ts';
import { pairsPage } from '../pages/adding/pairs-page.ts';
import type { Draft } from '../pages/adding/parcel-page.ts';
import type { BroughtEnglish, PairedTexts } from './brought.ts';
import { type FoundText, findParcel, type ParcelPorts, saveAndLead } from './parcel-text.ts';
import { sentBy, smallFormBody, textOf } from './requests.ts';
import { leadTo, showPage } from './sending.ts';
import { routerOf } from './table.ts';

interface PairsPorts extends ParcelPorts {
  /** Lets only those through who may write. */
  readonly signedIn: RequestHandler;
  /** ISO 8601. */
  readonly today: () => string;
}

/** A text that was brought beside its English: pairs are put right, and saved. */
export function createPairsRoutes(ports: PairsPorts): Router {
  return routerOf({
    '/add/:name/pairs': { GET: [ports.signedIn, showPairs(ports)], POST: [smallFormBody(), takePairs(ports)] },
  });
}

/** Texts beside each other. */
interface FoundPairs extends FoundText {
  readonly draft: Draft;
  readonly english: BroughtEnglish;
  readonly texts: PairedTexts;
}

/**
 * @returns where the way leads as long as there is nothing to show: a text that is saved, or still to be looked over
 * @throws {UserError}
 */
async function findPairs(ports: PairsPorts, request: Request): Promise<FoundPairs | string> {
  const { name, brought } = findParcel(ports, request);
  const { reading, english, saved, draft, pairs } = brought;
  if (saved !== null) return saved;
  if ('book' in reading || english === null || draft === null || pairs === null) return parcelAddress(name);
  // Nobody may wait for them any more.
  const texts = await pairs.made.catch(() => null);
  return texts === null ? parcelAddress(name) : { name, brought, document: reading, english, draft, texts };
}

function showPairs(ports: PairsPorts): RequestHandler {
  return async (request, response) => {
    const found = await findPairs(ports, request);
    if (typeof found === 'string') return leadTo(response, found);
    const { row, page } = request.query;
    return show(ports, response, { found, at: row === undefined ? { page: numberIn(page) } : { row: numberIn(row) } });
  };
}

interface Shown {
  readonly found: FoundPairs;
  readonly at: { readonly row: number } | { readonly page: number };
  readonly wrong?: string | null;
}

async function show(ports: PairsPorts, response: Response, { found, at, wrong = null }: Shown): Promise<void> {
  const { name, brought, english, texts } = found;
  const page = pairsPage(
    { name, from: brought.from, ...texts, englishFrom: english.from, warnings: english.document.warnings },
    { at, wrong, files: ports.library.current() },
  );
  showPage(response, 'pairs', await ports.pacer.finish(page), wrong === null ? 200 : 409);
}

/** A number as an address or a form says it; 0 for anything else. */
function numberIn(value: unknown): number {
  return typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : 0;
}

function takePairs(ports: PairsPorts): RequestHandler {
  return async (request, response) => {
    const found = await findPairs(ports, request);
    if (typeof found === 'string') return leadTo(response, found);
    const { texts, name } = found;
    const sent = sentBy(request);
    const page = numberIn(sent['page']);
    const asked = askedIn(textOf(sent['step']));
    if (textOf(sent['version']) !== String(texts.version))
      return show(ports, response, { found, at: { page }, wrong: OLDER_PAGE });
    texts.approves = textOf(sent['approve']) === 'on';
    if (asked === 'save') return save(ports, response, found);
    const row = asked === null ? null : change(texts, asked);
    return leadTo(response, pairsAddress(name, row === null ? { page: Math.max(1, page) } : { row }));
  };
}

const OLDER_PAGE = 'The pairs changed since this page was shown, so nothing was done; this is how they are now.';

/** What a button asks for; null for what does nothing. */
function askedIn(step: string): PairStep | 'undo' | 'save' | null {
  if (step === 'undo' || step === 'save') return step;
  const [, way, at] = /^(up|down|join|part|note|leave) (\d{1,7})$/.exec(step) ?? [];
  if (way !== undefined) return { way: way as 'up', at: Number(at) };
  const [, row, piece, offset] = /^cut (\d{1,7}) (\d{1,7}) (\d{1,7})$/.exec(step) ?? [];
  return row === undefined ? null : { way: 'cut', at: Number(row), piece: Number(piece), offset: Number(offset) };
}

/** @returns the row to go back to; null where there is none */
function change(texts: PairedTexts, asked: PairStep | 'undo'): number | null {
  const { pairing, english } = texts;
  const step = asked === 'undo' ? (pairing.steps.at(-1) ?? null) : asked;
  if (step === null || (asked !== 'undo' && !isBetweenSentences(step, pairing.rows, english))) return null;
  texts.pairing = asked === 'undo' ? withoutLastStep(pairing) : withStep(pairing, step);
  if (texts.pairing !== pairing) texts.version += 1;
  const [before, after] = [pairing.rows, texts.pairing.rows];
  return asked === 'undo' ? Math.min(step.at, after.length - 1) : rowAfter(before, after, step.at);
}

/** Where the row of an index is after a step: by its French, which never moves. */
function rowAfter(before: readonly PairRow[], after: readonly PairRow[], at: number): number {
  const unit = before[at]?.unit ?? null;
  const found = unit === null ? -1 : after.findIndex((row) => row.unit === unit);
  return found >= 0 ? found : Math.min(at, after.length - 1);
}

function save(ports: PairsPorts, response: Response, found: FoundPairs): Promise<void> {
  const { texts, english, brought, document, draft, name } = found;
  const { french, english: target, pairing, approves } = texts;
  const written = {
    ...{ french, english: target, file: english.file || 'pasted text', date: ports.today() },
    approve: approves ? SURE : null,
  };
  const catalogue = ports.pacer.finish(rowsCatalogueSlices(pairing.rows, written));
  return saveAndLead(ports, response, { name, brought, document, draft, catalogue });
}
