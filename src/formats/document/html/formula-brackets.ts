/** What holds one thing with another, as brackets do, until it is known whether it needs them. */
export const GROUP = { open: '\ue000', close: '\ue001' };
/** Which root it is. */
export const DEGREE = { open: '\ue005', close: '\ue006' };
/** What needs no brackets: one word, or what has some. */
const WHOLE = /\ue000([\p{L}\p{N}]*|\([^()\ue000\ue001]*\))\ue001/gu;
const NOTHING = /[_^]\ue000\ue001|\ue005\ue006/g;

/** A formula in one line, with brackets where what they hold is more than a word and has none. */
export function withoutNeedlessBrackets(line: string): string {
  return line
    .replaceAll(NOTHING, '')
    .replaceAll(DEGREE.open, '[')
    .replaceAll(DEGREE.close, ']')
    .replaceAll(WHOLE, '$1')
    .replaceAll(GROUP.open, '(')
    .replaceAll(GROUP.close, ')')
    .trimEnd();
}
