/**
 * A trie over numbers of words, in typed arrays: the first word of a path leads to its state directly, every further
 * edge (state, word) → state stands in one open-addressing table. Each state holds a chain of values.
 */
export interface TrieBuilder {
  /**
   * Adds a value, 0 or more, at the end of a path; a value added twice in a row is kept once. `mark` is set at the end
   * state.
   */
  add(path: ArrayLike<number>, length: number, value: number, mark: number): void;
  /** The trie as it is now, in as little room as it needs. Nothing can be added to it. */
  seal(words: number): Trie;
}

/** Marks of a state: paths end at it, paths go on from it; others are the caller’s. */
export const ENDS = 1;
export const GOES_ON = 2;

export interface Trie {
  /** Words of the longest path. */
  readonly longest: number;
  /** By word: the state after a first word, or -1. */
  readonly firsts: Int32Array;
  /** Three numbers an edge: state, word, next state; -1 in a free place. */
  readonly edges: Int32Array;
  /** How many places for edges there are. */
  readonly places: number;
  /** By state. */
  readonly marks: Uint8Array;
  /** By state: its value; or -1 for none; or, where there are several, -2 less the index of the last pair. */
  readonly heads: Int32Array;
  /** Pairs (value, index of the pair before, or -1). */
  readonly values: Int32Array;
}

const EDGE = 3;
/**
 * Places an edge in a sealed table: nearly all look-ups are for edges that are not there, and each goes on to a free
 * place.
 */
const ROOM = 1.6;

/** The next state, or -1 when no path goes on with this word. */
export function nextState({ edges, places }: Trie, state: number, word: number): number {
  return edges[placeOf(edges, places, state, word) + 2] as number;
}

/** The values that end at a state, in the order they were added. */
export function valuesAt({ heads, values }: Trie, state: number): number[] {
  const head = heads[state] as number;
  if (head >= 0) return [head];
  const found: number[] = [];
  for (let at = -2 - head; at >= 0; at = values[at * 2 + 1] as number) found.push(values[at * 2] as number);
  return found.reverse();
}

/** All edges, each behind the one that leads to it: a state is made after those before it. */
export function edgesOf({ edges }: Trie): { readonly state: number; readonly word: number; readonly next: number }[] {
  const all: { readonly state: number; readonly word: number; readonly next: number }[] = [];
  for (let at = 0; at < edges.length; at += EDGE) {
    const [state, word, next] = [edges[at] as number, edges[at + 1] as number, edges[at + 2] as number];
    if (state >= 0) all.push({ state, word, next });
  }
  return all.sort((a, b) => a.next - b.next);
}

/** Position of the edge in the table, or of the free place where it belongs. */
function placeOf(table: Int32Array, places: number, state: number, word: number): number {
  const hash = Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  let at = Math.floor((hash >>> 0) * (places / 2 ** 32)) * EDGE;
  for (;;) {
    const held = table[at] as number;
    if (held === -1 || (held === state && table[at + 1] === word)) return at;
    at += EDGE;
    if (at === table.length) at = 0;
  }
}

/** The same edges in a table of so many places. */
function rehashed(edges: Int32Array, places: number): Int32Array<ArrayBuffer> {
  const other = new Int32Array(EDGE * places).fill(-1);
  for (let at = 0; at < edges.length; at += EDGE) {
    if (edges[at] === -1) continue;
    const to = placeOf(other, places, edges[at] as number, edges[at + 1] as number);
    for (let i = 0; i < EDGE; i += 1) other[to + i] = edges[at + i] as number;
  }
  return other;
}

/** @param expected about how many paths there will be, to save growing; more may come */
export function createTrie(expected: number): TrieBuilder {
  let room = 256;
  while (room < expected) room *= 2;
  let firsts = new Int32Array(room).fill(-1);
  let edges = new Int32Array(EDGE * room).fill(-1);
  let places = room;
  let edgeCount = 0;
  let heads = new Int32Array(room).fill(-1);
  let marks = new Uint8Array(room);
  let stateCount = 0;
  let values = new Int32Array(room);
  let valueCount = 0;
  let longest = 0;

  function newState(): number {
    if (stateCount === heads.length) {
      heads = widened(heads, -1);
      const wider = new Uint8Array(heads.length);
      wider.set(marks);
      marks = wider;
    }
    stateCount += 1;
    return stateCount - 1;
  }

  function begin(word: number): number {
    while (word >= firsts.length) firsts = widened(firsts, -1);
    if ((firsts[word] as number) < 0) firsts[word] = newState();
    return firsts[word] as number;
  }

  function extend(state: number, word: number): number {
    const at = placeOf(edges, places, state, word);
    if (edges[at] !== -1) return edges[at + 2] as number;
    const next = newState();
    edges[at] = state;
    edges[at + 1] = word;
    edges[at + 2] = next;
    marks[state] = (marks[state] as number) | GOES_ON;
    edgeCount += 1;
    if (edgeCount * 1.5 > places) {
      places *= 2;
      edges = rehashed(edges, places);
    }
    return next;
  }

  function push(state: number, value: number): void {
    const head = heads[state] as number;
    const last = head >= 0 ? head : head < -1 ? values[(-2 - head) * 2] : -1;
    if (last === value) return;
    if (head === -1) heads[state] = value;
    else heads[state] = -2 - link(value, head >= 0 ? link(head, -1) : -2 - head);
  }

  /** Writes a pair, and gives its index. */
  function link(value: number, before: number): number {
    if (valueCount * 2 === values.length) values = widened(values, 0);
    values[valueCount * 2] = value;
    values[valueCount * 2 + 1] = before;
    valueCount += 1;
    return valueCount - 1;
  }

  return {
    add(path, length, value, mark) {
      let state = begin(path[0] as number);
      for (let i = 1; i < length; i += 1) state = extend(state, path[i] as number);
      marks[state] = (marks[state] as number) | ENDS | mark;
      push(state, value);
      if (length > longest) longest = length;
    },
    seal(words) {
      const snug = Math.ceil(edgeCount * ROOM) + 1;
      return {
        longest,
        firsts: firsts.length < words ? widened(firsts, -1).slice(0, words) : firsts.slice(0, words),
        edges: rehashed(edges, snug),
        places: snug,
        marks: marks.slice(0, stateCount),
        heads: heads.slice(0, stateCount),
        values: values.slice(0, valueCount * 2),
      };
    },
  };
}

function widened(narrow: Int32Array<ArrayBuffer>, fill: number): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(narrow.length * 2).fill(fill, narrow.length);
  wide.set(narrow);
  return wide;
}
