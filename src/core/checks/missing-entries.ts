import type { Concept } from '../model/concept.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { finish, type Slices } from '../model/slices.ts';
import { fold } from '../text/characters.ts';
import { readableIn, writtenSpan } from '../text/reading.ts';
import { isAcronym } from '../words/acronyms.ts';
import { frenchPlurals } from '../words/french-inflection.ts';
import type { CheckedUnit } from './checked-article.ts';

/** A term that the glossary seems to lack. */
export interface VocabularyGap {
  /** As first written. */
  readonly text: string;
  /** Units that have it, in order, each once. */
  readonly units: readonly string[];
  readonly count: number;
  /** Why it is proposed. */
  readonly reason: 'acronym' | 'repeated' | 'related';
}

/** Words that open or end no term. */
const FUNCTION_WORDS = new Set(
  `le la les l un une des de du d au aux à a en et ou où que qui qu dont ce cet cette ces son sa ses leur leurs mon ma mes nos vos notre votre
  il elle ils elles on nous vous je tu se s y ne n pas plus moins très trop si mais donc car ni comme pour par sur sous dans avec sans entre
  vers chez contre depuis pendant avant après lors afin ainsi alors aussi bien encore déjà toujours jamais tout toute tous toutes même mêmes
  autre autres certains certaines quelques plusieurs chaque aucun être est sont était étaient été sera avait avaient ont avoir ai as fait faire
  peut peuvent pourrait deux trois selon dit déclaré ajouté indiqué affirmé estimé t c j m lui eux celui ceux celle celles`.split(
    /\s+/,
  ),
);
/** Prepositions that may stand inside a term: puissance de calcul, recherche en IA. */
const LINKS = new Set(['de', 'd', 'à', 'en', 'par']);
const MOST_WORDS = 5;

interface Word extends Span {
  readonly bare: string;
  readonly written: string;
}

/** Nouns of any newspaper, and a few adjectives; alone they are no term of a field. With their plurals: travaux, jeux. */
const EVERYDAY = new Set(
  `an année annee jour mois semaine temps fois partie pays ville monde chose cas point part personne gens homme femme entreprise société
  societe groupe employé employe dirigeant patron concurrent rival autorité autorite gouvernement ministre régulateur media média presse
  public marché marche prix coût cout produit service secteur industrie travail succès détail detail attention question réponse manière façon
  début debut fin lancement stratégie million milliard dollar yuan euro janvier février mars avril mai juin juillet août septembre octobre
  novembre décembre jeu voix choix lieu milieu enjeu journal bras corps poids propos progrès procès cours avis accès concours discours
  recours parcours repas gros mauvais heureux nombreux niveau nouveau bureau tableau œil ciel vœu`
    .split(/\s+/)
    .flatMap((word) => [word, ...frenchPlurals(word)])
    .map(fold),
);

interface Phrase {
  readonly key: string;
  readonly text: string;
  readonly words: readonly Word[];
}

interface Tally {
  readonly phrase: Phrase;
  readonly units: Set<string>;
  count: number;
}

/**
 * What a text has that looks like a term and no entry knows: acronyms, phrases that share a word with the glossary,
 * and what comes again; the likeliest first. Proposed to a person, never added.
 *
 * @param concepts the glossary; names among them say nothing of a field
 */
export function findVocabularyGaps(units: readonly CheckedUnit[], concepts: readonly Concept[]): VocabularyGap[] {
  return finish(gapSlices(units, concepts));
}

/** The same with pauses. */
export function* gapSlices(units: readonly CheckedUnit[], concepts: readonly Concept[]): Slices<VocabularyGap[]> {
  const tallies = new Map<string, Tally>();
  for (const { unit, entries } of units) {
    if (unit.kind === 'code') continue;
    const covered = entries.map(({ source }) => source).sort((a, b) => a.start - b.start);
    for (const run of runsOf(unit.source)) {
      for (const phrase of phrasesOf(run, unit.source, covered)) {
        const tally = tallies.get(phrase.key) ?? { phrase, units: new Set<string>(), count: 0 };
        tallies.set(phrase.key, tally);
        tally.units.add(unit.id);
        tally.count += 1;
      }
    }
    yield;
  }
  return rank(withoutParts([...tallies.values()]), vocabularyOf(concepts));
}

