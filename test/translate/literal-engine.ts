import type { TermPair } from '../../src/core/changes/ports/engine.ts';
import { checkUnit } from '../../src/core/ledger/ledger.ts';
import type { TermIndexes } from '../../src/core/matcher/term-index.ts';
import { parseInlineMarks } from '../../src/formats/article/inline-marks.ts';

/** A pair that was put in, and where its French stood. UTF-16 offsets. */
interface Use extends TermPair {
  readonly start: number;
  readonly end: number;
}

/**
 * An engine that knows nothing but its list: it puts the English of each pair for the French, letter for letter, the
 * longest first, at the edges of words.
 */
export function createLiteralEngine(pairs: readonly TermPair[]) {
  const english = new Map(pairs.map(({ source, target }) => [source, target]));
  const longest = Math.max(0, ...pairs.map(({ source }) => source.length));
  const isEdge = (text: string, at: number) =>
    !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || !/[\p{L}\p{N}]/u.test(text[at] ?? '');
  const pairAt = (text: string, start: number): Use | null => {
    if (!isEdge(text, start)) return null;
    for (let end = Math.min(text.length, start + longest); end > start; end -= 1) {
      const target = english.get(text.slice(start, end));
      if (target !== undefined && isEdge(text, end)) return { source: text.slice(start, end), target, start, end };
    }
    return null;
  };
  return (text: string): { readonly target: string; readonly uses: readonly Use[] } => {
    const uses: Use[] = [];
    let target = '';
    for (let at = 0; at < text.length; ) {
      const use = pairAt(text, at);
      if (use !== null) uses.push(use);
      target += use?.target ?? text[at];
      at = use?.end ?? at + 1;
    }
    return { target, uses };
  };
}

/** The pairs that the engine put into a text, and those of them that the ledger does not call preferred there. */
export function judge(engine: ReturnType<typeof createLiteralEngine>, text: string, indexes: TermIndexes) {
  const { target, uses } = engine(text);
  const { entries } = checkUnit(parseInlineMarks(text), parseInlineMarks(target), indexes);
  const verdictOf = ({ start, end }: Use) =>
    entries.find(({ source }) => source.start < end && start < source.end)?.verdict ?? 'not asked for';
  const wrong = uses.filter((use) => verdictOf(use) !== 'preferred');
  return {
    used: uses.map(({ source, target }) => `${source} → ${target}`),
    wrong: wrong.map((use) => `${use.source} → ${use.target}: ${verdictOf(use)}`),
  };
}
