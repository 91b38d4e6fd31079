/** “12,345”. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}

/** A number with what it counts: “1 row”, “12,345 rows”, “2 boxes”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
