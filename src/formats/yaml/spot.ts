/** A value of a YAML text, where it begins, in UTF-16 offsets, and its parts, by their keys or numbers. */
export interface Spot {
  readonly start: number;
  /** Where all values are texts. */
  readonly value: unknown;
  /** Null for a value without parts. */
  readonly parts: ReadonlyMap<PropertyKey, Spot> | null;
}

/** What is surely a text though nothing is around it: `~`, `0x1` and `TRUE` are something else to one parser. */
export const WORD = /^(?!(?:null|true|false)$)\p{L}/iu;

/** As a path leads there; of the nearest value around it where there is none. */
export function offsetAt(spot: Spot, [key, ...path]: readonly PropertyKey[]): number {
  const part = key === undefined ? undefined : spot.parts?.get(key);
  return part === undefined ? spot.start : offsetAt(part, path);
}
