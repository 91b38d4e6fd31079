import type { PageWays } from './page-ways.ts';
import { joined } from './wording.ts';

/** views/partials/on-paper.ejs: what a list is of once it is printed, where nothing can be pressed any more. */
export interface OnPaper {
  /** What was asked for, and which page it is: “jeton” · in no article · Page 2 of 3; '' for all, on one page. */
  readonly says: string;
  /** The address of the page, without the site. */
  readonly at: string;
}

/** @param asked what is asked for, one each; null for what is not */
export function onPaper(asked: readonly (string | null)[], pages: PageWays | null, at: string): OnPaper {
  return { says: joined([...asked, pages?.says ?? null], ' · '), at };
}