/** Words in a row that no sign but an apostrophe interrupts. */
function runsOf(text: RichText): Word[][] {
  const runs: Word[][] = [[]];
  for (const { 0: written, index } of text.words.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*|[^\s\p{L}\p{N}]/gu)) {
    if (/^['’]$/.test(written)) continue;
    if (!/[\p{L}\p{N}]/u.test(written)) runs.push([]);
    else {
      const span = writtenSpan(text, { start: index, end: index + written.length });
      runs.at(-1)?.push({ ...span, written, bare: fold(written) });
    }
  }
  return runs.filter((run) => run.length > 0);
}

/** Stretches of a run of the shape of a term, of at most five words, that no entry covers. */
function* phrasesOf(run: readonly Word[], text: RichText, covered: readonly Span[]): Generator<Phrase> {
  for (let first = 0; first < run.length; first += 1) {
    for (let last = first; last < Math.min(run.length, first + MOST_WORDS); last += 1) {
      const words = run.slice(first, last + 1);
      if (!isTermShaped(words)) continue;
      const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
      if (isKnown({ start, end }, covered, words)) continue;
      yield { key: words.map(({ bare }) => singular(bare)).join(' '), text: readableIn(text, { start, end }), words };
    }
  }
}

/**
 * Inside an entry’s term, across the edge of one, or a known term with mere neighbours (puces Nvidia).
 *
 * @param covered in order, without overlaps
 */
function isKnown({ start, end }: Span, covered: readonly Span[], words: readonly Word[]): boolean {
  const first = firstBehind(covered, start);
  let last = first;
  while (last < covered.length && (covered[last] as Span).start < end) last += 1;
  if (first === last) return false;
  const whole = covered
    .slice(first, last)
    .every((span) => start <= span.start && span.end <= end && span.end - span.start < end - start);
  return !whole || !words.some(({ bare }) => LINKS.has(bare));
}

/** Index of the first span that ends behind an offset. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function singular(word: string): string {
  return word.replace(/[sx]$/, '');
}

function vocabularyOf(concepts: readonly Concept[]): ReadonlySet<string> {
  const terms = concepts.filter(({ keep }) => !keep).flatMap(({ fr }) => fr);
  const words = terms.flatMap(({ text }) => fold(text).split(/[^\p{L}\p{N}]+/u));
  const telling = words.filter((word) => !FUNCTION_WORDS.has(word) && !EVERYDAY.has(word)).map(singular);
  return new Set(telling.filter((word) => word.length > 3));
}

function isTermShaped(phrase: readonly Word[]): boolean {
  const [first, last] = [phrase[0], phrase.at(-1)];
  if (first === undefined || last === undefined || isFunctionWord(first) || isFunctionWord(last)) return false;
  if (phrase.length > 1 && phrase.some((word) => isName(word) || /[eiî]r$/.test(word.bare))) return false;
  if (phrase.length === 1) return isAcronym(first.written) || (first.bare.length > 3 && /^\p{Ll}/u.test(first.written));
  return phrase.slice(1, -1).every((word) => LINKS.has(word.bare) || !isFunctionWord(word));
}

/** A capital that is no acronym’s. */
function isName({ written }: Word): boolean {
  return /^\p{Lu}/u.test(written) && !isAcronym(written);
}

function isFunctionWord({ bare }: Word): boolean {
  return FUNCTION_WORDS.has(bare) || /^\d+$/.test(bare);
}

/** A part of a longer phrase that comes no more often than the whole is not proposed by itself. */
function withoutParts(all: readonly Tally[]): Tally[] {
  const counts = new Map<string, number>();
  for (const { phrase, count } of all) {
    const words = phrase.key.split(' ');
    for (let i = 0; i < words.length; i += 1) {
      for (let j = i + 1; j <= words.length; j += 1) {
        const part = words.slice(i, j).join(' ');
        if (part !== phrase.key) counts.set(part, Math.max(counts.get(part) ?? 0, count));
      }
    }
  }
  return all.filter(({ phrase, count }) => (count > 1 ? (counts.get(phrase.key) ?? 0) < count : true));
}

function rank(all: readonly Tally[], known: ReadonlySet<string>): VocabularyGap[] {
  const scored = all.map((tally) => ({ tally, score: scoreOf(tally, known) })).filter(({ score }) => score > 0);
  scored.sort((a, b) => b.score - a.score || a.tally.phrase.text.localeCompare(b.tally.phrase.text, 'fr'));
  return scored.map(({ tally: { phrase, units, count } }) => ({
    text: phrase.text,
    units: [...units],
    count,
    reason: isLoneAcronym(phrase) ? 'acronym' : count > 1 ? 'repeated' : 'related',
  }));
}

function isLoneAcronym({ words, text }: Phrase): boolean {
  return words.length === 1 && isAcronym(text);
}

/** Acronyms that come again first, then phrases of the glossary’s field, then words of it, then whatever comes again. */
function scoreOf({ phrase, count }: Tally, known: ReadonlySet<string>): number {
  if (isLoneAcronym(phrase)) return count > 1 && phrase.text.length <= 6 ? 100 + count : 0;
  const content = phrase.words.filter((word) => !isFunctionWord(word)).map(({ bare }) => bare);
  const related = content.filter((word) => known.has(singular(word))).length;
  const linked = phrase.words.length === 3 && /^(de|d|en)$/.test(phrase.words[1]?.bare ?? '');
  if (content.length === 1)
    return EVERYDAY.has(content[0] ?? '') || count < 2 ? 0 : related > 0 ? 25 + 5 * count : count > 2 ? count : 0;
  if (linked && related > 0) return 30 + 15 * related + 5 * count;
  if (count > 1) return (count > 2 ? 35 : 20) + 5 * count + 15 * related;
  return 0;
}
