import type { Place } from './place.ts';
import type { Repair } from './repair-note.ts';
import type { RichText } from './rich-text.ts';

/**
 * `cell` stands in a table, `figure` is an image with its words, `note` a footnote; `aside` is markup, not language.
 */
export type UnitKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'code'
  | 'cell'
  | 'figure'
  | 'note'
  | 'aside';

/** `initial` has no target; `translated` is a draft; `reviewed` is approved. XLIFF 2 state. */
export type UnitState = 'initial' | 'translated' | 'reviewed';

/**
 * One waiver as written in the catalogue: what is wrong with an entry, or what a rule finds, is accepted while the hash
 * holds.
 */
export interface Waiver {
  /** Id of a concept or of a rule of the check. */
  readonly accepts: string;
  readonly hash: string;
  readonly reason: string;
  readonly place: Place;
}

/** One block of the source text. XLIFF unit. */
export interface SourceUnit {
  /** `p1` is the title. */
  readonly id: string;
  readonly kind: UnitKind;
  /** 1–6 for headings, 0 otherwise. */
  readonly level: number;
  readonly source: RichText;
  readonly place: Place;
  /** Of what stands in a list: where. */
  readonly item?: ListItem;
  /** A line across the page stands before it. */
  readonly afterRule?: true;
  /** Of a cell: where in which table. */
  readonly cell?: TableCell;
  /** Label of the footnote that begins with it: `1`. */
  readonly note?: string;
  /** Of code: what its fence says, `python`. */
  readonly info?: string;
  /** Reads the same in both languages, and is not translated: markup, a cell with a figure alone. Code is so too. */
  readonly isKept?: true;
  /** Says only where links lead; nothing of it is shown. */
  readonly isHidden?: true;
}

/** Whether it wants an English of its own. */
export function isTranslatable({ kind, isKept }: Pick<SourceUnit, 'kind' | 'isKept'>): boolean {
  return kind !== 'code' && isKept !== true;
}

/** The place of a cell. An empty one is no unit. */
export interface TableCell {
  /** Tables of the article, from 1. */
  readonly table: number;
  /** From 0: the head. */
  readonly row: number;
  /** From 1. */
  readonly column: number;
  /** Columns of the whole table. */
  readonly columns: number;
  readonly align: 'left' | 'right' | 'center' | null;
}

/** The place of a block in lists. */
export interface ListItem {
  /** `3.` as counted from the first number of the list, `•`, `☑`; '' for a further block of an item. */
  readonly marker: string;
  /** Lists that it stands in, from 1. */
  readonly depth: number;
}

/** An English that could not stay, as another stands in its place. */
export interface OtherText {
  readonly text: string;
  /** Where it comes from; null where nothing says it. */
  readonly origin: string | null;
}

/** One unit with what the catalogue holds for it. */
export interface Unit extends SourceUnit {
  readonly target: RichText | null;
  readonly state: UnitState;
  /** Where the target comes from: the project, a person, an engine. */
  readonly origin: string | null;
  /** Renderings that the program put right in an engine’s text, in the order done. */
  readonly repairs: readonly Repair[];
  /** Translator’s notes, shown to the reader. */
  readonly notes: readonly string[];
  readonly waivers: readonly Waiver[];
  /** The entries at the moment of the review, id to six digits of what they said; null where nobody noted them. */
  readonly reviewedTerms: ReadonlyMap<string, string> | null;
  /** Who approved it and when, as the file has it: `Béa 2026-11-26`; absent where nobody noted that. */
  readonly reviewedBy?: string;
  /** The French that the target was made from, where that is another by now; and whether a person had approved it. */
  readonly previous: { readonly source: string; readonly reviewed: boolean } | null;
  /** What others wrote in its place, where only one text could stay; absent where nobody did. */
  readonly conflicts?: readonly OtherText[];
  /** Place of a UTF-16 offset of the target in the catalogue; of the source while there is no message. */
  readonly targetPlace: (offset: number) => Place;
}

/** Stands in place of a title where there is none. */
export const UNTITLED = 'Untitled';

/** What the front matter says of an article. */
export interface Citation {
  readonly title: string;
  readonly site: string | null;
  readonly url: string | null;
  /** ISO 8601 date. */
  readonly date: string | null;
  /** Its English is approved by somebody else than those who wrote it; absent where anybody approves. */
  readonly review?: 'other';
}

export interface Article {
  readonly slug: string;
  readonly citation: Citation;
  readonly units: readonly Unit[];
}
