import type { CheckedArticle } from '../../checks/checked-article.ts';
import { glossarySlices } from '../../checks/glossary/check-glossary.ts';
import { isGrave } from '../../checks/rule.ts';
import type { Slices } from '../../model/slices.ts';
import { counted } from '../../text/counted.ts';
import { bySlug, namesOf } from '../impact.ts';
import type { Snapshot } from '../ports/library.ts';
import { recheckSlices } from '../recheck.ts';
import type { EntryRow } from './glossary-import.ts';

/** What entries of a file would do to the paragraphs of all articles. */
export interface ImportImpact {
  /** Paragraphs that have something wrong then, and have nothing now; each with the address of its article. */
  readonly broken: readonly UnitName[];
  /** Those that have something wrong now, and nothing then. */
  readonly mended: readonly UnitName[];
  /** Slugs of articles of which nothing can be said, as they cannot be checked then. */
  readonly unchecked: readonly string[];
}

export interface UnitName {
  readonly slug: string;
  readonly unit: string;
}

/** Compares every paragraph before the entries are there with the same one after. Remarks count as nothing wrong. */
export function* importImpactSlices(
  rows: readonly EntryRow[],
  { glossary, articles }: Pick<Snapshot, 'glossary' | 'articles'>,
): Slices<ImportImpact> {
  const entries = new Map(rows.flatMap(({ ours, entry }) => (ours === null ? [] : [[ours.id, entry] as const])));
  const kept = glossary.concepts.map((concept) => entries.get(concept.id) ?? concept);
  const added = rows.flatMap(({ ours, entry }) => (ours === null ? [entry] : []));
  const { verbs } = glossary;
  const changed = yield* glossarySlices([...kept, ...added], { verbs, before: glossary });
  const after = yield* recheckSlices({ glossary, articles }, changed);
  const broken: UnitName[][] = [];
  const mended: UnitName[][] = [];
  const unchecked: string[] = [];
  for (const [slug, checked] of articles) {
    const then = after.get(slug) ?? checked;
    yield;
    if (then === checked) continue;
    if (then.unchecked !== null) {
      unchecked.push(slug);
      continue;
    }
    const [was, is] = [wrongIn(checked), wrongIn(then)];
    broken.push(onlyIn(is, was, slug));
    mended.push(onlyIn(was, is, slug));
  }
  return { broken: broken.flat(), mended: mended.flat(), unchecked };
}

function wrongIn({ units }: CheckedArticle): ReadonlySet<string> {
  const isWrong = units.filter(({ findings }) => findings.some(isGrave));
  return new Set(isWrong.map(({ unit }) => unit.id));
}

function onlyIn(one: ReadonlySet<string>, other: ReadonlySet<string>, slug: string): UnitName[] {
  return [...one].filter((unit) => !other.has(unit)).map((unit) => ({ slug, unit }));
}

/** “3 paragraphs become problems, 1 is mended” */
export function describeImportImpact({ broken, mended, unchecked }: ImportImpact, nameOf = bySlug): string {
  const changes = describeChanges({ broken, mended });
  if (unchecked.length === 0) return changes;
  return `${changes}; nothing can be said of ${namesOf(unchecked, nameOf)}, which cannot be checked then`;
}

function describeChanges({ broken, mended }: Pick<ImportImpact, 'broken' | 'mended'>): string {
  if (broken.length + mended.length === 0) return 'no paragraph of any article changes for better or worse';
  const says = [
    counted(broken.length, 'paragraph becomes a problem', 'paragraphs become problems'),
    counted(mended.length, 'is mended', 'are mended'),
  ];
  return says.join(', ');
}
