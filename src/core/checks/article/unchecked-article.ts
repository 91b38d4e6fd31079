import type { Article, Unit } from '../../model/article.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import type { Bearing, CheckedArticle, CheckedUnit } from '../checked-article.ts';
import { plainSummary } from './article-summary.ts';
import { countStandings } from './standing-counts.ts';

/** It is checked anew whatever changes. */
const NOTHING_KNOWN: Bearing = { words: new Uint16Array(0), accepts: [], named: new Set() };

/**
 * An article of which only the texts are known, since it cannot be checked: it is shown without a verdict, and says so.
 *
 * @param why goes on from the name of a file
 */
export function uncheckedArticle(article: Article, why: string): CheckedArticle {
  const units = article.units.map(uncheckedUnit);
  const summary = plainSummary(article, units);
  const shown = fingerprint([summary.shown, why]);
  return {
    ...{ article, units, findings: [], unchecked: why, standings: countStandings([]) },
    summary: { ...summary, shown, uses: new Map(), bearing: NOTHING_KNOWN },
  };
}

/**
 * An article that is not checked yet: nothing is counted in it, and its paragraphs are looked at where somebody wants
 * them.
 */
export function waitingArticle(article: Article): CheckedArticle {
  const nothing = { target: null, units: 0, translated: 0, reviewed: 0, uses: new Map(), bearing: NOTHING_KNOWN };
  return {
    article,
    get units() {
      return article.units.map(uncheckedUnit);
    },
    ...{ findings: [], unchecked: 'is not checked yet', standings: countStandings([]) },
    summary: { ...nothing, shown: fingerprint([JSON.stringify(article.citation)]) },
  };
}

/** Each side is one sentence. */
function uncheckedUnit(unit: Unit): CheckedUnit {
  const { source, target } = unit;
  const whole = ({ text }: { readonly text: string }) => [{ start: 0, end: text.length }];
  const alignment = {
    source: whole(source),
    target: target === null ? [] : whole(target),
    pairs: [{ source: [0], target: target === null ? [] : [0] }],
  };
  return { unit, alignment, entries: [], otherSenses: [], findings: [], others: [], accepted: [], stale: [] };
}
