/** Blocks of a document: the kinds of Markdown that stand side by side at its top. */
export type BlockKind = 'heading' | 'paragraph' | 'list' | 'quote' | 'code' | 'table' | 'image' | 'rule' | 'note';

/** One block of a document: a whole list or table is one. */
export interface DocumentBlock {
  readonly kind: BlockKind;
  /** 1–6 for headings, 0 otherwise. */
  readonly level: number;
  /** The block by itself, as it stands between two empty lines of `fr.md`. */
  readonly markdown: string;
  /** Why it may be no part of the article, for a person to decide: “links alone”; null for what surely is. */
  readonly doubt: string | null;
}

/** A document of any format, read: what an article is made from. */
export interface ReadDocument {
  /** Without marks; null where the document does not say. */
  readonly title: string | null;
  readonly site: string | null;
  readonly url: string | null;
  /** ISO 8601 date: `2025-03-07`. */
  readonly date: string | null;
  readonly blocks: readonly DocumentBlock[];
  /** What was left out or may be wrong, each one sentence for a person. */
  readonly warnings: readonly string[];
  /** Of a file with front matter and of a Markdown file: its text, the article as long as nothing is left out. */
  readonly written?: WrittenMarkdown;
}

/** A file in two parts, as somebody wrote them. */
export interface WrittenMarkdown {
  /** Its front matter with the lines around it, mended where it could not be read; '' without one. */
  readonly head: string;
  /** All below that, without a heading that is the title; null where it is no Markdown, and its blocks are written. */
  readonly body: string | null;
}

/** A document that cannot be read; the message says why, and what to do instead. */
export class UnreadableDocument extends Error {}

/** Why one is not read that is an archive by its name or its beginning. */
export const DAMAGED = 'is damaged, or not there to its end; save it once more.';
