import type { CheckedUnit } from '../../../core/checks/checked-article.ts';
import { isWrong, type Standing, standingOf } from '../../../core/ledger/standing.ts';
import { type Concept, isAccepted, type Language } from '../../../core/model/concept.ts';
import { formatPlace } from '../../../core/model/place.ts';
import { mapSlices, type Slices } from '../../../core/model/slices.ts';
import { grouped } from '../../../core/text/counted.ts';
import { readableIn } from '../../../core/text/reading.ts';
import { conceptAddress } from '../../addresses.ts';
import { pilcrow } from '../frame/wording.ts';
import { mentionKey } from './mention-view.ts';

/** How a term stands, or that it has no English to stand in. */
export type RowStanding = Standing | 'untranslated';

/** views/partials/concept-row.ejs: what the card of a term shows, and where the term stands in this article. */
export interface ConceptRow {
  readonly id: string;
  readonly href: string;
  /** The preferred French term. */
  readonly french: string;
  /** The preferred English one; null for a name, the same on both sides. */
  readonly english: string | null;
  /** All that a filter finds it by, in small letters: its terms, the forms found, and their verdicts. */
  readonly search: string;
  readonly definition: string | null;
  /** Further French terms; null for none. */
  readonly alsoFrench: FewTerms | null;
  /** Further English terms; null for none. */
  readonly also: FewTerms | null;
  /** Renderings the entry rules out; null for none. */
  readonly not: FewTerms | null;
  /** `glossary/ai.yaml:12` */
  readonly place: string;
  /** The worst standing among the occurrences. */
  readonly verdict: RowStanding;
  /** “once”, “3 times” */
  readonly count: string;
  readonly occurrences: readonly Occurrence[];
}

/** The first of some terms in one line, and how many more there are: “ and 12 more”, '' for none. */
export interface FewTerms {
  readonly named: string;
  readonly more: string;
}

interface Occurrence {
  readonly unit: string;
  /** “¶7” */
  readonly label: string;
  readonly key: string;
  readonly text: string;
  readonly verdict: RowStanding;
}

/** What was found of a concept. */
interface Found {
  readonly occurrences: Occurrence[];
  /** What its occurrences say, and what became of them, each once, in their order. */
  readonly texts: Set<string>;
  readonly verdicts: Set<RowStanding>;
}

/** From the worst to the best, as a reader is told. */
const WORST_FIRST: readonly RowStanding[] = [
  'missing',
  'deprecated',
  'free',
  'waived',
  'admitted',
  'preferred',
  'untranslated',
];

/** The concepts of an article in the order in which they first appear, those first that ask for something. */
export function* conceptRows(units: readonly CheckedUnit[]): Slices<ConceptRow[]> {
  const rows = new Map<Concept, Found>();
  for (const { unit, entries } of units) {
    for (const entry of entries) {
      const { concept } = entry.reading;
      const text = readableIn(unit.source, entry.source);
      const found = rows.get(concept) ?? { occurrences: [], texts: new Set(), verdicts: new Set() };
      const verdict = unit.target === null ? 'untranslated' : standingOf(entry);
      found.occurrences.push({ unit: unit.id, label: pilcrow(unit.id), key: mentionKey(unit, entry), text, verdict });
      found.texts.add(text).add(verdict);
      found.verdicts.add(verdict);
      rows.set(concept, found);
    }
    yield;
  }
  const made = yield* mapSlices(rows, ([concept, found]) => conceptRow(concept, found));
  return [...made.filter(isProblem), ...made.filter((row) => !isProblem(row))];
}

/** Further terms that are named; the page of the entry has all. */
const MOST_TERMS = 8;

/** One alone is not left out. */
function few(terms: readonly string[]): FewTerms | null {
  if (terms.length === 0) return null;
  const named = terms.length <= MOST_TERMS + 1 ? terms : terms.slice(0, MOST_TERMS);
  const left = terms.length - named.length;
  return { named: named.join(', '), more: left === 0 ? '' : ` and ${grouped(left)} more` };
}

function isProblem({ verdict }: ConceptRow): boolean {
  return verdict !== 'untranslated' && isWrong(verdict);
}

function conceptRow(concept: Concept, { occurrences, texts: found, verdicts }: Found): ConceptRow {
  const texts = (language: Language, accepted: boolean) =>
    concept[language].filter((term) => isAccepted(term) === accepted).map(({ text }) => text);
  const [fr, en] = [texts('fr', true), texts('en', true)];
  return {
    id: concept.id,
    href: conceptAddress(concept.id),
    french: fr[0] ?? '',
    english: concept.keep ? null : (en[0] ?? ''),
    search: [...new Set([concept.id, ...fr, ...en, ...found])].join(' ').toLowerCase(),
    definition: concept.definition,
    alsoFrench: few(fr.slice(1)),
    also: few(en.slice(1)),
    not: few(texts('en', false)),
    place: formatPlace(concept.place),
    verdict: WORST_FIRST.find((verdict) => verdicts.has(verdict)) ?? 'preferred',
    count: occurrences.length === 1 ? 'once' : `${grouped(occurrences.length)} times`,
    occurrences,
  };
}
