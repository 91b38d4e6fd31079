import { describeLabel, readOrigin } from '../../core/changes/ports/engine-origin.ts';
import { summarize } from '../../core/checks/article/standing-counts.ts';
import type { CheckedArticle, CheckedUnit } from '../../core/checks/checked-article.ts';
import { conceptFingerprint } from '../../core/ledger/waivers.ts';
import { isTranslatable, type Unit } from '../../core/model/article.ts';
import { writerIn } from '../../core/people/approvals.ts';
import { compareTexts } from '../../core/text/compare-texts.ts';
import { counted } from '../../core/text/counted.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { titlesOf } from './titles.ts';

/** Where the texts are from and what became of them, a sentence each; the same for the same state. */
export function howMade(checked: CheckedArticle): string[] {
  const { article, units } = checked;
  const { site, url, date } = article.citation;
  const from = [site, url, date].filter((part) => part !== null).join(', ');
  return [
    `The French is “${titlesOf(checked).fr}”${from === '' ? '' : ` (${from})`}.`,
    statesOf(units),
    originsOf(units),
    termsOf(checked),
    'Nothing is said here about the rights in either text: they are those of whoever wrote, published and translated it.',
    'Made with Vis-à-vis.',
  ].filter((sentence) => sentence !== '');
}

function termsOf({ units, standings, unchecked }: CheckedArticle): string {
  if (unchecked !== null) return 'Its terms are held to a glossary, but could not be checked: nothing is said of them.';
  return `Its terms are held to a glossary: ${summarize(standings)}.${glossaryState(units)}`;
}

function statesOf(units: readonly CheckedUnit[]): string {
  const states = units.filter(({ unit }) => isTranslatable(unit)).map(({ unit }) => unit.state);
  const count = (state: Unit['state'], word: string) => {
    const { length } = states.filter((one) => one === state);
    return length === 0 ? [] : [`${length} ${word}`];
  };
  const parts = [
    ...count('reviewed', 'approved'),
    ...count('translated', 'as a draft'),
    ...count('initial', 'not translated yet'),
  ];
  return `Of its English: ${counted(states.length, 'paragraph')}, ${parts.join(', ')}.`;
}

/** Others are not told: people write what they like there. */
const MOST_ORIGINS = 12;

function originsOf(units: readonly CheckedUnit[]): string {
  const counts = new Map<string, number>();
  for (const { unit } of units) {
    if (unit.target === null) continue;
    const from = nameOf(unit.origin);
    counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const told = [...counts].sort(([a], [b]) => compareTexts(a, b)).slice(0, MOST_ORIGINS);
  return `The English is from: ${told.map(([from, count]) => `${from} (${counted(count, 'paragraph')})`).join(', ')}.`;
}

/** An engine, a person, this project; without its day. */
function nameOf(origin: string | null): string {
  const engine = readOrigin(origin);
  if (engine !== null) return `the engine ${describeLabel(engine.label)}`;
  const writer = writerIn(origin);
  if (writer !== null) return writer.name;
  return origin?.replace(/(?<!\s)\s*\d{4}-\d{2}-\d{2}.*$/s, '').trim() || 'a source that nobody noted';
}

/** The entries that stand in the article, and what tells their state from any other. */
function glossaryState(units: readonly CheckedUnit[]): string {
  const concepts = new Map(
    units.flatMap(({ entries }) => entries.map(({ reading }) => [reading.concept.id, reading.concept])),
  );
  if (concepts.size === 0) return '';
  const stamps = [...concepts].sort(([a], [b]) => compareTexts(a, b)).map(([, concept]) => conceptFingerprint(concept));
  return ` They are ${counted(concepts.size, 'entry', 'entries')}, in the state ${fingerprint(stamps).slice(0, 6)}.`;
}

const NO_DAY = '2000-01-01';

/** The newest day that the article or its English names, ISO 8601: no clock is asked. */
export function newestDay({ article }: CheckedArticle): string {
  const named = article.units.flatMap(({ origin }) => /\d{4}-\d{2}-\d{2}/.exec(origin ?? '')?.[0] ?? []);
  const days = [NO_DAY, article.citation.date ?? NO_DAY, ...named].filter(isDay);
  return days.reduce((newest, day) => (day > newest ? day : newest), NO_DAY);
}

function isDay(written: string): boolean {
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}
