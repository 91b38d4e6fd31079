/** A number with what it counts: “1 row”, “3 rows”, “2 boxes”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
