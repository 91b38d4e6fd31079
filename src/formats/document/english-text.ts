import type { ReadDocument } from './document.ts';
import { writeArticle } from './write-article.ts';

/** An English document as the text of an article, which is read and never saved. */
export interface EnglishText {
  readonly source: string;
  /** Whether its first unit is a title of its own; otherwise that stands for none, and is to be left out. */
  readonly hasTitle: boolean;
}

/** Leaves out what is surely no part of it, unless nothing would be left. */
export function writeEnglish(document: ReadDocument): EnglishText {
  const doubted = [...document.blocks.entries()].flatMap(([i, { doubt }]) => (doubt === null ? [] : [i]));
  const leftOut = new Set(doubted.length === document.blocks.length ? [] : doubted);
  return {
    source: writeArticle(document, { title: document.title ?? 'Untitled', leftOut }),
    hasTitle: document.title !== null,
  };
}
