import { type Cost, type MonthlyCost, type PaidAnswer, sumOfCosts } from '../../core/changes/ports/spending.ts';
import { areCounts, areTexts, type Fields } from '../disk/json-fields.ts';
import { type Holder, parseHolder } from '../disk/lock-holder.ts';

/** One line of the ledger of spending. */
export type SpendingLine =
  | {
      readonly kind: 'claim';
      readonly id: string;
      readonly names: readonly string[];
      readonly holder: Holder;
      readonly at: string;
    }
  | { readonly kind: 'end'; readonly id: string }
  /** `counted`: its characters stand in the sum of the month already. */
  | {
      readonly kind: 'reserve';
      readonly id: string;
      readonly claim: string;
      readonly engine: string;
      readonly characters: number;
      readonly at: string;
      readonly counted: boolean;
    }
  | ({ readonly kind: 'settle'; readonly id: string } & Cost)
  | ({ readonly kind: 'answer' } & PaidAnswer)
  | ({ readonly kind: 'month' } & MonthlyCost);

type Line<Kind extends SpendingLine['kind']> = Extract<SpendingLine, { readonly kind: Kind }>;

/** What the lines of a ledger come to. */
export interface SpendingState {
  /** Those that were not given back. */
  readonly claims: Map<string, Line<'claim'>>;
  /** Those that nobody knows the cost of yet. */
  readonly reserved: Map<string, Line<'reserve'>>;
  /** By engine and month. */
  readonly months: Map<string, MonthlyCost>;
  /** By label, stamp and French, the oldest first. */
  readonly answers: Map<string, PaidAnswer>;
}

export function emptyState(): SpendingState {
  return { claims: new Map(), reserved: new Map(), months: new Map(), answers: new Map() };
}

/** Takes a line into a state; one that is none of ours, or was cut off, is passed over. */
export function takeLine(state: SpendingState, text: string): void {
  const line = readLine(text);
  if (line === null) return;
  if (line.kind === 'claim') state.claims.set(line.id, line);
  else if (line.kind === 'end') state.claims.delete(line.id);
  else if (line.kind === 'month') addTo(state, line, line);
  else if (line.kind === 'answer') keepAnswer(state, line);
  else if (line.kind === 'reserve') reserve(state, line);
  else settle(state, line);
}

function reserve(state: SpendingState, line: Line<'reserve'>): void {
  state.reserved.set(line.id, line);
  const claim = state.claims.get(line.claim);
  // A sign of life.
  if (claim !== undefined) state.claims.set(claim.id, { ...claim, at: line.at });
  if (!line.counted) addTo(state, monthOf(line), { characters: line.characters, tokens: null });
}

function settle(state: SpendingState, { id, characters, tokens }: Line<'settle'>): void {
  const reserved = state.reserved.get(id);
  if (reserved === undefined) return;
  state.reserved.delete(id);
  addTo(state, monthOf(reserved), { characters: characters - reserved.characters, tokens });
}

function monthOf({ engine, at }: Line<'reserve'>): Pick<MonthlyCost, 'engine' | 'month'> {
  return { engine, month: at.slice(0, 7) };
}

function addTo({ months }: SpendingState, { engine, month }: Pick<MonthlyCost, 'engine' | 'month'>, cost: Cost): void {
  const key = `${month} ${engine}`;
  const before = months.get(key);
  months.set(key, {
    ...{ engine, month },
    ...sumOfCosts(before ?? { characters: 0, tokens: null }, cost),
  });
}

function keepAnswer({ answers }: SpendingState, { kind: _, ...answer }: Line<'answer'>): void {
  const key = JSON.stringify([answer.label, answer.stamp, answer.source]);
  answers.delete(key);
  answers.set(key, answer);
}

/**
 * The same state in as few lines as hold it: sums in place of what they are of, and the newest answers.
 *
 * @param most UTF-16 units for answers
 */
export function shortened({ claims, reserved, months, answers }: SpendingState, most: number): string {
  const kept: string[] = [];
  let size = 0;
  for (const answer of [...answers.values()].reverse()) {
    const line = JSON.stringify({ kind: 'answer', ...answer });
    size += line.length;
    if (size > most) break;
    kept.push(line);
  }
  const head: SpendingLine[] = [
    ...[...months.values()].map((month) => ({ kind: 'month' as const, ...month })),
    ...claims.values(),
    ...[...reserved.values()].map((line) => ({ ...line, counted: true })),
  ];
  return [...head.map((line) => JSON.stringify(line)), ...kept.reverse(), ''].join('\n');
}

/** Null for anything that is no line of ours. */
function readLine(text: string): SpendingLine | null {
  try {
    const line = JSON.parse(text) as Record<string, unknown>;
    return READERS[String(line['kind']) as SpendingLine['kind']]?.(line) ?? null;
  } catch {
    return null;
  }
}

const READERS: { readonly [Kind in SpendingLine['kind']]: (line: Fields) => Line<Kind> | null } = {
  claim: ({ id, names, holder, at }) => {
    const read = parseHolder(JSON.stringify(holder));
    if (read === null || !areTexts(id, at) || !Array.isArray(names)) return null;
    return { kind: 'claim', id: String(id), names: names.map(String), holder: read, at: String(at) };
  },
  end: ({ id }) => (areTexts(id) ? { kind: 'end', id: String(id) } : null),
  reserve: ({ id, claim, engine, characters, at, counted }) => {
    if (!areTexts(id, claim, engine, at) || !areCounts(characters)) return null;
    const what = { id: String(id), claim: String(claim), engine: String(engine), at: String(at) };
    return { kind: 'reserve', ...what, characters: Number(characters), counted: counted === true };
  },
  settle: ({ id, characters, tokens }) => {
    if (!areTexts(id) || !areCounts(characters)) return null;
    return { kind: 'settle', id: String(id), characters: Number(characters), tokens: tokensIn(tokens) };
  },
  answer: ({ label, stamp, source, target, characters, made }) => {
    if (!areTexts(label, stamp, source, target, made) || !areCounts(characters)) return null;
    const texts = { label: String(label), stamp: String(stamp), source: String(source), target: String(target) };
    return { kind: 'answer', ...texts, characters: Number(characters), made: String(made) };
  },
  month: ({ engine, month, characters, tokens }) => {
    if (!areTexts(engine, month) || !areCounts(characters)) return null;
    const what = { engine: String(engine), month: String(month) };
    return { kind: 'month', ...what, characters: Number(characters), tokens: tokensIn(tokens) };
  },
};

function tokensIn(tokens: unknown): Cost['tokens'] {
  const { prompt, completion } = (tokens ?? {}) as Fields;
  return areCounts(prompt, completion) ? { prompt: Number(prompt), completion: Number(completion) } : null;
}
