/** The fields of a line of JSON, of whatever kinds they are. */
export type Fields = Readonly<Record<string, unknown>>;

export function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

/** Whether all are whole numbers from 0 on. */
export function areCounts(...values: readonly unknown[]): boolean {
  return values.every((value) => Number.isSafeInteger(value) && Number(value) >= 0);
}
