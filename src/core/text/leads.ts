import type { Mark } from '../model/rich-text.ts';

/** A reference to a footnote. */
export interface NoteLink {
  readonly label: string;
  /** The note, in the same language. */
  readonly href: string;
  /** Of the first reference: where the note leads back to. */
  readonly id: string | null;
}

/** An image: a file of the article, or one elsewhere, which nothing of ours loads. */
export interface Picture {
  /** Null where none is shown. */
  readonly src: string | null;
  readonly elsewhere: { readonly href: string; readonly host: string } | null;
}

/** The label of a footnote, before its text. */
export interface NoteLabel {
  readonly label: string;
  readonly id: string;
  /** Where it is referred to first; null for nowhere. */
  readonly back: string | null;
}

/** Where the marks of one side of a unit lead within the article. */
export interface Leads {
  /** Null for one that no note answers: it is shown as it is written. */
  noteLink(text: string, mark: Mark): NoteLink | null;
  /** Null where it is shown elsewhere. */
  picture(mark: Mark): Picture | null;
  /** Null for a unit that begins no note. */
  noteLabel(): NoteLabel | null;
}

/** Of a text that stands alone: links are words, images and references to notes are left out. */
export const LEADS_NOWHERE: Leads = {
  noteLink: () => ({ label: '', href: '', id: null }),
  picture: () => null,
  noteLabel: () => null,
};
