import { doubtfulRows, isDoubtful, type PairRow } from '../../../core/alignment/pair-rows.ts';
import type { Pairing } from '../../../core/alignment/pairing.ts';
import type { SourceUnit } from '../../../core/model/article.ts';
import { mapSlices, type Slices } from '../../../core/model/slices.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import { ADD, pairsAddress, parcelAddress } from '../../addresses.ts';
import { type FilesNow, type Frame, frameOf } from '../frame/frame.ts';
import { type PageWays, pageWays } from '../frame/page-ways.ts';
import { pilcrow } from '../frame/wording.ts';
import { type BesideTexts, openingOfRow, type PairView, pairView, surenessOf, weightOf, whyOf } from './pair-view.ts';

/** views/pairs.ejs: a text beside the English that came with it, pair by pair. */
export interface PairsPage extends Frame {
  readonly action: string;
  readonly addAt: string;
  /** Where the blocks are ticked, and the title is written. */
  readonly blocksAt: string;
  readonly from: string;
  readonly english: string;
  readonly warnings: readonly string[];
  /** Why nothing was done; null for none. */
  readonly wrong: string | null;
  /** “40 pairs: 31 sure, 5 likely, 2 weak, 2 empty” */
  readonly says: string;
  /** What wants to be looked at, the weakest first, and how many more there are. */
  readonly doubtful: readonly {
    readonly href: string;
    readonly name: string;
    readonly sureness: string;
    /** Why it is weak; '' for any other. */
    readonly why: string;
    readonly opening: string;
  }[];
  /** “and 12 more” */
  readonly moreDoubtful: string;
  /** Sent back with a form. */
  readonly version: string;
  readonly page: string;
  readonly rows: readonly PairView[];
  readonly pages: PageWays | null;
  /** “Undo (3)”; null where there is nothing to undo. */
  readonly undo: string | null;
  readonly approves: boolean;
}

/** Texts beside each other. */
export interface ShownPairs {
  readonly name: string;
  readonly from: string;
  /** Where the English is from. */
  readonly englishFrom: string;
  readonly warnings: readonly string[];
  readonly french: readonly SourceUnit[];
  readonly english: readonly SourceUnit[];
  readonly pairing: Pairing;
  readonly version: number;
  readonly approves: boolean;
}

interface Asked {
  /** A row on whichever page, from 0; or a page, from 1. What is not there is the nearest. */
  readonly at: { readonly row: number } | { readonly page: number };
  readonly wrong: string | null;
  readonly files: FilesNow;
}

/** Bytes of the rows of a page, and rows. */
const MOST_BYTES = 150_000;
const MOST_ROWS = 40;
/** Rows to look at that are listed at the top. */
const MOST_LISTED = 20;
const LONGEST_OPENING = 60;

export function* pairsPage(shown: ShownPairs, { at, wrong, files }: Asked): Slices<PairsPage> {
  const { name, pairing, english, version, approves } = shown;
  const { rows, steps } = pairing;
  const texts: BesideTexts = { french: new Map(shown.french.map((unit) => [unit.id, unit])), english, rows };
  const starts = yield* startSlices(texts);
  const page = pageAt(starts, at);
  const doubtful = doubtfulRows(rows);
  const next = nextDoubtful(rows, name);
  const here = Array.from(rows.keys()).slice(starts[page - 1], starts[page]);
  return {
    ...frameOf(files, 'French and English, pair by pair'),
    ...{ action: pairsAddress(name, null), addAt: ADD, blocksAt: parcelAddress(name), from: shown.from },
    ...{ english: shown.englishFrom, warnings: shown.warnings, wrong, says: countsOf(rows), approves },
    doubtful: doubtful.slice(0, MOST_LISTED).map((index) => doubtOf(index, texts, name)),
    moreDoubtful: doubtful.length > MOST_LISTED ? `and ${grouped(doubtful.length - MOST_LISTED)} more` : '',
    ...{ version: String(version), page: String(page) },
    rows: yield* mapSlices(here, (index) => pairView(index, texts, next[index] ?? null)),
    pages: pageWays({ page, pages: starts.length }, (number) => pairsAddress(name, { page: number })),
    undo: steps.length === 0 ? null : `Undo (${steps.length})`,
  };
}

/** The first row of each page. */
function* startSlices(texts: BesideTexts): Slices<number[]> {
  const starts = [0];
  let bytes = 0;
  for (const [index, row] of texts.rows.entries()) {
    const weight = weightOf(row, texts);
    const isFull = bytes + weight > MOST_BYTES || index - (starts.at(-1) ?? 0) >= MOST_ROWS;
    if (isFull && index > (starts.at(-1) ?? 0)) {
      starts.push(index);
      bytes = 0;
    }
    bytes += weight;
    yield;
  }
  return starts;
}

/** The number of a page, from 1. */
function pageAt(starts: readonly number[], at: Asked['at']): number {
  if ('page' in at) return Math.min(Math.max(1, at.page), starts.length);
  return Math.max(1, starts.findLastIndex((start) => start <= at.row) + 1);
}

/** For each row the way to the next one that wants to be looked at. */
function nextDoubtful(rows: readonly PairRow[], name: string): (string | null)[] {
  let next: number | null = null;
  const ways: (string | null)[] = [];
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    ways[index] = next === null ? null : pairsAddress(name, { row: next });
    if (isDoubtful(rows[index] as PairRow)) next = index;
  }
  return ways;
}

function doubtOf(index: number, texts: BesideTexts, name: string): PairsPage['doubtful'][number] {
  const row = texts.rows[index] as PairRow;
  return {
    href: pairsAddress(name, { row: index }),
    name: row.unit === null ? 'English only' : pilcrow(row.unit),
    sureness: surenessOf(row),
    why: whyOf(row),
    opening: openingOfRow(row, texts, LONGEST_OPENING),
  };
}

const COUNTED = ['sure', 'likely', 'put together by you', 'weak', 'empty'];

function countsOf(rows: readonly PairRow[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(surenessOf(row), (counts.get(surenessOf(row)) ?? 0) + 1);
  const extra = counts.get('') ?? 0;
  const parts = COUNTED.flatMap((word) => (counts.has(word) ? [`${grouped(counts.get(word) ?? 0)} ${word}`] : []));
  const only = extra === 0 ? '' : `; ${counted(extra, 'paragraph')} in the English only`;
  return `${counted(rows.length - extra, 'paragraph')}: ${parts.join(', ')}${only}.`;
}
