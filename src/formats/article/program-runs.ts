import type { Span } from '../../core/model/rich-text.ts';

/** What begins a program or a formula, and what ends it. */
interface Program {
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** A formula may have words in one paragraph with it, and no heading. */
  readonly isFormula?: true;
}

/** Of Jekyll, Hugo and LaTeX. */
const PROGRAMS: readonly Program[] = [
  { opening: /^\{%-?[ \t]*highlight\b/, closing: /\{%-?[ \t]*endhighlight[ \t]*-?%\}/ },
  { opening: /^\{%-?[ \t]*comment\b/, closing: /\{%-?[ \t]*endcomment[ \t]*-?%\}/ },
  {
    opening: /^\{\{[<%][ \t]*(?:highlight|code|mermaid)\b/,
    closing: /\{\{[<%][ \t]*\/[ \t]*(?:highlight|code|mermaid)[ \t]*[>%]\}\}/,
  },
  {
    opening: /^\\begin\{(?:align|equation|gather|multline|eqnarray|array|tikzpicture)\*?\}/,
    closing: /\\end\{(?:align|equation|gather|multline|eqnarray|array|tikzpicture)\*?\}/,
  },
  { opening: /^\$\$/, closing: /\$\$/, isFormula: true },
];
/** Longer ones were left open. Blocks. */
const MOST_BLOCKS = 200;
/** UTF-16 units of the shortest sign that begins one. */
const SIGN = 2;

/** A block, as far as a program asks. */
interface ProgramBlock {
  readonly kind: string;
  readonly text: string;
}

/**
 * Blocks that are one program or one formula with empty lines in it, from the one that begins it to the one that ends
 * it: from, up to; in order. One that is left open is none.
 */
export function programRuns(blocks: readonly ProgramBlock[]): Span[] {
  const runs: Span[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const program = programAt(blocks[at]);
    const end = program === null ? null : endOfRun(blocks, at, program);
    if (end === null) continue;
    runs.push({ start: at, end });
    at = end - 1;
  }
  return runs;
}

function programAt(block: ProgramBlock | undefined): Program | null {
  if (block === undefined || block.kind === 'title' || block.kind === 'code') return null;
  return PROGRAMS.find(({ opening }) => opening.test(block.text)) ?? null;
}

function endOfRun(blocks: readonly ProgramBlock[], start: number, { closing, isFormula }: Program): number | null {
  const most = Math.min(blocks.length, start + MOST_BLOCKS);
  for (let at = start; at < most; at += 1) {
    const { kind, text } = blocks[at] as ProgramBlock;
    if (isFormula && kind === 'heading') return null;
    const rest = text.slice(at === start ? SIGN : 0).trimEnd();
    const found = closing.exec(rest);
    if (found === null) continue;
    const isAll = found.index + found[0].length === rest.length;
    return isAll && !(isFormula && at === start) ? at + 1 : null;
  }
  return null;
}
