/** What holds one thing with another, as brackets do, until it is known whether it needs them. */
export const GROUP = { open: '\ue000', close: '\ue001' };
const ONE_WORD = /\ue000([\p{L}\p{N}]*)\ue001/gu;
const NOTHING = /[_^]\ue000\ue001/g;

/** A formula in one line, with brackets where what they hold is more than a word. */
export function withoutNeedlessBrackets(line: string): string {
  const plain = line
    .replaceAll(NOTHING, '')
    .replaceAll(ONE_WORD, '$1')
    .replaceAll(GROUP.open, '(')
    .replaceAll(GROUP.close, ')');
  return plain.slice(0, lengthWithoutEnd(plain));
}

/** UTF-16 units up to the sign that parts the last row from nothing. */
function lengthWithoutEnd(text: string): number {
  let end = text.length;
  while (end > 0 && '; '.includes(text.charAt(end - 1))) end -= 1;
  return end;
}
