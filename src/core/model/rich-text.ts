/** Half-open UTF-16 offsets into a text as written. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type MarkKind = 'emphasis' | 'strong' | 'deleted' | 'code' | 'link' | 'image' | 'note';

/** An inline CommonMark or GFM mark over a stretch of text, its own signs included. */
export interface Mark extends Span {
  readonly kind: MarkKind;
  /** Where a link leads, or an image lies; null for the other marks, and where that is nowhere safe. */
  readonly href: string | null;
  /** Of a reference to a footnote, `[^1]`; of a link whose address stands elsewhere, in one spelling. */
  readonly label?: string;
}

/** Where the links of a label lead, as a definition of the article says: `[label]: address`. */
export interface LinkTarget {
  /** In one spelling. */
  readonly label: string;
  readonly address: string;
}

/** What a text cannot tell of itself, as it stands elsewhere in its article. Its translation is read with the same. */
export interface Setting {
  /** Those that its links name. */
  readonly links?: readonly LinkTarget[];
  /** A task of a list: what stands first says whether it is done. */
  readonly isTask?: true;
}

/** A character reference as written (`&eacute;`, `&#39;`) and what it stands for. */
export interface Reference extends Span {
  /** One character, two for a few references. */
  readonly character: string;
  /** Where that character stands in the words. UTF-16 offset. */
  readonly at: number;
}

/**
 * A text as written and the one reading of it: which stretches are markup, which are shown but are no words of a
 * language, and what is left for a person to read and for a translator to change. Whatever looks for words asks this,
 * so that the page, the check, the repair and the plan agree about what a word is. Plain data: it can be sent as JSON.
 */
export interface RichText {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The signs and addresses a reader does not see, in order, not overlapping. */
  readonly syntax: readonly Span[];
  /** Shown, but no words: addresses, code, file names, handles, tags, reference labels. In order, not overlapping. */
  readonly wordless: readonly Span[];
  readonly references: readonly Reference[];
  /** Its marks are not read, as there are too many: nothing in it is known to be a word alone. */
  readonly isUnread?: true;
  readonly setting?: Setting;
  /** The text with references decoded and a blank for each unit that is no word. Its offsets: see `text/reading.ts`. */
  readonly words: string;
}
