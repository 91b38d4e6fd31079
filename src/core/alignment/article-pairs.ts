import { isTranslatable, type SourceUnit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { RichText } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { dealtSlices } from './dealt-sentences.ts';
import type { EverydayWords } from './everyday-words.ts';
import { type PairRow, pairRow } from './pair-rows.ts';
import { type Paragraph, paragraphSlices } from './paragraph-pairs.ts';
import type { ScoredPair } from './scored-pairs.ts';
import { termRenderingSlices } from './term-renderings.ts';
import { commonRenderings, type Renderings } from './word-partners.ts';

/** A paragraph of a text: what is asked of a unit here. */
export type TextBlock = Pick<SourceUnit, 'id' | 'kind' | 'cell' | 'source' | 'isKept'>;

/** What is known of words before anything is learnt. */
export interface KnownWords {
  readonly everyday: EverydayWords;
  readonly concepts: readonly Concept[];
}

/**
 * Aligns the paragraphs of an English text with the units of a French article. The French is the master: it gives the
 * order, and English that answers several units is cut at the ends of sentences. What is not translated takes no part.
 *
 * @returns each French unit that wants an English once, in order; the English of those once, what has no French behind
 *   what stands before it there
 */
export function* articlePairSlices(
  allFrench: readonly TextBlock[],
  allEnglish: readonly TextBlock[],
  { everyday: everydaySlices, concepts }: KnownWords,
): Slices<readonly PairRow[]> {
  const french = allFrench.filter(isTranslatable);
  const english = translated(allFrench, allEnglish);
  const everyday = yield* everydaySlices();
  const terms = yield* termRenderingSlices(concepts);
  const renderings = (word: string) => [...commonRenderings(word), ...everyday(word), ...terms(word)];
  const pairs = yield* paragraphSlices(french.map(paragraphOf), english.map(paragraphOf), renderings);
  const rows: PairRow[] = [];
  for (const pair of pairs) {
    for (const row of yield* rowsOf(pair, { french, english, renderings })) rows.push(row);
    yield;
  }
  return rows;
}

/** A block of the English text that was read. */
interface EnglishBlock extends TextBlock {
  /** Its index there. */
  readonly block: number;
}

/**
 * The English that may be one of a unit: what reads the same in the French is none, whatever kind of block it is here.
 */
function translated(french: readonly TextBlock[], english: readonly TextBlock[]): EnglishBlock[] {
  const kept = new Set(french.flatMap((unit) => (isTranslatable(unit) ? [] : [unit.source.text.trim()])));
  return english
    .map((one, block) => ({ ...one, block }))
    .filter((one) => isTranslatable(one) && !kept.has(one.source.text.trim()));
}

/** Steps that learning words takes, whatever there is to align, and those for each paragraph. */
const STEPS = { ofWords: 500, ofFrench: 13, ofEnglish: 1 };

/** How many steps aligning so many paragraphs takes, about: to tell how far it is. */
export function expectedSteps(french: number, english: number): number {
  return STEPS.ofWords + STEPS.ofFrench * french + STEPS.ofEnglish * english;
}

function paragraphOf({ source, kind, cell }: TextBlock): Paragraph {
  return { text: shown(source), kind, ...(cell === undefined ? {} : { cell }) };
}

/** What a person sees of a text: code, names and figures too, which are mostly the same in both languages. */
function shown({ text, syntax }: RichText): string {
  let at = 0;
  let seen = '';
  for (const { start, end } of syntax) {
    seen += text.slice(at, start);
    at = end;
  }
  return seen + text.slice(at);
}

/** Both texts, and what is known of words. */
interface Texts {
  readonly french: readonly TextBlock[];
  readonly english: readonly EnglishBlock[];
  readonly renderings: Renderings;
}

function* rowsOf(
  { source, target, score, doubts }: ScoredPair,
  { french, english, renderings }: Texts,
): Slices<PairRow[]> {
  const units = source.map((number) => french[number] as TextBlock);
  const blocks = target.map((number) => english[number] as EnglishBlock);
  const whole = blocks.map((one) => ({ block: one.block, start: 0, end: one.source.text.length }));
  const [first] = units;
  if (first === undefined) return [pairRow({ unit: null, english: whole, score, doubts })];
  if (units.length === 1 || blocks.length === 0)
    return units.map(({ id }) => pairRow({ unit: id, english: whole, score, doubts }));
  const dealt = yield* dealtSlices(units, blocks, renderings);
  return units.map(({ id }, i) => {
    const row = pairRow({ unit: id, english: dealt[i] ?? [], score, doubts });
    return { ...row, isSaidBefore: row.kind === 'empty' };
  });
}
