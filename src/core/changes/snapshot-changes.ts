import type { CheckedArticle, CheckedUnit } from '../checks/checked-article.ts';
import { sameItems } from '../model/same-items.ts';
import type { Snapshot } from './library.ts';

/** What differs between two states of the files. */
export interface Changes {
  /** Slugs of the articles that are shown differently, or are there in one state only. */
  readonly articles: readonly string[];
  /** Whether any entry changed. */
  readonly glossary: boolean;
  /** Whether the files have other problems. */
  readonly problems: boolean;
}

/** Compares two snapshots; what was read once is the same object in both, so that this is quick. */
export function changesBetween(before: Snapshot, after: Snapshot): Changes {
  const slugs = new Set([...before.articles.keys(), ...after.articles.keys()]);
  return {
    articles: [...slugs].filter((slug) => !isSameArticle(before.articles.get(slug), after.articles.get(slug))),
    glossary: !sameItems(before.glossary.concepts, after.glossary.concepts),
    problems: JSON.stringify(before.problems) !== JSON.stringify(after.problems),
  };
}

function isSameArticle(a: CheckedArticle | undefined, b: CheckedArticle | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.units.length !== b.units.length) return false;
  const [one, two] = [a.article.citation, b.article.citation];
  if (one.title !== two.title || one.site !== two.site || one.url !== two.url || one.date !== two.date) return false;
  return a.units.every((unit, i) => isSameUnit(unit, b.units[i] as CheckedUnit));
}

function isSameUnit(a: CheckedUnit, b: CheckedUnit): boolean {
  const [one, two] = [a.unit, b.unit];
  if (one.kind !== two.kind || one.state !== two.state || one.origin !== two.origin) return false;
  if (one.source.text !== two.source.text || one.target?.text !== two.target?.text) return false;
  if (one.notes.join('\n') !== two.notes.join('\n') || a.stale.join('\n') !== b.stale.join('\n')) return false;
  if (a.findings.length !== b.findings.length || a.entries.length !== b.entries.length) return false;
  if (a.findings.some(({ message }, i) => message !== b.findings[i]?.message)) return false;
  return a.entries.every(({ verdict, reading, reason }, i) => {
    const other = b.entries[i];
    return verdict === other?.verdict && reason === other.reason && reading.concept === other.reading.concept;
  });
}
