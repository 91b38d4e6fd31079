import type { SourceUnit } from '../../core/model/article.ts';
import { mapSlices, type Slices } from '../../core/model/slices.ts';
import type { Leads } from '../../core/text/leads.ts';
import type { BlockKind, DocumentBlock, ReadDocument } from '../../formats/document/document.ts';
import { ADD, parcelAddress } from '../addresses.ts';
import { type FilesNow, type Frame, frameOf } from './frame.ts';
import { cutIntoSegments, type SegmentView } from './segments.ts';
import { tagOf } from './unit-view.ts';
import { counted, shortened } from './wording.ts';

/** views/parcel.ejs: a text as it will be read, to be looked over before it is saved. */
export interface ParcelPage extends Frame {
  readonly action: string;
  /** Where another text is given. */
  readonly addAt: string;
  /** “essai.docx”, “https://…”, “the text you pasted” */
  readonly from: string;
  /** Where the English is from that came with it; null for none. */
  readonly english: string | null;
  /** What the button says that ends this step. */
  readonly send: string;
  /** “31 of 40 blocks are ticked” */
  readonly chosen: string;
  readonly warnings: readonly string[];
  readonly fields: readonly HeadField[];
  /** Why nothing was saved, where no field is to blame; null for none. */
  readonly wrong: string | null;
  /** What is wrong with the choice of blocks; null for nothing. */
  readonly wrongBlocks: string | null;
  readonly blocks: readonly BlockView[];
}

/** What an article is cited by, and the name it gets. */
interface HeadField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly lang: string | null;
  readonly placeholder: string | null;
  /** What it is for; '' where its label says it. */
  readonly advice: string;
  readonly wrong: string | null;
  readonly isFirstWrong: boolean;
  /** Ids of what describes it; null for nothing. */
  readonly describedBy: string | null;
}

/** A block as it will be read. */
interface BlockView {
  /** From 0; a form names it so. */
  readonly index: number;
  /** From 1, for people. */
  readonly number: number;
  readonly isTicked: boolean;
  /** Why it may be no part of the article; null for what surely is. */
  readonly doubt: string | null;
  /** “list”, “heading”; what a voice reads before its words. */
  readonly kind: string;
  /** Its first words. */
  readonly opening: string;
  readonly units: readonly ReadUnit[];
  /** Of a table: its cells, null for an empty one; none for anything else. */
  readonly rows: readonly (readonly (readonly SegmentView[] | null)[])[];
  /** A line across the page. */
  readonly isRule: boolean;
  /** As it is written, where nothing of it is read; null otherwise. */
  readonly written: string | null;
}

interface ReadUnit {
  /** No heading of this page, whatever it will be in the article. */
  readonly tag: string;
  readonly level: number;
  readonly marker: string;
  readonly depth: number;
  readonly segments: readonly SegmentView[];
}

/** What a person wrote of an article that is to be saved, as it was written. */
export interface Head {
  readonly title: string;
  readonly site: string;
  readonly url: string;
  readonly date: string;
  readonly slug: string;
}

/** A text that was brought. */
export interface BroughtText {
  readonly name: string;
  readonly from: string;
  /** Where its English is from; null for none. */
  readonly english: string | null;
  readonly document: ReadDocument;
}

/** What is to be saved of it, and what is wrong with that. */
export interface Draft {
  readonly head: Head;
  /** Indexes of the blocks that are ticked. */
  readonly ticked: ReadonlySet<number>;
  /** What is wrong, by the name of a field, `blocks`, or '' where no field is to blame. */
  readonly wrong: Readonly<Record<string, string>>;
}

const FIELDS: readonly Pick<HeadField, 'label' | 'lang' | 'placeholder' | 'advice'>[] & { readonly length: 5 } = [
  { label: 'Title', lang: 'fr', placeholder: null, advice: '' },
  { label: 'Site', lang: 'fr', placeholder: null, advice: 'The journal or site that published it.' },
  { label: 'Address', lang: null, placeholder: 'https://', advice: 'Where it was published.' },
  { label: 'Date', lang: null, placeholder: '2025-03-07', advice: 'The day it was published.' },
  { label: 'Name', lang: null, placeholder: null, advice: 'Its folder in content/, and the end of its address here.' },
];
const NAMES = ['title', 'site', 'url', 'date', 'slug'] as const satisfies readonly (keyof Head)[];

