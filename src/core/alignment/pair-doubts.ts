import { quotedShort } from '../text/cut-short.ts';
import type { BeadValue } from './bead-value.ts';
import type { Sides } from './side-words.ts';
import { sourcesOf, targetsOf } from './stretches.ts';
import type { SideMarks, TellingMarks } from './telling-marks.ts';
import { createUnanswered, type WordsOfSides } from './unanswered.ts';
import type { Partners } from './word-partners.ts';
import type { Bead } from './word-share.ts';

/** What a person can see that speaks against a pair. */
export interface Doubt {
  /** “only the French has “12”” */
  readonly says: string;
  /** By how much less sure it is; 0 for what its sureness has counted already. */
  readonly weight: number;
}

/** Paragraphs seldom change places. */
export const STANDS_ELSEWHERE: Doubt = { says: 'it stands elsewhere in the English', weight: 3.5 };
/** Of a pair that its words alone leave weak. */
export const FEW_WORDS: Doubt = { says: 'few of their words are known to go together', weight: 0 };

/** Of a figure, or a name of a program, that only one has, and how many count at most. */
const FIGURE = { each: 1, most: 2 };
const PROGRAM_NAME = { each: 2.5, most: 2 };
/** Of what denies something in one language only. */
const DENIAL = 2;
/** What lengths say against a pair, from which on a person sees it; 0 to 1. */
const MISFIT = 0.4;

/** One language of a pair, and what the other lacks of it, as it is written. */
interface OneSide {
  readonly name: 'French' | 'English';
  readonly marks: readonly TellingMarks[];
  readonly programNames: readonly string[];
  readonly figures: readonly string[];
  readonly names: readonly string[];
}

/** Finds what speaks against a pair: what only one has, and that only one denies or asks, or is much longer. */
export function createDoubts(
  sides: Sides,
  marks: SideMarks,
  { partners, value }: { readonly partners: Partners; readonly value: Pick<BeadValue, 'misfit'> },
): (pair: Bead) => Doubt[] {
  const apart = createApart(sides, marks, partners);
  return (pair) => {
    const { french, english } = apart(pair);
    return [
      ...missingFrom(french, english),
      ...saidBy(french, english),
      ...saidBy(english, french),
      ...(value.misfit(pair) < MISFIT ? [] : [{ says: 'their lengths do not fit', weight: 0 }]),
    ];
  };
}

/** Tells what each of both has alone. */
function createApart(sides: Sides, marks: SideMarks, partners: Partners) {
  const unanswered = createUnanswered(sides, partners);
  return (pair: Bead): { readonly french: OneSide; readonly english: OneSide } => {
    const [own, other] = [sourcesOf(pair, marks.source), targetsOf(pair, marks.target)];
    const alone = (kind: 'figures' | 'names') => {
      const [some, others] = [writtenIn(own, kind), writtenIn(other, kind)];
      const missing = unanswered(pair, { source: [...some.keys()], target: [...others.keys()] });
      const { source, target } = withoutHours(missing, some, new Map(other.flatMap(({ hours }) => [...hours])));
      return { source: source.map((one) => some.get(one) ?? ''), target: target.map((one) => others.get(one) ?? '') };
    };
    const [figures, names] = [alone('figures'), alone('names')];
    const programNames = { source: programNamesIn(own), target: programNamesIn(other) };
    return {
      french: {
        ...{ name: 'French', marks: own, figures: figures.source, names: names.source },
        programNames: [...programNames.source].filter((name) => !programNames.target.has(name)),
      },
      english: {
        ...{ name: 'English', marks: other, figures: figures.target, names: names.target },
        programNames: [...programNames.target].filter((name) => !programNames.source.has(name)),
      },
    };
  };
}

/** Figures but for hours that both have: 18 h, 6 pm. */
function withoutHours(
  { source, target }: WordsOfSides,
  french: ReadonlyMap<number, string>,
  hours: ReadonlyMap<number, number>,
): WordsOfSides {
  const isHour = (one: number, other: number) => hours.get(other) === Number(french.get(one));
  return {
    source: source.filter((one) => !target.some((other) => isHour(one, other))),
    target: target.filter((other) => !source.some((one) => isHour(one, other))),
  };
}

function writtenIn(marks: readonly TellingMarks[], kind: 'figures' | 'names'): ReadonlyMap<number, string> {
  return new Map(marks.flatMap((one) => [...one[kind]]));
}

function programNamesIn(marks: readonly TellingMarks[]): ReadonlySet<string> {
  return new Set(marks.flatMap(({ joined }) => joined));
}

/** Words that are quoted in a doubt. */
const MOST_WORDS = 3;

/** What each of both has alone, a doubt each; together they weigh as the most that counts. */
function missingFrom(french: OneSide, english: OneSide): Doubt[] {
  const left = { figures: FIGURE.most, programNames: PROGRAM_NAME.most };
  const count = (kind: keyof typeof left, words: readonly string[]) => {
    const counted = Math.min(left[kind], words.length);
    left[kind] -= counted;
    return counted;
  };
  return [french, english].flatMap(({ name, figures, programNames, names }) => {
    const words = [...new Set([...programNames, ...figures, ...names])].slice(0, MOST_WORDS).map(quotedShort);
    const weight = FIGURE.each * count('figures', figures) + PROGRAM_NAME.each * count('programNames', programNames);
    return words.length === 0 ? [] : [{ says: `only the ${name} has ${words.join(', ')}`, weight }];
  });
}

/** What one says and the other does not. */
function saidBy(one: OneSide, other: OneSide): Doubt[] {
  const denies = one.marks.some(({ denial }) => denial === 'denies');
  const asks = ({ end }: TellingMarks) => end === 'question';
  return [
    ...(denies && other.marks.every(({ denial }) => denial === 'none')
      ? [{ says: `only the ${one.name} says no`, weight: DENIAL }]
      : []),
    ...(one.marks.some(asks) && !other.marks.some(asks) ? [{ says: `only the ${one.name} asks`, weight: 0 }] : []),
  ];
}
