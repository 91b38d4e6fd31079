import type { JudgedDraft } from '../core/changes/draft-edit.ts';
import { labelWithout } from '../core/changes/ports/engine-origin.ts';
import type { PaidAnswer } from '../core/changes/ports/spending.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import type { Unit } from '../core/model/article.ts';
import type { Slices } from '../core/model/slices.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import { matchTokens, tokensOf } from '../core/text/text-diff.ts';
import { judgeDraft } from './judge-draft.ts';

/** What one engine made of a unit, to be taken or left. */
export interface Choice extends JudgedDraft {
  /** Changes with the text. */
  readonly id: string;
  /** The text in pieces: whether all choices have these words, in this order. */
  readonly pieces: readonly { readonly text: string; readonly isCommon: boolean }[];
  /** Whether the unit has this text already. */
  readonly isTaken: boolean;
}

/** What engines were paid for that is a translation of this very French: the newest of each, repaired and judged. */
export function* choicesOf(unit: Unit, answers: readonly PaidAnswer[], indexes: TermIndexes): Slices<Choice[]> {
  const newest = new Map<string, PaidAnswer>();
  for (const answer of answers) if (answer.source === unit.source.text) newest.set(answer.label, answer);
  // One made without the glossary is none beside one of the same engine that knew it.
  for (const label of [...newest.keys()]) newest.delete(labelWithout(label));
  const drafts: JudgedDraft[] = [];
  for (const answer of newest.values()) drafts.push(yield* judged(unit, answer, indexes));
  const common = commonTokens(drafts.map(({ target }) => tokensOf(target)));
  return drafts.map((draft, i) => ({
    ...draft,
    id: fingerprint([draft.origin.label, draft.target]),
    pieces: piecesOf(tokensOf(draft.target), common[i] ?? new Set()),
    isTaken: draft.target === unit.target?.text,
  }));
}

function judged(
  unit: Unit,
  { label, stamp, made, characters, target }: PaidAnswer,
  indexes: TermIndexes,
): Slices<JudgedDraft> {
  return judgeDraft(unit, { target, origin: { label, stamp, characters, date: made.slice(0, 10) } }, indexes);
}

/** Of each text the places of the tokens that all others have too; none where there is only one text. */
function commonTokens(texts: readonly (readonly string[])[]): ReadonlySet<number>[] {
  return texts.map((text, i) => {
    const others = texts.filter((_, j) => j !== i);
    if (others.length === 0) return new Set();
    const matched = others.map((other) => new Set(matchTokens(text, other).map(([at]) => at)));
    return new Set([...text.keys()].filter((at) => matched.every((places) => places.has(at))));
  });
}

function piecesOf(tokens: readonly string[], common: ReadonlySet<number>): { text: string; isCommon: boolean }[] {
  const pieces: { text: string; isCommon: boolean }[] = [];
  for (const [at, text] of tokens.entries()) {
    const isCommon = common.has(at);
    const last = pieces.at(-1);
    if (last?.isCommon === isCommon) last.text += text;
    else pieces.push({ text, isCommon });
  }
  return pieces;
}
