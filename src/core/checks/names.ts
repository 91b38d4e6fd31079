import type { RichText, Span } from '../model/rich-text.ts';
import { fold } from '../text/characters.ts';
import { writtenSpan } from '../text/reading.ts';
import { segmentText } from '../text/sentences.ts';

const CAPITALIZED = /(?<![\p{L}\p{M}\d'’-])\p{Lu}[\p{L}\p{M}]+/gu;
/** Places and titles that have an English form of their own; countries come from the language itself. */
const EXONYMS: Readonly<Record<string, string>> = {
  Londres: 'London',
  Moscou: 'Moscow',
  Pékin: 'Beijing',
  Genève: 'Geneva',
  Bruxelles: 'Brussels',
  Vienne: 'Vienna',
  Rome: 'Rome',
  Athènes: 'Athens',
  Lisbonne: 'Lisbon',
  Varsovie: 'Warsaw',
  Copenhague: 'Copenhagen',
  Singapour: 'Singapore',
  Séoul: 'Seoul',
  Caire: 'Cairo',
  Alger: 'Algiers',
  Europe: 'Europe',
  Asie: 'Asia',
  Afrique: 'Africa',
  Amérique: 'America',
  Océanie: 'Oceania',
  École: 'School',
  Université: 'University',
  Ministère: 'Ministry',
  Commission: 'Commission',
  Parlement: 'Parliament',
  Union: 'Union',
  Mme: 'Ms',
  Dr: 'Dr',
  Nord: 'North',
  Sud: 'South',
  Est: 'East',
  Ouest: 'West',
};
const COUNTRIES = countryNames();

/** Each word of a French country name → the words of its English names. */
function countryNames(): ReadonlyMap<string, ReadonlySet<string>> {
  const [french, english] = ['fr', 'en'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Map<string, Set<string>>();
  for (const code of letters.flatMap((first) => letters.map((second) => `${first}${second}`))) {
    const [from, to] = [french?.of(code), english?.of(code)];
    if (from === undefined || to === undefined) continue;
    for (const word of wordsOf(from)) {
      const known = names.get(word) ?? new Set<string>();
      for (const other of wordsOf(to)) known.add(other);
      names.set(word, known);
    }
  }
  return names;
}

function wordsOf(text: string): string[] {
  return bare(text).split(/[^\p{L}\p{N}]+/u);
}

/**
 * Names of the source that the target does not have, accents and case aside. The first word of a sentence or of a
 * quotation is none: its capital says nothing.
 *
 * @param ignored what glossary entries answer for already
 */
export function compareNames(source: RichText, target: RichText, ignored: readonly Span[]): Span[] {
  const words = new Set(wordsOf(target.words));
  const openings = openingsOf(source.words);
  return [...source.words.matchAll(CAPITALIZED)]
    .filter(({ index }) => !openings.has(index))
    .map(({ 0: name, index }) => ({ name, ...writtenSpan(source, { start: index, end: index + name.length }) }))
    .filter(({ start, end }) => !ignored.some((span) => span.start < end && start < span.end))
    .filter(({ name }) => !namesFor(name).some((word) => words.has(word) || words.has(`${word}s`)))
    .map(({ start, end }) => ({ start, end }));
}

/** What a name may be in English, bare. */
function namesFor(name: string): string[] {
  const exonym = Object.hasOwn(EXONYMS, name) ? EXONYMS[name] : undefined;
  return [bare(name), ...(exonym === undefined ? [] : [bare(exonym)]), ...(COUNTRIES.get(bare(name)) ?? [])];
}

/** Offsets of the words that open a sentence or a quotation. */
function openingsOf(source: string): Set<number> {
  const sentences = segmentText(source, 'fr').map(
    ({ start }) => start + (/^[\s"“«(–—-]*/.exec(source.slice(start, start + 40))?.[0].length ?? 0),
  );
  const quotations = [...source.matchAll(/["“«]\s*/g)].map(({ 0: signs, index }) => index + signs.length);
  return new Set([...sentences, ...quotations]);
}

function bare(text: string): string {
  return fold(text).normalize('NFD').replaceAll(/\p{M}/gu, '');
}
