import type { CheckedArticle, CheckedUnit } from '../../core/checks/checked-article.ts';
import { LEADS_NOWHERE } from '../../core/text/leads.ts';
import type { Side } from '../article/article-leads.ts';
import { piecesOf, textOn, wordsOfRuns } from './side-runs.ts';

/** The title in both languages, without marks. */
export interface Titles {
  readonly fr: string;
  /** Null where it is not translated yet. */
  readonly en: string | null;
}

/** A heading, to be led to. */
export interface Heading extends Titles {
  readonly id: string;
  /** From 1, the title. */
  readonly level: number;
}

export function titlesOf({ article, units }: CheckedArticle): Titles {
  const title = units.find(({ unit }) => unit.kind === 'title');
  return {
    fr: title === undefined ? article.citation.title : plainText(title, 'fr'),
    en: title ? englishOf(title) : null,
  };
}

/** The title and the headings that say something, in order. */
export function headingsOf({ units }: CheckedArticle): Heading[] {
  const headings = units.filter(({ unit }) => unit.kind === 'title' || unit.kind === 'heading');
  return headings.map((checked) => ({
    id: checked.unit.id,
    level: checked.unit.kind === 'title' ? 1 : Math.max(2, checked.unit.level),
    fr: plainText(checked, 'fr') || `¶${checked.unit.id.slice(1)}`,
    en: englishOf(checked),
  }));
}

function englishOf(checked: CheckedUnit): string | null {
  return plainText(checked, 'en') || null;
}

/** What is read of a side on one line; '' where there is nothing. */
export function plainText(checked: CheckedUnit, side: Side): string {
  const rich = textOn(checked, side);
  if (rich === null) return '';
  const words = piecesOf(rich, { leads: LEADS_NOWHERE, terms: [] }).map(({ runs }) => wordsOfRuns(runs));
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}
