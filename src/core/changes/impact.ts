import type { UnitLedger } from '../checks/checked-article.ts';
import type { LedgerEntry } from '../ledger/ledger-entry.ts';
import { STANDINGS, type Standing, standingOf } from '../ledger/standing.ts';
import type { Slices } from '../model/slices.ts';
import { counted } from '../text/counted.ts';
import { fewNamed } from '../text/few-named.ts';
import { type ReadText, readableIn } from '../text/reading.ts';
import { isSent, planSlices, type ToPlan } from './plan.ts';
import type { EntryChange } from './ports/entry-change.ts';
import type { Preview, PreviewedUnit } from './ports/library.ts';

/** What becomes of one term of a text; null on the side where it is no term. */
export interface TermImpact {
  readonly concept: string;
  readonly text: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
}

/** What a change of the glossary makes of one unit. */
export interface UnitImpact {
  readonly slug: string;
  readonly unit: string;
  readonly terms: readonly TermImpact[];
  /** A reviewed unit that would want another look. */
  readonly becomesStale: boolean;
  /** Characters an engine would be asked for; 0 when it would not. Unicode code points. */
  readonly characters: number;
}

export interface Impact {
  /** Those that change, in the order of articles and paragraphs. */
  readonly units: readonly UnitImpact[];
  /** Of all units together. */
  readonly characters: number;
  /** Slugs of articles of which nothing can be said, as they cannot be checked then. */
  readonly unchecked: readonly string[];
  /** What the glossary itself would have wrong, and has not now. */
  readonly findings: readonly string[];
}

/** The change that is asked about, and the way to read a text that it would repair. */
export interface ImpactOf {
  readonly change: EntryChange;
  readonly read: ReadText;
}

/** Compares everything before a change of one entry with everything after it; the same object is the same to it. */
export function* impactSlices({ before, ...after }: Preview, { change, read }: ImpactOf): Slices<Impact> {
  const renamed = change.kind === 'put' ? new Map([[change.id, change.entry.id]]) : new Map<string, string>();
  const units: UnitImpact[] = [];
  const unchecked: string[] = [];
  for (const [slug, { units: compared }] of after.articles) {
    yield;
    if (compared === null) unchecked.push(slug);
    else for (const one of yield* articleImpact(slug, compared, { before, after, renamed, read })) units.push(one);
  }
  const known = new Set(before.glossary.findings.map(({ rule, message }) => `${rule} ${message}`));
  const findings = after.glossary.findings.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
  return {
    ...{ units, unchecked },
    characters: units.reduce((sum, { characters }) => sum + characters, 0),
    findings: findings.map(({ message }) => message),
  };
}

interface Comparison extends Pick<ImpactOf, 'read'>, Pick<Preview, 'before'> {
  readonly after: Pick<Preview, 'glossary'>;
  /** Ids of now by those of before. */
  readonly renamed: ReadonlyMap<string, string>;
}

function* articleImpact(
  slug: string,
  compared: readonly PreviewedUnit[],
  { before, after, renamed, read }: Comparison,
): Slices<UnitImpact[]> {
  const article = { slug };
  const due = yield* dueUnits({ article, units: compared.map((one) => one.before) }, before, read);
  const other = { article, units: compared.map((one) => one.after) };
  const dueThen = yield* dueUnits(other, { ...before, glossary: after.glossary }, read);
  return compared.flatMap(({ before: was, after: is }) => {
    const terms = is === was ? [] : termImpacts(was, is, renamed);
    const becomesStale = was.stale.length === 0 && is.stale.length > 0;
    const { id } = was.unit;
    const characters = due.has(id) ? 0 : (dueThen.get(id) ?? 0);
    if (terms.length === 0 && !becomesStale && characters === 0) return [];
    return [{ slug, unit: id, terms, becomesStale, characters }];
  });
}

/** Characters of each unit that an engine would be asked for, whatever engine. */
function* dueUnits(checked: ToPlan, before: Preview['before'], read: ReadText): Slices<Map<string, number>> {
  const { units } = yield* planSlices(checked, before, { label: null, read });
  return new Map(units.filter(isSent).map(({ unit, characters }) => [unit.id, characters]));
}

function termImpacts(before: UnitLedger, after: UnitLedger, renamed: ReadonlyMap<string, string>): TermImpact[] {
  const then = new Map(after.entries.map((entry) => [spanKey(entry), entry]));
  const now = new Map(before.entries.map((entry) => [spanKey(entry), entry]));
  const keys = [...new Set([...now.keys(), ...then.keys()])].sort((a, b) => a - b);
  return keys.flatMap((key) => {
    const [was, is] = [now.get(key), then.get(key)];
    const entry = (is ?? was) as LedgerEntry;
    const id = was?.reading.concept.id ?? '';
    const [from, to] = [was && standingOf(was), is && standingOf(is)];
    if ((renamed.get(id) ?? id) === is?.reading.concept.id && from === to) return [];
    const text = readableIn(before.unit.source, entry.source);
    return [{ concept: entry.reading.concept.id, text, before: from ?? null, after: to ?? null }];
  });
}

/** One number for a span, in the order of the text. */
function spanKey({ source: { start, end } }: LedgerEntry): number {
  return start * 2 ** 24 + end;
}

/**
 * “2 paragraphs change: 2 terms become missing, 1 reviewed paragraph becomes stale, 412 characters to translate again.”
 */
export function describeImpact({ units, unchecked, characters }: Impact, nameOf = bySlug): string {
  const names = namesOf(unchecked, nameOf);
  const left = unchecked.length === 0 ? '' : ` Nothing can be said of ${names}, which cannot be checked then.`;
  if (units.length === 0) return `No paragraph of any ${left === '' ? '' : 'other '}article changes.${left}`;
  const terms = units.flatMap((unit) => unit.terms);
  const becoming = STANDINGS.map((standing) => {
    const of = terms.filter(({ before, after }) => before !== null && after === standing);
    return [of.length, `term becomes ${standing}`, `terms become ${standing}`] as const;
  });
  const parts = [
    ...becoming,
    [terms.filter(({ before }) => before === null).length, 'term is new', 'terms are new'],
    [terms.filter(({ after }) => after === null).length, 'is no term any more', 'are no terms any more'],
    [
      units.filter(({ becomesStale }) => becomesStale).length,
      'reviewed paragraph becomes stale',
      'reviewed paragraphs become stale',
    ],
    [characters, 'character to translate again', 'characters to translate again'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return `${counted(units.length, 'paragraph changes', 'paragraphs change')}: ${said.join(', ')}.${left}`;
}

/** Articles that are named. */
const MOST_NAMED = 3;

/** How scripts and terminals are told of an article; pages know it by another name. */
export function bySlug(slug: string): string {
  return slug;
}

/** “un, deux, trois and 4 more” */
export function namesOf(slugs: readonly string[], nameOf = bySlug): string {
  return fewNamed(slugs, MOST_NAMED, nameOf);
}
