import type { Span } from '../../core/model/rich-text.ts';

/**
 * From each opening sign to the closing one behind it. A stretch with a sign of code in it may begin or end in code, so
 * it is none. Linear.
 *
 * @param isOther says of what stands between two signs that it is something else
 */
export function* stretchesBetween(
  text: string,
  open: string,
  close: string,
  isOther: (inner: string) => boolean = () => false,
): Generator<Span> {
  let [end, tick] = [-1, -1];
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at)) {
    const inner = at + open.length;
    if (end < inner) end = text.indexOf(close, inner);
    if (end < 0) return;
    if (tick < at) tick = text.indexOf('`', at);
    if (tick < 0) tick = text.length;
    if (tick > end && !isOther(text.slice(inner, end))) yield { start: at, end: end + close.length };
    at = tick > end ? end + close.length : inner;
  }
}
