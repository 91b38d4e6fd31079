import type { SourceUnit } from '../../../core/model/article.ts';
import { counted } from '../../../core/text/counted.ts';
import type { Leads } from '../../../core/text/leads.ts';
import { plainLabel } from '../../../formats/article/link-labels.ts';
import type { BlockKind, DocumentBlock } from '../../../formats/document/blocks/document.ts';
import { cutIntoSegments, type SegmentView } from '../article/segments.ts';
import { tagOf } from '../article/unit-view.ts';
import { shortened } from '../frame/wording.ts';

/** A block as it will be read. */
export interface BlockView {
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
  /** Of a table: its cells; none for anything else. */
  readonly rows: readonly (readonly CellText[])[];
  /** A line across the page. */
  readonly isRule: boolean;
  /** As it is written, where nothing of it is read; null otherwise. */
  readonly written: string | null;
}

interface CellText {
  readonly tag: 'th' | 'td';
  /** “right”, “center”; '' for the side where lines begin. */
  readonly align: string;
  /** None for an empty one. */
  readonly segments: readonly SegmentView[];
}

interface ReadUnit {
  /** No heading of this page, whatever it will be in the article. */
  readonly tag: string;
  readonly level: number;
  readonly marker: string;
  readonly depth: number;
  /** Label of the footnote that begins with it; '' for none. */
  readonly note: string;
  readonly segments: readonly SegmentView[];
}

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

/** UTF-16 units of the first words of a block, and of a block that is shown as it is written. */
const LONGEST_OPENING = 60;
const LONGEST_WRITTEN = 600;

/** What stands around a block. */
interface Around {
  /** What is read of it. */
  readonly units: readonly SourceUnit[];
  readonly ticked: ReadonlySet<number>;
  /** Label of a footnote → index of its block. */
  readonly notes: ReadonlyMap<string, number>;
}

export function blockView(
  { kind, markdown, doubt }: DocumentBlock,
  index: number,
  { units, ticked, notes }: Around,
): BlockView {
  const shown = units.filter(({ isHidden }) => isHidden !== true);
  const words = shown.length === 0 ? markdown : shown.map(({ source }) => source.text).join(' ');
  return {
    ...{ index, number: index + 1, isTicked: ticked.has(index), doubt, kind: KINDS[kind] },
    opening: shortened(words.replaceAll(/\s+/g, ' '), LONGEST_OPENING),
    units: shown.filter(({ cell }) => cell === undefined).map((unit) => readUnit(unit, notes)),
    rows: rowsOf(shown, notes),
    isRule: kind === 'rule',
    written: shown.length === 0 && kind !== 'rule' ? shortened(markdown, LONGEST_WRITTEN) : null,
  };
}

/** @param units of each block, in order */
export function notesIn(units: readonly (readonly SourceUnit[])[]): Around['notes'] {
  const notes = new Map<string, number>();
  for (const [index, all] of units.entries())
    for (const { note } of all) if (note !== undefined) notes.set(plainLabel(note), index);
  return notes;
}

function readUnit(unit: SourceUnit, notes: Around['notes']): ReadUnit {
  const tag = tagOf(unit);
  const { source, level, item, note = '' } = unit;
  const segments = [{ start: 0, end: source.text.length, pair: 0 }];
  return {
    tag: /^h\d$/.test(tag) ? 'p' : tag,
    level,
    ...{ marker: item?.marker ?? '', depth: Math.min(6, item?.depth ?? 0), note },
    segments: cutIntoSegments(source, { segments, marked: [], leads: leadsTo(notes) }),
  };
}

/** Notes lead to the ticks of their blocks; pictures have no place before the article is there. */
function leadsTo(notes: Around['notes']): Leads {
  return {
    noteLink(text, { start, end, label = '' }) {
      const index = notes.get(label);
      return index === undefined ? null : { label: text.slice(start + 2, end - 1), href: `#block-${index}`, id: null };
    },
    picture: () => ({ src: null, elsewhere: null }),
    noteLabel: () => null,
  };
}

const EMPTY: CellText = { tag: 'td', align: '', segments: [] };

/** The cells of a table in its rows. A row of nothing but empty ones is none. */
function rowsOf(units: readonly SourceUnit[], notes: Around['notes']): CellText[][] {
  const rows: CellText[][] = [];
  for (const unit of units) {
    const { cell } = unit;
    if (cell === undefined) continue;
    rows[cell.row] ??= Array<CellText>(cell.columns).fill(EMPTY);
    const tag = cell.row === 0 ? 'th' : 'td';
    (rows[cell.row] ?? [])[cell.column - 1] = {
      tag,
      align: cell.align ?? '',
      segments: readUnit(unit, notes).segments,
    };
  }
  return rows.filter((row) => row !== undefined);
}

const MOST_NAMED = 3;

/** One sentence that names the pictures whose files a text does not bring; none where it needs none. */
export function picturesWanted(units: readonly (readonly SourceUnit[])[]): string[] {
  const names = new Set<string>();
  for (const { source } of units.flat())
    for (const { kind, href } of source.marks)
      if (kind === 'image' && href !== null && !/^https?:/i.test(href)) names.add(href);
  if (names.size === 0) return [];
  const named = [...names].slice(0, MOST_NAMED).map((name) => `“${shortened(name, LONGEST_OPENING)}”`);
  const more = names.size > MOST_NAMED ? ', …' : '';
  const [their, they] = names.size === 1 ? ['its file', 'its words stand'] : ['their files', 'their words stand'];
  return [
    `${counted(names.size, 'picture')} did not come with the text (${named.join(', ')}${more}): put ${their} into the folder of the article once that is saved; until then ${they} alone.`,
  ];
}
