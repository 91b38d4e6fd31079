/**
 * A trie over numbers of words, in typed arrays: the first word of a path leads to its state directly, every further
 * edge (state, word) → state stands in one open-addressing table. Each state holds a chain of values.
 */
export interface Trie {
  /** The state after a first word, or -1 when no path begins with it. */
  first(word: number): number;
  /** The next state, or -1 when no path goes on with this word. */
  step(state: number, word: number): number;
  /** Adds a value at the end of a path; a value added twice in a row is kept once. */
  add(path: ArrayLike<number>, length: number, value: number): void;
  /** Whether any path ends at the state. */
  isEnd(state: number): boolean;
  /** The values that end at a state, in the order they were added. */
  valuesAt(state: number): number[];
}

/** Three numbers an edge: state, word, next state. */
const EDGE = 3;

export function createTrie(): Trie {
  let firsts = new Int32Array(256).fill(-1);
  let edges = new Int32Array(EDGE * 256).fill(-1);
  let edgeCount = 0;
  let heads = new Int32Array(256).fill(-1);
  let stateCount = 0;
  let values = new Int32Array(512);
  let valueCount = 0;

  /** Position of the edge in the table, or of the free place where it belongs. */
  function placeOf(table: Int32Array, state: number, word: number): number {
    const mask = table.length / EDGE - 1;
    let place = Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    place = (place ^ (place >>> 15)) & mask;
    for (;;) {
      const at = place * EDGE;
      const held = table[at] as number;
      if (held === -1 || (held === state && table[at + 1] === word)) return at;
      place = (place + 1) & mask;
    }
  }

  function newState(): number {
    if (stateCount === heads.length) heads = widened(heads, -1);
    stateCount += 1;
    return stateCount - 1;
  }

  function growEdges(): void {
    const wider = new Int32Array(edges.length * 2).fill(-1);
    for (let at = 0; at < edges.length; at += EDGE) {
      if (edges[at] === -1) continue;
      wider.set(edges.subarray(at, at + EDGE), placeOf(wider, edges[at] as number, edges[at + 1] as number));
    }
    edges = wider;
  }

  function begin(word: number): number {
    while (word >= firsts.length) firsts = widened(firsts, -1);
    if ((firsts[word] as number) < 0) firsts[word] = newState();
    return firsts[word] as number;
  }

  function extend(state: number, word: number): number {
    const at = placeOf(edges, state, word);
    if (edges[at] !== -1) return edges[at + 2] as number;
    const next = newState();
    edges[at] = state;
    edges[at + 1] = word;
    edges[at + 2] = next;
    edgeCount += 1;
    if (edgeCount * EDGE * 1.5 > edges.length) growEdges();
    return next;
  }

  /** Values are pairs (value, index of the one before); the chain of a state leads from its last value to its first. */
  function push(state: number, value: number): void {
    const last = heads[state] as number;
    if (last >= 0 && values[last * 2] === value) return;
    if (valueCount * 2 === values.length) values = widened(values, 0);
    values[valueCount * 2] = value;
    values[valueCount * 2 + 1] = last;
    heads[state] = valueCount;
    valueCount += 1;
  }

  return {
    first: (word) => (word >= 0 && word < firsts.length ? (firsts[word] as number) : -1),
    step: (state, word) => edges[placeOf(edges, state, word) + 2] as number,
    add(path, length, value) {
      let state = begin(path[0] as number);
      for (let i = 1; i < length; i += 1) state = extend(state, path[i] as number);
      push(state, value);
    },
    isEnd: (state) => (heads[state] as number) >= 0,
    valuesAt(state) {
      const found: number[] = [];
      for (let at = heads[state] as number; at >= 0; at = values[at * 2 + 1] as number)
        found.push(values[at * 2] as number);
      return found.reverse();
    },
  };
}

function widened(narrow: Int32Array<ArrayBuffer>, fill: number): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(narrow.length * 2).fill(fill, narrow.length);
  wide.set(narrow);
  return wide;
}
