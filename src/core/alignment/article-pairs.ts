import type { SourceUnit } from '../model/article.ts';
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
export type TextBlock = Pick<SourceUnit, 'id' | 'kind' | 'cell' | 'source'>;

/** What is known of words before anything is learnt. */
export interface KnownWords {
  readonly everyday: EverydayWords;
  readonly concepts: readonly Concept[];
}

/**
 * Aligns the paragraphs of an English text with the units of a French article. The French is the master: it gives the
 * order, and English that answers several units is cut at the ends of sentences.
 *
 * @returns each French unit once, in order; the English once, what has no French behind what stands before it there
 */
export function* articlePairSlices(
  french: readonly TextBlock[],
  english: readonly TextBlock[],
  { everyday: everydaySlices, concepts }: KnownWords,
): Slices<readonly PairRow[]> {
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
  readonly english: readonly TextBlock[];
  readonly renderings: Renderings;
}

function* rowsOf(
  { source, target, score, doubts }: ScoredPair,
  { french, english, renderings }: Texts,
): Slices<PairRow[]> {
  const units = source.map((number) => french[number] as TextBlock);
  const blocks = target.map((block) => ({ block, source: (english[block] as TextBlock).source }));
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
