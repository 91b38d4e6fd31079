/**
 * A trie over numbers of words: edges (state, word) → state in one open-addressing table,
 * and for each state a list of values.
 */
export interface Trie {
  /** The next state, or -1 when no entry goes on with this word. State 0 is the start. */
  step(state: number, word: number): number;
  /** Adds a value at the end of a path; a value added twice in a row is kept once. */
  add(path: readonly number[], value: number): void;
  /** The values that end at a state, in the order they were added. */
  valuesAt(state: number): readonly number[];
  /** Whether any entry ends at the state. */
  isEnd(state: number): boolean;
}

const NONE: readonly number[] = [];

export function createTrie(): Trie {
  let edges = new Int32Array(3 * 256).fill(-1);
  let edgeCount = 0;
  let stateCount = 1;
  const values: (number[] | undefined)[] = [undefined];

  /** Position of the edge in the table, or of the free place where it belongs. */
  function placeOf(table: Int32Array, state: number, word: number): number {
    const size = table.length / 3;
    let place = (Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 0;
    place = (place ^ (place >>> 15)) & (size - 1);
    while (table[place * 3] !== -1 && (table[place * 3] !== state || table[place * 3 + 1] !== word)) {
      place = (place + 1) & (size - 1);
    }
    return place * 3;
  }

  function grow(): void {
    const wider = new Int32Array(edges.length * 2).fill(-1);
    for (let at = 0; at < edges.length; at += 3) {
      if (edges[at] !== -1)
        wider.set(edges.subarray(at, at + 3), placeOf(wider, edges[at] as number, edges[at + 1] as number));
    }
    edges = wider;
  }

  function extend(state: number, word: number): number {
    const at = placeOf(edges, state, word);
    if (edges[at] !== -1) return edges[at + 2] as number;
    const next = stateCount;
    stateCount += 1;
    edges.set([state, word, next], at);
    values.push(undefined);
    edgeCount += 1;
    if (edgeCount * 6 > edges.length) grow();
    return next;
  }

  return {
    step: (state, word) => edges[placeOf(edges, state, word) + 2] as number,
    add(path, value) {
      const end = path.reduce(extend, 0);
      const held = values[end];
      if (held === undefined) values[end] = [value];
      else if (held.at(-1) !== value) held.push(value);
    },
    valuesAt: (state) => values[state] ?? NONE,
    isEnd: (state) => values[state] !== undefined,
  };
}
