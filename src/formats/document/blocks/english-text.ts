import type { ReadDocument } from './document.ts';
import { unlikelyBlocks } from './likely-blocks.ts';
import { writeArticle } from './write-article.ts';

/** An English document as the text of an article, which is read and never saved. */
export interface EnglishText {
  readonly source: string;
  /** Whether its first unit is a title of its own; otherwise that stands for none, and is to be left out. */
  readonly hasTitle: boolean;
}

/** Leaves out what is surely no part of it, unless nothing would be left. */
export function writeEnglish(document: ReadDocument): EnglishText {
  return {
    source: writeArticle(document, { title: document.title ?? 'Untitled', leftOut: unlikelyBlocks(document) }),
    hasTitle: document.title !== null,
  };
}
