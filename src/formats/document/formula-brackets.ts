/** What holds one thing with another, as brackets do, until it is known whether it needs them. */
export const GROUP = { open: '\ue000', close: '\ue001' };
const ONE_WORD = /\ue000([\p{L}\p{N}]*)\ue001/gu;
const NOTHING = /[_^]\ue000\ue001/g;

/** A formula in one line, with brackets where what they hold is more than a word. */
export function withoutNeedlessBrackets(line: string): string {
  return line
    .replaceAll(NOTHING, '')
    .replaceAll(ONE_WORD, '$1')
    .replaceAll(GROUP.open, '(')
    .replaceAll(GROUP.close, ')')
    .replace(/[; ]+$/, '');
}
