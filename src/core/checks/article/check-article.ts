import type { Article, Unit } from '../../model/article.ts';
import { addToGroup } from '../../model/groups.ts';
import { once } from '../../model/once.ts';
import { finish, mapSlices, type Slices } from '../../model/slices.ts';
import type { ArticleSummary, CheckedArticle, CheckedUnit } from '../checked-article.ts';
import type { Finding } from '../finding.ts';
import type { Glossary } from '../glossary/check-glossary.ts';
import type { GlossaryDifference } from '../glossary/glossary-difference.ts';
import { loweredWords } from '../pair/sought-names.ts';
import { summarySlices } from './article-summary.ts';
import { firstMentions } from './first-mention.ts';
import { type Judged, judgedAlready, judgeSlices, settle, type UnitKnown } from './judge-unit.ts';
import { countStandings } from './standing-counts.ts';
import { ALL_EDITED, uneditedSlices } from './unedited.ts';

/** Checks an article at once; see {@link articleSlices}. */
export function checkArticle(article: Article, glossary: Glossary): CheckedArticle {
  return finish(articleSlices(article, glossary));
}

/**
 * @param before the article as it was checked with the same glossary, before an edit: only what was edited is judged
 */
export function* articleSlices(
  article: Article,
  glossary: Glossary,
  before: CheckedArticle | null = null,
): Slices<CheckedArticle> {
  const unedited = before === null ? ALL_EDITED : yield* uneditedSlices(before, article);
  const known = { lowered: loweredIn(article), before: null, isFrenchSame: unedited.isFrenchSame };
  const judged: Judged[] = [];
  for (const unit of article.units) {
    const same = unedited.of(unit);
    judged.push(yield* same === null ? judgeSlices(unit, glossary, known) : judgedAlready(unit, same, known));
    yield;
  }
  const early = byUnit(firstMentions(judged));
  const units = yield* mapSlices(judged, (one) => settle(one, early.get(one.unit.id) ?? [], glossary));
  return yield* madeOf({ article, units }, glossary, null);
}

/**
 * Checks an article again with another glossary: only the units that the difference bears on.
 *
 * @returns the very same object where no unit changes
 */
export function* articleAgainSlices(
  before: CheckedArticle,
  glossary: Glossary,
  difference: GlossaryDifference,
): Slices<CheckedArticle> {
  if (!difference.mayBearOn(before.summary)) return before;
  const { article } = before;
  const numbers = difference.unitsIn(before.summary);
  const kept = yield* mapSlices(before.units.entries(), ([number, unit]) =>
    numbers?.has(number) !== false && difference.bearsOn(unit.unit) ? null : difference.carry(unit),
  );
  if (kept.every((unit, i) => unit === before.units[i])) return carriedSummary(before, difference);
  const lowered = loweredIn(article);
  const knownOfUnit = (i: number): UnitKnown => ({ lowered, before: before.units[i] ?? null });
  const judged: (Judged | CheckedUnit)[] = [];
  for (const [i, unit] of kept.entries())
    judged.push(unit ?? (yield* judgeSlices(article.units[i] as Unit, glossary, knownOfUnit(i))));
  const early = { now: byUnit(firstMentions(judged)), before: byUnit(firstMentions(before.units)) };
  const units: CheckedUnit[] = [];
  for (const [i, unit] of article.units.entries()) {
    const known = kept[i] ?? null;
    const more = early.now.get(unit.id) ?? [];
    const isKnown = known !== null && saysTheSame(more, early.before.get(unit.id) ?? []);
    if (isKnown) units.push(known);
    else
      units.push(
        settle(
          known === null ? (judged[i] as Judged) : yield* judgeSlices(unit, glossary, knownOfUnit(i)),
          more,
          glossary,
        ),
      );
  }
  return yield* madeOf({ article, units }, glossary, before.summary);
}

/**
 * An article of which no paragraph changes; the entries that those without a translation mention may stand elsewhere.
 */
function carriedSummary(before: CheckedArticle, difference: GlossaryDifference): CheckedArticle {
  const uses = difference.carryUses(before.summary.uses);
  return uses === before.summary.uses ? before : { ...before, summary: { ...before.summary, uses } };
}

/** @param before what was told of the very same article with another glossary; null where there is nothing */
function* madeOf(
  { article, units }: Pick<CheckedArticle, 'article' | 'units'>,
  glossary: Glossary,
  before: ArticleSummary | null,
): Slices<CheckedArticle> {
  const standings = countStandings((yield* mapSlices(units, ({ entries }) => entries)).flat());
  yield;
  const findings = (yield* mapSlices(units, (unit) => unit.findings)).flat();
  yield;
  const summary = yield* summarySlices({ article, units }, glossary, before);
  return { article, units, standings, findings, summary, unchecked: null };
}

/** Words that an article writes in small letters, looked for when they are first asked for. */
function loweredIn({ units }: Article): () => ReadonlySet<string> {
  return once(() => loweredWords(units.map(({ source }) => source)));
}

/**
 * What can be said of a unit without the English of the others of its article.
 *
 * @param lowered words that its article writes in small letters
 */
export function* unitSlices(unit: Unit, glossary: Glossary, lowered: ReadonlySet<string>): Slices<CheckedUnit> {
  return settle(yield* judgeSlices(unit, glossary, { lowered: () => lowered, before: null }), [], glossary);
}

function byUnit(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    addToGroup(groups, finding.unit, finding);
  }
  return groups;
}

function saysTheSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
