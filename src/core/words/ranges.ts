import type { Quantity } from './quantity.ts';

const BETWEEN = /^\s?(?:,|-|–|—|à|a|et|ou|and|to|or|&|et de|and of)\s?$/;
const LONGEST = 8;

/** Entre 10 et 12 %, $10 to 12 million: what is said once for both ends may hold for each. */
export function shareUnits(quantities: readonly Quantity[], text: string): Quantity[] {
  const shared = [...quantities];
  for (let i = shared.length - 2; i >= 0; i -= 1) {
    const [one, next] = [shared[i], shared[i + 1]];
    if (one !== undefined && next !== undefined && areRange(one, next, text)) shared[i] = sharing(one, next);
  }
  for (let i = 1; i < shared.length; i += 1) {
    const [before, one] = [shared[i - 1], shared[i]];
    if (one === undefined || before === undefined || !/^[$€£¥]$/.test(before.unit ?? '')) continue;
    if (areRange(before, one, text)) shared[i] = sharing(one, { ...before, scale: 1 });
  }
  return shared;
}

function areRange(one: Quantity, next: Quantity, text: string): boolean {
  const gap = next.start - one.end;
  return (
    one.kind === 'number' && next.kind === 'number' && gap <= LONGEST && BETWEEN.test(text.slice(one.end, next.start))
  );
}

function sharing(one: Quantity, { unit, shared, scale = 1 }: Quantity): Quantity {
  const common = one.unit === null ? (unit ?? shared) : null;
  const scaled = one.scale === undefined && scale > 1 ? { scale, also: [...(one.also ?? []), one.value * scale] } : {};
  return { ...one, ...(common ? { shared: common } : {}), ...scaled };
}