const KINDS: Readonly<Record<BlockKind, string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  list: 'list',
  quote: 'quotation',
  code: 'code',
  table: 'table',
  image: 'picture',
  rule: 'line across the page',
  note: 'note',
};

/** Bytes of the first words of a block, and of a block that is shown as it is written. */
const LONGEST_OPENING = 60;
const LONGEST_WRITTEN = 600;

/** @param units what is read of each block, in order */
export function* parcelPage(
  text: BroughtText,
  { units, draft, files }: { units: readonly (readonly SourceUnit[])[]; draft: Draft; files: FilesNow },
): Slices<ParcelPage> {
  const { blocks, warnings } = text.document;
  const { head, ticked, wrong } = draft;
  const firstWrong = NAMES.find((name) => wrong[name] !== undefined);
  return {
    ...frameOf(files, 'Look it over'),
    ...{ action: parcelAddress(text.name), addAt: ADD, from: text.from, warnings },
    ...{ english: text.english, send: text.english === null ? 'Save and read' : 'Put the English beside it' },
    chosen: `${ticked.size} of ${counted(blocks.length, 'block')}`,
    fields: NAMES.map((name, i) => headField(name, { ...head, i }, { wrong: wrong[name] ?? null, firstWrong })),
    wrong: wrong[''] ?? null,
    wrongBlocks: wrong['blocks'] ?? null,
    blocks: yield* mapSlices(blocks.entries(), ([i, block]) => blockView(block, i, { units: units[i] ?? [], ticked })),
  };
}

function headField(
  name: (typeof NAMES)[number],
  head: Head & { readonly i: number },
  { wrong, firstWrong }: { wrong: string | null; firstWrong: string | undefined },
): HeadField {
  const said = FIELDS[head.i] as (typeof FIELDS)[number];
  const describing = [said.advice === '' ? '' : `${name}-advice`, wrong === null ? '' : `${name}-wrong`];
  const describedBy = describing.filter((id) => id !== '').join(' ');
  return {
    ...{ name, ...said, value: head[name], wrong, isFirstWrong: name === firstWrong },
    describedBy: describedBy === '' ? null : describedBy,
  };
}

function blockView(
  { kind, markdown, doubt }: DocumentBlock,
  index: number,
  { units, ticked }: { units: readonly SourceUnit[]; ticked: ReadonlySet<number> },
): BlockView {
  const words = units.length === 0 ? markdown : units.map(({ source }) => source.text).join(' ');
  return {
    ...{ index, number: index + 1, isTicked: ticked.has(index), doubt, kind: KINDS[kind] },
    opening: shortened(words.replaceAll(/\s+/g, ' '), LONGEST_OPENING),
    units: units.filter(({ cell, isHidden }) => cell === undefined && isHidden !== true).map(readUnit),
    rows: rowsOf(units),
    isRule: kind === 'rule',
    written: units.length === 0 && kind !== 'rule' ? shortened(markdown, LONGEST_WRITTEN) : null,
  };
}

function readUnit(unit: SourceUnit): ReadUnit {
  const tag = tagOf(unit);
  const { source, level, item, note = '' } = unit;
  const segments = [{ start: 0, end: source.text.length, pair: 0 }];
  return {
    tag: /^h\d$/.test(tag) ? 'p' : tag,
    level,
    ...{ marker: item?.marker ?? note, depth: Math.min(6, item?.depth ?? 0) },
    segments: cutIntoSegments(source, { segments, marked: [], leads: NOWHERE }),
  };
}

/** Notes and pictures have no place before the article is there. */
const NOWHERE: Leads = {
  noteLink: () => null,
  picture: () => ({ src: null, elsewhere: null }),
  noteLabel: () => null,
};

/** The cells of a table in its rows; null where one is empty. */
function rowsOf(units: readonly SourceUnit[]): (readonly SegmentView[] | null)[][] {
  const rows: (readonly SegmentView[] | null)[][] = [];
  for (const unit of units) {
    const { cell } = unit;
    if (cell === undefined) continue;
    rows[cell.row] ??= Array<readonly SegmentView[] | null>(cell.columns).fill(null);
    const row = rows[cell.row] ?? [];
    row[cell.column - 1] = readUnit(unit).segments;
  }
  return rows.filter((row) => row !== undefined);
}
